//! What a rule says: a text with places for the words it found.

use std::ops::Range;

use toml::Spanned;

use super::found::Found;
use super::inside;
use crate::nearest::nearest;
use crate::policy::section::Section;

/// A text with `{placeholders}`.
#[derive(Debug)]
pub(super) struct Message(String);

impl Message {
    /// The text at `key`; a placeholder that is none of the `known` ones is a
    /// fault. `file` is the text of the policy file.
    pub(super) fn read(
        section: &mut Section<'_, '_>,
        key: &'static str,
        known: &[&str],
        file: &str,
    ) -> Option<Message> {
        let text: Spanned<String> = section.take(
            key,
            "a text, such as \"say what you mean instead of `{match}`\"",
        )?;
        if text.get_ref().trim().is_empty() {
            section
                .faults
                .report(text.span().into(), format!("this `{key}` is empty"))
                .label("no words");
            return None;
        }
        for place in placeholders(text.get_ref()) {
            let name = &text.get_ref()[place.start + 1..place.end - 1];
            if known.contains(&name) {
                continue;
            }
            let list: Vec<_> = known.iter().map(|name| format!("{{{name}}}")).collect();
            let label = if list.is_empty() {
                "nothing can be filled in here".to_owned()
            } else {
                format!("known here: {}", list.join(", "))
            };
            let finding = section
                .faults
                .report(
                    inside::place(file, text.span(), place.clone()),
                    format!("`{{{name}}}` stands for nothing in this rule"),
                )
                .label(label);
            match nearest(name, known.iter().copied()) {
                Some(near) => finding.help(format!("did you mean `{{{near}}}`?")),
                None => finding.help("take the braces away, or double them"),
            };
        }
        Some(Message(text.into_inner()))
    }

    /// The text as it is written.
    pub(super) fn text(&self) -> &str {
        &self.0
    }

    /// The text with the words of `found`.
    pub(super) fn fill(&self, found: &Found) -> String {
        let mut out = String::with_capacity(self.0.len());
        let mut at = 0;
        for place in placeholders(&self.0) {
            if let Some(value) = found.value(&self.0[place.start + 1..place.end - 1]) {
                out.push_str(&self.0[at..place.start]);
                out.push_str(&value);
                at = place.end;
            }
        }
        out.push_str(&self.0[at..]);
        out
    }
}

/// Every `{name}` of `text`, with its braces. `{{name}}` is what templates look
/// like, and none.
fn placeholders(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (start, _) in text.match_indices('{') {
        let rest = &text[start + 1..];
        let name = rest.len()
            - rest
                .trim_start_matches(|c: char| c.is_ascii_lowercase() || c == '-')
                .len();
        let is_doubled = text[..start].ends_with('{') || rest[name..].starts_with("}}");
        if name > 0 && rest[name..].starts_with('}') && !is_doubled {
            found.push(start..start + name + 2);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_filled_in_once() {
        let found = Found {
            words: Some("{better}".into()),
            better: Some("use".into()),
            ..Found::default()
        };
        let message = Message("`{match}`: {better}, {{match}}, {}, { match }".into());
        assert_eq!(
            message.fill(&found),
            "`{better}`: use, {{match}}, {}, { match }"
        );
    }
}
