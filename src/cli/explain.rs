//! `sayso explain` and `sayso rules`.

use super::ListFormat;
use super::check::known_rule;
use crate::exit::Exit;
use crate::explain;
use crate::run::Console;

pub(super) fn rule(id: &str, console: &mut Console<'_>) -> Exit {
    match known_rule(id) {
        Ok(entry) => print(&explain::rule(entry.meta), console),
        Err(message) => {
            let _ = writeln!(console.err, "sayso: {message}");
            Exit::Broken
        }
    }
}

pub(super) fn rules(format: ListFormat, console: &mut Console<'_>) -> Exit {
    let text = match format {
        ListFormat::Text => explain::list(),
        ListFormat::Markdown => explain::table(),
    };
    print(&text, console)
}

fn print(text: &str, console: &mut Console<'_>) -> Exit {
    let written = console
        .out
        .write_all(text.as_bytes())
        .and_then(|()| console.out.flush());
    match written {
        // Whoever closed the pipe has read enough.
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            let _ = writeln!(console.err, "sayso: this cannot be written: {error}");
            Exit::Broken
        }
        _ => Exit::Clean,
    }
}
