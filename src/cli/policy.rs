//! `sayso policy`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::this_call;
use crate::exit::Exit;
use crate::handbook::Format;
use crate::run::{self, Console, PolicyOptions};

/// Arguments of `sayso policy`.
#[derive(Args, Debug)]
pub struct PolicyArgs {
    /// How the document is written [default: as the name of the file says, else markdown]
    #[arg(long, value_enum)]
    format: Option<FormatName>,

    /// The post or folder whose policy is meant [default: the folder you are in]
    #[arg(long)]
    path: Option<PathBuf>,

    /// Use this policy in place of the sayso.toml that is found
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,

    /// Write the document to a file
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Fail when this copy of the document is out of date
    #[arg(long, value_name = "FILE", conflicts_with = "output")]
    check: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FormatName {
    /// For a forge, a wiki or another program
    Markdown,
    /// One file for a browser, on a screen or on paper
    Html,
}

pub(super) fn run(args: PolicyArgs, console: &mut Console<'_>) -> Exit {
    let options = PolicyOptions {
        path: args.path,
        config: args.config,
        format: args.format.map(|format| match format {
            FormatName::Markdown => Format::Markdown,
            FormatName::Html => Format::Html,
        }),
        output: args.output,
        check: args.check,
        command: this_call(|word| match word.strip_prefix("--check") {
            Some(rest) => vec![format!("--output{rest}")],
            None => vec![word],
        }),
    };
    run::policy(&options, console)
}
