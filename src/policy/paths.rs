//! Path patterns of a policy.

use globset::{Glob, GlobBuilder};
use toml::Spanned;

use super::raw::Placed;
use super::section::Section;

/// A list of path patterns; each bad one is reported at its place.
pub(super) fn globs(section: &mut Section<'_, '_>, key: &'static str) -> Option<Placed<Vec<Glob>>> {
    let patterns: Placed<Vec<Spanned<String>>> = section.placed(
        key,
        "a list of path patterns, such as [\"content/**/*.md\"]",
    )?;
    let mut globs = Vec::new();
    for pattern in patterns.value {
        for form in glob_forms(pattern.get_ref()) {
            match GlobBuilder::new(&form).literal_separator(true).build() {
                Ok(glob) => globs.push(glob),
                Err(error) => {
                    section
                        .faults
                        .report(
                            pattern.span().into(),
                            format!("`{}` is no path pattern", pattern.get_ref()),
                        )
                        .label(error.kind().to_string())
                        .help("`*` stands for part of a name, `**` for any folders");
                    break;
                }
            }
        }
    }
    Some(Placed {
        value: globs,
        span: patterns.span,
    })
}

/// The patterns for people: a folder by its name alone.
pub fn as_written(globs: &[Glob]) -> Vec<String> {
    let mut patterns: Vec<String> = Vec::new();
    for pattern in globs.iter().map(Glob::glob) {
        let is_folder = |last: &String| pattern.strip_suffix("/**") == Some(last);
        if !patterns.last().is_some_and(is_folder) {
            patterns.push(pattern.to_owned());
        }
    }
    patterns
}

/// The patterns that a pattern stands for: the name of a folder means all that
/// is in it, and a path counts from the folder of the policy however it starts.
fn glob_forms(pattern: &str) -> Vec<String> {
    let path = pattern.trim_start_matches("./").trim_start_matches('/');
    if path.contains(['*', '?', '[', '{']) {
        return vec![path.to_owned()];
    }
    let path = path.trim_end_matches('/');
    vec![path.to_owned(), format!("{path}/**")]
}
