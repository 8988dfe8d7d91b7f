//! Rules that had another name once.

/// The old name of a rule, and the name it has now. A name that was released
/// stays here for good: it stands in policies and in posts. When a rule is
/// renamed once more, its older names lead to the newest one.
pub const RENAMED: &[(&str, &str)] = &[
    // No rule was renamed yet; this is for the tests of those who ask.
    #[cfg(test)]
    ("evidence/boast", "evidence/superlative"),
];

/// The name that a rule has now which was called `old` once.
pub fn new_name(old: &str) -> Option<&'static str> {
    let renamed = RENAMED.iter().find(|(known, _)| *known == old);
    renamed.map(|(_, new)| *new)
}

/// What to say of an id that is the old name of a rule.
pub fn now_called(old: &str) -> Option<String> {
    new_name(old).map(|new| format!("`{old}` is now called `{new}`"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::find;

    #[test]
    fn an_old_name_is_no_rule_and_a_new_one_is() {
        for (old, new) in RENAMED {
            assert!(find(old).is_none(), "{old}");
            assert!(find(new).is_some(), "{new}");
        }
        assert_eq!(new_name("evidence/superlative"), None);
    }
}
