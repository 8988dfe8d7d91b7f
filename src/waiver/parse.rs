//! How a waiver is written: `allow RULE, RULE until DATE by NAME pin DIGEST: reason`.

use crate::finding::fold_blanks;
use crate::rules::Waiver;
use crate::span::Span;

use super::pin::is_pin;

/// The waiver in a comment that says `text`, which starts at byte `at`; none
/// when the comment is no business of ours.
pub(super) fn comment(text: &str, at: u32) -> Option<Waiver> {
    let start = text.len() - text.trim_start().len();
    let text = text.trim();
    let name = text
        .get(..5)
        .filter(|name| name.eq_ignore_ascii_case("sayso"))?;
    let rest = text[name.len()..].trim_start();
    let command = match rest.strip_prefix(':') {
        Some(command) => command.trim_start(),
        // The colon is easily forgotten.
        None => ["allow ", "allow-file "]
            .into_iter()
            .any(|word| rest.starts_with(word))
            .then_some(rest)?,
    };
    let at = at + (start + text.len() - command.len()) as u32;
    let mut waiver = Waiver::default();
    let verb = command
        .find(|c: char| c.is_whitespace() || c == ':')
        .unwrap_or(command.len());
    match command[..verb].to_ascii_lowercase().as_str() {
        "allow" => waiver.allows = true,
        "allow-file" => {
            waiver.allows = true;
            waiver.covers_file = true;
        }
        _ => {
            waiver.misread = Some("a waiver starts with `sayso: allow`".into());
            return Some(waiver);
        }
    }
    line(&command[verb..], Some(at + verb as u32), &mut waiver);
    Some(waiver)
}

/// Reads `RULE until DATE by NAME pin DIGEST: reason` into `waiver`. The text
/// starts at byte `at`, when it stands in the post as it is.
pub(super) fn line(text: &str, at: Option<u32>, waiver: &mut Waiver) {
    let (terms, reason) = text.split_once(':').unwrap_or((text, ""));
    waiver.reason = fold_blanks(reason);
    head(terms, at, waiver);
}

/// What a word is read as.
#[derive(Clone, Copy)]
enum Slot {
    Rule,
    Until,
    By,
    Pin,
}

/// Reads `RULE until DATE by NAME pin DIGEST` into `waiver`.
pub(super) fn head(text: &str, at: Option<u32>, waiver: &mut Waiver) {
    let mut slot = Slot::Rule;
    let mut name: Vec<&str> = Vec::new();
    let mut named = false;
    let mut misread = None;
    for (start, word) in words(text) {
        let span = at.map(|at| {
            let start = at as usize + start;
            Span::new(start, start + word.len())
        });
        let keyword = match word.to_ascii_lowercase().as_str() {
            "until" => Some(Slot::Until),
            "by" => Some(Slot::By),
            "pin" => Some(Slot::Pin),
            _ => None,
        };
        match (keyword, slot) {
            (Some(next), _) => {
                misread = misread.or(unfinished(slot, waiver));
                named |= matches!(next, Slot::By);
                slot = next;
            }
            (None, Slot::By) => name.push(word),
            (None, Slot::Until) => {
                waiver.until = word.parse().ok();
                waiver.until_span = span;
                if waiver.until.is_none() {
                    misread = Some(format!("`until {word}` is no date such as 2027-01-31"));
                }
                slot = Slot::Rule;
            }
            (None, Slot::Pin) if is_pin(word) => {
                waiver.pins.push(word.to_ascii_lowercase());
                let whole = waiver.pins_span.or(span);
                waiver.pins_span = whole.zip(span).map(|(whole, span)| whole.cover(span));
            }
            (None, Slot::Pin) if waiver.pins.is_empty() => {
                misread = Some(format!(
                    "`pin {word}` is no digest; `sayso waive` writes it"
                ));
                slot = Slot::Rule;
            }
            (None, Slot::Rule | Slot::Pin) => {
                waiver.rules.push(word.to_owned());
                slot = Slot::Rule;
            }
        }
    }
    misread = misread.or(unfinished(slot, waiver));
    if named && name.is_empty() {
        misread = Some("`by` names nobody".into());
    } else if named {
        waiver.by = Some(name.join(" "));
    }
    if waiver.rules.is_empty() {
        misread = Some("it names no rule".into());
    }
    waiver.misread = waiver.misread.take().or(misread);
}

/// What is wrong when nothing follows a word that asks for more.
fn unfinished(slot: Slot, waiver: &Waiver) -> Option<String> {
    match slot {
        Slot::Until => Some("`until` is followed by no date such as 2027-01-31".into()),
        Slot::Pin if waiver.pins.is_empty() => {
            Some("`pin` is followed by no digest; `sayso waive` writes it".into())
        }
        _ => None,
    }
}

/// The words between blanks and commas, and where they start.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let base = text.as_ptr() as usize;
    text.split(|c: char| c.is_whitespace() || c == ',')
        .filter(|word| !word.is_empty())
        .map(move |word| (word.as_ptr() as usize - base, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn read(text: &str) -> Waiver {
        comment(text, 0).expect("a waiver")
    }

    #[test]
    fn all_parts_are_read() {
        let text = " sayso: allow evidence/superlative until 2027-01-31 by Jo Doe pin 0123456789AB: audited:\n yes ";
        let waiver = read(text);
        assert_eq!(waiver.misread, None);
        assert!(waiver.allows && !waiver.covers_file);
        assert_eq!(waiver.rules, ["evidence/superlative"]);
        let until = waiver.until.map(|date| date.to_string());
        assert_eq!(until.as_deref(), Some("2027-01-31"));
        assert_eq!(waiver.by.as_deref(), Some("Jo Doe"));
        assert_eq!(waiver.pins, ["0123456789ab"]);
        assert_eq!(waiver.reason, "audited: yes");
        let places = [waiver.until_span, waiver.pins_span].map(|span| span.map(|s| s.slice(text)));
        assert_eq!(places, [Some("2027-01-31"), Some("0123456789AB")]);
    }

    #[test]
    fn the_order_of_the_parts_is_free() {
        let waiver = read(
            "sayso: allow by legal pin 0123456789ab ba9876543210 a/b, until 2027-01-31 c/d: x",
        );
        assert_eq!(waiver.misread, None);
        assert_eq!(waiver.rules, ["a/b", "c/d"]);
        assert_eq!(waiver.pins.len(), 2);
        assert_eq!(waiver.by.as_deref(), Some("legal"));
        assert!(waiver.until.is_some());
    }

    #[test]
    fn a_whole_file_is_asked_for_by_word() {
        assert!(read("sayso: allow-file a/b: x").covers_file);
        assert!(read("sayso allow-file a/b: x").covers_file);
        assert!(!read("sayso: allow a/b: x").covers_file);
    }

    #[test]
    fn what_cannot_be_read_says_so() {
        for (text, told) in [
            ("sayso: ignore this", "a waiver starts with `sayso: allow`"),
            (
                "sayso: allowed a/b: x",
                "a waiver starts with `sayso: allow`",
            ),
            ("sayso: allow: x", "it names no rule"),
            ("sayso: allow until 2027-01-31: x", "it names no rule"),
            ("sayso: allow a/b until soon: x", "`until soon` is no date"),
            (
                "sayso: allow a/b until by Jo: x",
                "`until` is followed by no date",
            ),
            (
                "sayso: allow a/b until: x",
                "`until` is followed by no date",
            ),
            ("sayso: allow a/b pin 12: x", "`pin 12` is no digest"),
            ("sayso: allow a/b pin: x", "`pin` is followed by no digest"),
            ("sayso: allow a/b by: x", "`by` names nobody"),
        ] {
            let misread = read(text).misread.expect(text);
            assert!(misread.starts_with(told), "{text}: {misread}");
        }
    }

    #[test]
    fn other_comments_are_no_business_of_ours() {
        for text in [
            "",
            "more",
            "saysomething: allow a/b",
            "say so",
            "sayso says",
        ] {
            assert!(comment(text, 0).is_none(), "{text}");
        }
    }
}
