//! `judgement/expired-waiver`: a permission that is over, or has no end in sight.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::fix::{Applicability, Fix};
use crate::post::Post;
use crate::rules::{Check, Context, Example, GivenWaiver, Meta, Rule, WaiverFault};

/// The rule has no options; `[policy] max-waiver-days` says how long a waiver may be.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct ExpiredWaiver {}

impl Rule for ExpiredWaiver {
    const META: Meta = Meta {
        id: "judgement/expired-waiver",
        summary: "A waiver whose day has passed, or is later than the policy allows",
        why: "A claim that was true when somebody allowed it may be false a year on. The date of \
              a waiver is a promise to look again, and once it has passed the waiver does not \
              count. A policy may say for how many days a waiver is given at most \
              (`max-waiver-days`), and then one without a date has to get one.",
        leaves_alone: "The last day itself, which counts; waivers without a date where the policy \
                       sets no limit; waivers with nothing left to allow, which are unused.",
        level: Level::Error,
        on_by_default: true,
        reads_english: false,
        options: &[],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "<!-- sayso: allow evidence/superlative until 2026-11-23: audited figure, filing due in March -->\nWe are the only cloud provider in the country.\n",
                hits: &[
                    "<!-- sayso: allow evidence/superlative until 2026-11-23: audited figure, filing due in March -->",
                ],
                fixed: None,
            },
            Example::Good(
                "<!-- sayso: allow evidence/superlative until 2026-11-24: audited figure, filing due in March -->\nWe are the only cloud provider in the country.\n",
            ),
            Example::Good(
                "<!-- sayso: allow evidence/superlative: audited figure, filing due in March -->\nWe are the only cloud provider in the country.\n",
            ),
        ],
    };
}

impl Check for ExpiredWaiver {
    fn check(&self, _post: &Post, cx: &Context<'_>, out: &mut Findings) {
        for given in cx.waivers {
            if let Some(ended) = given.fault(ended) {
                let next = cx
                    .terms
                    .last_day(cx.today)
                    .unwrap_or_else(|| soon(cx.today));
                report_ended(given, ended, next, out);
            } else if let Some((until, last)) = given.fault(too_long) {
                report_too_long(given, until, last, out);
            }
        }
    }
}

fn ended(fault: &WaiverFault) -> Option<Date> {
    match fault {
        WaiverFault::Ended(until) => Some(*until),
        _ => None,
    }
}

fn too_long(fault: &WaiverFault) -> Option<(Option<Date>, Date)> {
    match fault {
        WaiverFault::TooLong { until, last } => Some((*until, *last)),
        _ => None,
    }
}

/// A day to look again, where the policy names none.
fn soon(today: Date) -> Date {
    today.saturating_add(90.days())
}

fn report_ended(given: &GivenWaiver, until: Date, next: Date, out: &mut Findings) {
    let finding = out
        .report(
            given.waiver.span,
            format!("{} ended on {until}, so it does not count", given.name()),
        )
        .label(format!("{until} was the last day"))
        .help(format!(
            "change the words and take the waiver out, or have it approved again, as in: until \
             {next}"
        ));
    if let Some(span) = given.waiver.until_span {
        finding.fix(Fix::edit(
            Applicability::Suggestion,
            format!("once it is approved again, until {next}"),
            span,
            next.to_string(),
        ));
    }
}

fn report_too_long(given: &GivenWaiver, until: Option<Date>, last: Date, out: &mut Findings) {
    let (says, label) = match until {
        Some(until) => (format!("is for {until}"), "later than the policy allows"),
        None => (
            "has no end".to_owned(),
            "no date, and the policy asks for one",
        ),
    };
    let finding = out
        .report(
            given.waiver.span,
            format!(
                "{} {says}, and {last} is the last day the policy allows",
                given.name()
            ),
        )
        .label(label)
        .help(format!(
            "give it an end of {last} or sooner, as in: until {last}"
        ));
    if let Some(span) = given.waiver.until_span {
        finding.fix(Fix::edit(
            Applicability::Suggestion,
            format!("end it on {last}"),
            span,
            last.to_string(),
        ));
    }
}
