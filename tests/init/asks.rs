//! Nothing is written that nobody agreed to.

use jiff::civil::{Date, date};
use sayso::exit::Exit;
use sayso::run::{self, Consent, Console};

use crate::support::{GOOD, Sandbox};
use crate::{acme, known};

const DAY: Date = date(2026, 11, 24);

#[test]
fn without_a_terminal_the_policy_is_shown_and_not_written() {
    let sandbox = acme();
    let ran = sandbox.sayso(&["init"]);
    ran.exits(0)
        .complains("sayso: this was shown and not written; --yes writes it to sayso.toml");
    assert!(!sandbox.join("sayso.toml").exists());
    sandbox.sayso(&["init", "--yes"]).exits(0);
    assert_eq!(sandbox.read("sayso.toml"), ran.out);
}

#[test]
fn a_shell_may_write_what_is_shown_to_the_file() {
    let sandbox = acme();
    let call = format!("\"{}\" init > sayso.toml", crate::support::SAYSO);
    let shell = sandbox.command("sh").args(["-c", &call]).status();
    assert!(shell.expect("a shell").success());
    assert!(sandbox.read("sayso.toml").contains("names = [\"Acme\"]"));
}

#[test]
fn on_a_terminal_whoever_sits_there_is_asked() {
    let sandbox = acme();
    let (said, asked) = answered(&sandbox, false);
    assert!(
        said.contains("10 in content/blog") && said.contains("[company]"),
        "{said}"
    );
    assert!(asked.contains("Write it to sayso.toml? [y/N] "), "{asked}");
    assert!(asked.ends_with("sayso: nothing was written\n"), "{asked}");
    assert!(!sandbox.join("sayso.toml").exists());

    let (said, _) = answered(&sandbox, true);
    assert!(said.contains("sayso.toml is written"), "{said}");
    assert!(said.contains(&sandbox.read("sayso.toml")));
}

#[test]
fn whoever_sits_there_is_asked_whether_what_is_found_is_known() {
    let question = "7 findings are there already; keep them out of the way as known? [y/N] ";
    let sandbox = acme();
    let (said, asked) = answered_in_turn(&sandbox, &[true, false]);
    assert!(asked.ends_with(question), "{asked}");
    assert!(said.contains("2. sayso baseline\n"), "{said}");
    assert!(!sandbox.join(known::FILE).exists());

    let sandbox = acme();
    let (said, asked) = answered_in_turn(&sandbox, &[true, true]);
    assert!(asked.ends_with(question), "{asked}");
    assert!(said.contains("is written: 7 known findings"), "{said}");
    assert!(said.contains("2. sayso hook install\n") && said.contains("3. set `url`"));
    assert!(!said.contains("sayso baseline"), "{said}");
    sandbox.check(&[]).says("7 known findings hidden");
}

#[test]
fn where_nothing_is_found_nobody_is_asked_about_it() {
    let sandbox = Sandbox::new();
    sandbox.write("blog/a.md", GOOD);
    let (said, asked) = answered_in_turn(&sandbox, &[true]);
    assert!(!asked.contains("known?"), "{asked}");
    assert!(!said.contains("baseline"), "{said}");
    assert!(!sandbox.join(known::FILE).exists());
}

/// What is said and asked when every answer is this.
fn answered(sandbox: &Sandbox, answer: bool) -> (String, String) {
    answered_in_turn(sandbox, &[answer; 2])
}

/// The same when the answers are these, one after the other.
fn answered_in_turn(sandbox: &Sandbox, answers: &[bool]) -> (String, String) {
    let mut answers = answers.iter();
    let mut answer = || *answers.next().expect("a question too many");
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut console = Console {
        out: &mut out,
        err: &mut err,
        cwd: sandbox.path().to_owned(),
        seal_key: Default::default(),
    };
    let exit = run::init(None, Consent::Ask(&mut answer), Some(DAY), &mut console);
    assert_eq!(exit, Exit::Clean);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (text(out), text(err))
}
