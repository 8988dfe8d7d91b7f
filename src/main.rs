//! The program: reads the command line, runs it, tells the shell how it went.

use std::io::{self, IsTerminal, Write};
use std::panic::PanicHookInfo;
use std::process::ExitCode;

use clap::Parser;
use sayso::cli::{self, Cli};
use sayso::run::Console;

fn main() -> ExitCode {
    std::panic::set_hook(Box::new(tell_fault));
    let cli = Cli::parse();
    let stdout = io::stdout();
    // Asks for NO_COLOR and its relatives too.
    let auto_color = stdout.is_terminal()
        && anstream::AutoStream::choice(&stdout) != anstream::ColorChoice::Never;
    let mut console = Console {
        out: &mut stdout.lock(),
        // A fault on another thread must be able to write, too.
        err: &mut io::stderr(),
        seal_key: cli::seal_key(),
        cwd: std::env::current_dir().unwrap_or_default(),
    };
    cli::run(cli, auto_color, &mut console).into()
}

/// Tells where the program went wrong, and not with which words: they may be
/// those of a post that is not out.
fn tell_fault(fault: &PanicHookInfo<'_>) {
    let place = fault
        .location()
        .map(ToString::to_string)
        .unwrap_or_default();
    let _ = writeln!(
        io::stderr(),
        "sayso: a fault in the program at {place}; please report it, without the post"
    );
}
