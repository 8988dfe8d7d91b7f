//! Colour: when it comes, and that it ends where it should.

use super::report::{CLAIM, two_posts};

#[test]
fn colour_comes_when_it_is_asked_for() {
    let sandbox = two_posts();
    let ran = sandbox.check(&["--color", "always"]);
    assert!(ran.out.matches('\u{1b}').count() > 10, "{ran:?}");
    // A pipe is no terminal.
    for arguments in [&["--color", "never"][..], &[]] {
        sandbox.check(arguments).is_silent_about("\u{1b}");
    }
}

/// Else it would run on into whatever the terminal shows next.
#[test]
fn every_colour_is_reset_before_the_end_of_its_line() {
    let sandbox = two_posts();
    // Words over two lines, for marks beside the text.
    sandbox.write("claim.md", CLAIM.replace("world's ", "world's\n"));
    for quiet in [&[][..], &["--quiet"]] {
        let ran = sandbox.check(&[&["--color", "always"], quiet].concat());
        let codes = |text: &str| -> Vec<String> {
            let parts = text.split("\u{1b}[").skip(1);
            let code = |part: &str| part.split('m').next().unwrap_or_default().to_owned();
            parts.map(code).collect()
        };
        for line in ran.out.lines() {
            let last = codes(line).pop().unwrap_or("0".to_owned());
            assert_eq!(last, "0", "{line:?}");
        }
        assert_eq!(codes(&ran.out).pop().as_deref(), Some("0"), "{ran:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn colour_comes_on_a_terminal_unless_no_color_is_set() {
    use crate::support::{Ran, SAYSO, TODAY};
    let sandbox = two_posts();
    // `script` of util-linux runs a command on a terminal of its own.
    let on_terminal = |no_color: Option<&str>| {
        let run = format!("'{SAYSO}' check --today {TODAY}");
        let mut command = sandbox.command("script");
        command.args(["--quiet", "--return", "--command", &run, "/dev/null"]);
        command
            .env("TERM", "xterm")
            .stdin(std::process::Stdio::null());
        command.envs(no_color.map(|value| ("NO_COLOR", value)));
        command.output().map(Ran::from)
    };
    let Ok(coloured) = on_terminal(None) else {
        println!("skipped: there is no `script` to make a terminal with");
        return;
    };
    coloured.exits(1).says("\u{1b}[");
    let plain = on_terminal(Some("1")).expect("script");
    plain.exits(1).is_silent_about("\u{1b}");
}
