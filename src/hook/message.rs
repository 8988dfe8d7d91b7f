//! The message of a commit as it will be: without the lines that git takes out.

use std::fs;
use std::path::Path;

use super::git;

/// The message of a commit.
#[derive(Debug, PartialEq, Eq)]
pub struct Message {
    /// What is in the file.
    pub text: String,
    /// The same with blanks in place of what git takes out: each word stands
    /// at the byte where it stands in the file.
    pub kept: String,
    /// False when what is not ASCII could not be read.
    pub is_utf8: bool,
}

/// Reads the message in the file at `path`; `was_edited` when an editor has
/// shown it, since only then git takes out its own remarks.
pub fn read_message(cwd: &Path, path: &Path, was_edited: bool) -> Result<Message, String> {
    let bytes = fs::read(cwd.join(path)).map_err(|error| error.to_string())?;
    let is_utf8 = std::str::from_utf8(&bytes).is_ok();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let settings = Settings::read(cwd);
    let kept = without_settings(&settings.strip(&text, was_edited));
    Ok(Message {
        text,
        kept,
        is_utf8,
    })
}

/// What git was told about messages.
#[derive(Debug, Default)]
struct Settings {
    /// What a remark starts with; none when git chooses.
    comment: Option<String>,
    /// The value of `commit.cleanup`.
    cleanup: String,
}

impl Settings {
    fn read(cwd: &Path) -> Settings {
        let keys = r"^(core\.comment(char|string)|commit\.cleanup)$";
        let answer = git::ask(cwd, &["config", "-z", "--get-regexp", keys]).unwrap_or_default();
        let mut settings = Settings {
            comment: Some("#".to_owned()),
            ..Settings::default()
        };
        // The last one counts.
        for (key, value) in answer.split('\0').filter_map(|one| one.split_once('\n')) {
            if key == "commit.cleanup" {
                settings.cleanup = value.to_owned();
            } else {
                settings.comment = (value != "auto").then(|| value.to_owned());
            }
        }
        settings
    }

    /// `text` with blanks in place of what git takes out.
    fn strip(&self, text: &str, was_edited: bool) -> String {
        let takes_remarks = match self.cleanup.as_str() {
            "strip" => true,
            "whitespace" | "verbatim" | "scissors" => false,
            _ => was_edited,
        };
        let comment = match &self.comment {
            Some(comment) => comment.clone(),
            None => chosen(text).to_string(),
        };
        let mut kept = String::with_capacity(text.len());
        for line in text.split_inclusive('\n') {
            // What stands below is a diff, for whoever writes the message.
            if was_edited && is_scissors(line, &comment) {
                break;
            }
            if takes_remarks && line.starts_with(&comment) {
                blank(line, &mut kept);
            } else {
                kept.push_str(line);
            }
        }
        kept
    }
}

/// Adds blanks in place of `line`.
fn blank(line: &str, out: &mut String) {
    let content = line.trim_end_matches(['\n', '\r']);
    out.extend(std::iter::repeat_n(' ', content.len()));
    out.push_str(&line[content.len()..]);
}

/// True for the line below which git takes out everything.
fn is_scissors(line: &str, comment: &str) -> bool {
    line.strip_prefix(comment).is_some_and(|rest| {
        rest.trim_end_matches(['\n', '\r'])
            == " ------------------------ >8 ------------------------"
    })
}

/// The character that git chose for its remarks, among those it chooses from;
/// they are at the end of the file.
fn chosen(text: &str) -> char {
    const CHOICES: &str = "#;@!$%^&|:";
    let by_scissors = CHOICES.chars().find(|choice| {
        let choice = choice.to_string();
        text.lines().any(|line| is_scissors(line, &choice))
    });
    let last = || text.lines().rev().find(|line| !line.trim().is_empty());
    by_scissors
        .or_else(|| last()?.chars().next().filter(|c| CHOICES.contains(*c)))
        .unwrap_or('#')
}

/// A message has no settings at its top, whatever its first line looks like.
fn without_settings(text: &str) -> String {
    let body = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let start = text.len() - body.len();
    let first = body.lines().next().unwrap_or_default();
    let opening = match first.trim_end() {
        marks @ ("---" | "+++") => marks.len(),
        line if line.starts_with('{') => 1,
        _ => return text.to_owned(),
    };
    let mut out = text[..start].to_owned();
    blank(&body[..opening], &mut out);
    out.push_str(&body[opening..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strip(comment: Option<&str>, cleanup: &str, was_edited: bool, text: &str) -> String {
        let settings = Settings {
            comment: comment.map(str::to_owned),
            cleanup: cleanup.to_owned(),
        };
        settings.strip(text, was_edited)
    }

    const SCISSORS: &str = "; ------------------------ >8 ------------------------\ndiff\n";

    #[test]
    fn remarks_are_blanks_and_words_stay_where_they_are() {
        let text = "A post\r\n# é\r\nmore\n";
        assert_eq!(strip(Some("#"), "", true, text), "A post\r\n    \r\nmore\n");
        // Without an editor nothing is taken out.
        assert_eq!(strip(Some("#"), "", false, text), text);
        assert_eq!(strip(Some("#"), "strip", false, "# a\nb"), "   \nb");
        assert_eq!(strip(Some("#"), "whitespace", true, text), text);
        assert_eq!(strip(Some("//"), "", true, "// a\n# b"), "    \n# b");
    }

    #[test]
    fn what_stands_below_the_scissors_is_gone() {
        let text = format!("A post\n; remark\n{SCISSORS}");
        assert_eq!(
            strip(Some(";"), "scissors", true, &text),
            "A post\n; remark\n"
        );
        assert_eq!(strip(None, "", true, &text), "A post\n        \n");
        assert_eq!(strip(Some("#"), "", true, &text), text);
    }

    #[test]
    fn the_character_that_git_chose_is_that_of_the_last_line() {
        let text = "# a heading\n\n; remark\n;\n\n";
        assert_eq!(
            strip(None, "", true, text),
            "# a heading\n\n        \n \n\n"
        );
        assert_eq!(strip(None, "", true, "# a\nb\n"), "   \nb\n");
    }

    #[test]
    fn a_message_has_no_front_matter() {
        assert_eq!(without_settings("\n---\na: b\n---\n"), "\n   \na: b\n---\n");
        assert_eq!(without_settings("{\"a\": 1}\n"), " \"a\": 1}\n");
        assert_eq!(without_settings("--- a\n"), "--- a\n");
    }
}
