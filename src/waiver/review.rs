//! Reviews: that somebody read the whole post before it went out.
//!
//! The front matter says so in a line: who, when, and the digest of the text
//! that was read: `reviewed-by: legal 2026-05-04 pin 3f9a1c2b4d5e`. Several
//! reviews are a list of such lines. The digest is over the texts of the front
//! matter (but dates, and what is about waivers and reviews) and the body, so
//! that a post can be scheduled and waivers written after the review.

use jiff::civil::Date;

use crate::finding::fold_blanks;
use crate::post::Post;
use crate::post::front_matter::{Data, Format, Value};
use crate::rules::{GivenReview, ReviewDemand, ReviewFault, Reviews, WantedReview, is_same_name};

use super::judge::{Bench, start};
use super::pin::is_pin;
use super::review_pin::review_pin;

/// Where the front matter says who reviewed the post; Zola keeps what is not
/// its own in `extra`, Hugo in `params`.
const KEYS: [&str; 3] = ["reviewed-by", "extra.reviewed-by", "params.reviewed-by"];

/// Keys under which generators keep tags.
const TAGS: [&str; 6] = [
    "tags",
    "taxonomies.tags",
    "params.tags",
    "extra.tags",
    "categories",
    "topics",
];

/// The reviews of `post`, which is for `audience`, and those it lacks.
pub fn reviews(post: &Post, audience: Option<&str>, bench: &Bench<'_>) -> Reviews {
    let values: Vec<&Value> = KEYS
        .into_iter()
        .filter_map(|key| post.front_matter()?.get(key))
        .flat_map(|value| match &value.data {
            Data::List(items) => items.iter().collect(),
            Data::Null => Vec::new(),
            _ => vec![value],
        })
        .collect();
    let demands: Vec<(&ReviewDemand, String)> = bench
        .terms
        .reviews
        .iter()
        .filter_map(|demand| Some((demand, asked_by(post, audience, demand)?)))
        .collect();
    if values.is_empty() && demands.is_empty() {
        return Reviews::default();
    }
    let now = review_pin(post);
    let given: Vec<GivenReview> = values
        .into_iter()
        .map(|value| given(value, &now, bench))
        .collect();
    let wanted = demands
        .into_iter()
        .filter_map(|(demand, asked_by)| wanted(post, demand, asked_by, &given, &now, bench))
        .collect();
    Reviews { given, wanted }
}

/// What of the post makes the demand one for it.
fn asked_by(post: &Post, audience: Option<&str>, demand: &ReviewDemand) -> Option<String> {
    let is_one_of = |names: &[String], name: &str| names.iter().any(|one| is_same_name(one, name));
    if let Some(audience) = audience.filter(|name| is_one_of(&demand.audiences, name)) {
        return Some(format!("the audience `{audience}`"));
    }
    let front_matter = post.front_matter()?;
    let mut tags = TAGS
        .into_iter()
        .filter_map(|key| front_matter.list(key).value())
        .flatten();
    let tag = tags.find(|tag| is_one_of(&demand.tags, tag))?;
    Some(format!("the tag `{}`", tag.trim()))
}

/// The review that a value of the front matter tells of.
fn given(value: &Value, now: &str, bench: &Bench<'_>) -> GivenReview {
    let mut review = GivenReview {
        span: value.span,
        ..GivenReview::default()
    };
    let mut name = Vec::new();
    let mut words = value.as_text().unwrap_or_default().split_whitespace();
    while let Some(word) = words.next() {
        if word == "pin" {
            review.pin = words.next().map(str::to_ascii_lowercase);
        } else if let Ok(date) = word.trim_matches([',', '(', ')']).parse::<Date>() {
            review.on = Some(date);
        } else {
            name.push(word);
        }
    }
    review.by = fold_blanks(name.join(" ").trim_end_matches([',', ' ']));
    let is_pinned = review.pin.as_deref().map(is_pin);
    review.fault = match review.on {
        _ if review.by.is_empty() || is_pinned == Some(false) => Some(ReviewFault::Unreadable),
        None => Some(ReviewFault::Unreadable),
        Some(on) if on > bench.today => Some(ReviewFault::Future(on)),
        _ if is_pinned.is_none() && bench.terms.require_pins => Some(ReviewFault::Unpinned),
        _ => {
            let is_same = review.pin.as_deref().is_none_or(|pin| pin == now);
            (!is_same).then_some(ReviewFault::Outdated)
        }
    };
    review
}

/// The review that is demanded, unless one of those given will do.
fn wanted(
    post: &Post,
    demand: &ReviewDemand,
    asked_by: String,
    given: &[GivenReview],
    now: &str,
    bench: &Bench<'_>,
) -> Option<WantedReview> {
    let fault = |review: &GivenReview| {
        let may = demand.by.is_empty() || demand.by.iter().any(|by| is_same_name(by, &review.by));
        // Who cannot be made out is not said to be the wrong one.
        match &review.fault {
            Some(ReviewFault::Unreadable) => Some(ReviewFault::Unreadable),
            _ if !may => Some(ReviewFault::OtherReviewer(review.by.clone())),
            fault => fault.clone(),
        }
    };
    let faults: Vec<_> = given.iter().map(|review| (review, fault(review))).collect();
    if faults.iter().any(|(_, fault)| fault.is_none()) {
        return None;
    }
    // The one that comes nearest is told of.
    let is_other =
        |fault: &Option<ReviewFault>| matches!(fault, Some(ReviewFault::OtherReviewer(_)));
    let nearest = faults
        .iter()
        .find(|(_, fault)| !is_other(fault))
        .or(faults.first());
    let reviewer = demand.by.first().map_or("NAME", String::as_str);
    let review = format!("{reviewer} {} pin {now}", bench.today);
    Some(WantedReview {
        span: nearest.map_or(start(post), |(review, _)| review.span),
        fault: nearest.and_then(|(_, fault)| fault.clone()),
        asked_by,
        by: demand.by.clone(),
        line: match post.front_matter().map(|found| found.format) {
            Some(Format::Toml) => format!("reviewed-by = \"{review}\""),
            Some(Format::Json) => format!("\"reviewed-by\": \"{review}\""),
            Some(Format::Yaml) | None => format!("reviewed-by: {review}"),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::post::Generator;
    use crate::rules::WaiverTerms;
    use jiff::civil::date;

    fn parse(text: &str) -> Post {
        Post::parse("a.md", text, Generator::Unknown)
    }

    fn post(reviewed_by: &str) -> Post {
        let text =
            "---\ntitle: Results\ndate: 2026-05-04\ntags: [Earnings]\nREVIEW---\nSales grew.\n";
        let line = match reviewed_by {
            "" => String::new(),
            review => format!("reviewed-by: {review}\n"),
        };
        parse(&text.replace("REVIEW", &line))
    }

    fn reviewed(post: &Post, audience: Option<&str>, require_pins: bool) -> Reviews {
        let terms = WaiverTerms {
            require_pins,
            reviews: vec![ReviewDemand {
                tags: vec!["earnings".into()],
                audiences: vec!["press".into()],
                by: vec!["Legal".into()],
            }],
            ..WaiverTerms::default()
        };
        let bench = Bench {
            today: date(2026, 11, 24),
            terms: &terms,
            ran: &|_| true,
            own_rules: &[],
            author: &|_| None,
        };
        reviews(post, audience, &bench)
    }

    #[test]
    fn a_tag_or_an_audience_asks_for_it() {
        let found = reviewed(&post(""), None, false);
        assert_eq!(found.wanted[0].asked_by, "the tag `Earnings`");
        assert_eq!(found.wanted[0].fault, None);
        let plain = parse("---\ntitle: A\n---\nText.\n");
        assert!(reviewed(&plain, None, false).wanted.is_empty());
        let found = reviewed(&plain, Some("press"), false);
        assert_eq!(found.wanted[0].asked_by, "the audience `press`");
    }

    #[test]
    fn the_line_it_asks_for_will_do() {
        let wanted = reviewed(&post(""), None, true).wanted.remove(0);
        let line = wanted.line.strip_prefix("reviewed-by: ").expect("a line");
        let found = reviewed(&post(line), None, true);
        assert!(found.wanted.is_empty(), "{found:?}");
        assert_eq!(found.given[0].by, "Legal");
        assert_eq!(found.given[0].on, Some(date(2026, 11, 24)));
    }

    #[test]
    fn what_will_not_do_says_why() {
        let fault = |review: &str, pins: bool| {
            let found = reviewed(&post(review), None, pins);
            found.wanted.first().and_then(|wanted| wanted.fault.clone())
        };
        assert_eq!(fault("legal 2026-05-04", false), None);
        assert_eq!(fault("legal 2026-05-04", true), Some(ReviewFault::Unpinned));
        for (review, told) in [
            ("legal", ReviewFault::Unreadable),
            ("2026-05-04", ReviewFault::Unreadable),
            ("legal 2026-05-04 pin x", ReviewFault::Unreadable),
            ("true", ReviewFault::Unreadable),
            ("jo 2026-05-04", ReviewFault::OtherReviewer("jo".into())),
            ("legal 2026-11-25", ReviewFault::Future(date(2026, 11, 25))),
            ("legal 2026-05-04 pin 0123456789ab", ReviewFault::Outdated),
            (
                "[jo 2026-05-04, legal 2026-05-04 pin 0123456789ab]",
                ReviewFault::Outdated,
            ),
        ] {
            assert_eq!(fault(review, false), Some(told), "{review}");
        }
        assert_eq!(fault("[jo 2026-05-04, legal 2026-05-04]", false), None);
    }
}
