//! `confidential/unconsented-person`: somebody to protect is shown, and nothing says they agreed.

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::post::front_matter::{Data, Entry, Value};
use crate::post::{FrontMatter, Post};
use crate::rules::kind::plain;
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule, Source};
use crate::span::Span;

/// Options of the rule.
#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct UnconsentedPerson {
    /// Keys that name a person to protect.
    keys: Vec<String>,
    /// Tags of posts about a person to protect.
    tags: Vec<String>,
}

impl Default for UnconsentedPerson {
    fn default() -> UnconsentedPerson {
        let own = |names: &[&str]| names.iter().map(ToString::to_string).collect();
        UnconsentedPerson {
            keys: own(&["patient", "student", "minor"]),
            tags: own(&[
                "patient-story",
                "patient-stories",
                "student-story",
                "case-study",
            ]),
        }
    }
}

impl Rule for UnconsentedPerson {
    const META: Meta = Meta {
        id: "confidential/unconsented-person",
        summary: "A patient, student or minor named or pictured, and no `consent` key",
        why: "Patients, students and minors have a say in what is published about them, and the \
              law of many places asks for it in writing. A name or a photo cannot be taken back \
              once it is out. A `consent` key that says where the consent is kept lets anybody \
              check before the post goes live.",
        leaves_alone: "Posts whose front matter does not say that they are about such a person: \
                       nothing is guessed from the words. Posts with such a tag and without a \
                       picture.",
        level: Level::Advice,
        on_by_default: false,
        reads_english: false,
        options: &[
            OptionDoc {
                name: "keys",
                what: "Keys of the front matter that name a person to protect",
                example: r#"["patient", "resident"]"#,
            },
            OptionDoc {
                name: "tags",
                what: "Tags of posts about such a person",
                example: r#"["patient-story"]"#,
            },
        ],
        sources: &[Source {
            title: "45 CFR 164.508: Uses and disclosures for which an authorization is required",
            url: "https://www.ecfr.gov/current/title-45/section-164.508",
        }],
        examples: &[
            Example::Bad {
                text: "---\ntitle: Walking again\npatient: Ines\n---\nIt took a year.\n",
                hits: &["Ines"],
                fixed: None,
            },
            Example::Bad {
                text: "---\ntitle: Walking again\ntags: [Patient story]\n---\n![Ines in the park](ines.jpg)\n",
                hits: &["Patient story"],
                fixed: None,
            },
            Example::Bad {
                text: "---\ntags: [case-study]\nimage: ines.jpg\nconsent: false\n---\nIt took a year.\n",
                hits: &["case-study"],
                fixed: None,
            },
            Example::Good(
                "---\npatient: Ines\nconsent: form 12, kept by the clinic\n---\nIt took a year.\n",
            ),
            Example::Good("---\ntags: [patient-story]\n---\nIt took a year.\n"),
            Example::Good("---\npatient: false\n---\n![A park](park.jpg)\n"),
            Example::Good("Our patient Ines walks again.\n\n![Ines](ines.jpg)\n"),
        ],
    };
}

/// Keys under which generators keep tags.
const TAGS: [&str; 5] = ["tags", "tag", "categories", "category", "keywords"];

/// Parts of the names of keys that hold a picture.
const PICTURES: [&str; 6] = [
    "image",
    "photo",
    "portrait",
    "cover",
    "thumbnail",
    "picture",
];

impl Check for UnconsentedPerson {
    fn check(&self, post: &Post, _cx: &Context<'_>, out: &mut Findings) {
        let Some(front_matter) = post.front_matter().filter(|found| !has_consent(found)) else {
            return;
        };
        let has_picture = post.images().iter().any(|image| !image.is_pixel)
            || front_matter.entries.iter().any(holds_picture);
        let named = self.named(front_matter);
        let Some(span) = named.or_else(|| self.tagged(front_matter).filter(|_| has_picture)) else {
            return;
        };
        out.report(
            span,
            "nothing here says that this person agreed to be shown",
        )
        .label("no `consent` in the front matter")
        .help(
            "add a `consent` key that says where the consent is kept; if nobody can be \
                 recognised, let it say so",
        );
    }
}

impl UnconsentedPerson {
    /// The person that a key names.
    fn named(&self, front_matter: &FrontMatter) -> Option<Span> {
        let is_name = |value: &Value| {
            value.as_bool().is_none() && value.as_text().is_some_and(|name| !name.trim().is_empty())
        };
        self.keys
            .iter()
            .filter_map(|key| front_matter.get(key))
            .find(|value| is_name(value))
            .map(|value| value.verbatim().unwrap_or(value.span))
    }

    /// The tag, or the key that is set, which says that there is such a person.
    fn tagged(&self, front_matter: &FrontMatter) -> Option<Span> {
        let marked = |key: &String| {
            let value = front_matter.get(key)?;
            (value.as_bool() == Some(true)).then_some(value.span)
        };
        let leaves = front_matter.leaves();
        let tag = || {
            leaves
                .iter()
                .filter(|(key, _)| TAGS.contains(&key.to_lowercase().as_str()))
                .find(|(_, value)| value.as_text().is_some_and(|tag| self.has_tag(tag)))
                .map(|(_, value)| value.verbatim().unwrap_or(value.span))
        };
        self.keys.iter().find_map(marked).or_else(tag)
    }

    fn has_tag(&self, tag: &str) -> bool {
        let folded = |tag: &str| plain(&tag.replace(' ', "-"));
        self.tags.iter().any(|known| folded(known) == folded(tag))
    }
}

/// True for a key such as `consent` or `photo-consent` with anything but "no".
fn has_consent(front_matter: &FrontMatter) -> bool {
    front_matter.leaves().iter().any(|(key, value)| {
        let names_it = plain(key).contains("consent");
        let is_no = value.as_bool() == Some(false)
            || value
                .as_text()
                .is_some_and(|text| text.eq_ignore_ascii_case("no"));
        names_it && !is_no && !value.is_blank()
    })
}

fn holds_picture(entry: &Entry) -> bool {
    let key = plain(&entry.key);
    let is_there = !entry.value.is_blank() && !matches!(entry.value.data, Data::Bool(_));
    is_there && PICTURES.iter().any(|part| key.contains(part))
}
