//! A document for people, before it is Markdown or HTML.

use std::ops::Range;

use super::line::Line;
use super::words;

/// A document: a title and what stands below it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// What it is called.
    pub title: String,
    /// Its parts, from top to bottom.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading(Heading),
    /// A paragraph.
    Paragraph(Line),
    /// A list without an order.
    List(Vec<Line>),
    /// A post that shows what a rule means.
    Sample(Sample),
    /// Something to be typed as it stands.
    Code(String),
}

/// A heading; one of level 2 is in the table of contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 2 or 3; the title is 1.
    pub level: u8,
    /// What a link to it names, once in the document.
    pub anchor: String,
    /// Its words.
    pub text: Line,
}

/// An example of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// True when the rule has nothing to say about it.
    pub is_fine: bool,
    /// The post.
    pub text: String,
    /// The words in it that are flagged.
    pub marked: Vec<Range<usize>>,
}

impl Sample {
    /// What is written above it.
    pub fn caption(&self) -> &'static str {
        if self.is_fine { "Fine" } else { "Flagged" }
    }
}

impl Document {
    /// A document without parts.
    pub fn new(title: &str) -> Document {
        Document {
            title: words::folded(title.trim()),
            blocks: Vec::new(),
        }
    }

    /// The headings of its chapters.
    pub fn chapters(&self) -> impl Iterator<Item = &Heading> {
        self.headings().filter(|heading| heading.level == 2)
    }

    fn headings(&self) -> impl Iterator<Item = &Heading> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Heading(heading) => Some(heading),
            _ => None,
        })
    }

    /// Starts a chapter.
    pub fn chapter(&mut self, text: &str) {
        self.heading(2, text, text);
    }

    /// Starts a part of a chapter. Links call it by `name`.
    pub fn section(&mut self, text: &str, name: &str) {
        self.heading(3, text, name);
    }

    fn heading(&mut self, level: u8, text: &str, name: &str) {
        let slug = slug(name);
        let is_taken = |anchor: &str| self.headings().any(|heading| heading.anchor == anchor);
        let mut anchor = slug.clone();
        for number in 2.. {
            if !is_taken(&anchor) {
                break;
            }
            anchor = format!("{slug}-{number}");
        }
        self.blocks.push(Block::Heading(Heading {
            level,
            anchor,
            text: Line::of(text),
        }));
    }

    /// Adds a paragraph.
    pub fn paragraph(&mut self, line: Line) {
        self.blocks.push(Block::Paragraph(line));
    }

    /// Adds a list, when there is anything in it.
    pub fn list(&mut self, items: Vec<Line>) {
        if !items.is_empty() {
            self.blocks.push(Block::List(items));
        }
    }

    /// Adds something to be typed as it stands.
    pub fn code(&mut self, text: &str) {
        self.blocks.push(Block::Code(text.trim_end().to_owned()));
    }

    /// Adds a post that is fine.
    pub fn fine(&mut self, text: &str) {
        self.sample(true, text, &[]);
    }

    /// Adds a post in which the words `hits` are flagged, in this order.
    pub fn flagged(&mut self, text: &str, hits: &[&str]) {
        self.sample(false, text, hits);
    }

    fn sample(&mut self, is_fine: bool, text: &str, hits: &[&str]) {
        let text = text.trim_end().to_owned();
        let mut marked: Vec<Range<usize>> = Vec::new();
        for hit in hits {
            let from = marked.last().map_or(0, |last| last.end);
            let found = text[from..].find(hit).map(|at| from + at);
            marked.extend(found.map(|at| at..at + hit.len()));
        }
        self.blocks.push(Block::Sample(Sample {
            is_fine,
            text,
            marked,
        }));
    }
}

/// The name of a heading in a link, as forges make it: `can-i-back-up`.
fn slug(text: &str) -> String {
    let slug: String = text
        .to_lowercase()
        .chars()
        .filter_map(|c| match c {
            c if c.is_alphanumeric() || c == '_' => Some(c),
            ' ' | '-' | '/' => Some('-'),
            _ => None,
        })
        .collect();
    if slug.is_empty() {
        "part".to_owned()
    } else {
        slug
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_headings_have_one_anchor() {
        let mut document = Document::new("A");
        document.chapter("Is it helpful?");
        document.section("Is it helpful?", "is-it-helpful");
        document.section("?", "?");
        let anchors: Vec<_> = document.headings().map(|one| one.anchor.as_str()).collect();
        assert_eq!(anchors, ["is-it-helpful", "is-it-helpful-2", "part"]);
    }

    #[test]
    fn hits_are_marked_in_their_order() {
        let mut document = Document::new("A");
        document.flagged("a TK b TK c\n", &["TK", "TK", "nowhere"]);
        let Block::Sample(sample) = &document.blocks[0] else {
            unreachable!()
        };
        assert_eq!(sample.marked, [2..4, 7..9]);
    }
}
