//! The company's own rules.

use std::collections::BTreeMap;

use super::document::Document;
use super::line::Line;
use super::questions::sentence;
use super::{Source, Subject, words};
use crate::finding::{FailOn, Level, Origin, Question};
use crate::policy::{CustomRule, Decided, Layer, Scope};

/// A rule that a policy file states itself, as far as people are told of it:
/// not the words it looks for, which may be nobody else's business.
#[derive(Debug)]
pub(super) struct OwnRule<'a> {
    pub(super) id: &'a str,
    pub(super) level: Level,
    /// Which posts it is for, when not for all: "are at `content/press`".
    pub(super) posts: Option<String>,
    pub(super) message: &'a str,
    pub(super) help: Option<&'a str>,
    pub(super) why: Option<&'a str>,
    pub(super) link: Option<&'a str>,
    pub(super) good: &'a [String],
    pub(super) bad: &'a [String],
    /// True when the posts that are spoken of are none of its own.
    pub(super) is_elsewhere: bool,
    /// Where it stands.
    pub(super) place: Origin,
}

/// The rules that the policy files state themselves. For all posts, they are
/// there with the posts they are for; for some, as they are for these.
pub(super) fn own_rules<'a>(subject: Subject<'a>) -> Vec<OwnRule<'a>> {
    let layers = subject.layers;
    let policy = layers.policy(subject.scope);
    let decided = layers.decided(subject.scope);
    let is_general = matches!(subject.scope, Scope::General);
    let own = |layer: &'a Layer, rule: &'a CustomRule| {
        let level = level(rule, &decided);
        let is_in_force = policy.own.iter().any(|one| one.rule.id() == rule.id());
        OwnRule {
            id: rule.id(),
            level,
            is_elsewhere: level > Level::Off && !is_general && !is_in_force,
            posts: posts_of(rule, subject.before(&layer.dir)).filter(|_| is_general),
            message: rule.message(),
            help: rule.help(),
            why: rule.why(),
            link: rule.link(),
            good: rule.good(),
            bad: rule.bad(),
            place: Origin {
                file: layer.file.clone(),
                span: rule.place(),
            },
        }
    };
    let files = layers.files().iter();
    let rules = files.flat_map(|layer| layer.raw.custom.iter().map(move |rule| (layer, rule)));
    rules.map(|(layer, rule)| own(layer, rule)).collect()
}

/// The level of `rule`, with what the policy `decided` on it.
pub(super) fn level(rule: &CustomRule, decided: &BTreeMap<&str, Decided<'_>>) -> Level {
    let said = decided.get(rule.id()).and_then(|one| one.level.as_ref());
    said.map_or(rule.level(), |(level, _)| *level)
}

/// Which posts `rule` is for, when not for all.
fn posts_of(rule: &CustomRule, dir: &str) -> Option<String> {
    let patterns = rule.patterns();
    let patterns: Vec<String> = patterns
        .iter()
        .map(|pattern| format!("`{}`", words::below(dir, pattern)))
        .collect();
    let paths =
        (!patterns.is_empty()).then(|| format!("are at {}", words::listed(&patterns, "or")));
    let audience = rule.audience();
    let audience = audience.map(|name| format!("are for the audience “{name}”"));
    let parts: Vec<String> = paths.into_iter().chain(audience).collect();
    (!parts.is_empty()).then(|| words::listed(&parts, "and"))
}

/// Adds the company's own rules in force that ask `question`, or none of the
/// seven. Says whether there are any.
pub(super) fn add(
    document: &mut Document,
    source: &Source<'_>,
    question: Option<Question>,
) -> bool {
    let mut rules = own_rules(source.subject);
    rules.retain(|rule| {
        let is_asked = rule.level > Level::Off && !rule.is_elsewhere;
        is_asked && Question::of_rule(rule.id) == question
    });
    if question.is_none() && !rules.is_empty() {
        document.chapter(&format!("What {} asks besides", source.company()));
    }
    for rule in &rules {
        one_rule(document, rule, source.policy.fail_on);
    }
    !rules.is_empty()
}

/// Adds one of them. The examples of a rule on what is confidential may be just
/// that.
pub(super) fn one_rule(document: &mut Document, rule: &OwnRule<'_>, fail_on: FailOn) {
    let is_confidential = Question::of_rule(rule.id) == Some(Question::Confidential);
    document.section(&title(rule.message), rule.id);
    let line = match rule.level {
        Level::Off => Line::default().strong("Off").text(": it is not asked"),
        level => Line::default()
            .strong(words::level(level))
            .text(&format!(": {}", words::effect(level, fail_on))),
    };
    let line = line.text(". The rule is ").code(rule.id);
    document.paragraph(match &rule.posts {
        Some(posts) => line.prose(&format!("; it is for posts that {posts}.")),
        None => line.text("."),
    });
    if let Some(why) = rule.why {
        document.paragraph(Line::of(why));
    }
    if let Some(bad) = rule.bad.first().filter(|_| !is_confidential) {
        document.flagged(bad, &[]);
    }
    if let Some(help) = rule.help {
        let help = sentence(&unfilled(help));
        document.paragraph(Line::of("What to do: ").prose(&help));
    }
    if let Some(good) = rule.good.first().filter(|_| !is_confidential) {
        document.fine(good);
    }
    if let Some(link) = rule.link {
        document.paragraph(Line::of("Read more: ").link(link));
    }
}

/// A message as a heading.
pub(super) fn title(message: &str) -> String {
    capitalized(&unfilled(message))
}

/// A message before it is about certain words: `{match}` becomes `…`.
fn unfilled(message: &str) -> String {
    let mut out = String::with_capacity(message.len());
    let mut rest = message;
    while let Some(at) = rest.find(['{', '}']) {
        out.push_str(&rest[..at]);
        let brace = &rest[at..=at];
        rest = &rest[at + 1..];
        // A doubled brace stands for itself.
        if let Some(after) = rest.strip_prefix(brace) {
            out.push_str(brace);
            rest = after;
        } else if let (true, Some(end)) = (brace == "{", rest.find('}')) {
            out.push('…');
            rest = &rest[end + 1..];
        } else {
            out.push_str(brace);
        }
    }
    out.push_str(rest);
    out
}

fn capitalized(text: &str) -> String {
    let mut rest = text.chars();
    match rest.next() {
        Some(first) => first.to_uppercase().chain(rest).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::{Format, write};
    use super::*;
    use crate::span::Span;

    #[test]
    fn what_is_filled_in_later_is_left_open() {
        assert_eq!(unfilled("say more than `{match}`"), "say more than `…`");
        assert_eq!(unfilled("write {{name}} and {match}"), "write {name} and …");
        assert_eq!(unfilled("an odd } one {"), "an odd } one {");
    }

    fn rule(id: &'static str, good: &'static [String], bad: &'static [String]) -> OwnRule<'static> {
        OwnRule {
            id,
            level: Level::Warning,
            posts: Some("are at `content/press`".to_owned()),
            message: "say what you mean instead of `{match}`",
            help: Some("name what people do together"),
            why: Some("Nobody can picture a synergy."),
            link: Some("https://acme.example/style"),
            good,
            bad,
            is_elsewhere: false,
            place: Origin {
                file: Arc::default(),
                span: Span::default(),
            },
        }
    }

    fn told(id: &'static str) -> String {
        let good = vec!["Two teams share one office.".to_owned()];
        let bad = vec!["Synergies <all> around.".to_owned()];
        let mut document = Document::default();
        one_rule(
            &mut document,
            &rule(id, good.leak(), bad.leak()),
            FailOn::Error,
        );
        write(&document, Format::Markdown)
    }

    #[test]
    fn a_rule_of_the_company_is_told_like_the_others() {
        let told = told("acme/no-synergy");
        let wanted = "### Say what you mean instead of `…`\n\n\
             **Warning**: it does not stop the post. The rule is `acme/no-synergy`; it is for posts \
             that are at `content/press`.\n\n\
             Nobody can picture a synergy.\n\n\
             Flagged:\n\n```text\nSynergies <all> around.\n```\n\n\
             What to do: name what people do together.\n\n\
             Fine:\n\n```text\nTwo teams share one office.\n```\n\n\
             Read more: <https://acme.example/style>\n";
        assert!(told.ends_with(wanted), "{told}");
    }

    #[test]
    fn examples_of_what_is_confidential_stay_in_the_policy() {
        let told = told("confidential/acme-names");
        assert!(
            !told.contains("Flagged") && !told.contains("Fine"),
            "{told}"
        );
    }
}
