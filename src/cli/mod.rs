//! The command line: its types, and one thin file for each command.

mod baseline;
mod check;
mod config;
mod doctor;
mod explain;
mod hook;
mod init;
mod policy;
mod seal;
mod waivers;

use std::path::PathBuf;
use std::str::FromStr;

use clap::{Parser, Subcommand, ValueEnum};

use crate::exit::Exit;
use crate::render;
use crate::run::{self, Console};

pub use check::CheckArgs;
pub use config::ConfigAction;
pub use init::InitArgs;
pub use seal::{SealCommand, seal_key};

/// Checks the posts a company publishes, before they are published.
///
/// sayso reads Markdown posts and asks of each what a careful person asks
/// before sharing: is it confidential, does it make us look bad, can we back it
/// up, is it helpful, is it a conversation, who is speaking, has somebody used
/// common sense. It works offline; a draft never leaves this machine.
#[derive(Debug, Parser)]
#[command(name = "sayso", version, propagate_version = true)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Look at the repo and write a first policy that fits it
    Init(InitArgs),
    /// Check posts: files, folders, the whole repo, or what is staged
    Check(Box<CheckArgs>),
    /// Say what a rule is for, with examples, and what your policy says on it
    Explain(explain::ExplainArgs),
    /// Write your policy as a document that people can read
    Policy(policy::PolicyArgs),
    /// List all rules
    Rules {
        /// How the list looks
        #[arg(long, value_enum, default_value_t)]
        format: ListFormat,
    },
    /// Show a post as the rules see it: blocks, links, images, and where they stand
    Inspect {
        /// The post
        file: PathBuf,
        /// How it looks
        #[arg(long, value_enum, default_value_t)]
        format: InspectFormat,
    },
    /// Tell what can be set in sayso.toml, what is set, and what is set for nothing
    Config {
        #[command(subcommand)]
        action: ConfigAction,
    },
    /// Know of what is found today, so that a check shows only what is new
    Baseline(baseline::BaselineArgs),
    /// Allow a finding to stay: write the waiver, with a pin of the words it covers
    Waive(waivers::WaiveArgs),
    /// List every waiver and review, who gave it, and whether it still counts
    Audit(waivers::AuditArgs),
    /// Try the rules of your own policy, [[rule]], on their examples
    Test {
        /// Where the policy is [default: this repo]
        paths: Vec<PathBuf>,
    },
    /// Keep the list of names that must not be published, sealed with a key
    Seal {
        #[command(subcommand)]
        command: SealCommand,
    },
    /// Install the git hook that checks every commit, see how it is, or take it out
    Hook {
        #[command(subcommand)]
        action: hook::HookAction,
    },
    /// See whether everything is in place: git, the hook, the policy, the posts
    Doctor,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum ListFormat {
    /// A line a rule
    #[default]
    Text,
    /// A Markdown table
    Markdown,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum InspectFormat {
    /// A line a part
    #[default]
    Text,
    /// For programs
    Json,
}

/// Whether to use colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ColorChoice {
    /// On a terminal, unless NO_COLOR is set
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// Runs the command. `auto_color` says whether standard output can show colour.
pub fn run(cli: Cli, auto_color: bool, console: &mut Console<'_>) -> Exit {
    match cli.command {
        Command::Init(args) => init::run(&args, console),
        Command::Check(args) => check::run(*args, auto_color, console),
        Command::Explain(args) => explain::run(&args, console),
        Command::Policy(args) => policy::run(args, console),
        Command::Rules { format } => explain::rules(format, console),
        Command::Inspect { file, format } => {
            run::inspect(&file, format == InspectFormat::Json, console)
        }
        Command::Config { action } => config::run(action, console),
        Command::Baseline(args) => baseline::run(args, console),
        Command::Waive(args) => waivers::waive(args, console),
        Command::Audit(args) => waivers::audit(args, console),
        Command::Test { paths } => run::test_rules(&paths, console),
        Command::Seal { command } => seal::run(command, console),
        Command::Hook { action } => hook::run(action, auto_color, console),
        Command::Doctor => doctor::run(console),
    }
}

/// A date on the command line.
fn date(text: &str) -> Result<jiff::civil::Date, String> {
    jiff::civil::Date::from_str(text).map_err(|_| "use a date such as 2027-01-31".to_owned())
}

/// This call once more, as it may be pasted into a shell; each of its words
/// after the name of the program may be `changed`.
fn this_call(changed: impl FnMut(String) -> Vec<String>) -> String {
    let mut call = String::from("sayso");
    for word in std::env::args().skip(1).flat_map(changed) {
        call.push(' ');
        call.push_str(&render::shell_word(&word));
    }
    render::harmless(&call)
}

/// The program that is running, for the hook to call.
fn this_program() -> std::io::Result<PathBuf> {
    std::env::current_exe()
}
