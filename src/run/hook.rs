//! `sayso hook run`: what the git hooks call.

use std::path::Path;

use super::policies::Policies;
use super::seal;
use super::{Checked, Console, Options, Reader, check, output, today};
use crate::engine::{self, Job};
use crate::exit::Exit;
use crate::finding::{Question, Report};
use crate::hook;
use crate::policy::{Choice, Overrides};
use crate::post::Generator;
use crate::render::{self, Format, Rest, Style};
use crate::source::{self, SourceError, Staged};
use crate::waiver::Authors;

/// What git tells a hook about the commit.
#[derive(Clone, Copy, Debug)]
pub struct Commit {
    /// True when its posts are still staged after it was stopped.
    pub stays_staged: bool,
    /// True when an editor has shown its message.
    pub was_edited: bool,
    /// Whether to use colour.
    pub color: bool,
}

/// Checks the posts that a commit is about to take in.
pub fn pre_commit(commit: Commit, console: &mut Console<'_>) -> Exit {
    let rest = if commit.stays_staged {
        Rest::Staged
    } else {
        Rest::Disk
    };
    let options = Options {
        checked: Checked::Staged,
        format: Format::Hook(rest),
        style: style(commit),
        ..Options::default()
    };
    let exit = check(&options, console);
    let next = match (exit, commit.stays_staged) {
        (Exit::Clean, _) => return exit,
        (Exit::Findings, true) => ": mend the posts, `git add` them and commit again",
        (Exit::Findings, false) => ": mend the posts and commit again",
        (Exit::Broken, _) => "",
    };
    let _ = output::write_out(format!("nothing was committed{next}\n").as_bytes(), console);
    exit
}

/// Checks the message of a commit, in the file at `path`.
pub fn commit_msg(path: &Path, commit: Commit, console: &mut Console<'_>) -> Exit {
    match try_commit_msg(path, commit, console) {
        Ok(Exit::Clean) => Exit::Clean,
        Ok(exit) => {
            let stopped = format!(
                "nothing was committed; your message is kept in {}\n",
                render::harmless(&path.display().to_string())
            );
            let _ = output::write_out(stopped.as_bytes(), console);
            exit
        }
        Err(error) => output::error(&error, console),
    }
}

/// The message is read as a post at the top of the repo, and asked one question:
/// it goes wherever the repo goes, but nobody reads it as a post.
fn try_commit_msg(
    path: &Path,
    commit: Commit,
    console: &mut Console<'_>,
) -> Result<Exit, SourceError> {
    let message = hook::read_message(&console.cwd, path, commit.was_edited).map_err(|why| {
        let path = path.display();
        SourceError::new(format!(
            "the commit message in {path} cannot be read: {why}"
        ))
    })?;
    let root = source::find_root(&console.cwd, &[]);
    let source = Staged::open(&root, &console.cwd, &[], Reader::Any)?;
    let overrides = Overrides {
        only: vec![Choice::Question(Question::Confidential)],
        ..Overrides::default()
    };
    let mut policies = Policies::new(&source, &overrides);
    let in_force = policies.of("")?;
    let faults = policies.take_faults();
    if !faults.is_empty() {
        output::policy_faults(faults, "the commit message was not checked", console);
        return Ok(Exit::Broken);
    }
    let sealed = seal::open(&source, &root, false, console)?;
    let job = Job {
        seal: sealed.seal,
        path: "commit message".to_owned(),
        generator: Generator::Plain,
        text: message.kept.into(),
        before: Vec::new(),
        layers: in_force.layers,
        authors: Authors::default(),
    };
    let mut file = engine::lint(&job, today());
    file.text = message.text.into();
    for finding in &mut file.findings {
        // Nothing is written into a message.
        finding.fix = None;
    }
    let fails = file.fails();
    let notice = "the commit message is not UTF-8: letters beyond ASCII were not read";
    if file.findings.is_empty() {
        if !message.is_utf8 {
            let _ = writeln!(console.err, "sayso: {notice}");
        }
        if let Some(why) = sealed.not_checked {
            let _ = writeln!(console.err, "sayso: not checked: {why}");
        }
        return Ok(Exit::Clean);
    }
    let mut report = Report {
        posts: 1,
        not_checked: sealed.not_checked.into_iter().collect(),
        checked: Some("the commit message"),
        notices: (!message.is_utf8)
            .then(|| notice.to_owned())
            .into_iter()
            .collect(),
        files: vec![file],
        ..Report::default()
    };
    report.conceal();
    let options = Options {
        format: Format::Hook(Rest::Nowhere),
        style: style(commit),
        ..Options::default()
    };
    output::report(&report, &options, console)?;
    Ok(if fails { Exit::Findings } else { Exit::Clean })
}

fn style(commit: Commit) -> Style {
    Style {
        color: commit.color,
        ..Style::default()
    }
}
