//! Waivers: a person's reasoned, dated permission to keep one finding.
//!
//! In the text, a waiver is a comment:
//! `<!-- sayso: allow evidence/superlative until 2027-01-31 by legal: audited figure -->`.
//! It covers the block it stands in, or else the next one. In the policy file
//! it is a `[[waiver]]` and covers a whole post; the question `confidential` is
//! waived there only, since a comment beside a secret is a leak of its own.

use jiff::civil::Date;

use crate::finding::{Finding, Question, Waived};
use crate::post::{Comment, Post};
use crate::rules::{self, GivenWaiver, is_reason};
use crate::span::Span;

/// A waiver in a comment of a post.
#[derive(Debug, Default)]
pub struct Waiver {
    /// All of it, with the marks of the comment.
    pub span: Span,
    /// The rules it names.
    pub rules: Vec<String>,
    /// The last day it counts.
    pub until: Option<Date>,
    /// Who gave it.
    pub by: Option<String>,
    /// Why.
    pub reason: String,
    /// The bytes it covers.
    pub covers: Span,
    /// True when it says `allow`, and is no mere remark.
    pub allows: bool,
    /// What is wrong with how it is written, if anything.
    pub fault: Option<String>,
}

/// A waiver in the policy file.
#[derive(Clone, Debug)]
pub struct PolicyWaiver {
    /// The rule it allows.
    pub rule: String,
    /// The post it is for, from the folder of the policy file.
    pub path: String,
    /// The last day it counts.
    pub until: Option<Date>,
    /// Who gave it.
    pub by: Option<String>,
    /// Why.
    pub reason: String,
}

/// The waivers in the comments of `post`.
pub fn find(post: &Post) -> Vec<Waiver> {
    let mut waivers: Vec<Waiver> = post
        .comments()
        .iter()
        .filter_map(|comment| parse(post, comment))
        .collect();
    if waivers.is_empty() {
        return waivers;
    }
    let blocks: Vec<Span> = post
        .prose()
        .blocks()
        .iter()
        .map(|block| block.span)
        .collect();
    let mut places = blocks.clone();
    // A comment on lines of its own is an element, but nothing to cover.
    let is_comment = |span: &&Span| {
        let text = post.slice(**span).trim();
        text.starts_with("<!--") && text.ends_with("-->") && text.matches("-->").count() == 1
    };
    places.extend(post.elements().iter().filter(|span| !is_comment(span)));
    places.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    for waiver in &mut waivers {
        waiver.covers = covered(&blocks, &places, waiver.span);
    }
    waivers
}

fn parse(post: &Post, comment: &Comment) -> Option<Waiver> {
    let text = post.slice(comment.text).trim();
    let name = text
        .get(..5)
        .filter(|name| name.eq_ignore_ascii_case("sayso"))?;
    let rest = text[name.len()..].trim_start();
    let command = match rest.strip_prefix(':') {
        Some(command) => command.trim(),
        // The colon is easily forgotten.
        None => rest.starts_with("allow ").then_some(rest)?,
    };
    let (head, reason) = command.split_once(':').unwrap_or((command, ""));
    let mut waiver = Waiver {
        span: comment.span,
        reason: crate::finding::fold_blanks(reason),
        ..Waiver::default()
    };
    let mut words = head
        .split([' ', ',', '\n', '\r', '\t'])
        .filter(|w| !w.is_empty());
    if !words
        .next()
        .is_some_and(|word| word.eq_ignore_ascii_case("allow"))
    {
        waiver.reason.clear();
        waiver.fault = Some("a waiver starts with `sayso: allow`".into());
        return Some(waiver);
    }
    waiver.allows = true;
    let mut approver: Option<Vec<&str>> = None;
    while let Some(word) = words.next() {
        match word {
            "until" => {
                let date = words.next().unwrap_or_default();
                waiver.until = date.parse().ok();
                if waiver.until.is_none() {
                    waiver.fault = Some(format!("`until {date}` is no date such as 2027-01-31"));
                }
                if let Some(name) = approver.take() {
                    waiver.by = Some(name.join(" "));
                }
            }
            "by" => approver = Some(Vec::new()),
            word => match &mut approver {
                Some(name) => name.push(word),
                None => waiver.rules.push(word.to_owned()),
            },
        }
    }
    if let Some(name) = approver {
        waiver.by = Some(name.join(" "));
    }
    let fault = rule_fault(&waiver.rules);
    waiver.fault = waiver.fault.or(fault);
    Some(waiver)
}

fn rule_fault(rules: &[String]) -> Option<String> {
    if rules.is_empty() {
        return Some("it names no rule".into());
    }
    rules.iter().find_map(|id| {
        if rules::find(id).is_none() {
            Some(match rules::nearest(id) {
                Some(near) => format!("there is no rule `{id}`; the nearest is `{near}`"),
                None => format!("there is no rule `{id}`"),
            })
        } else if Question::of_rule(id) == Some(Question::Confidential) {
            Some(format!(
                "`{id}` is waived in sayso.toml and not beside the words, where the waiver \
                 would point at the secret"
            ))
        } else {
            None
        }
    })
}

/// The block the comment stands in, or else what follows it. `blocks` come in
/// the order of the text, and so do `places`: blocks and whole elements.
fn covered(blocks: &[Span], places: &[Span], comment: Span) -> Span {
    // Blocks nest two deep at most: an alt text in a paragraph.
    const BACK: usize = 8;
    let upto = blocks.partition_point(|span| span.start <= comment.start);
    let own = blocks[..upto]
        .iter()
        .rev()
        .take(BACK)
        .find(|span| span.contains(comment));
    if let Some(own) = own {
        return *own;
    }
    let next = places.partition_point(|span| span.start < comment.end);
    places
        .get(next)
        .copied()
        .unwrap_or(Span::at(comment.end as usize))
}

/// Marks the `findings` (in the order of the text) that a waiver in a comment
/// covers, and says beside the others why a waiver that was meant for them does
/// not count. What comes back is what the `judgement` rules look at; `ran` says
/// which rules were in force.
pub fn settle(
    waivers: &[Waiver],
    today: Date,
    findings: &mut [Finding],
    ran: impl Fn(&str) -> bool,
) -> Vec<GivenWaiver> {
    let mut given = Vec::new();
    for waiver in waivers {
        let mut count = 0;
        let from = findings.partition_point(|f| f.span.start < waiver.covers.start);
        for finding in &mut findings[from..] {
            if finding.span.start >= waiver.covers.end {
                break;
            }
            if !waiver.is_meant_for(finding) {
                continue;
            }
            count += 1;
            match waiver.void(today) {
                None => finding.waived = Some(waived(&waiver.reason, &waiver.by, waiver.until)),
                Some(why) => {
                    finding.note(format!("the waiver here does not count: {why}"));
                }
            }
        }
        if waiver.allows {
            given.push(GivenWaiver {
                span: waiver.span,
                rules: waiver.rules.clone(),
                reason: waiver.reason.clone(),
                is_idle: count == 0
                    && waiver.fault.is_none()
                    && waiver.rules.iter().all(|rule| ran(rule)),
            });
        }
    }
    given
}

/// Marks the `findings` that a waiver of the policy covers.
pub fn settle_by_policy(waivers: &[&PolicyWaiver], today: Date, findings: &mut [Finding]) {
    for finding in findings {
        for waiver in waivers {
            if waiver.rule != finding.rule {
                continue;
            }
            match waiver.until.filter(|until| *until < today) {
                None => finding.waived = Some(waived(&waiver.reason, &waiver.by, waiver.until)),
                Some(until) => {
                    finding.note(format!(
                        "the waiver in the policy does not count: it ended on {until}"
                    ));
                }
            }
        }
    }
}

fn waived(reason: &str, by: &Option<String>, until: Option<Date>) -> Waived {
    Waived {
        reason: reason.to_owned(),
        by: by.clone(),
        until: until.map(|date| date.to_string()),
    }
}

impl Waiver {
    /// True when its rule is named, or no rule could be made out.
    fn is_meant_for(&self, finding: &Finding) -> bool {
        self.rules.is_empty()
            || self.rules.iter().any(|id| {
                *id == finding.rule
                    || (rules::find(id).is_none()
                        && rules::nearest(id).is_none_or(|near| near == finding.rule))
            })
    }

    /// Why the waiver does not count, if it does not.
    fn void(&self, today: Date) -> Option<String> {
        if let Some(fault) = &self.fault {
            return Some(fault.clone());
        }
        if let Some(until) = self.until.filter(|until| *until < today) {
            return Some(format!("it ended on {until}"));
        }
        (!is_reason(&self.reason)).then(|| "it does not say why".into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::post::Generator;

    fn only(text: &str) -> (Waiver, String) {
        let post = Post::parse("post.md", text, Generator::Unknown);
        let mut found = find(&post);
        assert_eq!(found.len(), 1, "{found:?}");
        let waiver = found.remove(0);
        let covers = post.slice(waiver.covers).to_owned();
        (waiver, covers)
    }

    #[test]
    fn all_parts_are_read() {
        let (waiver, covers) = only(
            "One.\n\n<!-- sayso: allow evidence/superlative until 2027-01-31 by Jo Doe: audited: yes -->\nTwo\nlines.\n\nThree.\n",
        );
        assert_eq!(waiver.rules, ["evidence/superlative"]);
        assert_eq!(
            waiver.until.map(|d| d.to_string()).as_deref(),
            Some("2027-01-31")
        );
        assert_eq!(waiver.by.as_deref(), Some("Jo Doe"));
        assert_eq!(waiver.reason, "audited: yes");
        assert_eq!(covers.trim_end(), "Two\nlines.");
        assert_eq!(waiver.fault, None);
    }

    #[test]
    fn inside_a_block_it_covers_that_block() {
        let (_, covers) =
            only("One <!-- sayso: allow evidence/superlative: x --> two.\n\nThree.\n");
        assert!(covers.starts_with("One"), "{covers}");
        let (_, covers) = only("- one\n- two <!-- sayso: allow evidence/superlative: x -->\n");
        assert!(covers.starts_with("two"), "{covers}");
    }

    #[test]
    fn a_list_is_one_block() {
        let (_, covers) =
            only("<!-- sayso: allow evidence/superlative: x -->\n\n- one\n- two\n\nThree.\n");
        assert_eq!(covers.trim_end(), "- one\n- two");
    }

    #[test]
    fn mdx_and_template_comments_count() {
        let post = Post::parse(
            "a.mdx",
            "{/* sayso: allow evidence/superlative: x */}\n\nOne.\n",
            Generator::Unknown,
        );
        assert_eq!(find(&post).len(), 1);
        let (waiver, _) = only("{{/* sayso: allow evidence/superlative: why not */}}\n\nOne.\n");
        assert_eq!(waiver.reason, "why not");
    }

    #[test]
    fn what_cannot_be_read_says_so() {
        let (waiver, _) =
            only("<!-- sayso: allow evidence/superlatve: a long enough reason -->\n\nOne.\n");
        assert!(
            waiver
                .fault
                .expect("a fault")
                .contains("`evidence/superlative`")
        );
        let (waiver, _) =
            only("<!-- sayso: allow evidence/superlative until soon: reason -->\n\nOne.\n");
        assert!(waiver.fault.expect("a fault").contains("soon"));
        let (waiver, _) = only("<!-- sayso: ignore this -->\n\nOne.\n");
        assert!(waiver.fault.is_some());
    }
}
