//! `reputation/inconsistent-name`: one name in two spellings in the same post.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::fix::{Applicability, Fix};
use crate::language::{KNOWN_NAMES, fold_into, words};
use crate::lexicon::Hit;
use crate::post::{BlockKind, Post};
use crate::rules::spoken::{Said, Spoken};
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule};

/// Options of the rule.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct InconsistentName {
    /// Names that may be written in several ways.
    allow: Vec<String>,
}

impl Rule for InconsistentName {
    const META: Meta = Meta {
        id: "reputation/inconsistent-name",
        summary: "One name in two spellings in the same post: \"QuickMap\" and \"Quickmap\"",
        why: "When a name has capitals inside, one of two spellings is wrong, and readers who know \
              the name see it at once. It is most often a partner, a product or a programme whose \
              people were proud to be mentioned.",
        leaves_alone: "Names in lower case or in capitals throughout, the capital at the start of a \
                       sentence or title, short names, code, addresses, handles, quotations, and \
                       what `[company]` lists: `reputation/misspelt-name` knows how that is written.",
        level: Level::Advice,
        on_by_default: true,
        reads_english: false,
        options: &[OptionDoc {
            name: "allow",
            what: "Names that may be written in several ways",
            example: r#"["QuickMap"]"#,
        }],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "We moved to QuickMap in May. The QuickMap team and Quickmap's founder helped.\n",
                hits: &["Quickmap's"],
                fixed: None,
            },
            Example::Bad {
                text: "Ask the CITYGov desk. The CityGov desk knows, says CityGov.\n",
                hits: &["CITYGov"],
                fixed: None,
            },
            Example::Good(
                "QuickMap it is: quickmap, QUICKMAP, #Quickmap and quickMap, but QuickMap.\n",
            ),
            Example::Good("## Crowdsource it\n\nThe CrowdSource club met. Crowdsource with us.\n"),
            Example::Good("The eXtreme club says: Extreme heat is coming, and extreme cold.\n"),
            Example::Good(
                "Call readMap() and readmaP() of QuickMap. Use `Quickmap` for QuickMap. “Quickmap,” they wrote.\n",
            ),
        ],
    };
}

/// A shorter name is a word or a short form as often as not.
const SHORTEST: usize = 5;

impl Check for InconsistentName {
    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        let prose = post.prose();
        let mut names: FxHashSet<String> = FxHashSet::default();
        let mut folded = String::new();
        for word in words(prose.text()) {
            let written = stem(&prose.text()[word]);
            let is_known = || {
                cx.company.knows(written)
                    || KNOWN_NAMES
                        .iter()
                        .any(|name| name.eq_ignore_ascii_case(written))
                    || self
                        .allow
                        .iter()
                        .any(|own| own.eq_ignore_ascii_case(written))
            };
            if is_camel(written) && !is_known() {
                fold_into(written, &mut folded);
                names.insert(folded.clone());
            }
        }
        if names.is_empty() {
            return;
        }
        let mut spoken = Spoken::by(post);
        let mut found: FxHashMap<String, Vec<Said<'_>>> = FxHashMap::default();
        for word in words(prose.text()) {
            let written = stem(&prose.text()[word.clone()]);
            fold_into(written, &mut folded);
            if !names.contains(folded.as_str()) {
                continue;
            }
            let hit = Hit {
                phrase: 0,
                text: word,
            };
            found
                .entry(folded.clone())
                .or_default()
                .extend(spoken.hear(&hit));
        }
        let mut wrong: Vec<(Said<'_>, String)> = found.into_values().flat_map(rarer).collect();
        wrong.sort_by_key(|(said, _)| said.span());
        for (said, other) in wrong {
            report(post, &said, &other, out);
        }
    }
}

/// A name without its 's.
fn stem(word: &str) -> &str {
    word.split(['\'', '’']).next().unwrap_or(word)
}

/// True for a name with small letters, and a capital inside. "eXtreme" explains
/// a short form.
fn is_camel(word: &str) -> bool {
    let bytes = word.as_bytes();
    bytes.len() >= SHORTEST
        && bytes.iter().all(u8::is_ascii_alphabetic)
        && bytes[1..].iter().any(u8::is_ascii_uppercase)
        && bytes[1..].iter().any(u8::is_ascii_lowercase)
        && !(bytes[0].is_ascii_lowercase() && bytes[1].is_ascii_uppercase())
}

/// The mentions in a rarer spelling than the usual one, and that one.
fn rarer(all: Vec<Said<'_>>) -> Vec<(Said<'_>, String)> {
    // A word of the language is written small as well.
    let is_word = all
        .iter()
        .any(|said| !said.words().contains(char::is_uppercase));
    let counts = |said: &Said<'_>| {
        let written = stem(said.words());
        let is_title = matches!(said.block.kind, BlockKind::Title | BlockKind::Heading(_));
        let is_plain = !is_camel(written);
        let is_loud = !written.contains(char::is_lowercase);
        let is_raised = is_plain && (is_word || is_title || said.is_first());
        // `readMap()` is code that nobody marked.
        let is_call = said.after().starts_with('(');
        written.contains(char::is_uppercase) && !is_loud && !is_raised && !is_call
    };
    let all: Vec<Said<'_>> = all.into_iter().filter(counts).collect();
    let mut times: FxHashMap<&str, usize> = FxHashMap::default();
    for said in &all {
        *times.entry(rest(said)).or_default() += 1;
    }
    // Of two that are as frequent, the first one is the usual one.
    let usual = all.iter().rev().max_by_key(|said| times[rest(said)]);
    let Some(usual) = usual.map(|said| stem(said.words()).to_owned()) else {
        return Vec::new();
    };
    all.into_iter()
        .filter(|said| Some(rest(said)) != usual.get(1..))
        .map(|said| (said, usual.clone()))
        .collect()
}

/// What is behind the first letter, which may be a capital for other reasons.
fn rest<'a>(said: &Said<'a>) -> &'a str {
    stem(said.words()).get(1..).unwrap_or_default()
}

fn report(post: &Post, said: &Said<'_>, other: &str, out: &mut Findings) {
    let (written, span) = (said.words(), said.span());
    let finding = out.report(
        span,
        format!("\"{written}\" is also written \"{other}\" here"),
    );
    finding.label("two spellings of one name").help(format!(
        "see how its owner writes it, and write \"{other}\" if that is right"
    ));
    if post.slice(span) == written {
        let right = format!("{other}{}", &written[stem(written).len()..]);
        let title = format!("write \"{right}\"");
        finding.fix(Fix::edit(Applicability::Suggestion, title, span, right));
    }
}
