//! Running text, before it is Markdown or HTML.

use super::words;

/// Running text in one line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line(pub Vec<Inline>);

/// A piece of running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Plain words.
    Text(String),
    /// Words that stand out.
    Strong(String),
    /// Something to be typed as it stands.
    Code(String),
    /// A link to a page.
    Link(String),
}

impl Line {
    /// A line of `prose`, as [`Line::prose`] adds it.
    pub fn of(prose: &str) -> Line {
        Line::default().prose(prose)
    }

    /// Adds plain words, whatever characters they have.
    pub fn text(mut self, text: &str) -> Line {
        self.0.push(Inline::Text(words::folded(text)));
        self
    }

    /// Adds words in which backticks mark what is typed as it stands.
    pub fn prose(mut self, prose: &str) -> Line {
        if prose.matches('`').count() % 2 == 1 {
            return self.text(prose);
        }
        // Blanks around what is marked stay, but as one.
        for (number, piece) in words::folded(prose).split('`').enumerate() {
            match piece {
                "" => {}
                piece if number % 2 == 1 => self.0.push(Inline::Code(piece.to_owned())),
                piece => self.0.push(Inline::Text(piece.to_owned())),
            }
        }
        self
    }

    /// Adds words that stand out.
    pub fn strong(mut self, text: &str) -> Line {
        self.0.push(Inline::Strong(words::folded(text)));
        self
    }

    /// Adds something to be typed as it stands.
    pub fn code(mut self, text: &str) -> Line {
        self.0.push(Inline::Code(words::folded(text)));
        self
    }

    /// Adds an address: a link where it is one that is safe to follow, and
    /// plain text where it is not.
    pub fn link(mut self, address: &str) -> Line {
        let address = address.trim();
        self.0.push(if is_safe(address) {
            Inline::Link(address.to_owned())
        } else {
            Inline::Text(words::folded(address))
        });
        self
    }

    /// Its words without any dress.
    pub fn plain(&self) -> String {
        let words = self.0.iter().map(|piece| match piece {
            Inline::Text(text) | Inline::Strong(text) | Inline::Code(text) | Inline::Link(text) => {
                text.as_str()
            }
        });
        words.collect()
    }
}

/// True for the address of a page or a mailbox that a click may lead to.
fn is_safe(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    let rest = ["https://", "http://", "mailto:"]
        .iter()
        .find_map(|scheme| lower.strip_prefix(scheme));
    let is_bad = |c: char| c.is_whitespace() || c.is_control() || "<>\"'`\\{}|^".contains(c);
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(is_bad))
        && address.chars().all(|c| words::visible(c) == c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backticks_mark_what_is_typed() {
        let text = |text: &str| Inline::Text(text.into());
        let code = |text: &str| Inline::Code(text.into());
        assert_eq!(
            Line::of("run  `a b`\nnow").0,
            [text("run "), code("a b"), text(" now")]
        );
        assert_eq!(Line::of("an odd ` one").0, [text("an odd ` one")]);
    }

    #[test]
    fn only_safe_addresses_are_links() {
        let is_link = |address: &str| matches!(Line::default().link(address).0[0], Inline::Link(_));
        for address in [
            "https://acme.example/a?b=c&d=(e)",
            "mailto:legal@acme.example",
        ] {
            assert!(is_link(address), "{address}");
        }
        for address in [
            "javascript:alert(1)",
            "data:text/html,x",
            "https://",
            "https://a.example/\"onclick=",
            "https://a.example/ b",
            "the wiki",
            "//acme.example",
            "https://a.example/\u{202e}b",
        ] {
            assert!(!is_link(address), "{address}");
        }
    }
}
