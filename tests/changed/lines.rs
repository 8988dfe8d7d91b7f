//! Which findings a change brought, line by line.

use crate::support::post;
use crate::*;

/// Placeholders in these lines of the post.
fn placeholders(lines: &[usize]) -> Vec<String> {
    let told = |line| format!("content/post.md:{line} reputation/placeholder");
    lines.iter().map(told).collect()
}

#[track_caller]
fn assert_placeholders(sandbox: &Sandbox, body: &str, lines: &[usize], hidden: u64) {
    let expected = placeholders(lines);
    let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
    assert_staged(sandbox, body, &expected, hidden);
}

#[test]
fn only_lines_that_changed_are_told() {
    let sandbox = with_post("We saved [TK].\n\nThey saved [TK].");
    assert_placeholders(
        &sandbox,
        "We saved [TK].\n\nThey saved [TK] hours.",
        &[7],
        1,
    );
}

#[test]
fn a_new_post_is_told_as_a_whole() {
    let sandbox = with_post("We saved [TK].");
    sandbox.stage("content/new.md", post("We saved [TK].\n\nThey saved [TK]."));
    let expected = [5, 7].map(|line| format!("content/new.md:{line} reputation/placeholder"));
    let expected = expected.each_ref().map(String::as_str);
    assert_found(&sandbox, &["--staged"], &expected, 0);
}

#[test]
fn a_renamed_post_is_new() {
    let sandbox = with_post("We saved [TK].");
    sandbox.run_git(&["mv", "content/post.md", "content/published.md"]);
    let expected = ["content/published.md:5 reputation/placeholder"];
    assert_found(&sandbox, &["--staged"], &expected, 0);
}

#[test]
fn lines_that_moved_down_are_not_new() {
    let sandbox = with_post("We saved [TK].");
    assert_placeholders(&sandbox, "One more.\n\nWe saved [TK].", &[], 1);
}

/// Somebody has touched them.
#[test]
fn lines_that_stand_in_another_place_are_new() {
    let sandbox = with_post("We saved [TK].\n\nFirst.\n\nSecond.\n\nThird.");
    let body = "First.\n\nSecond.\n\nThird.\n\nWe saved [TK].";
    assert_placeholders(&sandbox, body, &[11], 0);
}

#[test]
fn other_line_ends_are_no_change() {
    let sandbox = with_post("We saved [TK].\n\nThey saved hours.");
    let crlf = post("We saved [TK].\n\nThey saved hours.").replace('\n', "\r\n");
    sandbox.stage("content/post.md", crlf);
    assert_found(&sandbox, &["--staged"], &[], 1);
    let no_end = post("We saved [TK].\n\nThey saved hours.");
    sandbox.stage("content/post.md", no_end.trim_end());
    assert_found(&sandbox, &["--staged"], &[], 1);
}

#[test]
fn the_same_words_once_more_are_new() {
    let sandbox = with_post("We saved [TK].");
    let body = "We saved [TK].\n\nWe saved [TK].";
    sandbox.stage("content/post.md", post(body));
    let (found, hidden) = found(&sandbox, &["--staged"]);
    assert_eq!((found.len(), hidden), (1, 1), "{found:?}");
    assert_placeholders(&sandbox, "We saved [TK], and [TK].", &[5, 5], 0);
}

#[test]
fn old_words_below_new_ones_stay_hidden() {
    let sandbox = with_post("We saved [TK].");
    let body = "New: [TK].\n\nWe saved [TK].\n\nNew: [TK].";
    assert_placeholders(&sandbox, body, &[5, 9], 1);
}

/// The claim stands where it stood, and has lost what backed it.
#[test]
fn a_claim_whose_evidence_was_taken_out_is_told() {
    let claim = "We are the world's fastest database.\n";
    let backed = format!("{claim}[Here](https://bench.example.org/run) is how it was measured.");
    let sandbox = with_post(&backed);
    let expected = ["content/post.md:5 evidence/superlative"];
    assert_staged(&sandbox, &format!("{claim}It is blue."), &expected, 0);
    // The other way round it was there before.
    let sandbox = with_post(&format!("{claim}It is blue."));
    assert_staged(&sandbox, &format!("{claim}It is green."), &[], 1);
}

#[test]
fn a_finding_whose_waiver_was_taken_out_is_told() {
    let waiver = "<!-- sayso: allow reputation/placeholder: the figure is due in March -->\n";
    let sandbox = with_post(&format!("Before.\n\n{waiver}We saved [TK]."));
    assert_placeholders(&sandbox, "Before.\n\nWe saved [TK].", &[7], 0);
    // A word put in stands on a line of its own and changes nothing.
    let more = format!("Before.\n\n{waiver}We saved [TK].\n\nMore.");
    assert_staged(&sandbox, &more, &[], 0);
}

/// A finding about the whole post stands at its front matter.
#[test]
fn what_the_whole_post_lacked_before_is_hidden_and_what_it_lacks_now_is_told() {
    let bare = "---\ntitle: A week\n---\nText.\n";
    let sandbox = Sandbox::git();
    commit(&sandbox, "content/post.md", bare);
    sandbox.stage("content/post.md", format!("{bare}More.\n"));
    let (told, hidden) = found(&sandbox, &["--staged"]);
    assert_eq!((told, hidden > 0), (Vec::new(), true));

    let sandbox = with_post("Text.");
    sandbox.stage("content/post.md", "---\ntitle: A week\n---\nText.\n");
    let (told, _) = found(&sandbox, &["--staged"]);
    assert_eq!(told, ["content/post.md:1 mindset/missing-front-matter"]);
}

#[test]
fn a_deleted_post_is_not_told() {
    let sandbox = with_post("We saved [TK].");
    commit(&sandbox, "content/other.md", &post("Text."));
    sandbox.run_git(&["rm", "--quiet", "content/post.md"]);
    assert_found(&sandbox, &["--staged"], &[], 0);
    sandbox.commit_unchecked();
    assert_found(&sandbox, &["--base", "HEAD^"], &[], 0);
}
