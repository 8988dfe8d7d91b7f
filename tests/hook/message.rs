//! The hook for messages: what is confidential must not go into one.

use crate::*;

const SECRET: &str = "**Internal use only**";
const FOUND: &str = "error[confidential/confidential-marking]: \"Internal use only\"";

/// A repository with both hooks, and a good post that is staged.
fn hooked_with_post() -> Sandbox {
    let sandbox = repo();
    let ran = sandbox.sayso(&["hook", "install", "--commit-msg"]);
    ran.exits(0).says("commit-msg");
    sandbox.stage("content/new.md", GOOD);
    sandbox
}

/// `git commit` with a message, and no editor.
fn commit_with(sandbox: &Sandbox, message: &str) -> Ran {
    sandbox.try_git(&["commit", "--message", message])
}

/// `git commit` with an editor that puts `message` above what git has to say.
fn commit_in_editor(sandbox: &Sandbox, message: &str, arguments: &[&str]) -> Ran {
    let editor = sandbox.join("../editor");
    write_script(
        &editor,
        &format!(
            "#!/bin/sh\ncat > \"$1.new\" <<'END'\n{message}\nEND\ncat \"$1\" >> \"$1.new\"\nmv \"$1.new\" \"$1\"\n"
        ),
    );
    let mut command = sandbox.command("git");
    command.arg("commit").args(arguments);
    Ran::of(command.env("GIT_EDITOR", editor))
}

#[test]
fn a_bad_message_stops_the_commit_at_its_line_and_column() {
    let sandbox = hooked_with_post();
    settle_index(&sandbox);
    let before = (sandbox.state(), head(&sandbox));
    let ran = commit_with(
        &sandbox,
        &format!("Prices in May\n\n{SECRET}\n\nThey go up."),
    );
    ran.fails().complains(FOUND).complains("commit message:3:3");
    ran.complains("sayso: 1 error in the commit message · ");
    ran.complains("nothing was committed; your message is kept in .git/COMMIT_EDITMSG");
    assert_eq!((sandbox.state(), head(&sandbox)), before);
}

#[test]
fn a_good_message_passes_without_a_word() {
    let sandbox = hooked_with_post();
    let message = "We keep drafts confidential until they are ready\n\nSee TODO: [TK].";
    let ran = commit_with(&sandbox, message);
    ran.exits(0).is_silent_about("commit message");
}

#[test]
fn merges_fixups_and_amends_pass() {
    let sandbox = hooked_with_post();
    commit_with(&sandbox, "A post").exits(0);
    sandbox.stage("content/new.md", good());
    sandbox.try_git(&["commit", "--fixup", "HEAD"]).exits(0);
    sandbox.run_git(&["checkout", "--quiet", "-b", "side", "HEAD~1"]);
    sandbox.stage("content/side.md", GOOD);
    commit_with(&sandbox, "Another post").exits(0);
    sandbox.try_git(&["merge", "--no-edit", "main"]).exits(0);
    let ran = sandbox.try_git(&["commit", "--amend", "--message", SECRET]);
    ran.fails().complains(FOUND);
}

#[test]
fn what_git_takes_out_is_not_read() {
    let sandbox = hooked_with_post();
    let remark = format!("A post\n\n# {SECRET}\n");
    commit_in_editor(&sandbox, &remark, &[]).exits(0);
    let message = sandbox.run_git(&["log", "-1", "--format=%B"]);
    assert_eq!(message.trim(), "A post");
    // Without an editor git takes nothing out.
    sandbox.stage("content/new.md", good());
    let ran = commit_with(&sandbox, &format!("A post\n\n# {SECRET}\n\nMore."));
    ran.fails().complains("commit message:3:");
}

#[test]
fn below_the_scissors_nothing_is_read() {
    let sandbox = hooked_with_post();
    // The diff that `-v` shows holds a banner; git does not commit it.
    let secret = format!("{GOOD}\n{SECRET}\n\nMore.\n");
    let policy = "[rules]\n\"confidential/confidential-marking\" = \"error\"\n[posts]\nexclude = [\"content/new.md\"]\n";
    sandbox.stage("sayso.toml", policy);
    sandbox.stage("content/new.md", secret);
    commit_in_editor(&sandbox, "A post", &["--verbose"]).exits(0);
    let message = sandbox.run_git(&["log", "-1", "--format=%B"]);
    assert_eq!(message.trim(), "A post");

    sandbox.stage("content/second.md", good());
    let bad = format!("A post\n\n{SECRET}\n\nMore.");
    let ran = commit_in_editor(&sandbox, &bad, &["--verbose"]);
    ran.fails().complains("commit message:3:3");
}

#[test]
fn remarks_may_start_with_something_else() {
    for (key, value, mark) in [
        ("core.commentChar", ";", ";"),
        ("core.commentChar", "auto", "#"),
    ] {
        let sandbox = hooked_with_post();
        sandbox.run_git(&["config", key, value]);
        let remark = format!("A post\n\n{mark} {SECRET}\n");
        commit_in_editor(&sandbox, &remark, &[]).exits(0);
        let message = sandbox.run_git(&["log", "-1", "--format=%B"]);
        assert_eq!(message.trim(), "A post", "{value}");
    }
    // Then `#` is a heading, and stays in the message.
    let sandbox = hooked_with_post();
    sandbox.run_git(&["config", "core.commentChar", ";"]);
    let ran = commit_in_editor(&sandbox, "A post\n\n# Internal use only\n\nMore.\n", &[]);
    ran.fails().complains(FOUND).complains("commit message:3:3");
}

#[test]
fn a_message_has_no_front_matter() {
    let sandbox = hooked_with_post();
    let ran = commit_with(
        &sandbox,
        &format!("---\ntitle: x\n---\n\n{SECRET}\n\nMore."),
    );
    ran.fails().complains("commit message:5:3");
    commit_with(&sandbox, "---\ntitle: x\n---\n\nA post").exits(0);
}

#[test]
fn a_message_in_another_encoding_is_read_as_far_as_it_goes() {
    let sandbox = hooked_with_post();
    sandbox.run_git(&["config", "i18n.commitEncoding", "ISO-8859-1"]);
    let latin = |text: &str| -> Vec<u8> { text.chars().map(|c| c as u8).collect() };
    sandbox.write(
        "../message",
        latin("Caf\u{e9}\n\n**Internal use only**\n\nMore.\n"),
    );
    let ran = sandbox.try_git(&["commit", "--file", "../message"]);
    ran.fails()
        .complains("commit message:3:3")
        .complains("not UTF-8");
    sandbox.write("../message", latin("Caf\u{e9}\n"));
    let ran = sandbox.try_git(&["commit", "--file", "../message"]);
    ran.exits(0).complains("not UTF-8");
}

/// The policy of the top of the repo counts, as it is staged.
#[test]
fn the_policy_may_have_it_otherwise() {
    let sandbox = hooked_with_post();
    let policy = "[rules]\n\"confidential/confidential-marking\" = \"off\"\n";
    sandbox.write("sayso.toml", policy);
    commit_with(&sandbox, SECRET).fails().complains(FOUND);
    sandbox.stage("sayso.toml", policy);
    commit_with(&sandbox, SECRET).exits(0);
}

#[test]
fn without_a_file_the_hook_says_what_it_needs() {
    let sandbox = repo();
    let run = |file: &[&str]| sandbox.sayso(&[&["hook", "run", "commit-msg"], file].concat());
    run(&[]).exits(2).complains("FILE");
    run(&["nowhere"]).exits(2).complains("cannot be read");
}
