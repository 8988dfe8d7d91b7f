//! `sayso init`.

use std::io::{self, IsTerminal};
use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

use crate::exit::Exit;
use crate::run::{self, Consent, Console};

/// Arguments of `sayso init`.
#[derive(Args, Debug)]
pub struct InitArgs {
    /// The folder that gets the policy [default: the top of the repo]
    path: Option<PathBuf>,

    /// Write it without asking
    #[arg(short, long)]
    yes: bool,

    /// Pretend that this is today
    #[arg(long, value_parser = super::date, hide = true)]
    today: Option<Date>,
}

pub(super) fn run(args: &InitArgs, console: &mut Console<'_>) -> Exit {
    let mut ask = says_yes;
    let is_terminal = io::stdin().is_terminal() && io::stdout().is_terminal();
    let consent = match (args.yes, is_terminal) {
        (true, _) => Consent::Given,
        (false, true) => Consent::Ask(&mut ask),
        (false, false) => Consent::Withheld,
    };
    run::init(args.path.as_deref(), consent, args.today, console)
}

/// Reads a line from whoever sits there.
fn says_yes() -> bool {
    let mut answer = String::new();
    let read = io::stdin().read_line(&mut answer);
    let answer = answer.trim().to_lowercase();
    read.is_ok() && matches!(answer.as_str(), "y" | "yes")
}
