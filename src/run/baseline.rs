//! `sayso baseline`: what is found today, written down as known; entries that
//! are of no use dropped; or both compared, and nothing written.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use jiff::civil::Date;

use super::known::{self, Judged};
use super::loading::{self, Loaded};
use super::site::Files;
use super::{Console, output, pictures};
use crate::baseline::{self, Baseline, Entry, FILE};
use crate::engine::World;
use crate::exit::Exit;
use crate::finding::FileReport;
use crate::render::{harmless, plural};
use crate::source::{self, SourceError, Tree};

/// What `sayso baseline` was asked to do.
#[derive(Debug, Default)]
pub struct BaselineOptions {
    /// Files and folders; none for the repo.
    pub paths: Vec<PathBuf>,
    /// What to do with what is found.
    pub task: BaselineTask,
    /// Say what would change, and write nothing.
    pub dry_run: bool,
    /// The policy file to use in place of those beside the posts.
    pub config: Option<PathBuf>,
    /// The day the check is made for; today by the clock when not given.
    pub today: Option<Date>,
}

/// What to do with what is found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BaselineTask {
    /// Write it down.
    #[default]
    Write,
    /// Drop the entries that are not among it.
    Prune,
    /// Fail when a rule has more of it than there are entries.
    Ratchet,
}

/// Runs `sayso baseline`.
pub fn baseline(options: &BaselineOptions, console: &mut Console<'_>) -> Exit {
    match try_baseline(options, console) {
        Ok(exit) => exit,
        Err(error) => output::error(&error, console),
    }
}

fn try_baseline(options: &BaselineOptions, console: &mut Console<'_>) -> Result<Exit, SourceError> {
    let look = Look::at(options, console)?;
    for skipped in look.loaded.skipped.iter().filter(|skipped| skipped.broken) {
        let (path, reason) = (harmless(&skipped.path), harmless(&skipped.reason));
        let _ = writeln!(console.err, "not checked: {path}: {reason}");
    }
    let exit = match options.task {
        BaselineTask::Write => look.write(look.updated(), options.dry_run, console)?,
        BaselineTask::Prune => look.write(look.pruned()?, options.dry_run, console)?,
        BaselineTask::Ratchet => look.compare(console)?,
    };
    let is_unread = look.loaded.skipped.iter().any(|skipped| skipped.broken);
    Ok(if is_unread { Exit::Broken } else { exit })
}

/// The posts and the baseline of today.
pub(super) struct Look {
    root: PathBuf,
    tree: Tree,
    loaded: Loaded,
    /// The pictures that were looked at.
    pictures: BTreeSet<String>,
    /// What is found and may be known.
    pub(super) found: Baseline,
    /// How much is found that may not.
    open: usize,
    /// The baseline that is there, and its text.
    pub(super) before: Option<(String, Baseline)>,
}

impl Look {
    pub(super) fn at(
        options: &BaselineOptions,
        console: &Console<'_>,
    ) -> Result<Look, SourceError> {
        let root = source::find_root(&console.cwd, &options.paths);
        let tree = Tree::new(&root, &console.cwd, &options.paths);
        let loaded = loading::load_all(&options.paths, options.config.as_deref(), console)?;
        if loaded.jobs.is_empty() && loaded.pictures.is_empty() {
            return Err(
                SourceError::new("no posts matched: there is nothing to know of")
                    .help("`sayso check` says which files are posts, and why others are not"),
            );
        }
        let before = known::read(&tree)?;
        let today = options.today.unwrap_or_else(super::today);
        let site = Files::new(&tree);
        let world = World { today, site: &site };
        let mut files = super::in_parallel(&loaded.jobs, world, None);
        files.extend(pictures::lint(&loaded, &files, world));
        let pictures = site.read();
        let is_open = |file: &FileReport| {
            let open = file.findings.iter().filter(|found| found.always_shown);
            open.filter(|found| found.waived.is_none()).count()
        };
        Ok(Look {
            found: Baseline::of(&files),
            open: files.iter().map(is_open).sum(),
            root,
            tree,
            loaded,
            pictures,
            before,
        })
    }

    fn before(&self) -> Result<&Baseline, SourceError> {
        let before = self.before.as_ref().map(|(_, baseline)| baseline);
        before.ok_or_else(|| {
            SourceError::new(format!("there is no {FILE}"))
                .help("`sayso baseline` writes one, of what is found today")
        })
    }

    /// Entries that are of no use any more.
    fn gone(&self, before: &Baseline) -> BTreeSet<Entry> {
        let judged = Judged::new(&self.tree, &self.loaded, self.pictures.clone());
        before.gone(&self.found, |path| judged.is(path))
    }

    /// The baseline without what does not occur any more.
    fn pruned(&self) -> Result<Baseline, SourceError> {
        let before = self.before()?;
        let gone = self.gone(before);
        Ok(Baseline {
            entries: before.entries.difference(&gone).cloned().collect(),
        })
    }

    /// The baseline with what is found, and without what is not.
    pub(super) fn updated(&self) -> Baseline {
        let mut after = self.pruned().unwrap_or_default();
        after.entries.extend(self.found.entries.iter().cloned());
        after
    }

    /// Writes the baseline that comes `after`, and says what is different.
    pub(super) fn write(
        &self,
        after: Baseline,
        dry_run: bool,
        console: &mut Console<'_>,
    ) -> Result<Exit, SourceError> {
        let (text, before) = match &self.before {
            Some((text, before)) => (Some(text.as_str()), before),
            None => (None, &Baseline::default()),
        };
        let after_text = after.text();
        let is_same = text == Some(after_text.as_str());
        if !dry_run && !is_same {
            source::keep(&self.root, FILE, text, &after_text).map_err(|why| {
                SourceError::new(format!("{FILE} was not written: {why}"))
                    .help("its folder, .sayso, must be one of this repo that you may write to")
            })?;
        }
        let added = after.entries.difference(&before.entries);
        let dropped = before.entries.difference(&after.entries);
        let mut said = String::new();
        let mut counts = Vec::new();
        for (entries, what) in [
            (added.collect::<Vec<_>>(), "added"),
            (dropped.collect(), "dropped"),
        ] {
            for (rule, count) in baseline::count(entries.iter().copied()) {
                said.push_str(&format!("{count:>6} {what:<7}  {}\n", harmless(rule)));
            }
            if !entries.is_empty() {
                counts.push(format!("{} {what}", entries.len()));
            }
        }
        let done = match (is_same, dry_run) {
            (true, _) => "stays as it is",
            (false, true) => "would be written",
            (false, false) => "is written",
        };
        let known = plural(after.entries.len(), "known finding", "known findings");
        let parts = [&[known][..], &counts].concat().join(", ");
        said.push_str(&format!("sayso: {FILE} {done}: {parts}\n"));
        if self.before.is_none() && !dry_run {
            let next =
                "`sayso check` hides what is known; commit the file, so that it does for everybody";
            said.push_str(&format!("       {next}\n"));
        }
        if self.open > 0 {
            let open = plural(self.open, "finding stays", "findings stay");
            let why = "what is about a waiver, or what nobody may allow, is always shown";
            said.push_str(&format!("       {open} open: {why}\n"));
        }
        output::write_out(said.as_bytes(), console)?;
        Ok(Exit::Clean)
    }

    /// Compares how much each rule finds with how much of it is known.
    fn compare(&self, console: &mut Console<'_>) -> Result<Exit, SourceError> {
        let before = self.before()?;
        let judged = Judged::new(&self.tree, &self.loaded, self.pictures.clone());
        // A part of the posts is compared with what is known of that part.
        let is_meant = |entry: &&Entry| self.loaded.is_whole || judged.looked_at(&entry.path);
        let known = baseline::count(before.entries.iter().filter(is_meant));
        let found = baseline::count(&self.found.entries);
        let grown = grown(&known, &found);
        let mut said = String::new();
        for (rule, from, to) in &grown {
            said.push_str(&format!("{}: from {from} to {to}\n", harmless(rule)));
        }
        said.push_str(&match grown.len() {
            0 => {
                let posts = plural(self.loaded.jobs.len(), "post", "posts");
                format!("sayso: no rule has more findings than are known, in {posts}\n")
            }
            count => format!(
                "sayso: {} more findings than are known\n       `sayso check` shows the new ones\n",
                plural(count, "rule has", "rules have")
            ),
        });
        if let Some(notice) = known::notice(self.gone(before).len()) {
            said.push_str(&format!("       {notice}\n"));
        }
        output::write_out(said.as_bytes(), console)?;
        Ok(if grown.is_empty() {
            Exit::Clean
        } else {
            Exit::Findings
        })
    }
}

/// The rules that find more than is known, and from how much to how much.
fn grown<'a>(
    known: &BTreeMap<&str, usize>,
    found: &BTreeMap<&'a str, usize>,
) -> Vec<(&'a str, usize, usize)> {
    let counts = found.iter().map(|(&rule, &to)| {
        let from = known.get(rule).copied().unwrap_or_default();
        (rule, from, to)
    });
    counts.filter(|(_, from, to)| from < to).collect()
}
