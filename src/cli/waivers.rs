//! `sayso waive` and `sayso audit`.

use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

use crate::exit::Exit;
use crate::render::audit::Format;
use crate::run::{self, AuditOptions, Console, WaiveOptions};

/// Arguments of `sayso waive`.
#[derive(Args, Debug)]
pub struct WaiveArgs {
    /// The post and the line of the finding, as a report shows them: blog/a.md:12
    #[arg(value_parser = place, value_name = "PATH:LINE")]
    place: (PathBuf, usize),

    /// Id of the rule, such as evidence/superlative
    rule: String,

    /// Why the finding may stay, in 15 characters or more
    #[arg(long)]
    reason: String,

    /// Who says so
    #[arg(long)]
    by: Option<String>,

    /// The last day it may, such as 2027-01-31
    #[arg(long, value_parser = super::date)]
    until: Option<Date>,

    /// Pretend that this is today
    #[arg(long, value_parser = super::date, hide = true)]
    today: Option<Date>,
}

/// Arguments of `sayso audit`.
#[derive(Args, Debug)]
pub struct AuditArgs {
    /// Posts and folders [default: the whole repo]
    paths: Vec<PathBuf>,

    /// How the list looks: text, json or csv
    #[arg(long, value_parser = format, default_value = "text")]
    format: Format,

    /// Write the list to this file
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Pretend that this is today
    #[arg(long, value_parser = super::date, hide = true)]
    today: Option<Date>,
}

pub(super) fn waive(args: WaiveArgs, console: &mut Console<'_>) -> Exit {
    let (path, line) = args.place;
    let options = WaiveOptions {
        path,
        line,
        rule: args.rule,
        reason: args.reason,
        by: args.by,
        until: args.until,
        today: args.today,
    };
    run::waive(&options, console)
}

pub(super) fn audit(args: AuditArgs, console: &mut Console<'_>) -> Exit {
    let options = AuditOptions {
        paths: args.paths,
        format: args.format,
        output: args.output,
        today: args.today,
    };
    run::audit(&options, console)
}

/// `blog/a.md:12`, and `blog/a.md:12:5` as a report has it.
fn place(text: &str) -> Result<(PathBuf, usize), String> {
    let number = |text: &str| text.parse::<usize>().ok().filter(|line| *line > 0);
    let told = "write the post and the line, as in blog/a.md:12";
    let (head, last) = text.rsplit_once(':').ok_or(told)?;
    let last = number(last).ok_or(told)?;
    // The column is of no use here.
    let with_column = head
        .rsplit_once(':')
        .and_then(|(path, line)| Some((PathBuf::from(path), number(line)?)));
    Ok(with_column.unwrap_or((PathBuf::from(head), last)))
}

fn format(text: &str) -> Result<Format, String> {
    let mut formats = Format::ALL.into_iter();
    let found = formats.find(|(name, _)| *name == text);
    found
        .map(|(_, format)| format)
        .ok_or_else(|| "use text, json or csv".to_owned())
}
