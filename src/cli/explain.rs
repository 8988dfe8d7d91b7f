//! `sayso explain` and `sayso rules`.

use std::path::PathBuf;

use clap::Args;

use super::ListFormat;
use super::check::known_rule;
use crate::exit::Exit;
use crate::explain;
use crate::finding::Question;
use crate::nearest::nearest;
use crate::run::{self, Console};

/// Arguments of `sayso explain`.
#[derive(Args, Debug)]
pub struct ExplainArgs {
    /// Id of the rule, such as evidence/superlative
    #[arg(required_unless_present = "question")]
    rule: Option<String>,

    /// Explain a question, such as evidence, and its rules in short
    #[arg(long, conflicts_with_all = ["rule", "path"], value_parser = question)]
    question: Option<Question>,

    /// Say what the policy is for this post or folder [default: the folder you are in]
    #[arg(long)]
    path: Option<PathBuf>,
}

pub(super) fn run(args: &ExplainArgs, console: &mut Console<'_>) -> Exit {
    let id = args.rule.as_deref().unwrap_or_default();
    if let Some(question) = args.question.or_else(|| Question::from_id(id)) {
        return print(&explain::question(question), console);
    }
    run::explain(id, known_rule(id), args.path.as_deref(), console)
}

fn question(text: &str) -> Result<Question, String> {
    Question::from_id(text).ok_or_else(|| {
        let ids = Question::ALL.map(Question::id);
        match nearest(text, ids) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("use {}", ids.join(", ")),
        }
    })
}

pub(super) fn rules(format: ListFormat, console: &mut Console<'_>) -> Exit {
    let text = match format {
        ListFormat::Text => explain::list(),
        ListFormat::Markdown => explain::table(),
    };
    print(&text, console)
}

pub(super) fn print(text: &str, console: &mut Console<'_>) -> Exit {
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
