//! A hook that was there before: it is kept, runs first, and comes back.

use crate::support::BAD;
use crate::*;

const THEIRS: &str = "#!/bin/sh\necho 'the other hook' \"$#\"\n";

/// A repository with a hook of somebody else.
fn with_foreign(script: &str) -> Sandbox {
    let sandbox = repo();
    write_script(&sandbox.join(HOOK), script);
    sandbox
}

#[test]
fn a_foreign_hook_is_kept_and_runs_first() {
    let sandbox = with_foreign(THEIRS);
    install(&sandbox).says("pre-commit.before-sayso");
    assert_eq!(sandbox.read(KEPT), THEIRS);

    sandbox.stage("content/new.md", BAD);
    let ran = commit(&sandbox, &[]);
    let first = ran.fails().err.find("the other hook 0");
    let second = ran.err.find(BAD_MESSAGE);
    assert!(first.is_some() && first < second, "{ran}");

    sandbox.stage("content/new.md", GOOD);
    assert_passes(&sandbox, &[], "the other hook");
}

/// A hook for messages is handed the file with the message.
#[test]
fn a_foreign_hook_is_handed_the_same_arguments() {
    let sandbox = repo();
    let theirs = "#!/bin/sh\necho 'the other hook' \"$#\" \"$1\"\necho 'Seen by Kim.' >> \"$1\"\n";
    write_script(&sandbox.join(".git/hooks/commit-msg"), theirs);
    let ran = sandbox.sayso(&["hook", "install", "--commit-msg"]);
    ran.exits(0).says("commit-msg.before-sayso");
    sandbox.stage("content/new.md", GOOD);
    assert_passes(&sandbox, &[], "the other hook 1 .git/COMMIT_EDITMSG");
    let message = sandbox.run_git(&["log", "-1", "--format=%B"]);
    assert!(message.contains("Seen by Kim."), "{message}");

    sandbox.sayso(&["hook", "uninstall"]).exits(0);
    assert_eq!(sandbox.read(".git/hooks/commit-msg"), theirs);
    assert!(!sandbox.join(HOOK).exists());
}

#[test]
fn a_foreign_hook_that_fails_fails_the_commit() {
    let sandbox = with_foreign("#!/bin/sh\necho 'the other hook says no'\nexit 3\n");
    install(&sandbox);
    sandbox.stage("content/new.md", GOOD);
    let before = head(&sandbox);
    let ran = commit(&sandbox, &[]);
    ran.fails().complains("the other hook says no");
    // Ours has not run.
    ran.is_silent_about("nothing found");
    assert_eq!(head(&sandbox), before);
}

#[test]
fn what_a_foreign_hook_stages_is_checked() {
    let sandbox = with_foreign(
        "#!/bin/sh\nsed 's/\\[TK\\]/four/' content/new.md > tmp && mv tmp content/new.md\n\
         git add content/new.md\n",
    );
    install(&sandbox);
    sandbox.stage("content/new.md", BAD);
    assert_passes(&sandbox, &[], "nothing found in 1 post");
    let committed = sandbox.run_git(&["show", "HEAD:content/new.md"]);
    assert!(committed.contains("We saved four hours."), "{committed}");
}

#[test]
fn installing_twice_changes_nothing_more() {
    let sandbox = with_foreign(THEIRS);
    install(&sandbox);
    let hook = sandbox.read(HOOK);
    // Ours is not kept as somebody else's.
    install(&sandbox).is_silent_about("the hook that was there is kept");
    assert_eq!(sandbox.read(HOOK), hook);
    assert_eq!(sandbox.read(KEPT), THEIRS);

    sandbox.stage("content/new.md", GOOD);
    let ran = commit(&sandbox, &[]);
    for words in ["the other hook", "nothing found"] {
        assert_eq!(ran.exits(0).err.matches(words).count(), 1, "{ran}");
    }
}

#[test]
fn two_foreign_hooks_are_left_as_they_are() {
    let sandbox = with_foreign("#!/bin/sh\necho new\n");
    sandbox.write(KEPT, "#!/bin/sh\necho old\n");
    let ran = sandbox.sayso(&["hook", "install"]);
    ran.exits(2).complains("pre-commit.before-sayso");
    assert_eq!(sandbox.read(HOOK), "#!/bin/sh\necho new\n");
    assert_eq!(sandbox.read(KEPT), "#!/bin/sh\necho old\n");
}

#[test]
fn uninstalling_restores_the_foreign_hook() {
    let sandbox = with_foreign(THEIRS);
    let mode = || {
        fs::metadata(sandbox.join(HOOK))
            .expect("a hook")
            .permissions()
    };
    let before = mode();
    install(&sandbox);
    sandbox.sayso(&["hook", "uninstall"]).exits(0);
    assert_eq!((sandbox.read(HOOK).as_str(), mode()), (THEIRS, before));
    assert!(!sandbox.join(KEPT).exists());
    sandbox.stage("content/new.md", BAD);
    assert_passes(&sandbox, &[], "the other hook");
}

#[test]
fn a_foreign_hook_is_not_uninstalled() {
    let sandbox = with_foreign(THEIRS);
    let ran = sandbox.sayso(&["hook", "uninstall"]);
    ran.exits(0).says("no hook of sayso");
    assert_eq!(sandbox.read(HOOK), THEIRS);
}

#[cfg(unix)]
mod links {
    use super::*;

    /// A repository whose hook is a link to `target`.
    fn with_link(target: &str) -> Sandbox {
        let sandbox = repo();
        fs::create_dir_all(sandbox.join(".git/hooks")).expect("hooks");
        std::os::unix::fs::symlink(target, sandbox.join(HOOK)).expect("a link");
        sandbox
    }

    /// The hook is that link again after uninstalling.
    #[track_caller]
    fn assert_link_comes_back(sandbox: &Sandbox, target: &str) {
        sandbox.sayso(&["hook", "uninstall"]).exits(0);
        let link = fs::read_link(sandbox.join(HOOK)).expect("a link");
        assert_eq!(link, Path::new(target));
    }

    #[test]
    fn a_hook_that_is_a_link_is_kept_as_the_link_it_is() {
        let sandbox = with_link("../../scripts/check");
        write_script(&sandbox.join("scripts/check"), THEIRS);
        install(&sandbox);
        assert_eq!(sandbox.read("scripts/check"), THEIRS);
        sandbox.stage("content/new.md", BAD);
        let ran = commit(&sandbox, &[]);
        ran.fails()
            .complains("the other hook")
            .complains(BAD_MESSAGE);
        assert_link_comes_back(&sandbox, "../../scripts/check");
        assert_eq!(sandbox.read("scripts/check"), THEIRS);
    }

    /// The script may be there on another branch.
    #[test]
    fn nothing_is_written_through_a_link_that_leads_nowhere() {
        let sandbox = with_link("../../scripts-of-another-branch");
        install(&sandbox);
        assert!(!sandbox.join("scripts-of-another-branch").exists());
        sandbox.stage("content/new.md", BAD);
        assert_refused(&sandbox, &[], "content/new.md:5:10");
        assert_link_comes_back(&sandbox, "../../scripts-of-another-branch");
    }
}
