//! `sayso config show`: the policy for a place, and who decided what.

use std::fmt::Write;
use std::path::Path;

use super::place::Place;
use super::{Console, output};
use crate::exit::Exit;
use crate::policy::show;
use crate::render;
use crate::source::SourceError;

/// Prints the policy for the post or folder at `path`, each value with the
/// file and line that decided it.
pub fn show_config(path: Option<&Path>, console: &mut Console<'_>) -> Exit {
    match try_show(path, console) {
        Ok(exit) => exit,
        Err(error) => output::error(&error, console),
    }
}

fn try_show(path: Option<&Path>, console: &mut Console<'_>) -> Result<Exit, SourceError> {
    let place = Place::find(path, None, console)?;
    if !place.faults.is_empty() {
        output::policy_faults(place.faults, "nothing can be shown", console);
        return Ok(Exit::Broken);
    }
    let subject = place.subject();
    let mut out = String::new();
    let files = subject.layers.files();
    if files.is_empty() {
        out.push_str("# no policy file: the built-in general policy\n");
    } else {
        let names: Vec<&str> = files.iter().map(|layer| layer.file.path.as_str()).collect();
        let _ = writeln!(
            out,
            "# read in this order, the last word wins: {}",
            names.join(", ")
        );
    }
    if let Some(audience) = &subject.layers.policy(subject.scope).audience {
        let _ = writeln!(out, "# audience: {audience}");
    }
    out.push('\n');
    out.push_str(&show::as_text(&show::show(subject.layers, subject.scope)));
    let lines: Vec<String> = out.lines().map(render::harmless).collect();
    output::write_out(format!("{}\n", lines.join("\n")).as_bytes(), console)?;
    Ok(Exit::Clean)
}
