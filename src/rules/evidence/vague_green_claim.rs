//! `evidence/vague-green-claim`: "our eco-friendly cups": green, and nobody says how.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::promise::{Statement, green};
use crate::lexicon::Phrase;
use crate::post::Post;
use crate::rules::claimed::{block_text, claims, is_backed};
use crate::rules::{Check, Context, Example, Meta, Rule, Source};

/// Options of the rule: none.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct VagueGreenClaim {}

impl Rule for VagueGreenClaim {
    const META: Meta = Meta {
        id: "evidence/vague-green-claim",
        summary: "An own product called eco-friendly or biodegradable, without saying how",
        why: "\"Eco-friendly\" means something else to each reader, and almost no product is so in \
              every way. The FTC's guides ask for the benefit that is meant, and European law for \
              proof of it. One plain fact (what it is made of, where it breaks down) convinces \
              more. This is not legal advice.",
        leaves_alone: "The bare word green, what others sell, ideas such as habits or goals, \
                       denials, questions and conditions, quotations, headings, and claims in a \
                       paragraph that says how or how much: a number, a material, a certificate, a \
                       link to another site.",
        level: Level::Warning,
        on_by_default: true,
        reads_english: true,
        options: &[],
        sources: &[
            Source {
                title: "16 CFR Part 260: Guides for the Use of Environmental Marketing Claims",
                url: "https://www.ecfr.gov/current/title-16/part-260",
            },
            Source {
                title: "Directive (EU) 2024/825: Empowering consumers for the green transition",
                url: "https://eur-lex.europa.eu/eli/dir/2024/825/oj",
            },
        ],
        examples: &[
            Example::Bad {
                text: "We ship everything in eco-friendly boxes.\n",
                hits: &["eco-friendly"],
                fixed: None,
            },
            Example::Bad {
                text: "Our new cups are fully **biodegradable**.\n",
                hits: &["biodegradable"],
                fixed: None,
            },
            Example::Bad {
                text: "- Acme's environmentally\nfriendly inks.\n- Our paint is safe and non-toxic.\n",
                hits: &["environmentally\nfriendly", "non-toxic"],
                fixed: None,
            },
            Example::Good("Our green team meets in the green room.\n"),
            Example::Good(
                "Our boxes are eco-friendly because they are made from recycled paper.\n",
            ),
            Example::Good("Our cups are biodegradable within 90 days in industrial compost.\n"),
            Example::Good(
                "Our cups are biodegradable ([EN 13432](https://example.org/en13432)).\n",
            ),
            Example::Good("Cycling is environmentally friendly, and the city wants more of it.\n"),
            Example::Good("Our cups are not biodegradable. Are our cups eco-friendly?\n"),
            Example::Good("We share eco-friendly habits and tips at lunch.\n"),
            Example::Good("“Our cups are biodegradable,” says RivalDB.\n"),
            Example::Good("## Our eco-friendly office\n\nA story.\n"),
            Example::Good("Our neighbours sell eco-friendly cups.\n"),
        ],
    };
}

static PHRASES: LazyLock<Vec<Phrase>> =
    LazyLock::new(|| green::phrases().map(Phrase::new).collect());

impl Check for VagueGreenClaim {
    fn phrases(&self) -> &[Phrase] {
        &PHRASES
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        let find = |said: &Statement<'_>| Some((green::find(said)?, ()));
        let settles =
            |block| green::is_qualified(block_text(post, block)) || is_backed(post, cx, block);
        for claim in claims(post, cx, find, settles) {
            out.report(
                claim.span,
                format!("\"{}\" does not say in what way, or how much", claim.words),
            )
            .label("no material, number, certificate or source in this paragraph")
            .help("name the benefit: what it is made of, what it saves, where it breaks down, or who certified it");
        }
    }
}
