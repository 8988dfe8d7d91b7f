//! From one `[[rule]]` to a rule, with every fault at its place.

use std::ops::Range;

use toml::de::DeTable;

use super::CustomRule;
use super::matcher::Matcher;
use super::message::Message;
use super::places::Places;
use super::unless::Unless;
use crate::finding::{Findings, Level};
use crate::lexicon::Phrase;
use crate::policy::raw::Placed;
use crate::policy::section::Section;
use crate::policy::{paths, posts};
use crate::rules;
use crate::span::Span;

impl CustomRule {
    /// The rule that `table` states, which stands at `whole` of `file`, the
    /// text of the policy file; none when it cannot work. Every fault goes to
    /// `faults`.
    pub(in crate::policy) fn read(
        table: DeTable<'_>,
        whole: Range<usize>,
        file: &str,
        faults: &mut Findings,
    ) -> Option<CustomRule> {
        let whole: Span = whole.into();
        let mut section = Section::new("[[rule]]", table, faults);
        let id = id(&mut section, whole);
        let place = id.as_ref().map_or(whole, |id| id.span);
        let mut phrases: Vec<Phrase> = Vec::new();
        let matcher = Matcher::read(&mut section, place, &mut phrases, file);
        let unless = Unless::read(&mut section, place, &mut phrases, matcher.as_ref());
        let places = places(&mut section, matcher.as_ref());
        let known = matcher
            .as_ref()
            .map_or(&["match", "better", "count"][..], Matcher::placeholders);
        if section.peek("message").is_none() {
            section
                .faults
                .report(place, "this rule says nothing")
                .label("no `message`")
                .help(
                    "say what is the matter: message = \"say what you mean instead of `{match}`\"",
                );
        }
        let message = Message::read(&mut section, "message", known, file);
        let help = Message::read(&mut section, "help", known, file);
        let level = section.word("level", Level::ALL.map(|level| (level.name(), level)));
        let paths = paths::globs(&mut section, "paths");
        let audience = section.take("audience", "the name of an audience, such as \"personal\"");
        let why = section.take("why", "a text: what goes wrong, and for whom");
        let link = section.take("link", "the address of a page, a text");
        let (good, bad) = examples(&mut section);
        section.finish();
        Some(CustomRule {
            id: id.filter(|id| is_own(&id.value))?,
            level: level.map_or(Level::Warning, |level| level.value),
            patterns: paths
                .as_ref()
                .map(|paths| paths::as_written(&paths.value))
                .unwrap_or_default(),
            paths: paths.map(|paths| posts::set(&paths.value)),
            audience,
            matcher: matcher?,
            places,
            unless,
            message: message?,
            help,
            why,
            link,
            good,
            bad,
            phrases,
        })
    }
}

/// The id, also when it cannot stay: faults are shown at it.
fn id(section: &mut Section<'_, '_>, whole: Span) -> Option<Placed<String>> {
    if section.peek("id").is_none() {
        section
            .faults
            .report(whole, "this rule has no `id`")
            .label("every rule has one")
            .help("give it a name: id = \"acme/no-synergy\"");
    }
    let id: Placed<String> = section.placed("id", "a text, such as \"acme/no-synergy\"")?;
    let name = id.value.rsplit('/').next().unwrap_or_default();
    if rules::find(&id.value).is_some() {
        section
            .faults
            .report(id.span, format!("`{}` is a built-in rule", id.value))
            .label("taken")
            .help(format!(
                "call yours \"acme/{name}\"; the level of the built-in one is set in [rules]"
            ));
    } else if !is_own(&id.value) {
        section
            .faults
            .report(id.span, format!("`{}` is no id of a rule", id.value))
            .label("not two names of a-z, 0-9 and - with a slash between them")
            .help("write the name of the company and that of the rule: \"acme/no-synergy\"");
    }
    Some(id)
}

/// True for two names with a slash between them that are no built-in rule.
fn is_own(id: &str) -> bool {
    let is_name = |name: &str| {
        !name.is_empty()
            && name
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    let halves = id.split_once('/');
    halves.is_some_and(|(group, name)| is_name(group) && is_name(name)) && rules::find(id).is_none()
}

/// `where`, for a rule that looks in places.
fn places(section: &mut Section<'_, '_>, matcher: Option<&Matcher>) -> Places {
    if matcher.is_none_or(Matcher::looks_in_places) {
        return Places::read(section);
    }
    if let Some(value) = section.raw("where") {
        section
            .faults
            .report(value.span().into(), "`where` has no say in this rule")
            .label("it looks at front matter or links")
            .help("take it out");
    }
    Places::default()
}

/// The good and the bad examples.
fn examples(section: &mut Section<'_, '_>) -> (Vec<String>, Vec<String>) {
    const TEXTS: &str = "a list of texts, each a post";
    let Some(table) = section.table("examples") else {
        return Default::default();
    };
    let mut section = Section::new("`examples`", table, section.faults);
    let good = section.take("good", TEXTS).unwrap_or_default();
    let bad = section.take("bad", TEXTS).unwrap_or_default();
    section.finish();
    (good, bad)
}

#[cfg(test)]
mod tests {
    use crate::finding::Finding;
    use crate::policy::custom::sample;

    /// Each fault of a rule as "words: message / label".
    fn faults(lines: &str) -> Vec<String> {
        let (_, faults, file) = sample::read(lines);
        let told = |fault: &Finding| {
            format!(
                "{}: {} / {}",
                fault.span.slice(&file),
                fault.message,
                fault.label
            )
        };
        faults.iter().map(told).collect()
    }

    const WHOLE: &str = "id = 'acme/a'\nmessage = 'm'\n";

    #[test]
    fn every_fault_of_a_rule_is_told_at_its_place() {
        let told = faults("id = 'synergy'\nphrases = ['a', ' ']\nlevle = 'error'\nlevel = 'eror'");
        assert_eq!(
            told,
            [
                "'synergy': `synergy` is no id of a rule / not two names of a-z, 0-9 and - with a slash between them",
                "' ': this phrase is empty / no word to look for",
                "'synergy': this rule says nothing / no `message`",
                "'eror': `level` is one of \"off\", \"advice\", \"warning\", \"error\" / none of them",
                "levle: [[rule]] has no key `levle` / not known here",
            ]
        );
        let told = faults("id = 'evidence/superlative'\nmessage = 'm'\nphrases = ['a']");
        assert_eq!(
            told,
            ["'evidence/superlative': `evidence/superlative` is a built-in rule / taken"]
        );
        let told = faults(&format!("{WHOLE}paths = ['{{a']\nphrases = []"));
        assert_eq!(told.len(), 2, "{told:?}");
    }

    #[test]
    fn a_rule_looks_for_one_thing() {
        assert_eq!(
            faults(WHOLE),
            [
                "'acme/a': this rule looks for nothing / no `phrases`, no `swap`, no `pattern`, no `require`, no `count`, no `front-matter`"
            ]
        );
        assert_eq!(
            faults(&format!("{WHOLE}pattern = 'a'\nphrases = ['b']")),
            ["'a': this rule has `phrases` and `pattern` / one too many"]
        );
        assert_eq!(
            faults(&format!("{WHOLE}require = {{}}")),
            [
                "'acme/a': `require` looks for nothing / no `phrases`, no `pattern`, no `link`, no `front-matter`"
            ]
        );
    }

    #[test]
    fn a_fault_in_a_text_is_told_inside_it() {
        assert_eq!(
            faults(&format!("{WHOLE}pattern = \"\\\\d(a\"")),
            ["(: this is no regular expression: unclosed group / the reader stumbles here"]
        );
        assert_eq!(
            faults("id = 'acme/a'\nphrases = ['a']\nmessage = \"\\\"{mach}\\\"\""),
            ["{mach}: `{mach}` stands for nothing in this rule / known here: {match}"]
        );
        let told = faults(&format!("{WHOLE}pattern = 'x{{1000}}{{1000}}'"));
        assert_eq!(
            told,
            ["x{1000}{1000}: this pattern is too large / over 1 MB when it is compiled"]
        );
    }

    #[test]
    fn what_says_nothing_is_a_fault() {
        for (rule, fault) in [
            ("count = { of = 'links' }", "`count` has no limit"),
            (
                "count = { of = 'links', at-least = 2, at-most = 1 }",
                "no post has at least more than at most",
            ),
            (
                "front-matter = { type = 'date' }",
                "`front-matter` says nothing of which key",
            ),
            (
                "front-matter = { key = 'a' }",
                "`front-matter` asks nothing of `a`",
            ),
            ("phrases = ['a']\nunless = {}", "`unless` excuses nothing"),
            (
                "phrases = ['a']\nwhere = ['headings']",
                "a place in `where` is one of",
            ),
            (
                "phrases = ['a']\nwhere = 'heading'",
                "`where` should be a list of places",
            ),
            (
                "phrases = ['a']\nwhere = ['front-matter:']",
                "which key of the front matter?",
            ),
            (
                "require = { link = 'a' }\nwhere = ['title']",
                "`where` has no say in this rule",
            ),
            (
                "require = { link = 'a' }\nunless = { evidence = true, within = 'post' }",
                "`unless` has no key `within`",
            ),
            ("swap = { a = 1 }", "the better word is a text"),
            ("swap = {}", "`swap` should be a table"),
        ] {
            let told = faults(&format!("{WHOLE}{rule}"));
            assert_eq!(told.len(), 1, "{rule}: {told:?}");
            assert!(told[0].contains(fault), "{rule}: {told:?}");
        }
    }
}
