//! `judgement/missing-review`: a post that somebody should have read first.

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::post::Post;
use crate::rules::kind::is_draft;
use crate::rules::{Check, Context, Example, Meta, Rule, one_of};

/// The rule has no options; `[[policy.review]]` says which posts need a review.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MissingReview {}

impl Rule for MissingReview {
    const META: Meta = Meta {
        id: "judgement/missing-review",
        summary: "A post that needs a review and has none, or changed after it",
        why: "Some posts no program can judge: results before they are filed, a patient's story, \
              an incident. The policy says by tag or audience which ones somebody must read in \
              full (`[[policy.review]]`), and the post says who did: `reviewed-by: legal \
              2026-05-04 pin 3f9a1c2b4d5e`. The digest is of the text that was read, so a sentence \
              that slipped in afterwards is noticed.",
        leaves_alone: "Drafts, and posts the policy asks no review for; dates and settings that change after \
                       the review, waivers, and the wrap of lines.",
        level: Level::Warning,
        on_by_default: true,
        reads_english: false,
        options: &[],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "---\ntitle: Our results\ndate: 2026-05-04\ntags: [earnings]\n---\nSales grew.\n",
                hits: &["---"],
                fixed: None,
            },
            Example::Bad {
                text: "---\ntitle: Our results\ndate: 2026-05-04\ntags: [earnings]\nreviewed-by: legal 2026-05-04 pin 3f9a1c2b4d5e\n---\nSales fell, as it happens.\n",
                hits: &["legal 2026-05-04 pin 3f9a1c2b4d5e"],
                fixed: None,
            },
            Example::Good(
                "---\ntitle: Our results\ndate: 2026-05-04\ntags: [earnings]\nreviewed-by: legal 2026-05-04 pin 121290de04aa\n---\nSales grew.\n",
            ),
            Example::Good("---\ntitle: Our canteen\ndate: 2026-05-04\ntags: [life]\n---\nSoup.\n"),
        ],
    };
}

impl Check for MissingReview {
    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        // What cannot be read may well say who reviewed it.
        let is_unreadable = post
            .front_matter()
            .is_some_and(|found| found.is_unreadable());
        if is_unreadable || is_draft(post) {
            return;
        }
        for wanted in &cx.reviews.wanted {
            let who = match wanted.by.as_slice() {
                [] => "somebody".to_owned(),
                names => one_of(names),
            };
            let (message, label) = match &wanted.fault {
                None => (
                    format!("{who} should review this post before it goes out"),
                    format!(
                        "{} asks for it, and there is no `reviewed-by`",
                        wanted.asked_by
                    ),
                ),
                Some(fault) => (
                    format!("this review does not count: {fault}"),
                    format!("{} asks for one by {who}", wanted.asked_by),
                ),
            };
            out.report(wanted.span, message).label(label).help(format!(
                "once {who} has read the text as it is now, say so in the front matter: {}",
                wanted.line
            ));
        }
    }
}
