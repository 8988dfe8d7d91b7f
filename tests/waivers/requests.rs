//! What may be asked for, and how long what was written counts.

use jiff::civil::date;
use sayso::engine::{self, Job};
use sayso::finding::{Finding, Question};
use sayso::fix::{self, Applicability};
use sayso::policy::Overrides;
use sayso::rules::WaiverTerms;
use sayso::waiver::{Request, Written, pin_of};

use crate::support::{layers, post};
use crate::{REASON, TODAY, job, lint, open, request, waived, written, written_by};

#[test]
fn it_counts_until_the_words_change() {
    let after = waived(
        "a.md",
        &post("We saved [TK] hours.\n\nTwo.\n"),
        &request("placeholder", 5),
    );
    for (from, to) in [
        ("We saved ", "We\nsaved "),
        ("Two.", "Three."),
        ("\n<!--", "\n\n<!--"),
    ] {
        assert_eq!(open("a.md", &after.replace(from, to)), [""; 0], "{to}");
    }
    let changed = after.replace("saved", "lost");
    assert_eq!(
        open("a.md", &changed),
        ["judgement/outdated-waiver", "reputation/placeholder"]
    );
    let report = lint("a.md", &changed);
    let notes: Vec<&String> = report.findings.iter().flat_map(|one| &one.notes).collect();
    let note = "the waiver here does not count: the words have changed since it was given";
    assert_eq!(notes, [note]);
    // What the finding proposes is what `sayso waive` would write.
    let fix = report.findings[0].fix.as_ref().expect("a suggestion");
    assert_eq!(fix.applicability, Applicability::Suggestion);
    let again = fix::apply(&changed, [fix]).text;
    assert_eq!(open("a.md", &again), [""; 0], "{again}");
}

#[test]
fn another_finding_in_the_same_list_is_not_covered() {
    let after = waived(
        "a.md",
        &post("- one [TK]\n- two\n"),
        &request("placeholder", 5),
    );
    let more = after.replace("- two", "- two [TK]");
    assert_eq!(
        open("a.md", &more),
        ["judgement/outdated-waiver", "reputation/placeholder"]
    );
}

#[test]
fn all_that_was_asked_for_is_in_it() {
    let asked = Request {
        by: Some("Lee  Roe"),
        until: Some(date(2027, 1, 31)),
        reason: "  audited: 3 of 4\n figures ",
        ..request("placeholder", 5)
    };
    let after = waived("a.md", &post("We [TK]."), &asked);
    let pin = pin_of("We [TK].");
    let line = format!(
        "<!-- sayso: allow reputation/placeholder until 2027-01-31 by Lee Roe pin {pin}: audited: \
         3 of 4 figures -->"
    );
    assert!(after.contains(&line), "{after}");
}

#[test]
fn what_is_confidential_is_waived_in_the_policy() {
    let text = post("**Internal use only**\n\nText.\n");
    let asked = Request {
        by: Some("Lee \"L\" Roe"),
        until: Some(date(2027, 1, 31)),
        ..request("confidential-marking", 5)
    };
    let Ok(Written::InPolicy(entry)) = written("blog/a.md", &text, &asked) else {
        panic!("no entry");
    };
    let (raw, faults) = sayso::policy::read(&entry);
    assert!(faults.is_empty(), "{entry}{faults:?}");
    assert_eq!(raw.waivers[0].path, "blog/a.md");
    assert_eq!(raw.waivers[0].by.as_deref(), asked.by);
    assert_eq!(raw.waivers[0].pins, [pin_of("**Internal use only**")]);
    for (text, open) in [
        (&text, 0),
        (&text.replace("Internal use", "For internal use"), 1),
    ] {
        let job = Job {
            layers: layers(&entry, Overrides::default()),
            ..job("blog/a.md", text)
        };
        let report = engine::lint(&job, TODAY);
        let is_open =
            |one: &&Finding| one.waived.is_none() && one.question() == Some(Question::Confidential);
        assert_eq!(
            report.findings.iter().filter(is_open).count(),
            open,
            "{text}"
        );
    }
}

#[test]
fn what_cannot_be_done_is_told_in_words() {
    let text = post("We [TK].\n\nThe only cloud provider in the world, we say.\n\n[TK]\n");
    let told = |request: &Request<'_>| written("a.md", &text, request).expect_err("a reason");
    for (rule, line, words) in [
        (
            "evidence/superlative",
            5,
            "line 5 has no finding of evidence/superlative; what it has is reputation/placeholder",
        ),
        (
            "reputation/placeholder",
            6,
            "line 6 has no finding of reputation/placeholder; it is found on line 5 or 9",
        ),
        (
            "helpful/missing-alt-text",
            6,
            "this post has no finding of helpful/missing-alt-text",
        ),
    ] {
        assert_eq!(told(&request(rule, line)), words);
    }
    let placeholder = request("placeholder", 5);
    for (asked, words) in [
        (
            Request {
                reason: "ok",
                ..placeholder
            },
            "it does not say why",
        ),
        (
            Request {
                until: Some(date(2026, 11, 23)),
                ..placeholder
            },
            "it ended on 2026-11-23; --until",
        ),
        (
            Request {
                by: Some("jo doe"),
                ..placeholder
            },
            "who gave it wrote the words",
        ),
        (
            Request {
                by: Some("Roe, Lee"),
                ..placeholder
            },
            "a name",
        ),
        (
            Request {
                by: Some("until then"),
                ..placeholder
            },
            "a name",
        ),
        (
            Request {
                reason: "see {{ site.url }} for all of it",
                ..placeholder
            },
            "starts a template",
        ),
        (
            Request {
                reason: "a --> b is what it means",
                ..placeholder
            },
            "ends a comment",
        ),
    ] {
        let told = told(&asked);
        assert!(told.contains(words), "{told}");
    }
    let terms = WaiverTerms {
        unwaivable: Some(vec!["reputation".into()]),
        ..WaiverTerms::default()
    };
    let told = written_by(&terms, "a.md", &text, &placeholder).expect_err("a reason");
    assert_eq!(
        told,
        "this waiver would not count: nobody may waive `reputation/placeholder`"
    );
    let after = waived("a.md", &text, &placeholder);
    let told = written("a.md", &after, &request("placeholder", 6)).expect_err("a reason");
    assert!(
        told.ends_with(&format!("is allowed already: {REASON}")),
        "{told}"
    );
}
