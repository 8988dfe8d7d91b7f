//! `sayso policy` and `sayso explain`: what the policy says, for people.

use std::path::{Path, PathBuf};

use super::place::Place;
use super::{Console, output};
use crate::example;
use crate::exit::Exit;
use crate::explain;
use crate::handbook::{self, Format};
use crate::nearest::nearest;
use crate::render;
use crate::rules::{self, Entry};
use crate::source::{self, POLICY_FILE, SourceError};

/// What `sayso policy` was asked to do.
#[derive(Debug, Default)]
pub struct PolicyOptions {
    /// The post or folder whose policy is meant.
    pub path: Option<PathBuf>,
    /// The policy file to use in place of those that are found.
    pub config: Option<PathBuf>,
    /// How the document is written; else the name of the file tells.
    pub format: Option<Format>,
    /// Where it goes; standard output when not given.
    pub output: Option<PathBuf>,
    /// A copy to be compared with it.
    pub check: Option<PathBuf>,
    /// How to call the program so that the copy is made anew.
    pub command: String,
}

/// Runs `sayso policy`.
pub fn policy(options: &PolicyOptions, console: &mut Console<'_>) -> Exit {
    match try_policy(options, console) {
        Ok(exit) => exit,
        Err(error) => output::error(&error, console),
    }
}

fn try_policy(options: &PolicyOptions, console: &mut Console<'_>) -> Result<Exit, SourceError> {
    let place = Place::find(options.path.as_deref(), options.config.as_deref(), console)?;
    if !place.faults.is_empty() {
        output::policy_faults(place.faults, "no document was made", console);
        return Ok(Exit::Broken);
    }
    if place.is_without_policy() {
        let _ = writeln!(
            console.err,
            "sayso: no {POLICY_FILE} found: this is the built-in general policy"
        );
    }
    let file = options.check.as_ref().or(options.output.as_ref());
    let format = options.format.unwrap_or_else(|| {
        file.map_or_else(Format::default, |file| {
            Format::of_file(&file.to_string_lossy())
        })
    });
    let document = handbook::write(&handbook::document(place.subject()), format);
    if let Some(file) = &options.check {
        return compare(file, &document, options, console);
    }
    match &options.output {
        Some(path) => {
            source::write_report(&console.cwd.join(path), document.as_bytes()).map_err(
                |error| {
                    SourceError::new(format!(
                        "the document cannot be written to {}: {}",
                        path.display(),
                        source::WriteError::from(error)
                    ))
                    .help("see whether its folder exists and you may write there")
                },
            )?;
        }
        None => output::write_out(document.as_bytes(), console)?,
    }
    Ok(Exit::Clean)
}

/// Compares the copy in `file` with the `document`. How its lines end is for
/// git to say.
fn compare(
    file: &Path,
    document: &str,
    options: &PolicyOptions,
    console: &mut Console<'_>,
) -> Result<Exit, SourceError> {
    let copy = source::read_document(&console.cwd.join(file)).map_err(|reason| {
        SourceError::new(format!("{} cannot be read: {reason}", file.display()))
            .help(format!("`{}` makes the document", options.command))
    })?;
    let shown = render::harmless(&file.display().to_string());
    let mut numbers = 1..;
    let (mut old, mut new) = (copy.lines(), document.lines());
    let changed = loop {
        let number = numbers.next().unwrap_or(0);
        match (old.next(), new.next()) {
            (None, None) => break None,
            (old, new) if old != new => break Some(number),
            _ => {}
        }
    };
    let Some(line) = changed else {
        let _ = writeln!(console.err, "sayso: {shown} says what the policy says");
        return Ok(Exit::Clean);
    };
    let _ = writeln!(
        console.err,
        "sayso: {shown} is out of date: from line {line} on, it does not say what the policy says\n       \
         make it anew: {}",
        options.command
    );
    Ok(Exit::Findings)
}

/// Runs `sayso explain RULE`: what the rule is, and what the policy for `path`
/// (or for the folder somebody stands in) says on it. A rule that is not
/// `known` to the program, for the reason given, may be the policy's own.
pub fn explain(
    id: &str,
    known: Result<&'static Entry, String>,
    path: Option<&Path>,
    console: &mut Console<'_>,
) -> Exit {
    match try_explain(id, known, path, console) {
        Ok(()) => Exit::Clean,
        Err(error) => output::error(&error, console),
    }
}

fn try_explain(
    id: &str,
    known: Result<&'static Entry, String>,
    path: Option<&Path>,
    console: &mut Console<'_>,
) -> Result<(), SourceError> {
    let place = Place::find(path, None, console)?;
    let subject = place.subject();
    let files = subject.layers.files().iter();
    let mut own = files.flat_map(|layer| &layer.raw.custom);
    let (mut out, said) = match known {
        Ok(entry) => {
            let out = explain::rule(entry.meta, example::help(entry).as_deref());
            let said = (!place.is_without_policy()).then(|| handbook::on_rule(subject, entry.meta));
            (out, said)
        }
        Err(message) => {
            let near = nearest(id, own.clone().map(|rule| rule.id()))
                .filter(|_| rules::new_name(id).is_none());
            let rule = own.find(|rule| rule.id() == id).ok_or_else(|| {
                SourceError::new(match near {
                    Some(near) => format!("there is no rule `{id}`; did you mean `{near}`?"),
                    None => message,
                })
            })?;
            (explain::custom(rule), handbook::on_own_rule(subject, id))
        }
    };
    out.push('\n');
    if !place.faults.is_empty() {
        out.push_str("Your policy cannot be read as it is; `sayso check` says why.\n");
    } else if let Some(said) = said {
        out.push_str(&said);
    } else {
        out.pop();
    }
    let lines: Vec<String> = out.lines().map(render::harmless).collect();
    output::write_out(format!("{}\n", lines.join("\n")).as_bytes(), console)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_name_of_a_rule_is_told_the_new_one() {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut console = Console {
            seal_key: crate::run::KeyFrom::default(),
            out: &mut out,
            err: &mut err,
            cwd: env!("CARGO_MANIFEST_DIR").into(),
        };
        let old = "evidence/boast";
        let exit = explain(old, Err(rules::unknown(old)), None, &mut console);
        assert_eq!(exit, Exit::Broken);
        let told = "sayso: `evidence/boast` is now called `evidence/superlative`\n";
        assert_eq!(err, told.as_bytes());
    }
}
