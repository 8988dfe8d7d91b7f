//! What a check hides, since the baseline knows it.

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;

use super::loading::Loaded;
use super::site::Files;
use super::{Options, Scope};
use crate::baseline::{self, Baseline};
use crate::finding::{FileReport, Report};
use crate::source::{self, NotText, Source, SourceError};

/// The baseline, as a check uses it.
pub(super) struct Known {
    /// What is hidden.
    pub(super) hidden: Baseline,
    /// What is in the file.
    listed: Baseline,
}

impl Known {
    /// What the baseline of `source` knows. With `--all` nothing is hidden.
    pub(super) fn read(source: &dyn Source, options: &Options) -> Result<Known, SourceError> {
        let listed = read(source)?.map(|(_, baseline)| baseline);
        let listed = listed.unwrap_or_default();
        Ok(Known {
            hidden: if options.scope == Scope::All {
                Baseline::default()
            } else {
                listed.clone()
            },
            listed,
        })
    }

    /// Takes what is known out of `files` and counts it in the `report`, which
    /// also tells when entries are of no use any more.
    pub(super) fn hide(
        &self,
        files: &mut [FileReport],
        source: &dyn Source,
        loaded: &Loaded,
        site: &Files<'_>,
        options: &Options,
        report: &mut Report,
    ) {
        // Only a check of everything, by every rule, can tell.
        let overrides = &options.overrides;
        let by_all = overrides.only.is_empty() && overrides.levels.is_empty();
        if loaded.is_whole && by_all && !self.listed.entries.is_empty() {
            let judged = Judged::new(source, loaded, site.read());
            let gone = self
                .listed
                .gone(&Baseline::of(files), |path| judged.is(path));
            report.notices.extend(notice(gone.len()));
        }
        report.known = self.hidden.hide(files);
    }
}

/// What to say about entries that do not occur any more.
pub(super) fn notice(gone: usize) -> Option<String> {
    let entries = match gone {
        0 => return None,
        1 => "1 entry of the baseline no longer occurs".to_owned(),
        gone => format!("{gone} entries of the baseline no longer occur"),
    };
    let drops = if gone == 1 { "drops it" } else { "drops them" };
    Some(format!("{entries}; `sayso baseline --prune` {drops}"))
}

/// The posts and pictures whose entries can be told to be of no use: those that were looked
/// at, and those that are gone. What could not be read, or is no post by the
/// policy of today, keeps what it has.
pub(super) struct Judged<'a> {
    source: &'a dyn Source,
    looked_at: FxHashSet<&'a str>,
    pictures: BTreeSet<String>,
}

impl<'a> Judged<'a> {
    pub(super) fn new(
        source: &'a dyn Source,
        loaded: &'a Loaded,
        pictures: BTreeSet<String>,
    ) -> Judged<'a> {
        Judged {
            source,
            looked_at: loaded.jobs.iter().map(|job| job.path.as_str()).collect(),
            pictures,
        }
    }

    pub(super) fn looked_at(&self, path: &str) -> bool {
        self.looked_at.contains(path) || self.pictures.contains(path)
    }

    pub(super) fn is(&self, path: &str) -> bool {
        self.looked_at(path) || matches!(self.source.file(path), Ok(None))
    }
}

/// The baseline of `source` and its text, when it has one.
pub(super) fn read(source: &dyn Source) -> Result<Option<(String, Baseline)>, SourceError> {
    let file = baseline::FILE;
    let cannot = |reason: String| SourceError::new(format!("{file} cannot be read: {reason}"));
    let anew = "take back the last change to it, or delete it and write it anew: sayso baseline";
    let Some(bytes) = source
        .file(file)
        .map_err(|reason| cannot(reason).help(anew))?
    else {
        return Ok(None);
    };
    let text = source::decode(bytes).map_err(|fault| {
        let reason = match fault {
            NotText::At(byte) => format!("not UTF-8 at byte {byte}"),
            NotText::Utf16 => "UTF-16; save it as UTF-8".to_owned(),
            NotText::LfsPointer => "a Git LFS pointer; it is small, and belongs in git".to_owned(),
            NotText::Binary => "it is no text".to_owned(),
        };
        cannot(reason).help(anew)
    })?;
    match Baseline::read(&text) {
        Ok(baseline) => Ok(Some((text, baseline))),
        Err(fault) => {
            let (line, column) = (fault.place.line, fault.place.column);
            let message = format!("{file}:{line}:{column}: {}", fault.message);
            Err(SourceError::new(message).help(fault.help))
        }
    }
}
