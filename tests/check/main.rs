//! `sayso check` on files: which are looked at, by which policy, what is told
//! about them, and what is mended in them.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

#[path = "../support/mod.rs"]
mod support;

mod bad_input;
mod color;
mod confidential;
mod conversation;
mod diff;
mod evidence;
mod fix;
mod helpful;
mod hostile;
mod json;
mod links;
mod names;
mod nothing;
mod options;
mod own_rules;
mod policy;
mod policy_faults;
mod policy_layers;
mod policy_waivers;
mod regulated;
mod report;
mod waive;
mod waiver_terms;
mod waivers;
mod walk;

use support::Ran;

/// The paths that were checked, in the order of a concise report, where every
/// post is [`support::BAD`].
#[track_caller]
fn checked(ran: &Ran) -> Vec<&str> {
    let place = ":5:10: error[reputation/placeholder]";
    let lines = ran.out.lines().filter_map(|line| line.split_once(place));
    let paths: Vec<&str> = lines.map(|(path, _)| path).collect();
    ran.says(&format!("in {} post", paths.len()));
    paths
}
