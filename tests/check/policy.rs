//! Which policy decides about a post, and what its settings do.

use crate::support::{BAD, GOOD, Sandbox};

/// A policy that gives this level to the rule that the post breaks.
fn level(level: &str) -> String {
    format!("[rules]\n\"reputation/placeholder\" = \"{level}\"\n")
}

/// A folder with a post that waits for a number, and this policy.
fn with_policy(policy: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("bad.md", BAD).write("sayso.toml", policy);
    sandbox
}

#[test]
fn the_nearest_policy_decides_wherever_the_program_is_started() {
    let sandbox = with_policy(&level("warning"));
    sandbox.write("content/people/sayso.toml", level("advice"));
    sandbox.write("content/a.md", BAD);
    sandbox.write("content/people/jo/b.md", BAD);
    sandbox.write("strict/sayso.toml", level("error"));
    for (cwd, path) in [(".", "content"), ("strict", "../content")] {
        let ran = sandbox.check_in(cwd, &["--format", "concise", path]);
        ran.exits(0);
        ran.says("content/a.md:5:10: warning[reputation/placeholder]");
        ran.says("content/people/jo/b.md:5:10: advice[reputation/");
    }
}

#[test]
fn a_policy_above_the_working_directory_is_found_without_git() {
    let sandbox = with_policy(&level("warning"));
    sandbox.write("content/a.md", BAD);
    for arguments in [&[][..], &["a.md"], &["."]] {
        let arguments = [&["--format", "concise"], arguments].concat();
        let ran = sandbox.check_in("content", &arguments);
        ran.exits(0);
        ran.says("a.md:5:10: warning[reputation/placeholder]");
    }
}

#[test]
fn a_policy_that_is_named_takes_the_place_of_all_others() {
    let sandbox = with_policy("polcy = \"broken, and not read\"\n");
    sandbox.write("ci/lax.toml", level("advice"));
    let ran = sandbox.check(&["--config", "ci/lax.toml", "bad.md"]);
    ran.exits(0).says("advice[reputation/placeholder]");
    ran.says("set in ci/lax.toml:2\n");
    let ran = sandbox.check(&["--config", "ci/none.toml"]);
    ran.exits(2);
    ran.complains("ci/none.toml cannot be read: it does not exist\n");
}

#[test]
fn a_policy_is_shown_by_its_plain_path() {
    let sandbox = Sandbox::git();
    sandbox.write("content/a.md", BAD);
    sandbox.write("ci/p.toml", "polcy = 1\n");
    let arguments = ["--format", "concise", "--config", "../ci/p.toml"];
    let ran = sandbox.check_in("content", &arguments);
    assert!(ran.out.starts_with("ci/p.toml:1:1: "), "{ran}");
}

#[test]
fn levels_and_off_take_effect() {
    for (name, code) in [("error", 1), ("warning", 0), ("advice", 0)] {
        let ran = with_policy(&level(name)).check(&[]);
        ran.exits(code);
        ran.says(&format!("{name}[reputation/placeholder]"));
        ran.says("  = set in sayso.toml:2\n");
    }
    let ran = with_policy(&level("off")).check(&[]);
    ran.exits(0).says("nothing found in 1 post");
}

#[test]
fn options_take_effect_with_and_without_a_level() {
    let keys = "{ level = \"warning\", keys = [\"title\", \"author\"] }";
    let policy = format!("[rules]\n\"mindset/missing-front-matter\" = {keys}\n");
    let ran = with_policy(&policy).check_concise(&[]);
    ran.says("bad.md:1:1: warning[mindset/missing-front-matter] ");
    ran.says("this post has no `author`\n");
    let sandbox = with_policy("[rules]\n\"reputation/placeholder\" = { also = [\"SOON\"] }\n");
    sandbox.write("bad.md", BAD.replace("TK", "SOON"));
    let ran = sandbox.check_concise(&[]);
    ran.says("error[reputation/placeholder] \"[SOON]\"");
}

#[test]
fn the_policy_says_what_fails_a_run_and_the_command_line_has_the_last_word() {
    let warning = level("warning");
    let sandbox = with_policy(&format!("policy.fail-on = \"warning\"\n{warning}"));
    sandbox.check(&[]).exits(1);
    sandbox.check(&["--fail-on", "error"]).exits(0);
}

#[test]
fn without_a_policy_the_built_in_one_is_used_and_that_is_said_once() {
    let sandbox = Sandbox::new();
    let ran = sandbox.write("a.md", GOOD).write("b/c.md", GOOD).check(&[]);
    let line = "no sayso.toml found: the built-in general policy was used\n";
    assert_eq!(ran.out.matches(line).count(), 1, "{ran}");
    let ran = sandbox.write("sayso.toml", "").check(&[]);
    ran.is_silent_about("built-in");
}

#[test]
fn a_link_to_the_own_site_is_no_evidence_however_the_site_is_written() {
    for domain in ["acme.example", "https://acme.example/", "www.acme.example"] {
        let sandbox = with_policy(&format!(
            "[company]\nnames = [\"Acme\"]\ndomains = [\"{domain}\"]\n"
        ));
        let claim = "Acme is the world's first database, [we say](https://www.acme.example/x).";
        sandbox.write("claim.md", GOOD.replace("We tried it.", claim));
        sandbox.check(&["claim.md"]).says("evidence/superlative");
    }
}

#[test]
fn a_folder_without_a_policy_is_told_where_others_have_one() {
    let sandbox = Sandbox::git();
    sandbox
        .write("site/sayso.toml", "")
        .write("site/a.md", GOOD);
    sandbox.check(&[]).is_silent_about("sayso.toml found");
    sandbox.write("notes/b.md", GOOD);
    sandbox.check(&[]).says("no sayso.toml found above notes: ");
}

#[test]
fn without_a_company_a_post_speaks_for_what_it_is_titled_after() {
    let sandbox = Sandbox::new();
    for (title, code) in [("Acme Cloud 3 is here", 1), ("A week without meetings", 0)] {
        let claim = "Acme Cloud is the world's fastest database.";
        let post = GOOD
            .replace("A week without meetings", title)
            .replace("We tried it.", claim);
        sandbox.write("claim.md", post);
        sandbox.check(&["--fail-on", "warning"]).exits(code);
    }
}
