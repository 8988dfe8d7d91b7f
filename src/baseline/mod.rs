//! The baseline: findings that a repo knows of, and lives with until somebody
//! comes to them.
//!
//! It is a file of one line a finding, in the order of path, rule and
//! fingerprint, which git merges like any list: a finding that is added or
//! dropped touches no other line. That is why the list ends with `null`, so that
//! the last entry has its comma too, and why neither the order nor a line that
//! is there twice matters to a reader. Nothing of a post's words is in it.

mod read;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::finding::{FileReport, Finding};

pub use read::Fault;

/// Where it lies, from the root of the repo.
pub const FILE: &str = ".sayso/baseline.json";

/// The version of its shape.
const VERSION: u64 = 1;

/// What a repo knows of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    /// Its entries.
    pub entries: BTreeSet<Entry>,
}

/// A finding that is known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The post, or the picture that a post shows, from the root of the repo.
    pub path: String,
    /// Id of the rule.
    pub rule: String,
    /// What makes the finding the same after lines have moved: 64 hex digits.
    #[serde(deserialize_with = "read::fingerprint")]
    pub fingerprint: String,
}

impl Entry {
    /// The entry of a finding in the post at `path`; none for one that a
    /// baseline does not hold. What a picture gives away is known of the picture,
    /// and not of each post that shows it.
    ///
    /// What is waived has its answer: were it here too, it would stay hidden
    /// after the waiver has ended. What is always shown is not hidden by a list
    /// that nobody has to sign.
    fn of(path: &str, finding: &Finding) -> Option<Entry> {
        let may_be_known = finding.waived.is_none() && !finding.always_shown;
        may_be_known.then(|| Entry {
            path: finding
                .picture
                .as_ref()
                .map_or(path, |picture| &picture.path)
                .to_owned(),
            rule: finding.rule.to_string(),
            fingerprint: finding.fingerprint.clone(),
        })
    }
}

impl Baseline {
    /// Reads the `text` of the file.
    pub fn read(text: &str) -> Result<Baseline, Fault> {
        read::document(text).map(|entries| Baseline { entries })
    }

    /// All of `files` that may be known.
    pub fn of(files: &[FileReport]) -> Baseline {
        let entries = files.iter().flat_map(|file| {
            let findings = file.findings.iter();
            findings.filter_map(|finding| Entry::of(&file.path, finding))
        });
        Baseline {
            entries: entries.collect(),
        }
    }

    /// The text of the file.
    pub fn text(&self) -> String {
        let mut text = format!("{{\n\"version\": {VERSION},\n\"known\": [\n");
        let lines = self.entries.iter().map(serde_json::to_string);
        for line in lines.map_while(Result::ok) {
            text.push_str(&line);
            text.push_str(",\n");
        }
        text.push_str("null\n]\n}\n");
        text
    }

    /// True for a finding in the post at `path` that is known.
    pub fn knows(&self, path: &str, finding: &Finding) -> bool {
        !self.entries.is_empty()
            && Entry::of(path, finding).is_some_and(|entry| self.entries.contains(&entry))
    }

    /// Takes what is known out of `files`, and says how much that was.
    pub fn hide(&self, files: &mut [FileReport]) -> usize {
        let mut hidden = 0;
        for FileReport { path, findings, .. } in files {
            let before = findings.len();
            findings.retain(|finding| !self.knows(path, finding));
            hidden += before - findings.len();
        }
        hidden
    }

    /// Entries that are not among what was `found`, of posts that were `judged`.
    pub fn gone(&self, found: &Baseline, judged: impl Fn(&str) -> bool) -> BTreeSet<Entry> {
        let missing = self.entries.difference(&found.entries);
        missing
            .filter(|entry| judged(&entry.path))
            .cloned()
            .collect()
    }
}

/// How many `entries` there are of each rule.
pub fn count<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> BTreeMap<&'a str, usize> {
    let mut counts = BTreeMap::new();
    for entry in entries {
        *counts.entry(entry.rule.as_str()).or_default() += 1;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(path: &str, digit: char) -> Entry {
        Entry {
            path: path.to_owned(),
            rule: "evidence/superlative".to_owned(),
            fingerprint: String::from_iter([digit; 64]),
        }
    }

    #[test]
    fn what_is_written_is_read_again_and_has_a_line_for_each() {
        let entries = BTreeSet::from([entry("b\n\"}],é.md", '0'), entry("a.md", 'f')]);
        let baseline = Baseline { entries };
        let text = baseline.text();
        assert_eq!(text.lines().count(), 4 + 2 + 2);
        assert!(text.find("a.md") < text.find("b\\n"), "{text}");
        assert_eq!(Baseline::read(&text).as_ref(), Ok(&baseline));
        let none = Baseline::default();
        assert_eq!(Baseline::read(&none.text()), Ok(none));
    }

    #[test]
    fn only_posts_that_were_judged_lose_entries() {
        let entries = BTreeSet::from([entry("a.md", '0'), entry("b.md", '1'), entry("a.md", '2')]);
        let baseline = Baseline { entries };
        let found = Baseline {
            entries: BTreeSet::from([entry("a.md", '2')]),
        };
        let gone = baseline.gone(&found, |path| path == "a.md");
        assert_eq!(gone, BTreeSet::from([entry("a.md", '0')]));
        assert_eq!(count(&gone)["evidence/superlative"], 1);
    }
}
