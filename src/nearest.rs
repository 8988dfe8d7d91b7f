//! "Did you mean": the known name nearest to one that is not known.

/// The name in `known` nearest to `name`, when it is near enough to be meant:
/// a third of its letters off at most.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .map(|other| (strsim::damerau_levenshtein(name, other), other))
        .filter(|(distance, other)| *distance * 3 <= name.len().max(other.len()))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, other)| other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_near_is_offered() {
        let known = ["names", "products", "domains"];
        assert_eq!(nearest("name", known), Some("names"));
        assert_eq!(nearest("produtcs", known), Some("products"));
        assert_eq!(nearest("colour", known), None);
    }
}
