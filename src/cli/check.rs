//! `sayso check`.

use std::io::{self, Read};
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use jiff::civil::Date;

use super::{ColorChoice, this_call};
use crate::exit::Exit;
use crate::finding::{FailOn, Level, Question};
use crate::nearest::nearest;
use crate::policy::{Choice, Overrides};
use crate::render::{Format, Style};
use crate::rules::{self, Entry};
use crate::run::{self, Checked, Console, Fixing, Options, Range, Reader, Scope};

/// Arguments of `sayso check`.
#[derive(Args, Debug)]
pub struct CheckArgs {
    /// Files and folders to check [default: the whole repo]
    paths: Vec<PathBuf>,

    /// Check what is staged for the next commit, and not the files on disk
    #[arg(long, group = "from", conflicts_with_all = ["fix", "diff"])]
    staged: bool,

    /// Check what the commits since REV changed, as HEAD holds it
    #[arg(long, value_name = "REV", group = "from", conflicts_with_all = ["fix", "diff"])]
    base: Option<String>,

    /// Check what the commits of a range changed, as in main..topic
    #[arg(long, value_name = "A..B", group = "from", conflicts_with_all = ["fix", "diff"])]
    #[arg(value_parser = range)]
    range: Option<Range>,

    /// Check one post from standard input, as if this file held it
    #[arg(long, value_name = "FILE", group = "from", conflicts_with_all = ["fix", "paths"])]
    stdin_filename: Option<PathBuf>,

    /// With --staged, --base or --range: tell all that is found in the files
    /// that changed, and not only what the change brought
    #[arg(long, conflicts_with = "all")]
    changed_files: bool,

    /// Tell all that is found: older findings too, and those that the baseline knows
    #[arg(long)]
    all: bool,

    /// With --base or --range: exit with 2 when there is nothing to compare
    /// with, in place of checking every post
    #[arg(long)]
    require_base: bool,

    /// Exit with 2 when the sealed terms cannot be looked for: without the list
    /// or its key
    #[arg(long)]
    require_sealed: bool,

    /// What reads the git repository; by itself it is the library, and the
    /// program where that fails
    #[arg(long, value_enum, value_name = "READER", hide = true)]
    git: Option<GitReader>,

    /// Apply the fixes that change no meaning
    #[arg(long)]
    fix: bool,

    /// Show what --fix would change, and write nothing
    #[arg(long, conflicts_with_all = ["format", "output"])]
    diff: bool,

    /// How the report looks
    #[arg(long, value_enum, default_value_t)]
    format: FormatName,

    /// Write the report to a file
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Use this policy in place of the sayso.toml nearest to each post; its
    /// paths count from its own folder, or from the repo when it lies outside
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,

    /// The lightest level that makes the check fail: error, warning, advice or never
    #[arg(long, value_name = "LEVEL", value_parser = fail_on)]
    fail_on: Option<FailOn>,

    /// Set the level of a rule, as in evidence/superlative=error; may be repeated
    #[arg(long, value_name = "ID=LEVEL", value_parser = rule_level)]
    rule: Vec<(String, Level)>,

    /// Ask one rule, or the rules of one question; may be repeated
    #[arg(long, value_name = "ID-OR-QUESTION", value_parser = choice)]
    only: Vec<Choice>,

    /// The day to check for [default: today]
    #[arg(long, value_name = "DATE", value_parser = super::date)]
    today: Option<Date>,

    /// Number of threads [default: one for each core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=512))]
    jobs: Option<u16>,

    /// Leave out what [posts] excludes, even when it is named here
    #[arg(long)]
    force_exclude: bool,

    /// Pass when there is no post at all
    #[arg(long)]
    allow_empty: bool,

    /// Whether to use colour
    #[arg(long, value_enum, default_value_t, value_name = "WHEN")]
    color: ColorChoice,

    /// Print findings only
    #[arg(short, long)]
    quiet: bool,

    /// Tell which posts are read
    #[arg(short, long)]
    verbose: bool,

    /// Count the findings of each rule
    #[arg(long)]
    statistics: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum GitReader {
    Library,
    Program,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum FormatName {
    /// For people
    #[default]
    Human,
    /// A line a finding
    Concise,
    /// For programs
    Json,
    /// For GitHub Actions
    Github,
}

pub(super) fn run(args: CheckArgs, auto_color: bool, console: &mut Console<'_>) -> Exit {
    let color = match args.color {
        ColorChoice::Auto => auto_color && args.output.is_none(),
        ColorChoice::Always => true,
        ColorChoice::Never => false,
    };
    let fix_command = (!args.fix && !args.is_change()).then(this_call_with_fix);
    let scope = match (args.all, args.changed_files) {
        (true, _) => Scope::All,
        (false, true) => Scope::Files,
        (false, false) => Scope::Lines,
    };
    let checked = match checked(args.staged, args.base, args.range, args.stdin_filename) {
        Ok(checked) => checked,
        Err(error) => {
            let _ = writeln!(console.err, "sayso: standard input cannot be read: {error}");
            return Exit::Broken;
        }
    };
    let options = Options {
        paths: args.paths,
        checked,
        scope,
        require_base: args.require_base,
        require_sealed: args.require_sealed,
        reader: match args.git {
            None => Reader::Any,
            Some(GitReader::Library) => Reader::Library,
            Some(GitReader::Program) => Reader::Program,
        },
        force_exclude: args.force_exclude,
        allow_empty: args.allow_empty,
        config: args.config,
        overrides: Overrides {
            levels: args.rule,
            only: args.only,
            fail_on: args.fail_on,
        },
        today: args.today,
        jobs: args.jobs.map(usize::from),
        fix: match (args.diff, args.fix) {
            (true, _) => Fixing::Show,
            (false, true) => Fixing::Write,
            (false, false) => Fixing::Offer,
        },
        fix_command,
        format: match args.format {
            FormatName::Human => Format::Human,
            FormatName::Concise => Format::Concise,
            FormatName::Json => Format::Json,
            FormatName::Github => Format::Github,
        },
        style: Style {
            color,
            quiet: args.quiet,
        },
        output: args.output,
        verbose: args.verbose,
        statistics: args.statistics,
    };
    run::check(&options, console)
}

impl CheckArgs {
    /// True when nothing on disk is checked, so that nothing there is fixed.
    fn is_change(&self) -> bool {
        self.staged || self.base.is_some() || self.range.is_some() || self.stdin_filename.is_some()
    }
}

/// Where the posts come from.
fn checked(
    staged: bool,
    base: Option<String>,
    range: Option<Range>,
    stdin_filename: Option<PathBuf>,
) -> io::Result<Checked> {
    let since = |base| Range {
        base,
        tip: "HEAD".to_owned(),
    };
    Ok(if staged {
        Checked::Staged
    } else if let Some(range) = range.or(base.map(since)) {
        Checked::Commits(range)
    } else if let Some(path) = stdin_filename {
        let mut bytes = Vec::new();
        // More than a post may be long, and less than fills the memory.
        const LIMIT: u64 = 1 << 30;
        io::stdin().lock().take(LIMIT).read_to_end(&mut bytes)?;
        Checked::Given { path, bytes }
    } else {
        Checked::Disk
    })
}

fn range(text: &str) -> Result<Range, String> {
    Range::parse(text).ok_or_else(|| "write both ends, as in main..topic".to_owned())
}

/// This call once more, so that it fixes.
fn this_call_with_fix() -> String {
    let mut is_fixing = false;
    this_call(|word| {
        let is_check = word == "check" && !std::mem::replace(&mut is_fixing, true);
        if is_check {
            vec![word, "--fix".to_owned()]
        } else {
            vec![word]
        }
    })
}

fn fail_on(text: &str) -> Result<FailOn, String> {
    FailOn::ALL
        .into_iter()
        .find(|(name, _)| *name == text)
        .map(|(_, value)| value)
        .ok_or_else(|| "use error, warning, advice or never".to_owned())
}

fn rule_level(text: &str) -> Result<(String, Level), String> {
    let (id, level) = text
        .split_once('=')
        .ok_or("write the rule and its level, as in evidence/superlative=error")?;
    if !may_be_own(id) {
        known_rule(id)?;
    }
    Ok((id.to_owned(), level.parse()?))
}

fn choice(text: &str) -> Result<Choice, String> {
    match Question::from_id(text) {
        Some(question) => Ok(Choice::Question(question)),
        None if may_be_own(text) => Ok(Choice::Own(text.to_owned())),
        None => known_rule(text).map(Choice::Rule).map_err(|message| {
            match nearest(text, Question::ALL.map(Question::id)) {
                Some(near) if rules::new_name(text).is_none() => {
                    format!("there is no question `{text}`; did you mean `{near}`?")
                }
                _ => message,
            }
        }),
    }
}

/// The rule with this id, or what may be meant in the message.
pub(super) fn known_rule(id: &str) -> Result<&'static Entry, String> {
    if let Some(entry) = rules::find(id) {
        return Ok(entry);
    }
    if Question::from_id(id).is_some() {
        return Err(format!(
            "`{id}` is a question; `sayso rules` lists the rules that ask it"
        ));
    }
    Err(rules::unknown(id))
}

/// True for an id that the policy may have given to a rule of its own.
fn may_be_own(id: &str) -> bool {
    let is_named = |question: &str| Question::from_id(question).is_none();
    rules::find(id).is_none() && id.split_once('/').is_some_and(|(group, _)| is_named(group))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_name_of_a_rule_is_told_the_new_one() {
        let told = "`evidence/boast` is now called `evidence/superlative`";
        let id = "evidence/boast";
        assert_eq!(known_rule(id).err().as_deref(), Some(told));
        assert_eq!(choice(id).err().as_deref(), Some(told));
        assert_eq!(
            rule_level("evidence/boast=off").err().as_deref(),
            Some(told)
        );
    }
}
