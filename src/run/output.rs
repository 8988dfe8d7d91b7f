//! What a run says, and where it says it.

use std::io;

use super::{Console, Options};
use crate::engine::Job;
use crate::exit::Exit;
use crate::finding::{FileReport, Report};
use crate::render::{self, Format, Style};
use crate::source::{self, SourceError};

/// Writes the report to where it was asked for.
pub(super) fn report(
    report: &Report,
    options: &Options,
    console: &mut Console<'_>,
) -> Result<(), SourceError> {
    let mut bytes = Vec::new();
    render::render(report, options.format, options.style, &mut bytes)
        .map_err(|error| SourceError::new(format!("the report cannot be made: {error}")))?;
    match &options.output {
        Some(path) => source::write_report(&console.cwd.join(path), &bytes).map_err(|error| {
            SourceError::new(format!(
                "the report cannot be written to {}: {}",
                path.display(),
                source::WriteError::from(error)
            ))
            .help("see whether its folder exists and you may write there")
        })?,
        None => write_out(&bytes, console)?,
    }
    if options.style.quiet {
        if let Some(why) = &report.nothing_checked {
            let _ = writeln!(console.err, "sayso: {}", render::harmless(why));
        }
        // What fails the run is told even so.
        for check in report.not_checked.iter().filter(|_| options.require_sealed) {
            let _ = writeln!(console.err, "not checked: {}", render::harmless(check));
        }
        return Ok(());
    }
    if options.format != Format::Json && options.output.is_none() {
        return Ok(());
    }
    // A program or a file has the report; people are told here.
    let _ = write!(console.err, "{}", render::summary(report));
    Ok(())
}

/// Writes to standard output. A reader that has seen enough closes the pipe,
/// and that is no error.
pub(super) fn write_out(bytes: &[u8], console: &mut Console<'_>) -> Result<(), SourceError> {
    let written = console
        .out
        .write_all(bytes)
        .and_then(|()| console.out.flush());
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(SourceError::new(format!(
            "the report cannot be written: {error}"
        ))),
        _ => Ok(()),
    }
}

/// Writes what `--fix` would change; the verdict goes to standard error.
pub(super) fn diff(
    diff: &str,
    report: &Report,
    console: &mut Console<'_>,
) -> Result<(), SourceError> {
    write_out(diff.as_bytes(), console)?;
    for offer in &report.offers {
        let _ = writeln!(console.err, "{}", render::harmless(offer));
    }
    if diff.is_empty() && report.offers.is_empty() {
        let _ = writeln!(console.err, "there is nothing that --fix would change");
    }
    let _ = write!(console.err, "{}", render::summary(report));
    Ok(())
}

/// Tells which posts are about to be checked.
pub(super) fn list_posts(jobs: &[Job], console: &mut Console<'_>) {
    for job in jobs {
        let _ = writeln!(console.err, "checking {}", render::harmless(&job.path));
    }
}

/// Tells the faults of policy files that nothing can be done with; `undone`
/// says what was not.
pub(super) fn policy_faults(faults: Vec<FileReport>, undone: &str, console: &mut Console<'_>) {
    let report = Report {
        files: faults,
        nothing_checked: Some(format!("{undone}: mend the policy first")),
        ..Report::default()
    };
    let mut bytes = Vec::new();
    if render::render(&report, Format::Human, Style::default(), &mut bytes).is_ok() {
        let _ = console.err.write_all(&bytes);
    }
}

/// Tells why the work could not be done.
pub(super) fn error(error: &SourceError, console: &mut Console<'_>) -> Exit {
    // When standard error is gone too there is nobody to tell.
    let _ = writeln!(console.err, "sayso: {}", render::harmless(&error.message));
    if let Some(help) = &error.help {
        let _ = writeln!(console.err, "       {}", render::harmless(help));
    }
    Exit::Broken
}
