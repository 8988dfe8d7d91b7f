//! `reputation/misspelt-name`: a name in the wrong case, or in two parts.

use std::cmp::Reverse;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::company::Company;
use crate::finding::{Findings, Level};
use crate::fix::{Applicability, Fix};
use crate::language::{KNOWN_NAMES, SPLIT_NAMES, words};
use crate::lexicon::{Hit, Lexicon, Phrase};
use crate::post::{BlockKind, LinkKind, Post};
use crate::rules::spoken::{Said, Spoken};
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule};

/// Options of the rule.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MisspeltName {
    /// Spellings that are right, as they are written.
    allow: Vec<String>,
    /// More names, as their owners write them.
    also: Vec<String>,
    /// Whether the company's own names must not stand with 's.
    no_possessive: bool,
    /// Whether the company's own names must not become verbs.
    no_verb: bool,
    #[serde(skip)]
    known: OnceLock<Spellings>,
}

impl Rule for MisspeltName {
    const META: Meta = Meta {
        id: "reputation/misspelt-name",
        summary: "A name that its owner spells otherwise: \"Github\", \"Acme cloud\"",
        why: "People notice their own name first, and a partner, a customer or a colleague whose \
              name is wrong reads the rest with less trust. For the company's own names it is also \
              how a trade mark is kept: the same way everywhere.",
        leaves_alone: "Code, addresses, handles, file names, tags, quotations, words in capitals \
                       among others, and names in lower case, which are commands and packages as \
                       often as not.",
        level: Level::Warning,
        on_by_default: true,
        reads_english: false,
        options: &[
            OptionDoc {
                name: "allow",
                what: "Spellings that are right here",
                example: r#"["ACME"]"#,
            },
            OptionDoc {
                name: "also",
                what: "More names, as their owners write them; those of [company] need not be told",
                example: r#"["RivalDB"]"#,
            },
            OptionDoc {
                name: "no-possessive",
                what: "Whether the company's own names must not stand with 's",
                example: "true",
            },
            OptionDoc {
                name: "no-verb",
                what: "Whether the company's own names must not become verbs (\"acmeing\")",
                example: "true",
            },
        ],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "---\ntitle: How we use Github at work\n---\nAsk on Linkedin or Youtube's site.\n",
                hits: &["Github", "Linkedin", "Youtube's"],
                fixed: Some(
                    "---\ntitle: How we use GitHub at work\n---\nAsk on LinkedIn or YouTube's site.\n",
                ),
            },
            Example::Bad {
                text: "Try Acme cloud, or ask ACME for it. The Git Hub page has more.\n",
                hits: &["Acme cloud", "ACME", "Git Hub"],
                fixed: Some("Try Acme Cloud, or ask Acme for it. The Git Hub page has more.\n"),
            },
            Example::Bad {
                text: "The AcmeCloud console and the Acme-Cloud team.\n",
                hits: &["AcmeCloud", "Acme-Cloud"],
                fixed: None,
            },
            Example::Good(
                "GitHub, JavaScript and Acme Cloud’s iOS app. Run `Github`, npm or github.\n",
            ),
            Example::Good("Visit Github.com, @Github, #Youtube or https://example.com/Github.\n"),
            Example::Good("---\ntitle: A week\ntags: [Github, javascript]\n---\nIt went well.\n"),
            Example::Good("WATCH US ON YOUTUBE\n\nThey wrote “Github”.\n\n> Github is fine.\n"),
            Example::Good(
                "The acme of skill is a cloud of acme. EBay opened. IOS runs on routers on Ios.\n",
            ),
            Example::Good("You tube down the river, and face book lovers linked in a chain.\n"),
        ],
    };
}

/// Phrases to look for, and the name that each one is.
#[derive(Debug, Default)]
struct Spellings {
    phrases: Vec<Phrase>,
    names: Vec<String>,
}

impl Spellings {
    fn add(&mut self, phrase: &str, name: &str) {
        self.phrases.push(Phrase::new(phrase));
        self.names.push(name.to_owned());
    }

    /// The name, and what it is with 's.
    fn add_name(&mut self, name: &str) {
        self.add_name_as(name, name);
    }

    /// The same for `name` as it is written by mistake.
    fn add_name_as(&mut self, written: &str, name: &str) {
        self.add(written, name);
        self.add(&format!("{written}'s"), name);
    }
}

impl Check for MisspeltName {
    fn phrases(&self) -> &[Phrase] {
        &self.known().phrases
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        let mut found = Vec::new();
        let mut spoken = Spoken::by(post);
        for hit in cx.hits {
            let name = &self.known().names[hit.phrase];
            if let Some(said) = spoken.hear(hit).filter(is_text) {
                found.extend(self.wrong(said, name, false));
            }
        }
        let own = self.own_spellings(cx.company);
        for hit in own_hits(post, &own) {
            if let Some(said) = spoken.hear(&hit).filter(is_text) {
                found.extend(self.wrong(said, &own.names[hit.phrase], true));
            }
        }
        found.sort_by_key(|wrong| (wrong.said.span().start, Reverse(wrong.said.span().end)));
        found.dedup_by(|later, first| later.said.span().overlaps(first.said.span()));
        for wrong in found {
            wrong.report(post, out);
        }
    }
}

impl MisspeltName {
    fn known(&self) -> &Spellings {
        self.known.get_or_init(|| {
            let mut known = Spellings::default();
            let own = self.also.iter().map(String::as_str);
            for name in KNOWN_NAMES.into_iter().chain(own) {
                known.add_name(name);
            }
            for (split, name) in SPLIT_NAMES {
                known.add(split, name);
            }
            known
        })
    }
}

impl MisspeltName {
    /// What is wrong with `said`, where `name` is meant; nothing most of the time.
    fn wrong<'a>(&self, said: Said<'a>, name: &str, is_own: bool) -> Option<Wrong<'a>> {
        let written = said.words();
        let tail = ["'s", "’s"].into_iter().find_map(|tail| {
            let start = written.strip_suffix(tail)?;
            (letters(start) == letters(name)).then_some(tail)
        });
        let stem = written.strip_suffix(tail.unwrap_or_default())?;
        if self.allow.iter().any(|own| own == stem) {
            return None;
        }
        let spelt = stem.split_whitespace().collect::<Vec<_>>().join(" ");
        let fault = if letters(&spelt) != letters(name) {
            Fault::Verb
        } else if is_own && self.no_possessive && tail.is_some() {
            Fault::Possessive
        } else if spelt == name {
            return None;
        } else if spelt.to_lowercase() == name.to_lowercase() {
            is_slip(&said, stem, name, is_own).then_some(Fault::Case)?
        } else {
            let is_capital = |word: &str| word.starts_with(char::is_uppercase);
            let mut parts = words(stem).map(|word| &stem[word]);
            parts.all(is_capital).then_some(Fault::Parts)?
        };
        let right = format!("{name}{}", tail.unwrap_or_default());
        Some(Wrong { said, fault, right })
    }

    /// How the company's own names may be found.
    fn own_spellings(&self, company: &Company) -> Spellings {
        let mut own = Spellings::default();
        let names = || company.names.iter().chain(&company.products);
        let is_other = |written: &str| names().any(|name| name.eq_ignore_ascii_case(written));
        for name in names().filter(|name| !name.is_empty()) {
            own.add_name(name);
            let joined = name.replace([' ', '-'], "");
            let split = split(name);
            for other in [joined, split] {
                if !is_other(&other) && other != *name {
                    own.add_name_as(&other, name);
                }
            }
            let stem = name.trim_end_matches('e');
            if self.no_verb {
                for verb in [format!("{stem}ing"), format!("{stem}ed")] {
                    own.add(&verb, name);
                }
            }
        }
        own
    }
}

/// Where the company's own names stand in the prose.
fn own_hits(post: &Post, own: &Spellings) -> Vec<Hit> {
    let prose = post.prose();
    let blocks = prose.blocks().iter().map(|block| block.text.clone());
    let lexicon = Lexicon::new([own.phrases.as_slice()]);
    lexicon
        .search(prose.text(), blocks)
        .pop()
        .unwrap_or_default()
}

/// "Acme DB" for "AcmeDB": parted where a capital follows a small letter.
fn split(name: &str) -> String {
    let mut parts = String::new();
    let mut before = ' ';
    for c in name.chars() {
        if before.is_lowercase() && c.is_uppercase() {
            parts.push(' ');
        }
        parts.push(c);
        before = c;
    }
    parts
}

/// The letters and digits of a name, in lower case.
fn letters(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// True for a text that its author wrote as a text, and no tag.
fn is_text(said: &Said<'_>) -> bool {
    /// Tags have fewer words.
    const FEWEST: usize = 5;
    said.block.kind != BlockKind::FrontMatter || words(said.text).count() >= FEWEST
}

/// True when `stem` is no spelling that its place explains.
fn is_slip(said: &Said<'_>, stem: &str, name: &str, is_own: bool) -> bool {
    let is_upper = |text: &str| {
        text.contains(char::is_uppercase) && !text.contains(char::is_lowercase) && text.len() > 1
    };
    let first = stem.chars().next().map_or(0, char::len_utf8);
    // A sentence starts with a capital, and a title may have one in every word.
    let is_raised = stem.get(first..) == name.get(first..) && said.is_first();
    let is_title = matches!(said.block.kind, BlockKind::Title | BlockKind::Heading(_));
    let is_lowered = is_upper(name) && (is_title || said.is_first());
    // "MacOS X" is an older name.
    let is_older = name == "macOS" && said.after().trim_start().starts_with('X');
    if !stem.contains(char::is_uppercase) || is_raised || is_lowered || is_older {
        return false;
    }
    // IOS is a system of routers, and Ios an island.
    const SHORTEST: usize = 4;
    let is_camel = stem[first..].contains(char::is_uppercase);
    if !is_upper(stem) {
        return is_camel || stem.len() >= SHORTEST;
    }
    let (before, after) = (&said.text[..said.place.start], said.after());
    let previous = words(before).last().map_or("", |word| &before[word]);
    let next = words(after).next().map_or("", |word| &after[word]);
    // MACOS is a constant of some program.
    is_own
        && stem.len() >= SHORTEST
        && !is_upper(said.text)
        && !is_upper(previous)
        && !is_upper(next)
}

/// What can be wrong with a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fault {
    Case,
    Parts,
    Possessive,
    Verb,
}

/// A name that is wrong, and how it is right.
struct Wrong<'a> {
    said: Said<'a>,
    fault: Fault,
    right: String,
}

impl Wrong<'_> {
    fn report(&self, post: &Post, out: &mut Findings) {
        let (written, right, span) = (self.said.words(), &self.right, self.said.span());
        let (message, label) = match self.fault {
            Fault::Case => (
                format!("\"{written}\" is written \"{right}\""),
                "as its owner writes it",
            ),
            Fault::Parts => (
                format!("\"{written}\" is written \"{right}\""),
                "the parts of the name are put together otherwise",
            ),
            Fault::Possessive => (
                format!("\"{written}\" makes a possessive of the name"),
                "which the policy does not want",
            ),
            Fault::Verb => (
                format!("\"{written}\" makes a verb of the name"),
                "which the policy does not want",
            ),
        };
        let help = match self.fault {
            Fault::Case | Fault::Parts => format!("write \"{right}\""),
            Fault::Possessive => "put the name before a noun, or write \"of\"".to_owned(),
            Fault::Verb => "say what is done, and with what".to_owned(),
        };
        let applicability = match self.fault {
            Fault::Case => Some(Applicability::Safe),
            Fault::Parts => Some(Applicability::Suggestion),
            Fault::Possessive | Fault::Verb => None,
        };
        let finding = out.report(span, message);
        finding.label(label).help(help.clone());
        // `[[Github]]` names a file.
        let mut links = post.links().iter();
        let is_address = links.any(|link| link.kind == LinkKind::Wiki && link.span.overlaps(span));
        if let Some(applicability) = applicability
            && post.slice(span) == written
            && !is_address
        {
            finding.fix(Fix::edit(applicability, help, span, right.as_str()));
        }
    }
}
