//! What one policy file says, before it is resolved for a post.

use std::sync::Arc;

use globset::Glob;

use super::CustomRule;
use super::condition::Condition;
use crate::finding::{FailOn, Level};
use crate::post::{Generator, Post};
use crate::span::Span;
use crate::waiver::PolicyWaiver;

/// A value, and where it stands in the file.
#[derive(Clone, Debug)]
pub struct Placed<T> {
    /// What it is.
    pub value: T,
    /// Its bytes in the file.
    pub span: Span,
}

/// One option of a rule.
#[derive(Clone, Debug)]
pub struct OptionSetting {
    /// Its name.
    pub name: String,
    /// What it is set to; it was tried on the rule.
    pub value: Placed<toml::Value>,
}

/// One line of `[rules]`.
#[derive(Clone, Debug)]
pub struct RuleSetting {
    /// The rule it is about.
    pub id: String,
    /// Where the rule is named in the file.
    pub place: Span,
    /// The level, when one is given.
    pub level: Option<Placed<Level>>,
    /// Options, when some are given.
    pub options: Vec<OptionSetting>,
}

/// `[audience.NAME]`: who some posts speak to, and as whom.
#[derive(Debug)]
pub struct Audience {
    /// Its name.
    pub name: Placed<String>,
    /// Which posts are for it, besides those that say so.
    pub condition: Condition,
    /// Its rules.
    pub rules: Vec<RuleSetting>,
}

impl Audience {
    /// True when the front matter of `post` says that it is for this audience.
    pub fn is_named_by(&self, post: &Post) -> bool {
        let front_matter = post.front_matter();
        let said = front_matter.and_then(|found| found.text("audience").value());
        said.is_some_and(|said| said.trim().eq_ignore_ascii_case(&self.name.value))
    }
}

/// `[[overrides]]`: rules for some posts.
#[derive(Debug)]
pub struct Override {
    /// Where it starts.
    pub place: Span,
    /// Which posts.
    pub condition: Condition,
    /// Their rules.
    pub rules: Vec<RuleSetting>,
}

/// What one policy file says. A key that is not there decides nothing.
#[derive(Debug, Default)]
pub struct RawPolicy {
    /// `extends`: files and presets that are read before this one.
    pub extends: Vec<Placed<String>>,
    /// `[policy] name`
    pub name: Option<Placed<String>>,
    /// `[policy] url`
    pub url: Option<Placed<String>>,
    /// `[policy] training`
    pub training: Option<Placed<String>>,
    /// `[policy] fail-on`
    pub fail_on: Option<Placed<FailOn>>,
    /// `[company] names`
    pub names: Option<Placed<Vec<String>>>,
    /// `[company] products`
    pub products: Option<Placed<Vec<String>>>,
    /// `[company] competitors`
    pub competitors: Option<Placed<Vec<String>>>,
    /// `[company] domains`
    pub domains: Option<Placed<Vec<String>>>,
    /// `[company] internal-hosts`
    pub internal_hosts: Option<Placed<Vec<String>>>,
    /// `[company] words`
    pub words: Option<Placed<Vec<String>>>,
    /// `[company] invitation`
    pub invitation: Option<Placed<String>>,
    /// `[company] comments`
    pub comments: Option<Placed<bool>>,
    /// `[posts] include`
    pub include: Option<Placed<Vec<Glob>>>,
    /// `[posts] exclude`
    pub exclude: Option<Placed<Vec<Glob>>>,
    /// `[posts] max-bytes`
    pub max_bytes: Option<Placed<u64>>,
    /// `[posts] generator`
    pub generator: Option<Placed<Generator>>,
    /// `[posts] language`
    pub language: Option<Placed<String>>,
    /// `[rules]`
    pub rules: Vec<RuleSetting>,
    /// `[audience.NAME]`
    pub audiences: Vec<Audience>,
    /// `[[overrides]]`
    pub overrides: Vec<Override>,
    /// `[[rule]]`
    pub custom: Vec<Arc<CustomRule>>,
    /// `[policy]`, what it says of waivers and reviews.
    pub terms: super::read_terms::RawTerms,
    /// `[[waiver]]`
    pub waivers: Vec<PolicyWaiver>,
    /// Names of rules that are not built in: the policy's own, or mistakes.
    pub strangers: Vec<Placed<String>>,
}

impl RawPolicy {
    /// The ids of the file's own rules.
    pub fn own_rules(&self) -> impl Iterator<Item = &str> {
        self.custom.iter().map(|rule| rule.id())
    }
}

/// A policy file in its place.
#[derive(Debug)]
pub struct Layer {
    /// The file, for people.
    pub file: Arc<crate::finding::PolicyFile>,
    /// The folder its paths are meant from: its own, or that of the file which
    /// extends it.
    pub dir: String,
    /// What it says.
    pub raw: RawPolicy,
}
