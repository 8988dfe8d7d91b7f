//! `evidence/superlative`: "the world's fastest", said about oneself and backed by nothing.
//!
//! A word is no claim. What is flagged is a sentence whose subject is the
//! company or one of its products, which says that it is first among all, and
//! which stands in a paragraph without evidence.

use std::ops::Range;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::evidence::{self, Scope, looked_for};
use crate::finding::{Findings, Level};
use crate::language::superlative::{self, Claim, Shape, leading_name};
use crate::lexicon::{Hit, Phrase};
use crate::post::Post;
use crate::rules::heading::title;
use crate::rules::passage::{Passages, Said};
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule, Source};

/// Options of the rule.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Superlative {
    /// More phrases that claim to be first among all.
    also: Vec<String>,
    #[serde(skip)]
    phrases: OnceLock<Vec<Phrase>>,
}

impl Rule for Superlative {
    const META: Meta = Meta {
        id: "evidence/superlative",
        summary: "A claim to be the first, the only or the best, without evidence",
        why: "\"The world's fastest\" is a statement of fact that a reader can test and a competitor \
              can challenge. Backed by a benchmark, it convinces; backed by nothing, it costs trust, \
              and advertising law in many places asks for proof held before the claim is made. \
              Say what was measured, when and against whom, or say what the thing does.",
        leaves_alone: "Claims about others (without [company] in the policy: all but \"we\" and what \
                       the post is titled after), headings, quotations, questions, goals and hopes, \"one of \
                       the\", comparisons with the company's own earlier work, and any claim in a \
                       paragraph with a link to another site, a sourced footnote or a stated method.",
        level: Level::Warning,
        on_by_default: true,
        reads_english: true,
        options: &[OptionDoc {
            name: "also",
            what: "More phrases that claim to be first among all",
            example: r#"["gold standard"]"#,
        }],
        sources: &[
            Source {
                title: "FTC, Policy Statement Regarding Advertising Substantiation",
                url: "https://www.ftc.gov/legal-library/browse/ftc-policy-statement-regarding-advertising-substantiation",
            },
            Source {
                title: "CAP Code, section 3: Misleading advertising",
                url: "https://www.asa.org.uk/type/non_broadcast/code_section/03.html",
            },
        ],
        examples: &[
            Example::Bad {
                text: "Acme Cloud is the world's fastest database.\n",
                hits: &["world's fastest"],
                fixed: None,
            },
            Example::Bad {
                text: "With our industry-leading support, you sleep well.\n",
                hits: &["industry-leading"],
                fixed: None,
            },
            Example::Bad {
                text: "Acme, the **world’s\nleading** maker of maps, opens an office.\n",
                hits: &["world’s\nleading"],
                fixed: None,
            },
            Example::Bad {
                text: "- We are the only managed database provider that does this.\n",
                hits: &["the only managed database provider"],
                fixed: None,
            },
            Example::Bad {
                text: "We built the most secure platform on the market.\n",
                hits: &["the most secure platform"],
                fixed: None,
            },
            Example::Bad {
                text: "Acme Cloud is #1 in managed databases.\n",
                hits: &["#1"],
                fixed: None,
            },
            Example::Bad {
                text: "As the world’s leading maker of maps, we know every road.\n",
                hits: &["world’s leading"],
                fixed: None,
            },
            Example::Bad {
                text: "In May we released the industry's first map of wells. Our platform is not only the fastest in Europe.\n",
                hits: &["industry's first", "the fastest"],
                fixed: None,
            },
            Example::Bad {
                text: "Acme, the leading map provider, opens an office. Acme Cloud is the No. 1 database.\n",
                hits: &["the leading map provider", "No. 1"],
                fixed: None,
            },
            Example::Good("Acme Cloud is built on Kelvin, the world's largest open dataset.\n"),
            Example::Good("Our customer Bergbank is Europe's largest lender.\n"),
            Example::Good("“It just runs. We are the world's fastest team with it,” says Ines.\n"),
            Example::Good(
                "Our ambition is to be the world's fastest database, and to stay kind.\n",
            ),
            Example::Good("It is in the nation's interest, and ours.\n"),
            Example::Good("We were the first company to ship maps on paper in 1998.\n"),
            Example::Good("This is the largest database we run.\n"),
            Example::Good("We built the most recent version of the tool on a plane.\n"),
            Example::Good(
                "Acme Cloud is the world's fastest database in [a test by Example Labs](https://example.org/test).\n",
            ),
            Example::Good(
                "Acme Cloud is the world's fastest database.[^1]\n\n[^1]: <https://example.org/test>, 2026.\n",
            ),
            Example::Good("We want to be the world's fastest database.\n"),
            Example::Good("Is Acme Cloud the world's fastest database?\n"),
            Example::Good("Acme Cloud is one of the world's fastest databases.\n"),
            Example::Good("The world's largest library lent us a room.\n"),
            Example::Good("“Acme Cloud is the world's fastest database,” said a customer.\n"),
            Example::Good("This was our largest event, and the only way to meet everybody.\n"),
            Example::Good("We are the first to admit that it was late.\n"),
            Example::Good("## Acme Cloud is the world's fastest database\n\nSo we heard.\n"),
            Example::Good("We are not the largest database company, and we like it.\n"),
            Example::Good("Our #1 priority is sleep.\n"),
        ],
    };
}

impl Check for Superlative {
    fn phrases(&self) -> &[Phrase] {
        self.phrases.get_or_init(|| {
            superlative::phrases()
                .map(Phrase::new)
                .chain(self.also.iter().map(|own| Phrase::new(own)))
                .collect()
        })
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        let prose = post.prose();
        let company = cx.company;
        let names = company.own_names();
        // Where the policy names nobody, a post speaks for what it is titled after.
        let title = title(post)
            .filter(|_| names.is_empty())
            .map(|title| post.prose().block_text(title));
        let mut done = 0;
        let mut passages = Passages::of(post);
        for hit in cx.hits {
            let before = &prose.text()[..hit.text.start];
            let found = &prose.text()[hit.text.clone()];
            if hit.text.start < done || !superlative::is_candidate(found, before) {
                continue;
            }
            let passage = passages.around(hit.text.start);
            let Some(said) = passage.sentence(hit.text.start) else {
                continue;
            };
            let Some(found) = claim(said, hit, &names, title) else {
                continue;
            };
            done = said.place().end;
            if evidence::for_block(post, passage.index, false, company).is_some()
                || passage.is_said_by_others(hit.text.start, &names)
            {
                continue;
            }
            let words = &prose.text()[found.clone()];
            out.report(
                prose.source(found.clone()),
                format!("\"{words}\" is a claim readers can test, and nothing here backs it up"),
            )
            .label(looked_for(Scope::Paragraph, passage.kind))
            .help("link the benchmark, say what you measured and when, or drop the claim");
        }
    }
}

/// The words of the claim that `said` makes with `hit`, as a place in the prose.
fn claim(said: Said<'_>, hit: &Hit, names: &[&str], title: Option<&str>) -> Option<Range<usize>> {
    let topic = title.and_then(|title| {
        let name = leading_name(said.text)?;
        title.contains(name).then_some(name)
    });
    let topic = topic.as_slice();
    let claim = Claim {
        sentence: said.text,
        place: said.inside(&hit.text),
        names: if names.is_empty() { topic } else { names },
    };
    let found = claim.find(Shape::of(hit.phrase))?;
    Some(said.outside(found))
}
