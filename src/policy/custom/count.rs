//! `count`: how often something may appear, or must.

use std::ops::Range;

use super::choice::one_of;
use super::finder::Finder;
use super::found::Found;
use super::places::Places;
use super::stretch::Stretch;
use super::wording::name_of;
use crate::language::words;
use crate::lexicon::{Hit, Phrase};
use crate::policy::section::Section;
use crate::post::Post;
use crate::span::Span;

/// How many there may be of what.
#[derive(Debug)]
pub(super) struct Count {
    of: Of,
    least: Option<usize>,
    most: Option<usize>,
}

/// What is counted.
#[derive(Debug)]
enum Of {
    Text(Finder),
    Thing(Thing),
}

/// What is counted by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Thing {
    Words,
    Hashtags,
    Headings,
    Links,
    Images,
}

/// The values of `of`.
const THINGS: [(&str, Thing); 5] = [
    ("words", Thing::Words),
    ("hashtags", Thing::Hashtags),
    ("headings", Thing::Headings),
    ("links", Thing::Links),
    ("images", Thing::Images),
];

impl Count {
    /// The table at `count`; `place` is where the rule is named.
    pub(super) fn read(
        section: &mut Section<'_, '_>,
        place: Span,
        all: &mut Vec<Phrase>,
        file: &str,
    ) -> Option<Count> {
        let table = section.table("count")?;
        let mut section = Section::new("`count`", table, section.faults);
        let kind = one_of(
            &mut section,
            place,
            "`count`",
            &["of", "phrases", "pattern"],
        );
        let of = kind.and_then(|kind| match kind {
            "of" => section
                .word("of", THINGS)
                .map(|thing| Of::Thing(thing.value)),
            _ => Finder::read(kind, &mut section, all, file).map(Of::Text),
        });
        let least = section.placed::<usize>("at-least", "a whole number, such as 1");
        let most = section.placed::<usize>("at-most", "a whole number, such as 3");
        match (&least, &most) {
            (None, None) => {
                section
                    .faults
                    .report(place, "`count` has no limit")
                    .label("no `at-least`, no `at-most`");
            }
            (Some(least), Some(most)) if least.value > most.value => {
                section
                    .faults
                    .report(most.span, "no post has at least more than at most")
                    .label(format!("less than {}", least.value));
            }
            _ => {}
        }
        section.finish();
        Some(Count {
            of: of?,
            least: least.map(|least| least.value),
            most: most.map(|most| most.value),
        })
    }

    /// The post, when it has too many or too few; with places named, each
    /// of them that has.
    pub(super) fn find(&self, post: &Post, hits: &[Hit], places: &Places) -> Vec<Found> {
        let stretches = places.stretches(post);
        let spans = self.spans(post);
        if !places.are_all() {
            let one = |stretch: &Stretch<'_>| {
                let first = spans.partition_point(|span| span.start < stretch.span.start);
                let inside = spans[first..]
                    .iter()
                    .take_while(|span| span.start < stretch.span.end);
                let inside = inside.filter(|span| stretch.span.contains(**span));
                let mut tally = Tally::of_spans(self.most, inside);
                tally.add_text(post, stretch, self.ranges(stretch, hits));
                self.judge(tally, stretch.span)
            };
            return stretches.iter().filter_map(one).collect();
        }
        let mut tally = Tally::of_spans(self.most, &spans);
        // Without places named, what is counted is what readers of the page read.
        for stretch in stretches
            .iter()
            .filter(|stretch| post.body().contains(stretch.span))
        {
            tally.add_text(post, stretch, self.ranges(stretch, hits));
        }
        self.judge(tally, post.opening()).into_iter().collect()
    }

    /// Everything to count that is a thing of its own, in the order of the text.
    fn spans(&self, post: &Post) -> Vec<Span> {
        let mut spans: Vec<Span> = match &self.of {
            Of::Thing(Thing::Headings) => post.headings().iter().map(|it| it.span).collect(),
            Of::Thing(Thing::Links) => post.links().iter().map(|it| it.span).collect(),
            Of::Thing(Thing::Images) => post.images().iter().map(|it| it.span).collect(),
            Of::Thing(Thing::Words | Thing::Hashtags) | Of::Text(_) => Vec::new(),
        };
        spans.sort();
        spans
    }

    /// Everything to count that is made of words.
    fn ranges(&self, stretch: &Stretch<'_>, hits: &[Hit]) -> Vec<Range<usize>> {
        match &self.of {
            Of::Text(finder) => finder.find(stretch, hits),
            Of::Thing(Thing::Words) => words(stretch.text).collect(),
            Of::Thing(Thing::Hashtags) => hashtags(stretch.text).collect(),
            Of::Thing(_) => Vec::new(),
        }
    }

    /// What there is to say of the count at `place`.
    fn judge(&self, tally: Tally, place: Span) -> Option<Found> {
        let count = tally.count;
        let (span, label) = match (tally.over, self.least) {
            (Some(over), _) => (over, format!("{count}; {} at most", tally.most?)),
            (None, Some(least)) if count < least => (place, format!("{count}; {least} at least")),
            _ => return None,
        };
        Some(Found {
            span,
            label,
            count: Some(count),
            ..Found::default()
        })
    }

    /// What it flags, in words.
    pub(super) fn describe(&self) -> String {
        let what = match &self.of {
            Of::Text(finder) => format!("times {}", finder.describe()),
            Of::Thing(thing) => name_of(&THINGS, thing).to_owned(),
        };
        let least = self.least.map(|least| format!("fewer than {least}"));
        let most = self.most.map(|most| format!("more than {most}"));
        let limits: Vec<String> = least.into_iter().chain(most).collect();
        format!("{} {what}", limits.join(" or "))
    }
}

/// What was counted.
struct Tally {
    most: Option<usize>,
    count: usize,
    /// The first that is too many.
    over: Option<Span>,
}

impl Tally {
    fn of_spans<'s>(most: Option<usize>, spans: impl IntoIterator<Item = &'s Span>) -> Tally {
        let mut tally = Tally {
            most,
            count: 0,
            over: None,
        };
        for span in spans {
            tally.add(|| *span);
        }
        tally
    }

    fn add_text(&mut self, post: &Post, stretch: &Stretch<'_>, found: Vec<Range<usize>>) {
        for range in found {
            self.add(|| stretch.source(post, range));
        }
    }

    fn add(&mut self, span: impl FnOnce() -> Span) {
        if self.most == Some(self.count) {
            self.over = Some(span());
        }
        self.count += 1;
    }
}

/// Words with a `#` before them that starts a word; a number is none.
fn hashtags(text: &str) -> impl Iterator<Item = Range<usize>> {
    words(text).filter_map(|word| {
        let before = text[..word.start].strip_suffix('#')?;
        let mut before_it = before.chars().rev();
        let starts = before_it
            .next()
            .is_none_or(|c| c.is_whitespace() || c == '(');
        let is_tag = starts && text[word.clone()].contains(char::is_alphabetic);
        is_tag.then_some(word.start - 1..word.end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::custom::sample::found;

    #[test]
    fn hashtags_are_words_behind_a_hash() {
        let text = "#acme (#Cloud) #1 a#b ##c https://example.com/#d C# #";
        let tags: Vec<_> = hashtags(text).map(|tag| &text[tag]).collect();
        assert_eq!(tags, ["#acme", "#Cloud"]);
    }

    #[test]
    fn too_many_and_too_few_are_told() {
        let text = "---\ntitle: one two three\n---\n# a b\n\nc d. e #f [g](h) ![i](j)\n";
        for (count, told) in [
            ("of = 'words', at-most = 6", Some("g: 8; 6 at most")),
            ("of = 'words', at-most = 8", None),
            ("of = 'links', at-least = 2", Some("---: 1; 2 at least")),
            ("of = 'images', at-most = 0", Some("![i](j): 1; 0 at most")),
            ("of = 'headings', at-least = 1", None),
            ("of = 'hashtags', at-most = 0", Some("#f: 1; 0 at most")),
            ("phrases = ['a', 'C'], at-most = 1", Some("c: 2; 1 at most")),
            (
                "pattern = '[a-z]\\.', at-least = 2",
                Some("---: 1; 2 at least"),
            ),
        ] {
            assert_eq!(
                tell(&format!("count = {{ {count} }}"), text)
                    .first()
                    .map(String::as_str),
                told
            );
        }
    }

    #[test]
    fn each_place_that_is_named_is_counted_on_its_own() {
        let lines =
            "count = { of = 'words', at-most = 2 }\nwhere = ['heading', 'title', 'sentence']";
        let text = "---\ntitle: a b c\n---\n# d e\n\nf g h\n";
        assert_eq!(tell(lines, text), ["c: 3; 2 at most"]);
        let lines = "count = { of = 'links', at-most = 1 }\nwhere = ['paragraph']";
        let text = "[a](b)\n\n[c](d) [e](f)\n";
        assert_eq!(tell(lines, text), ["[e](f): 2; 1 at most"]);
    }

    fn tell(lines: &str, text: &str) -> Vec<String> {
        let (post, found) = found(lines, text);
        let told = found
            .iter()
            .map(|found| format!("{}: {}", post.slice(found.span), found.label));
        told.collect()
    }
}
