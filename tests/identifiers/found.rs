//! What a rule finds in a text.

use jiff::civil::date;
use sayso::engine;
use sayso::example::job;
use sayso::rules;

/// The words that the rule `id` flags in `text`. Each finding hides them.
pub fn found(id: &str, text: &str) -> Vec<String> {
    let rule = rules::find(id).expect("a rule");
    let report = engine::lint(&job(rule, text), date(2026, 11, 24));
    let mut words = Vec::new();
    for finding in report.findings.iter().filter(|finding| finding.rule == id) {
        let shown = report.words(finding);
        assert!(finding.concealed, "{id} shows what it found");
        assert!(!finding.message.contains(shown), "{id} tells what it found");
        words.push(shown.to_owned());
    }
    words
}
