//! Patterns that are constants of the program.

use regex::Regex;

/// The regex that a constant `pattern` describes. It belongs in a `LazyLock`
/// that a test uses; a pattern that is none is a fault of the program.
#[expect(clippy::expect_used, reason = "the patterns are constants, and tested")]
pub fn pattern(pattern: &'static str) -> Regex {
    Regex::new(pattern).expect("a constant pattern")
}
