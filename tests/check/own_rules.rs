//! The company's own rules: `[[rule]]` in a policy.

use crate::support::Sandbox;

const POLICY: &str = r#"[[rule]]
id = "acme/no-synergy"
phrases = ["synergy"]
message = "say what you mean instead of `{match}`"
help = "name what the two teams do"
link = "https://acme.example/words"
paths = ["blog/**"]
examples = { good = ["We work together."], bad = ["Our synergy grows."] }

[[rule]]
id = "acme/use"
swap = { utilize = "use" }
fix = "safe"
message = "`{better}` is shorter than `{match}`"
level = "advice"
"#;

const POST: &str = "---\ntitle: A\ndate: 2026-05-04\n---\nOur syn**ergy** lets us Utilize\nit.\n";

fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("sayso.toml", POLICY);
    sandbox.write("blog/a.md", POST).write("other/a.md", POST);
    sandbox
}

#[test]
fn they_find_report_and_fix_like_the_others() {
    let sandbox = sandbox();
    let ran = sandbox.check(&[]);
    ran.exits(0)
        .says("warning[acme/no-synergy]: say what you mean instead of `synergy`");
    ran.says("blog/a.md:5:5").is_silent_about("other/a.md:5:5");
    ran.says("help: name what the two teams do")
        .says("https://acme.example/words");
    ran.says("advice[acme/use]: `Use` is shorter than `Utilize`")
        .says("set in sayso.toml:11");
    sandbox.check(&["--fix"]);
    assert!(sandbox.read("other/a.md").contains("lets us Use\nit."));
}

#[test]
fn their_level_is_set_where_all_levels_are() {
    let sandbox = sandbox();
    sandbox.write(
        "sayso.toml",
        format!("[rules]\n\"acme/no-synergy\" = \"error\"\n{POLICY}"),
    );
    sandbox.check(&[]).exits(1).says("set in sayso.toml:2");
    let ran = sandbox.check_concise(&["--rule", "acme/no-synergy=off"]);
    ran.is_silent_about("[acme/no-synergy]").says("[acme/use]");
    let ran = sandbox.check_concise(&["--only", "acme/no-synergy"]);
    ran.says("no-synergy").is_silent_about("acme/use");
    let ran = sandbox.check(&["--only", "acme/no-synergie"]);
    ran.exits(2)
        .complains("there is no rule `acme/no-synergie`");
}

#[test]
fn they_are_waived_like_the_others() {
    let sandbox = sandbox();
    let waiver = "<!-- sayso: allow acme/no-synergy: the name of a product line -->\n";
    sandbox.write("blog/a.md", POST.replace("Our", &format!("{waiver}Our")));
    let ran = sandbox.check(&["--only", "acme/no-synergy"]);
    ran.exits(0).is_silent_about("warning[").says("1 waived");
}

#[test]
fn two_with_one_name_are_a_fault() {
    let sandbox = sandbox();
    sandbox.write("blog/sayso.toml", POLICY);
    let ran = sandbox.check_concise(&[]);
    ran.exits(2)
        .says("blog/sayso.toml:2:6")
        .says("there is a rule `acme/no-synergy` already");
}

#[test]
fn their_examples_are_tested() {
    let sandbox = sandbox();
    let ran = sandbox.sayso(&["test"]);
    ran.exits(0)
        .says("acme/no-synergy (sayso.toml): ok, 1 good and 1 bad");
    ran.says("acme/use (sayso.toml): no examples");
    ran.says("2 rules: 0 not as the examples say, 1 without examples");
    let wrong = POLICY.replace("We work together.", "There is synergy.");
    sandbox.write("sayso.toml", wrong);
    sandbox
        .sayso(&["test"])
        .exits(1)
        .says("not as its examples say");
    sandbox.write("sayso.toml", "[[rule]]\nid = \"x\"\n");
    sandbox
        .sayso(&["test"])
        .exits(2)
        .complains("no rule was tested");
}
