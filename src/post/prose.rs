//! The words of a post as a reader sees them, each mapped back to the source.
//!
//! All blocks stand end to end in one buffer, with a line break between two
//! of them. A range of the buffer is a [`Range`], a place in the file is a
//! [`Span`]; [`Prose::source`] turns the one into the other. Inline code and
//! template calls are one [`OPAQUE`] character each: they are there, but they
//! are no words.

use std::ops::Range;

use crate::span::Span;

/// Stands for inline code or a template call in the text of a block.
pub const OPAQUE: char = '\u{fffc}';

/// What a block of prose is to its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// The title in the front matter.
    Title,
    /// Another text value of the front matter.
    FrontMatter,
    /// A heading of the body and its level, 1 to 6.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// The text of a list item.
    ListItem,
    /// A quotation set off from the text.
    Quote,
    /// A cell of a table.
    TableCell,
    /// The caption of a figure.
    Caption,
    /// The text that stands in for an image.
    AltText,
    /// The text of a footnote.
    Footnote,
    /// Text between tags of raw HTML.
    Html,
}

/// A piece of prose that reads on its own.
#[derive(Clone, Debug)]
pub struct Block {
    /// What it is to its reader.
    pub kind: BlockKind,
    /// Its text, as a range of the buffer.
    pub text: Range<usize>,
    /// The bytes of the file it was made from.
    pub span: Span,
    /// Number of headings before it: blocks with the same number share a section.
    pub section: usize,
    /// Number of the top-level element it stands in (a list is one element).
    pub element: Option<usize>,
}

/// How a stretch of the buffer came from the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Byte for byte.
    Verbatim,
    /// Stands for the whole span: an entity, a code span, a template call.
    Whole,
    /// A line break of the source; `hard` when the reader sees it too.
    Break { hard: bool },
}

#[derive(Clone, Copy, Debug)]
struct Segment {
    at: u32,
    source: Span,
    piece: Piece,
}

/// The blocks of a post, end to end.
#[derive(Debug, Default)]
pub struct Prose {
    text: String,
    segments: Vec<Segment>,
    blocks: Vec<Block>,
}

impl Prose {
    /// The whole buffer.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The blocks in reading order.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The text of a block.
    pub fn block_text(&self, block: &Block) -> &str {
        &self.text[block.text.clone()]
    }

    /// Index of the block that holds byte `at` of the buffer.
    pub fn block_at(&self, at: usize) -> usize {
        self.blocks
            .partition_point(|block| block.text.end <= at)
            .min(self.blocks.len().saturating_sub(1))
    }

    /// The bytes of the file that `range` of the buffer came from.
    pub fn source(&self, range: Range<usize>) -> Span {
        if self.segments.is_empty() {
            return Span::at(0);
        }
        let start = self.source_at(range.start);
        if range.is_empty() {
            return Span {
                start: start.start,
                end: start.start,
            };
        }
        let end = self.source_at(range.end - 1);
        Span {
            start: start.start,
            end: end.end.max(start.end),
        }
    }

    /// The source of the one byte at `at`, or of what it stands for.
    fn source_at(&self, at: usize) -> Span {
        let index = self
            .segments
            .partition_point(|segment| segment.at as usize <= at);
        let segment = self.segments[index.saturating_sub(1)];
        match segment.piece {
            Piece::Verbatim => {
                let into = (at as u32).saturating_sub(segment.at);
                let start = (segment.source.start + into).min(segment.source.end);
                Span {
                    start,
                    end: (start + 1).min(segment.source.end),
                }
            }
            Piece::Whole | Piece::Break { .. } => segment.source,
        }
    }

    /// The places in the buffer where words that are neighbours for a reader are
    /// none in `text`, the file: an address, a tag, code or an entity stands
    /// between them, or makes them.
    pub fn seams(&self, text: &str) -> Vec<usize> {
        let is_plain = |c: char| c.is_whitespace() || matches!(c, '*' | '_' | '~' | '[');
        let mut seams = Vec::new();
        let mut starts = self.blocks.iter().map(|block| block.text.start).peekable();
        let mut end = None;
        for segment in &self.segments {
            let at = segment.at as usize;
            if starts.next_if(|start| *start <= at).is_some() {
                end = None;
            }
            match (segment.piece, end) {
                (Piece::Break { .. }, _) => {}
                (Piece::Whole, _) => {
                    seams.push(at);
                    end = Some(u32::MAX);
                }
                (Piece::Verbatim, before) => {
                    let start = segment.source.start;
                    let is_near = before.is_none_or(|before| {
                        text.get(before as usize..start as usize)
                            .is_some_and(|gap| gap.chars().all(is_plain))
                    });
                    if !is_near {
                        seams.push(at);
                    }
                    end = Some(segment.source.end);
                }
            }
        }
        seams
    }

    /// The lines of a block as they stand in the file, and whether a line
    /// stands by itself: at an end of the block or beside a forced break.
    pub fn lines(&self, block: &Block) -> Vec<Line> {
        let from = self
            .segments
            .partition_point(|segment| (segment.at as usize) < block.text.start);
        let mut lines = Vec::new();
        let mut start = block.text.start;
        let mut free = true;
        for segment in &self.segments[from..] {
            let at = segment.at as usize;
            if at >= block.text.end {
                break;
            }
            if let Piece::Break { hard } = segment.piece {
                lines.push(Line {
                    text: start..at,
                    set_off: free && hard,
                });
                start = at + 1;
                free = hard;
            }
        }
        lines.push(Line {
            text: start..block.text.end,
            set_off: free,
        });
        lines
    }

    /// Lays `draft` after the others. A draft without a letter or digit is no block.
    pub(super) fn push(&mut self, draft: &Draft, section: usize, element: Option<usize>) {
        if !draft.text.chars().any(char::is_alphanumeric) {
            return;
        }
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        let base = self.text.len();
        self.text.push_str(&draft.text);
        let mut span: Option<Span> = None;
        for segment in &draft.segments {
            span = Some(span.map_or(segment.source, |span| span.cover(segment.source)));
            self.segments.push(Segment {
                at: segment.at + base as u32,
                ..*segment
            });
        }
        self.blocks.push(Block {
            kind: draft.kind,
            text: base..self.text.len(),
            span: draft.span.or(span).unwrap_or_default(),
            section,
            element,
        });
    }
}

/// A line of a block as it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its text, as a range of the buffer.
    pub text: Range<usize>,
    /// True when no soft wrap joins it to its neighbours.
    pub set_off: bool,
}

/// A block while its text is gathered.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) kind: BlockKind,
    pub(super) span: Option<Span>,
    pub(super) text: String,
    segments: Vec<Segment>,
}

impl Draft {
    pub(super) fn new(kind: BlockKind, span: Option<Span>) -> Draft {
        Draft {
            kind,
            span,
            text: String::new(),
            segments: Vec::new(),
        }
    }

    /// Adds `text`, which stands at `source` byte for byte.
    pub(super) fn verbatim(&mut self, text: &str, source: Span) {
        if text.is_empty() {
            return;
        }
        debug_assert_eq!(text.len(), source.len());
        let joins = self.segments.last().is_some_and(|last| {
            last.piece == Piece::Verbatim
                && last.source.end == source.start
                && last.at as usize + last.source.len() == self.text.len()
        });
        match self.segments.last_mut() {
            Some(last) if joins => last.source.end = source.end,
            _ => self.segments.push(Segment {
                at: self.text.len() as u32,
                source,
                piece: Piece::Verbatim,
            }),
        }
        self.text.push_str(text);
    }

    /// Adds `text`, which stands for all of `source`.
    pub(super) fn stand_in(&mut self, text: &str, source: Span, piece: Piece) {
        if text.is_empty() {
            return;
        }
        self.segments.push(Segment {
            at: self.text.len() as u32,
            source,
            piece,
        });
        self.text.push_str(text);
    }
}
