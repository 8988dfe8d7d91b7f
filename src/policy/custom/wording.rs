//! Small pieces of the sentences that a rule says about itself.

/// `"a", "b" or "c"`, and how many more.
pub(super) fn quoted(texts: &[String]) -> String {
    let quoted = texts.iter().map(|text| format!("\"{text}\""));
    let names = some(quoted.collect());
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => names.concat(),
    }
}

/// The first of `texts`, and how many more.
pub(super) fn some(mut texts: Vec<String>) -> Vec<String> {
    const SHOWN: usize = 8;
    let more = texts.len().saturating_sub(SHOWN);
    if more > 0 {
        texts.truncate(SHOWN);
        texts.push(format!("{more} more"));
    }
    texts
}

/// The text with a capital letter at its start.
pub(super) fn capitalized(text: &str) -> String {
    let mut characters = text.chars();
    match characters.next() {
        Some(first) => first.to_uppercase().chain(characters).collect(),
        None => String::new(),
    }
}

/// The name of `value` in a table of names.
pub(super) fn name_of<T: PartialEq>(names: &[(&'static str, T)], value: &T) -> &'static str {
    let named = names.iter().find(|(_, named)| named == value);
    named.map_or("", |(name, _)| *name)
}
