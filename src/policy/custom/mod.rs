//! The company's own rules: `[[rule]]` in a policy file, without a line of Rust.
//!
//! A rule looks for one thing ([`Matcher`]), in the places it names
//! ([`Places`]), unless something around it excuses it ([`Unless`]), and says
//! a [`Message`]. It is a [`Check`] like the built-in ones: its phrases are
//! searched together with theirs, and what it finds is reported the same way.

mod choice;
mod count;
mod examples;
mod finder;
mod found;
mod inside;
mod matcher;
mod message;
mod pattern;
mod phrases;
mod places;
mod read;
mod require;
#[cfg(test)]
mod sample;
mod setting;
mod signs;
mod stretch;
mod swap;
mod unless;
mod wording;

use globset::GlobSet;

use crate::finding::{Findings, Level};
use crate::lexicon::Phrase;
use crate::policy::raw::Placed;
use crate::post::Post;
use crate::rules::{Check, Context};
use crate::span::Span;

pub use matcher::KINDS;

use matcher::Matcher;
use message::Message;
use places::Places;
use unless::{Excuses, Unless};
use wording::capitalized;

/// A rule that a policy file states itself.
#[derive(Debug)]
pub struct CustomRule {
    id: Placed<String>,
    level: Level,
    paths: Option<GlobSet>,
    patterns: Vec<String>,
    audience: Option<String>,
    matcher: Matcher,
    places: Places,
    unless: Option<Unless>,
    message: Message,
    help: Option<Message>,
    why: Option<String>,
    link: Option<String>,
    good: Vec<String>,
    bad: Vec<String>,
    /// The phrases of the matcher and of `unless`, which know their numbers.
    phrases: Vec<Phrase>,
}

impl CustomRule {
    /// Its id, such as `acme/no-synergy`.
    pub fn id(&self) -> &str {
        &self.id.value
    }

    /// Where its id stands in the policy file.
    pub fn place(&self) -> Span {
        self.id.span
    }

    /// Its level, unless `[rules]` names another one.
    pub fn level(&self) -> Level {
        self.level
    }

    /// The posts it is for, by their path from the folder of the policy.
    pub fn paths(&self) -> Option<&GlobSet> {
        self.paths.as_ref()
    }

    /// The same as they are written, for people.
    pub fn patterns(&self) -> &[String] {
        &self.patterns
    }

    /// The audience it is for.
    pub fn audience(&self) -> Option<&str> {
        self.audience.as_deref()
    }

    /// What it flags, in a line.
    pub fn summary(&self) -> String {
        let places = if self.matcher.looks_in_places() {
            self.places.describe()
        } else {
            String::new()
        };
        let unless = self.unless.as_ref().map(Unless::describe);
        let what = capitalized(&self.matcher.describe());
        format!("{what}{places}{}", unless.unwrap_or_default())
    }

    /// What it says, with its placeholders.
    pub fn message(&self) -> &str {
        self.message.text()
    }

    /// What to write instead, with its placeholders.
    pub fn help(&self) -> Option<&str> {
        self.help.as_ref().map(Message::text)
    }

    /// What goes wrong in the world, and for whom.
    pub fn why(&self) -> Option<&str> {
        self.why.as_deref()
    }

    /// A page that says more.
    pub fn link(&self) -> Option<&str> {
        self.link.as_deref()
    }

    /// Texts it must be silent about.
    pub fn good(&self) -> &[String] {
        &self.good
    }

    /// Texts it must flag.
    pub fn bad(&self) -> &[String] {
        &self.bad
    }
}

impl Check for CustomRule {
    fn phrases(&self) -> &[Phrase] {
        &self.phrases
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        let mut found = self.matcher.find(post, cx, &self.places);
        // Two places may share words: a title is a front-matter key, too.
        found.sort_by_key(|found| found.span);
        found.dedup_by_key(|found| found.span);
        if let Some(unless) = &self.unless {
            let mut excuses = Excuses::new(unless, post, cx);
            found.retain(|found| !excuses.cover(found.span));
        }
        for found in found {
            let help = self.help.as_ref().map(|help| help.fill(&found));
            let message = self.message.fill(&found);
            let finding = out.report(found.span, message).label(found.label);
            if let Some(help) = help.or(found.help) {
                finding.help(help);
            }
            if let Some(link) = &self.link {
                finding.note(format!("more: {link}"));
            }
            if let Some(fix) = found.fix {
                finding.fix(fix);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::sample::{found, rule};

    #[test]
    fn a_finding_says_what_the_rule_says() {
        let lines = "phrases = ['synergy']\nlevel = 'advice'\nmessage = 'say what `{match}` means'\n\
                     help = 'instead of `{match}`'\nlink = 'https://acme.example/style'";
        let (_, found) = found(lines, "A *Synergy*\n");
        assert_eq!(found.len(), 1);
        let finding = &found[0];
        assert_eq!(finding.rule, "acme/a");
        assert_eq!(finding.level.name(), "advice");
        assert_eq!(finding.message, "say what `Synergy` means");
        assert_eq!(finding.label, "on a list of the policy");
        assert_eq!(finding.help.as_deref(), Some("instead of `Synergy`"));
        assert_eq!(finding.notes, ["more: https://acme.example/style"]);
    }

    #[test]
    fn a_rule_says_in_a_line_what_it_flags() {
        for (lines, summary) in [
            (
                "phrases = ['a', 'b', 'c']\nwhere = ['title', 'front-matter:tags']",
                "\"a\", \"b\" or \"c\", in: title, `tags`",
            ),
            (
                "swap = { a = 'b' }\nunless = { evidence = true, within = 'section' }",
                "\"a\" instead of \"b\"; not with evidence in the section",
            ),
            ("pattern = 'Q\\d'", "Text that matches `Q\\d`"),
            (
                "require = { link = 'a.example' }\nunless = { phrases = ['b'] }",
                "A post without a link to a.example; not with \"b\" in the post",
            ),
            (
                "count = { of = 'links', at-least = 1, at-most = 3 }",
                "Fewer than 1 or more than 3 links",
            ),
            (
                "front-matter = { key = 'a', one-of = ['b'] }",
                "A front matter whose `a` is not \"b\"",
            ),
        ] {
            assert_eq!(rule(lines).summary(), summary);
        }
    }
}
