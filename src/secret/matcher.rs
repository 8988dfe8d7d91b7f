//! One pass over a text for the prefixes and names of all providers.

use std::ops::Range;
use std::sync::LazyLock;

use super::literals::Literals;
use super::{PROVIDERS, Provider, Shape};

/// A shape that is looked for.
pub(super) struct Sought {
    pub(super) provider: &'static Provider,
    pub(super) shape: Shape,
}

/// All shapes, and the letters at which each is tried.
pub(super) struct Matcher {
    /// Prefixes and names, each with the number of its shape.
    literals: Literals,
    sought: Vec<Sought>,
}

pub(super) static MATCHER: LazyLock<Matcher> = LazyLock::new(|| {
    let shapes = PROVIDERS.iter().flat_map(|provider| {
        let read = |pattern: &&'static str| Sought {
            provider,
            shape: Shape::read(pattern),
        };
        provider.shapes.iter().map(read)
    });
    let sought: Vec<Sought> = shapes.collect();
    let literals = sought.iter().enumerate().flat_map(|(number, one)| {
        let spellings = one.spellings().into_iter();
        spellings.map(move |spelling| (spelling, number))
    });
    Matcher {
        literals: Literals::new(literals.collect()),
        sought,
    }
});

impl Matcher {
    /// Every place in `text` that has a shape.
    pub(super) fn places(&self, text: &[u8]) -> impl Iterator<Item = (Range<usize>, &Sought)> {
        self.literals
            .find(text)
            .filter_map(move |(literal, number)| {
                let sought = &self.sought[number];
                Some((sought.at(text, literal)?, sought))
            })
    }
}

impl Sought {
    fn is_named(&self) -> bool {
        !self.provider.names.is_empty()
    }

    /// The letters it is tried at, also with the backslash that Markdown may
    /// have before an underscore.
    fn spellings(&self) -> Vec<String> {
        let mut spellings: Vec<String> = if self.is_named() {
            let cased =
                |name: &&str| [(*name).to_owned(), name.to_lowercase(), name.to_uppercase()];
            self.provider.names.iter().flat_map(cased).collect()
        } else {
            let anchor = self.shape.anchor().into_iter();
            anchor.map(|(anchor, _)| anchor.to_owned()).collect()
        };
        let escape = |spelling: &String| spelling.replace('_', "\\_");
        let escaped: Vec<String> = spellings.iter().map(escape).collect();
        spellings.extend(escaped);
        spellings.sort();
        spellings.dedup();
        spellings
    }

    /// Where it is, when `literal` is its prefix or its name.
    fn at(&self, text: &[u8], literal: Range<usize>) -> Option<Range<usize>> {
        let (start, end) = if self.is_named() {
            let start = value(text, literal)?;
            (start, self.shape.matches(text, start)?)
        } else {
            self.shape.around(text, literal.start)?
        };
        Some(start..end)
    }

    /// What all such tokens start with, when it is short enough to be told.
    pub(super) fn prefix(&self) -> Option<&'static str> {
        const LONGEST: usize = 20;
        let (anchor, is_inside) = self.shape.anchor()?;
        let is_prefix = !self.is_named() && !is_inside && !anchor.contains(['/', '=']);
        (is_prefix && anchor.len() <= LONGEST).then_some(anchor)
    }
}

/// Where the value starts that is given to the name at `name`: behind `=`, `:`
/// or `=>`, blanks and a quote.
fn value(text: &[u8], name: Range<usize>) -> Option<usize> {
    if name.start > 0 && text[name.start - 1].is_ascii_alphanumeric() {
        return None;
    }
    let skip = |at: usize, set: &[u8], most: usize| {
        let next = text[at..].iter().take(most);
        at + next.take_while(|byte| set.contains(byte)).count()
    };
    let closed = skip(name.end, b"\"'`]) \t", 4);
    let given = skip(closed, b"=:>", 2);
    (given > closed).then(|| skip(given, b" \t\"'`", 4))
}
