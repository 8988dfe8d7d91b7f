//! What no report may show: the words of concealed findings.
//!
//! A rule that finds a secret says so with [`Finding::conceal`]. Everything
//! works on the real text; before anything is rendered, the words of all such
//! findings are masked in the text and in the strings of every finding, of all
//! files of the run. A mask has the length of what it hides in bytes, in code
//! points and in units of UTF-16, so that every place stays where it is.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::OnceLock;

use aho_corasick::AhoCorasick;

use crate::finding::{FileReport, Finding, Report};
use crate::span::Span;

/// The words that are concealed in a run. It shows them to nobody, not even in
/// a message for whoever mends the program.
#[derive(Default)]
pub struct Secrets {
    words: BTreeSet<String>,
    /// Finds the words; made anew when there are more of them.
    matcher: OnceLock<Option<AhoCorasick>>,
}

/// Shorter words are masked only where they were found: hiding every "42"
/// would hide the post.
const SHORTEST: usize = 4;
/// A line of a secret of several lines is hidden by itself when it is as long.
const LINE: usize = 16;

impl Secrets {
    /// Takes what stands at `spans` of a `text`.
    pub fn add(&mut self, text: &str, spans: impl IntoIterator<Item = Span>) {
        for span in spans {
            let words = span.slice(text);
            self.add_words(words);
            if words.contains('\n') {
                let is_own = |line: &&str| line.len() >= LINE && !line.starts_with("-----");
                let lines = words.lines().map(str::trim).filter(is_own);
                lines.for_each(|line| self.add_words(line));
            }
        }
    }

    /// Takes words as they stand, and as readers see them: without the marks
    /// of Markdown, and with every run of blanks as one space.
    fn add_words(&mut self, words: &str) {
        let is_mark = |c: char| matches!(c, '*' | '_' | '`' | '\\' | '~');
        let unmarked = words.replace(is_mark, "");
        let unescaped = words.replace('\\', "");
        let unwrapped = super::fold_blanks(words);
        let all = [words.to_owned(), unmarked, unescaped, unwrapped];
        let is_long = |words: &String| words.trim().chars().count() >= SHORTEST;
        self.words.extend(all.into_iter().filter(is_long));
        self.matcher = OnceLock::new();
    }

    /// Masks `text`, where the bytes at `spans` are concealed whatever they are.
    pub fn mask<'a>(&self, text: &'a str, spans: impl IntoIterator<Item = Span>) -> Cow<'a, str> {
        mask(text, self.places(text, spans))
    }

    /// The places of `text` to mask: `spans`, and wherever the words stand.
    fn places(&self, text: &str, spans: impl IntoIterator<Item = Span>) -> Vec<Span> {
        let mut places: Vec<Span> = spans.into_iter().collect();
        if let Some(matcher) = self.matcher.get_or_init(|| self.matcher()) {
            let found = matcher.find_overlapping_iter(text);
            places.extend(found.map(|found| Span::new(found.start(), found.end())));
        }
        places.sort();
        // What overlaps is one place.
        places.dedup_by(|next, place| {
            let overlaps = next.start <= place.end;
            if overlaps {
                place.end = place.end.max(next.end);
            }
            overlaps
        });
        places
    }

    fn matcher(&self) -> Option<AhoCorasick> {
        if self.words.is_empty() {
            return None;
        }
        let mut builder = AhoCorasick::builder();
        builder.ascii_case_insensitive(true).build(&self.words).ok()
    }

    /// Masks everything that a report on a file shows.
    fn hide(&self, file: &mut FileReport) {
        let places = self.places(&file.text, file.secrets.iter().copied());
        for finding in &mut file.findings {
            let parts = match finding.concealed {
                true => Secrets::default(),
                false => parts(&file.text, &places, finding.span),
            };
            for text in texts(finding) {
                for secrets in [self, &parts] {
                    if let Cow::Owned(masked) = secrets.mask(text, []) {
                        *text = masked;
                    }
                }
            }
        }
        if let Cow::Owned(masked) = mask(&file.text, places) {
            file.text = masked.into();
        }
    }
}

/// What a finding about the words at `span` may quote of the secrets at
/// `places`: another rule may speak of a part of one.
fn parts(text: &str, places: &[Span], span: Span) -> Secrets {
    let mut parts = Secrets::default();
    let first = places.partition_point(|place| place.end <= span.start);
    for place in &places[first..] {
        let (start, end) = (place.start.max(span.start), place.end.min(span.end));
        if start >= end {
            break;
        }
        parts.add_words(Span { start, end }.slice(text));
    }
    parts
}

impl Report {
    /// Masks what no report may show; afterwards it is safe to render.
    pub fn conceal(&mut self) {
        let mut secrets = Secrets::default();
        for file in &self.files {
            secrets.add(&file.text, file.secrets.iter().copied());
        }
        for file in &mut self.files {
            if !secrets.words.is_empty() || !file.secrets.is_empty() {
                secrets.hide(file);
            }
        }
        // A picture may have the name that a post keeps secret.
        let skipped = self.skipped.iter_mut().map(|skipped| &mut skipped.path);
        let lines = self.notices.iter_mut().chain(&mut self.offers);
        for text in lines.chain(skipped) {
            if let Cow::Owned(masked) = secrets.mask(text, []) {
                *text = masked;
            }
        }
    }
}

/// Where the concealed ones of `findings` are.
pub fn concealed(findings: &[Finding]) -> impl Iterator<Item = Span> {
    let findings = findings.iter().filter(|finding| finding.concealed);
    findings.map(|finding| finding.span)
}

/// Takes back the fixes that would change a part of what another finding
/// conceals: half a secret would be neither found nor hidden.
pub fn keep_off(findings: &mut [Finding]) {
    let spans: Vec<Span> = concealed(findings).collect();
    if spans.is_empty() {
        return;
    }
    for finding in findings.iter_mut().filter(|finding| !finding.concealed) {
        let touches = |edit: &crate::fix::Edit| {
            let is_inside = |span: &Span| edit.span.start < span.end && span.start < edit.span.end;
            spans.iter().any(is_inside)
        };
        if finding
            .fix
            .as_ref()
            .is_some_and(|fix| fix.edits.iter().any(touches))
        {
            finding.fix = None;
        }
    }
}

/// Masks the bytes at `spans`.
pub fn mask(text: &str, mut spans: Vec<Span>) -> Cow<'_, str> {
    if spans.is_empty() {
        return Cow::Borrowed(text);
    }
    spans.sort();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for range in spans.into_iter().map(Span::range) {
        let start = range.start.max(at);
        let end = range.end.max(start);
        out.push_str(&text[at..start]);
        out.extend(text[start..end].chars().map(mask_char));
        at = end;
    }
    out.push_str(&text[at..]);
    Cow::Owned(out)
}

/// What hides `c`: something as long in every unit. Blanks stay, since lines do.
fn mask_char(c: char) -> char {
    match c.len_utf8() {
        _ if c.is_whitespace() => c,
        1 => '*',
        2 => '·',
        3 => '•',
        _ => '\u{1f784}',
    }
}

/// Everything a finding says.
fn texts(finding: &mut Finding) -> Vec<&mut String> {
    let mut texts = vec![&mut finding.message, &mut finding.label];
    texts.extend(finding.help.as_mut());
    texts.extend(&mut finding.notes);
    if let Some(fix) = &mut finding.fix {
        texts.push(&mut fix.title);
        texts.extend(fix.edits.iter_mut().map(|edit| &mut edit.text));
    }
    texts.extend(finding.picture.as_mut().map(|picture| &mut picture.path));
    if let Some(waived) = &mut finding.waived {
        texts.push(&mut waived.reason);
        texts.extend(waived.by.as_mut());
    }
    texts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mask_is_as_long_in_every_unit() {
        let text = "aé漢𐐀 b\r\nc\t-";
        let masked = mask(text, vec![Span::new(0, text.len())]);
        assert_eq!(masked, "*·•🞄 *\r\n*\t*");
        assert_eq!(masked.len(), text.len());
        let units = |text: &str| text.encode_utf16().count();
        assert_eq!(units(&masked), units(text));
    }

    #[test]
    fn words_are_masked_wherever_they_stand_and_overlap() {
        let mut secrets = Secrets::default();
        secrets.add_words("abcdef");
        secrets.add_words("defghi");
        secrets.add_words("p\\_q*r\nst");
        let shown = |text: &str| secrets.mask(text, []).into_owned();
        assert_eq!(shown("x ABCDEFGHI xabcdefx"), "x ********* x******x");
        assert_eq!(shown("p_q*r\nst; pqr\nst"), "*****\n**; ***\n**");
        assert_eq!(shown("nothing"), "nothing");
    }

    #[test]
    fn short_words_are_masked_only_where_they_were_found() {
        let mut secrets = Secrets::default();
        secrets.add_words("42");
        let masked = secrets.mask("42 of 42", [Span::new(0, 2)]);
        assert_eq!(masked, "** of 42");
    }
}
