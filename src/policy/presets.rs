//! The policies that come with the program.

/// Names and texts of the presets; `extends = ["sayso:press"]` takes one.
const PRESETS: [(&str, &str); 8] = [
    ("general", include_str!("presets/general.toml")),
    ("professional", include_str!("presets/professional.toml")),
    ("personal", include_str!("presets/personal.toml")),
    ("press", include_str!("presets/press.toml")),
    (
        "public-company",
        include_str!("presets/public-company.toml"),
    ),
    ("finance", include_str!("presets/finance.toml")),
    ("health", include_str!("presets/health.toml")),
    ("green", include_str!("presets/green.toml")),
];

/// What a name starts with that is the name of a preset, and no path.
pub const PREFIX: &str = "sayso:";

/// The text of the preset `name`, without [`PREFIX`].
pub fn preset(name: &str) -> Option<&'static str> {
    PRESETS
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, text)| *text)
}

/// The names of the presets.
pub fn names() -> impl Iterator<Item = &'static str> + Clone {
    PRESETS.iter().map(|(name, _)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::read;

    #[test]
    fn every_preset_is_a_policy_without_fault() {
        for (name, text) in PRESETS {
            let (_, faults) = read(text);
            assert!(faults.is_empty(), "{name}: {faults:?}");
        }
    }
}
