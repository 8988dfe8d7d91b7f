//! Nothing is written that nobody agreed to.

use sayso::exit::Exit;
use sayso::run::{self, Consent, Console};

use crate::acme;
use crate::support::Sandbox;

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

/// What is said and asked when the answer is this.
fn answered(sandbox: &Sandbox, answer: bool) -> (String, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut console = Console {
        out: &mut out,
        err: &mut err,
        cwd: sandbox.path().to_owned(),
    };
    let exit = run::init(None, Consent::Ask(&mut || answer), &mut console);
    assert_eq!(exit, Exit::Clean);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (text(out), text(err))
}
