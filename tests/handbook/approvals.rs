//! Who approves what, in the document.

use crate::support::Sandbox;

const POLICY: &str = r#"
[policy]
unwaivable = ["mindset"]
max-waiver-days = 90
require-pins = true

[policy.approvers]
evidence = ["legal", "Jo Doe"]
"*" = ["an editor"]

[[policy.review]]
tags = ["earnings"]
by = ["legal"]
"#;

#[test]
fn it_says_who_approves_what_and_what_an_exception_needs() {
    let repo = Sandbox::new();
    repo.write("sayso.toml", POLICY);
    repo.sayso(&["policy"])
        .exits(0)
        .says(
            "## Who approves what\n\n\
             - **Exceptions from the rules on “Can I back up what I am saying?”**: legal or Jo Doe.\n\
             - **Exceptions from all other rules**: an editor.\n\
             - **Posts with the tag “earnings”** are read by legal before they go out",
        )
        .says("- It says who granted it, with `by`; see who approves what.\n")
        .says("with `until`: 90 days at most.\n")
        .says("- There are no exceptions from the rules on “Who is speaking, to whom, and why?”, `")
        .says("`confidential/secret`")
        .says("`sayso waive` writes it so");
}

#[test]
fn where_nobody_is_named_nothing_is_said() {
    Sandbox::new()
        .sayso(&["policy"])
        .exits(0)
        .is_silent_about("Who approves what")
        .is_silent_about("see who approves what");
}
