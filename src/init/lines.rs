//! Lines of TOML, each with half a sentence that explains it.

/// A line longer than this has its explanation above it, so that the others
/// can stand side by side.
const WIDEST: usize = 48;

/// A text in quotation marks, as TOML has it.
pub(super) fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

/// A list of texts on one line.
pub(super) fn list<'a>(items: impl IntoIterator<Item = &'a str>) -> String {
    let items: Vec<String> = items.into_iter().map(quoted).collect();
    format!("[{}]", items.join(", "))
}

/// The lines of a table, with their explanations in one column.
#[derive(Debug, Default)]
pub(super) struct Lines(Vec<(String, String)>);

impl Lines {
    /// Adds a line and what explains it; nothing explains nothing.
    pub(super) fn add(&mut self, line: impl Into<String>, why: impl Into<String>) {
        self.0.push((line.into(), why.into()));
    }

    /// The lines as they stand in a file.
    pub(super) fn text(&self) -> String {
        let length = |line: &str| line.chars().count();
        let widths = self.0.iter().filter(|(_, why)| !why.is_empty());
        let width = widths
            .map(|(line, _)| length(line))
            .filter(|length| *length <= WIDEST)
            .max()
            .unwrap_or(0);
        let mut text = String::new();
        for (line, why) in &self.0 {
            if why.is_empty() {
                text.push_str(line);
            } else if length(line) > WIDEST {
                text.push_str(&format!("# {why}\n{line}"));
            } else {
                let blanks = " ".repeat(width - length(line));
                text.push_str(&format!("{line}{blanks}  # {why}"));
            }
            text.push('\n');
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn explanations_stand_in_a_column() {
        let mut lines = Lines::default();
        lines.add("[a]", "");
        lines.add("b = 1", "short");
        lines.add("longer = 2", "less so");
        let long = format!("c = {}", quoted(&"x".repeat(50)));
        lines.add(&long, "above");
        let wanted = format!("[a]\nb = 1       # short\nlonger = 2  # less so\n# above\n{long}\n");
        assert_eq!(lines.text(), wanted);
    }

    #[test]
    fn whatever_is_quoted_stays_one_text() {
        for text in [
            "a",
            "it's \"so\"",
            "a\nb = 1",
            "\\",
            "\u{1b}[31m",
            "'''\"\"\"",
        ] {
            let read: toml::Table = format!("a = {}", quoted(text)).parse().expect("TOML");
            assert_eq!(read["a"].as_str(), Some(text));
        }
    }
}
