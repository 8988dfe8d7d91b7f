//! Which findings somebody allowed, and what became of every waiver.

use crate::finding::{Finding, Question, Waived};
use crate::post::Post;
use crate::rules::{GivenWaiver, Waiver, WaiverFault, WaiverPlace, is_author};

use super::judge::{Bench, start};
use super::pin::Pins;
use super::place::Places;
use super::{PolicyWaiver, find_with};

/// Marks the `findings` (in the order of the text) that a waiver covers: one in
/// the post, or one of `by_policy`, which are those for this post. Beside a
/// finding that stays open it says why a waiver that was meant for it does not
/// count. What comes back is what the `judgement` rules look at.
pub fn settle(
    post: &Post,
    by_policy: &[&PolicyWaiver],
    bench: &Bench<'_>,
    findings: &mut [Finding],
) -> Vec<GivenWaiver> {
    let mut places = None;
    let mut waivers = find_with(post, &mut places);
    waivers.extend(by_policy.iter().map(|waiver| from_policy(post, waiver)));
    if waivers.is_empty() {
        return Vec::new();
    }
    let places = places.unwrap_or_else(|| Places::new(post));
    let mut pins = Pins::new(post, &places);
    let mut notes = Vec::new();
    let given = waivers
        .into_iter()
        .map(|waiver| {
            let mut given = GivenWaiver {
                faults: bench.faults(&waiver),
                waiver,
                ..GivenWaiver::default()
            };
            match_findings(&mut given, post, &mut pins, bench, findings, &mut notes);
            given
        })
        .filter(|given| given.waiver.allows)
        .collect();
    note(notes, findings);
    given
}

/// The same for `findings` of the `judgement` rules, which a waiver in the
/// policy may be for, and for the waivers that were `given` already.
pub fn settle_judged(
    post: &Post,
    bench: &Bench<'_>,
    given: &mut [GivenWaiver],
    findings: &mut [Finding],
) {
    let in_policy = given
        .iter_mut()
        .filter(|given| matches!(given.waiver.place, WaiverPlace::Policy(_)))
        .filter(|given| given.waiver.rules.iter().any(|id| is_judgement(id)));
    let mut in_policy = in_policy.peekable();
    if in_policy.peek().is_none() {
        return;
    }
    let places = Places::new(post);
    let mut pins = Pins::new(post, &places);
    let mut notes = Vec::new();
    for given in in_policy {
        match_findings(given, post, &mut pins, bench, findings, &mut notes);
    }
    note(notes, findings);
}

fn is_judgement(rule: &str) -> bool {
    Question::of_rule(rule) == Some(Question::Judgement)
}

/// Why a waiver does not cover a finding that it is meant for.
struct Note {
    finding: usize,
    text: String,
}

fn note(notes: Vec<Note>, findings: &mut [Finding]) {
    for note in notes {
        let finding = &mut findings[note.finding];
        // Another waiver may cover it.
        if finding.waived.is_none() {
            finding.note(note.text);
        }
    }
}

fn match_findings(
    given: &mut GivenWaiver,
    post: &Post,
    pins: &mut Pins<'_>,
    bench: &Bench<'_>,
    findings: &mut [Finding],
    notes: &mut Vec<Note>,
) {
    let meaning = bench.meaning(&given.waiver);
    let meant: Vec<usize> = covered(&given.waiver, findings)
        .filter(|&at| meaning.holds(&findings[at].rule))
        .collect();
    let names_judgement = given.waiver.rules.iter().any(|id| is_judgement(id));
    given.is_idle = meant.is_empty()
        && given.waiver.misread.is_none()
        && !names_judgement
        && bench.all_ran(&given.waiver);
    if let Some(by) = given.waiver.by.clone() {
        given.author = meant
            .iter()
            .find_map(|&at| (bench.author)(findings[at].span).filter(|one| is_author(&by, one)));
        if given.author.is_some() && !bench.terms.self_approval {
            given.faults.push(WaiverFault::SelfApproved);
        }
    }
    for at in meant {
        let finding = &mut findings[at];
        let pin = pins.of(finding.span);
        let has = |pins: &[String]| pins.iter().any(|one| one == pin);
        let is_other = !given.waiver.pins.is_empty() && !has(&given.waiver.pins);
        if !has(&given.pins_now) {
            given.pins_now.push(pin.to_owned());
        }
        given.could_be_nearer |= post.body().contains(finding.span);
        let fault = match given.faults.first() {
            // What is outdated for one finding may count for the next.
            None | Some(WaiverFault::Outdated) => is_other.then_some(&WaiverFault::Outdated),
            fault => fault,
        };
        match fault {
            None => {
                given.allowed += 1;
                finding.waived.get_or_insert_with(|| waived(&given.waiver));
            }
            Some(fault) => notes.push(Note {
                finding: at,
                text: format!(
                    "the waiver {} does not count: {fault}",
                    given.waiver.place.here()
                ),
            }),
        }
        if is_other && !given.faults.contains(&WaiverFault::Outdated) {
            given.faults.push(WaiverFault::Outdated);
        }
    }
}

/// The findings that start in what the waiver covers.
fn covered(waiver: &Waiver, findings: &[Finding]) -> std::ops::Range<usize> {
    if waiver.covers_file {
        return 0..findings.len();
    }
    let starts = |at: u32| findings.partition_point(|finding| finding.span.start < at);
    starts(waiver.covers.start)..starts(waiver.covers.end)
}

fn waived(waiver: &Waiver) -> Waived {
    Waived {
        reason: waiver.reason.clone(),
        by: waiver.by.clone(),
        until: waiver.until.map(|date| date.to_string()),
    }
}

fn from_policy(post: &Post, waiver: &PolicyWaiver) -> Waiver {
    let at = match waiver.at.as_str() {
        "" => "sayso.toml",
        at => at,
    };
    Waiver {
        place: WaiverPlace::Policy(at.to_owned()),
        span: start(post),
        rules: vec![waiver.rule.clone()],
        until: waiver.until,
        by: waiver.by.clone(),
        reason: waiver.reason.clone(),
        pins: waiver.pins.clone(),
        covers_file: true,
        allows: true,
        ..Waiver::default()
    }
}
