//! `where`: the places of a post in which a rule looks.

use toml::de::DeValue;

use super::stretch::{Stretch, shown};
use crate::language::sentences;
use crate::policy::section::{self, Section, describe};
use crate::post::{Block, BlockKind, Post};
use crate::span::Span;

/// A kind of place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Title,
    Heading,
    Paragraph,
    List,
    Quote,
    Table,
    Caption,
    Alt,
    Footnote,
    LinkText,
    LinkTarget,
    Code,
    Comment,
    Sentence,
    Post,
}

/// Every place and its name, but `front-matter:KEY`.
const NAMES: [(&str, Place); 15] = [
    ("title", Place::Title),
    ("heading", Place::Heading),
    ("paragraph", Place::Paragraph),
    ("list", Place::List),
    ("quote", Place::Quote),
    ("table", Place::Table),
    ("caption", Place::Caption),
    ("alt", Place::Alt),
    ("footnote", Place::Footnote),
    ("link-text", Place::LinkText),
    ("link-target", Place::LinkTarget),
    ("code", Place::Code),
    ("comment", Place::Comment),
    ("sentence", Place::Sentence),
    ("post", Place::Post),
];

/// What stands before the key in `front-matter:KEY`.
const KEY: &str = "front-matter:";

/// The places a rule names; none for all prose.
#[derive(Debug, Default)]
pub(super) struct Places {
    places: Vec<Place>,
    /// Keys of the front matter.
    keys: Vec<String>,
}

impl Places {
    /// The list at `where`.
    pub(super) fn read(section: &mut Section<'_, '_>) -> Places {
        let mut found = Places::default();
        let Some(value) = section.raw("where") else {
            return found;
        };
        let span = value.span();
        let faults = &mut *section.faults;
        let items = match value.into_inner() {
            DeValue::Array(items) if !items.is_empty() => items,
            other => {
                faults
                    .report(
                        span.into(),
                        "`where` should be a list of places: [\"heading\"]",
                    )
                    .label(if other.is_array() {
                        "empty"
                    } else {
                        describe(&other)
                    });
                return found;
            }
        };
        for item in items {
            let key = item
                .get_ref()
                .as_str()
                .and_then(|name| name.strip_prefix(KEY));
            match key {
                Some("") => {
                    faults
                        .report(item.span().into(), "which key of the front matter?")
                        .label("no key")
                        .help("write \"front-matter:description\"");
                }
                Some(key) => found.keys.push(key.to_owned()),
                None => {
                    let place = section::word("a place in `where`", item, NAMES, faults);
                    found.places.extend(place.map(|place| place.value));
                }
            }
        }
        found
    }

    /// True when the rule names no place.
    pub(super) fn are_all(&self) -> bool {
        self.places.is_empty() && self.keys.is_empty()
    }

    /// Every text to look through.
    pub(super) fn stretches<'p>(&self, post: &'p Post) -> Vec<Stretch<'p>> {
        let mut found = self.blocks(post);
        found.extend(self.beside_blocks(post));
        found
    }

    /// The texts that are no prose.
    pub(super) fn beside_prose<'p>(&self, post: &'p Post) -> Vec<Stretch<'p>> {
        let mut found = self.beside_blocks(post);
        found.retain(|stretch| stretch.prose.is_none());
        found
    }

    /// Blocks of prose, or the sentences of them.
    fn blocks<'p>(&self, post: &'p Post) -> Vec<Stretch<'p>> {
        let prose = post.prose();
        let by_sentence = self.has(Place::Sentence);
        let mut found = Vec::new();
        for block in prose.blocks().iter().filter(|block| self.holds(block)) {
            if by_sentence {
                found.extend(sentences(prose.block_text(block)).into_iter().map(|range| {
                    let base = block.text.start;
                    Stretch::of_prose(post, base + range.start..base + range.end)
                }));
            } else {
                found.push(Stretch {
                    text: prose.block_text(block),
                    span: block.span,
                    prose: Some(block.text.clone()),
                });
            }
        }
        found
    }

    fn beside_blocks<'p>(&self, post: &'p Post) -> Vec<Stretch<'p>> {
        let mut found = Vec::new();
        if self.has(Place::LinkText) {
            let shown = post
                .links()
                .iter()
                .filter_map(|link| shown(post, link.text));
            found.extend(shown.map(|range| Stretch::of_prose(post, range)));
        }
        let mut spans: Vec<Span> = Vec::new();
        if self.has(Place::LinkTarget) {
            spans.extend(post.links().iter().map(|link| link.destination_span));
            // Links may share one definition.
            spans.sort();
            spans.dedup();
        }
        if self.has(Place::Code) {
            spans.extend(post.code().iter().map(|code| code.span));
        }
        if self.has(Place::Comment) {
            spans.extend(post.comments().iter().map(|comment| comment.text));
        }
        if let Some(front_matter) = post.front_matter().filter(|_| !self.keys.is_empty()) {
            for (path, value) in front_matter.leaves() {
                if self.keys.iter().any(|key| leads_to(key, &path)) {
                    spans.push(value.verbatim().unwrap_or(value.span));
                }
            }
        }
        if self.has(Place::Post) {
            spans.push(Span::new(0, post.text().len()));
        }
        found.extend(spans.into_iter().map(|span| Stretch::of_file(post, span)));
        found
    }

    fn has(&self, place: Place) -> bool {
        self.places.contains(&place)
    }

    /// True when `block` is one of the places, or the rule names none but
    /// sentences.
    fn holds(&self, block: &Block) -> bool {
        if self.keys.is_empty() && self.places.iter().all(|place| *place == Place::Sentence) {
            return true;
        }
        let place = match block.kind {
            BlockKind::Title => Place::Title,
            BlockKind::Heading(_) => Place::Heading,
            BlockKind::Paragraph | BlockKind::Html => Place::Paragraph,
            BlockKind::ListItem => Place::List,
            BlockKind::Quote => Place::Quote,
            BlockKind::TableCell => Place::Table,
            BlockKind::Caption => Place::Caption,
            BlockKind::AltText => Place::Alt,
            BlockKind::Footnote => Place::Footnote,
            // Its key is named, if it is meant.
            BlockKind::FrontMatter => return false,
        };
        self.has(place)
    }

    /// The places in words, with a blank before them; empty for all.
    pub(super) fn describe(&self) -> String {
        if self.are_all() {
            return String::new();
        }
        let named = NAMES.iter().filter(|(_, place)| self.has(*place));
        let mut names: Vec<String> = named.map(|(name, _)| (*name).to_owned()).collect();
        names.extend(self.keys.iter().map(|key| format!("`{key}`")));
        format!(", in: {}", names.join(", "))
    }
}

/// True when `path` is the key, or a key inside it.
fn leads_to(key: &str, path: &str) -> bool {
    let start = path.get(..key.len());
    start.is_some_and(|start| start.eq_ignore_ascii_case(key))
        && matches!(path.as_bytes().get(key.len()), None | Some(b'.'))
}

#[cfg(test)]
mod tests {
    use crate::policy::custom::sample::flagged;

    const POST: &str = "---\ntitle: acme one\nextra:\n  note: acme two\n---\n# acme three\n\nacme \
                        four. Five acme.[^1]\n\n- acme six\n\n> acme seven\n\n| a |\n|---|\n| acme \
                        eight |\n\n![acme nine](a.png) `acme ten` <!-- acme eleven --> [acme \
                        twelve](acme-thirteen)\n\n[^1]: acme fourteen\n";

    #[test]
    fn a_rule_looks_where_it_says() {
        for (place, words) in [
            ("title", &["acme one"][..]),
            ("heading", &["acme three"]),
            ("paragraph", &["acme\nfour", "acme twelve"]),
            ("list", &["acme six"]),
            ("quote", &["acme seven"]),
            ("table", &["acme eight"]),
            ("alt", &["acme nine"]),
            ("code", &["acme ten"]),
            ("comment", &["acme eleven"]),
            ("link-text", &["acme twelve"]),
            ("link-target", &["acme-thirteen"]),
            ("footnote", &["acme fourteen"]),
            ("front-matter:extra", &["acme two"]),
            ("front-matter:Extra.Note", &["acme two"]),
        ] {
            let post = POST.replace("acme four.", "acme\nfour.");
            let lines = format!("pattern = 'acme[-\\s]\\w+'\nwhere = ['{place}']");
            assert_eq!(flagged(&lines, &post), words, "{place}");
            let lines = format!("phrases = ['acme']\nwhere = ['{place}']");
            let count = words.len() + usize::from(place == "paragraph");
            assert_eq!(flagged(&lines, &post).len(), count, "{place}");
        }
        let all = "phrases = ['acme']";
        assert_eq!(flagged(all, POST).len(), 11);
        assert_eq!(flagged(&format!("{all}\nwhere = ['post']"), POST).len(), 14);
    }

    #[test]
    fn a_sentence_stands_on_its_own() {
        let text = "# So it is\n\nSo it is. So it was.\n";
        let lines = "pattern = '^So.*\\.$'\nwhere = ['sentence']";
        assert_eq!(flagged(lines, text), ["So it is.", "So it was."]);
        let lines = "pattern = '^So'\nwhere = ['heading', 'sentence']";
        assert_eq!(flagged(lines, text), ["So"]);
    }
}
