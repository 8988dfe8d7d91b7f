//! Words that are known to be misspelt.

/// What `word` is a known misspelling of, the likeliest first; nothing for any
/// other word. By the word list of the `typos` project, in any case.
#[cfg(feature = "typos")]
pub fn corrections(word: &str) -> &'static [&'static str] {
    let found = typos_dict::WORD.find(&unicase::UniCase::new(word));
    found.copied().unwrap_or_default()
}

/// Without the list nothing is known.
#[cfg(not(feature = "typos"))]
pub fn corrections(_word: &str) -> &'static [&'static str] {
    &[]
}
