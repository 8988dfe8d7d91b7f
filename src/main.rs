//! The program: reads the command line, runs it, tells the shell how it went.

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use clap::Parser;
use sayso::cli::{self, Cli};
use sayso::run::Console;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let stdout = io::stdout();
    // Asks for NO_COLOR and its relatives too.
    let auto_color = stdout.is_terminal()
        && anstream::AutoStream::choice(&stdout) != anstream::ColorChoice::Never;
    let mut console = Console {
        out: &mut stdout.lock(),
        err: &mut io::stderr().lock(),
        cwd: std::env::current_dir().unwrap_or_default(),
    };
    cli::run(cli, auto_color, &mut console).into()
}
