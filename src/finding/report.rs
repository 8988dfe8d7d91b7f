//! Everything one run has to say, ready to be rendered.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use crate::finding::{FailOn, Finding, Level, concealed};
use crate::span::{LineIndex, Position, Span};

/// The result of a run.
#[derive(Debug, Default)]
pub struct Report {
    /// Files with findings, ordered by path.
    pub files: Vec<FileReport>,
    /// How many posts were read and checked.
    pub posts: usize,
    /// What was checked in place of posts, in words.
    pub checked: Option<&'static str>,
    /// How many pictures were checked for themselves, besides those in posts.
    pub pictures: usize,
    /// Posts that were asked for and not checked, and why.
    pub skipped: Vec<Skipped>,
    /// Checks that could not be made, and why.
    pub not_checked: Vec<String>,
    /// Findings kept back because they are older than the change.
    pub hidden: usize,
    /// Findings kept back because the baseline knows them.
    pub known: usize,
    /// Why no post was checked, when none was.
    pub nothing_checked: Option<String>,
    /// Lines to say once, before the verdict.
    pub notices: Vec<String>,
    /// How to call the program again so that it fixes what it can.
    pub fix_command: Option<String>,
    /// The fixes that a diff cannot show, when a diff was asked for.
    pub offers: Vec<String>,
    /// How many fixes were written.
    pub fixed: usize,
    /// Hits per rule, when they were asked for.
    pub statistics: Option<Vec<RuleCount>>,
    /// Wall time of the run.
    pub elapsed: Duration,
}

/// A file and what was found in it.
#[derive(Debug)]
pub struct FileReport {
    /// Path from the root of the repo, with `/`.
    pub path: String,
    /// The file as it was read.
    pub text: Arc<str>,
    /// Where its lines start; found when something is shown.
    lines: OnceLock<LineIndex>,
    /// What was found, in the order of the text.
    pub findings: Vec<Finding>,
    /// Where its secrets stand, whether a finding tells of them or not.
    pub secrets: Vec<Span>,
    /// How many were left out since the change did not bring them.
    pub older: usize,
    /// The pages of the policy that applied.
    pub pages: Arc<PolicyPages>,
    /// True when rules that read English were left out, since it is in another
    /// language.
    pub is_foreign: bool,
    /// The lightest level that fails a run, as the policy for it says.
    pub fail_on: FailOn,
    /// True for a picture, whose findings have no place in a text.
    pub is_picture: bool,
}

/// Where people read the policy and are trained on it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct PolicyPages {
    /// Name of the policy document.
    pub name: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// Address of the training.
    pub training: Option<String>,
}

/// A post that was not checked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Skipped {
    /// Path from the root of the repo.
    pub path: String,
    /// Why, in words: "not UTF-8 at byte 12".
    pub reason: String,
    /// True when it was meant to be checked and could not be, which fails the run.
    pub broken: bool,
}

/// How often one rule spoke.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleCount {
    /// Id of the rule.
    pub rule: String,
    /// Findings that count.
    pub findings: usize,
    /// Findings that are waived.
    pub waived: usize,
}

/// The numbers of the verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Findings at level error.
    pub errors: usize,
    /// Findings at level warning.
    pub warnings: usize,
    /// Findings at level advice.
    pub advice: usize,
    /// Findings that somebody allowed.
    pub waived: usize,
    /// Findings with a fix that `--fix` would apply.
    pub fixable: usize,
}

impl Report {
    /// Every finding with its file, in order.
    pub fn findings(&self) -> impl Iterator<Item = (&FileReport, &Finding)> {
        self.files
            .iter()
            .flat_map(|file| file.findings.iter().map(move |finding| (file, finding)))
    }

    /// Findings that nobody allowed.
    pub fn open_findings(&self) -> impl Iterator<Item = (&FileReport, &Finding)> {
        self.findings()
            .filter(|(_, finding)| finding.waived.is_none())
    }

    /// Counts the findings.
    pub fn summary(&self) -> Summary {
        let mut summary = Summary::default();
        for (_, finding) in self.findings() {
            if finding.waived.is_some() {
                summary.waived += 1;
                continue;
            }
            match finding.level {
                Level::Error => summary.errors += 1,
                Level::Warning => summary.warnings += 1,
                Level::Advice => summary.advice += 1,
                Level::Off => {}
            }
            summary.fixable += usize::from(finding.is_safely_fixable());
        }
        summary
    }

    /// Hits per rule, the most frequent first.
    pub fn count_rules(&self) -> Vec<RuleCount> {
        let mut counts: Vec<RuleCount> = Vec::new();
        for (_, finding) in self.findings() {
            let at = counts
                .iter()
                .position(|count| count.rule == finding.rule)
                .unwrap_or_else(|| {
                    counts.push(RuleCount {
                        rule: finding.rule.to_string(),
                        findings: 0,
                        waived: 0,
                    });
                    counts.len() - 1
                });
            match finding.waived {
                Some(_) => counts[at].waived += 1,
                None => counts[at].findings += 1,
            }
        }
        counts.sort_by(|a, b| b.findings.cmp(&a.findings).then(a.rule.cmp(&b.rule)));
        counts
    }
}

impl FileReport {
    /// A report on the file at `path` with this `text`.
    pub fn new(path: impl Into<String>, text: Arc<str>, findings: Vec<Finding>) -> FileReport {
        FileReport {
            path: path.into(),
            lines: OnceLock::new(),
            text,
            secrets: concealed(&findings).collect(),
            findings,
            older: 0,
            pages: Arc::default(),
            is_foreign: false,
            fail_on: FailOn::default(),
            is_picture: false,
        }
    }

    /// Where its lines start.
    pub fn lines(&self) -> &LineIndex {
        self.lines.get_or_init(|| LineIndex::new(&self.text))
    }

    /// True when a finding that nobody allowed is as heavy as the policy says.
    pub fn fails(&self) -> bool {
        let mut open = self.findings.iter().filter(|found| found.waived.is_none());
        open.any(|finding| self.fail_on.fails(finding.level))
    }

    /// The words a finding is about.
    pub fn words(&self, finding: &Finding) -> &str {
        finding.span.slice(&self.text)
    }

    /// Where a finding starts.
    pub fn start(&self, finding: &Finding) -> Position {
        self.lines().position(&self.text, finding.span.start)
    }

    /// Where a finding ends: the place after its last character.
    pub fn end(&self, finding: &Finding) -> Position {
        self.lines().position(&self.text, finding.span.end)
    }
}

impl Finding {
    /// True when `--fix` would settle it.
    pub fn is_safely_fixable(&self) -> bool {
        use crate::fix::Applicability;
        self.fix
            .as_ref()
            .is_some_and(|fix| fix.applicability >= Applicability::Safe)
    }
}
