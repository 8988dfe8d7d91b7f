//! `sayso baseline`.

use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

use crate::exit::Exit;
use crate::run::{self, BaselineOptions, BaselineTask, Console};

const MORE: &str = "\
It writes .sayso/baseline.json at the top of the repo: for each finding of today the post, the \
rule and a digest, and nothing of its words. From then on `sayso check` hides and counts these \
findings, and they do not make it fail; `sayso check --all` shows them. Called again, it adds what \
is new and drops what is gone.

What is waived is not written down, since it has its answer. What is about a waiver, and what \
nobody may allow, is always shown.";

/// Arguments of `sayso baseline`.
#[derive(Args, Debug)]
#[command(after_long_help = MORE)]
pub struct BaselineArgs {
    /// Files and folders to look at; entries of other posts stay [default: the whole repo]
    paths: Vec<PathBuf>,

    /// Add nothing: drop the entries that no longer occur
    #[arg(long)]
    prune: bool,

    /// Write nothing: fail when a rule has more findings than are known
    ///
    /// For CI, beside `sayso check`. A check fails for a new error; this compares
    /// the count of each rule, whatever its level, with its count in the baseline,
    /// and exits with 1 when any grew. A new finding passes when an old one of the
    /// same rule went.
    #[arg(long, conflicts_with_all = ["prune", "dry_run"])]
    ratchet: bool,

    /// Say what would change, and write nothing
    #[arg(long)]
    dry_run: bool,

    /// Use this policy in place of the sayso.toml nearest to each post
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,

    /// Pretend that this is today
    #[arg(long, value_parser = super::date, hide = true)]
    today: Option<Date>,
}

pub(super) fn run(args: BaselineArgs, console: &mut Console<'_>) -> Exit {
    let options = BaselineOptions {
        paths: args.paths,
        task: match (args.prune, args.ratchet) {
            (true, _) => BaselineTask::Prune,
            (false, true) => BaselineTask::Ratchet,
            (false, false) => BaselineTask::Write,
        },
        dry_run: args.dry_run,
        config: args.config,
        today: args.today,
    };
    run::baseline(&options, console)
}
