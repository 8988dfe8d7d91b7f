//! How long a text is to a social network, and the hashtags in it.
//!
//! The limits and ways of counting are those the networks document: X weighs
//! characters (twitter-text, configuration 3) and counts 23 for an address;
//! Mastodon counts 23 for an address and leaves out the server of a mention;
//! Bluesky counts what a reader sees as one character.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A social network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Network {
    /// X, once Twitter.
    X,
    /// Bluesky.
    Bluesky,
    /// Mastodon.
    Mastodon,
    /// LinkedIn.
    LinkedIn,
    /// Threads.
    Threads,
}

/// How many characters an address counts where it is shortened.
const ADDRESS: usize = 23;

impl Network {
    /// All of them.
    pub const ALL: [Network; 5] = [
        Network::X,
        Network::Bluesky,
        Network::Mastodon,
        Network::LinkedIn,
        Network::Threads,
    ];

    /// The one called `name`, in any case.
    pub fn named(name: &str) -> Option<Network> {
        Some(match name.to_ascii_lowercase().as_str() {
            "x" | "twitter" | "tweet" => Network::X,
            "bluesky" | "bsky" => Network::Bluesky,
            "mastodon" | "fediverse" | "toot" => Network::Mastodon,
            "linkedin" => Network::LinkedIn,
            "threads" => Network::Threads,
            _ => return None,
        })
    }

    /// As it writes itself.
    pub fn name(self) -> &'static str {
        match self {
            Network::X => "X",
            Network::Bluesky => "Bluesky",
            Network::Mastodon => "Mastodon",
            Network::LinkedIn => "LinkedIn",
            Network::Threads => "Threads",
        }
    }

    /// The most characters a post may have there, unless one pays for more.
    pub fn limit(self) -> usize {
        match self {
            Network::X => 280,
            Network::Bluesky => 300,
            Network::Mastodon | Network::Threads => 500,
            Network::LinkedIn => 3000,
        }
    }

    /// How many characters `text` counts there.
    pub fn length(self, text: &str) -> usize {
        let text: String = text.trim().nfc().collect();
        let mut length = 0;
        let mut at = 0;
        for address in addresses(&text) {
            length += self.weigh(&text[at..address.start]);
            length += match self {
                Network::X | Network::Mastodon => ADDRESS,
                _ => self.weigh(&text[address.clone()]),
            };
            at = address.end;
        }
        length + self.weigh(&text[at..])
    }

    /// The same for a text without addresses.
    fn weigh(self, text: &str) -> usize {
        let characters = characters(text);
        match self {
            Network::X => characters.map(|one| weight(&text[one])).sum(),
            Network::Mastodon => characters.count() - servers(text),
            _ => characters.count(),
        }
    }
}

/// What a character counts at X: those of Latin, Greek, Cyrillic, Hebrew,
/// Arabic and the like one, all others and every emoji two.
fn weight(character: &str) -> usize {
    let is_light = |c: char| {
        matches!(c,
            '\u{0}'..='\u{10ff}' | '\u{2000}'..='\u{200d}' | '\u{2010}'..='\u{201f}'
            | '\u{2032}'..='\u{2037}')
    };
    let mut chars = character.chars();
    let first = chars.next().map_or(0, |c| if is_light(c) { 1 } else { 2 });
    let is_emoji = character.contains(['\u{fe0f}', '\u{20e3}']);
    if is_emoji || first == 2 {
        return 2;
    }
    first + chars.count()
}

/// The characters a reader sees: a letter with its marks, an emoji with its
/// parts, a flag of two letters. Scripts that stack more are counted too long
/// nowhere, since only marks are joined.
fn characters(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = rest.next()?;
        let mut end = start + first.len_utf8();
        let is_flag = |c: char| matches!(c, '\u{1f1e6}'..='\u{1f1ff}');
        if is_flag(first)
            && let Some((at, second)) = rest.next_if(|(_, c)| is_flag(*c))
        {
            end = at + second.len_utf8();
        }
        while let Some((at, mark)) = rest.next_if(|(_, c)| joins(*c)) {
            end = at + mark.len_utf8();
            if mark == '\u{200d}'
                && let Some((at, joined)) = rest.next_if(|(_, c)| *c > '\u{2000}')
            {
                end = at + joined.len_utf8();
            }
        }
        Some(start..end)
    })
}

/// True for what changes the character before it.
fn joins(c: char) -> bool {
    is_combining_mark(c)
        || matches!(c, '\u{200d}' | '\u{fe0e}' | '\u{fe0f}' | '\u{20e3}'
            | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}')
}

/// The web addresses in `text`.
fn addresses(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut free = 0;
    memchr::memmem::find_iter(text.as_bytes(), "http").filter_map(move |start| {
        let rest = &text[start..];
        let is_address = rest.starts_with("https://") || rest.starts_with("http://");
        if !is_address || start < free {
            return None;
        }
        let len = rest
            .find(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '”'))
            .unwrap_or(rest.len());
        free = start + len;
        let address = rest[..len].trim_end_matches(['.', ',', ')', '!', '?', ':', ';']);
        Some(start..start + address.len())
    })
}

/// How many characters of `text` are servers of mentions: `@jo@example.com`.
fn servers(text: &str) -> usize {
    text.split_whitespace()
        .filter_map(|word| {
            let mention = word.trim_start_matches('(').strip_prefix('@')?;
            let (_, server) = mention.split_once('@')?;
            let server = server.trim_end_matches(['.', ',', ')', '!', '?', ':', ';']);
            server.contains('.').then(|| server.chars().count() + 1)
        })
        .sum()
}

/// The hashtags in `text`, with their `#`.
pub fn hashtags(text: &str) -> impl Iterator<Item = Range<usize>> {
    memchr::memchr_iter(b'#', text.as_bytes()).filter_map(|start| {
        let is_free = !text[..start]
            .ends_with(|c: char| c.is_alphanumeric() || matches!(c, '&' | '/' | '#' | '_' | '.'));
        let rest = &text[start + 1..];
        let len = rest
            .find(|c: char| !(c.is_alphanumeric() || c == '_'))
            .unwrap_or(rest.len());
        let has_letter = rest[..len].contains(char::is_alphabetic);
        (is_free && has_letter).then_some(start..start + 1 + len)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn x_weighs_characters_and_shortens_addresses() {
        for (text, length) in [
            ("hello", 5),
            ("naïve — “yes”", 13),
            ("日本", 4),
            ("👩‍👩‍👧‍👦", 2),
            ("👍🏽!", 3),
            ("🇩🇪", 2),
            ("a https://example.com/a/very/long/path/that/goes/on.", 26),
        ] {
            assert_eq!(Network::X.length(text), length, "{text}");
        }
    }

    #[test]
    fn bluesky_counts_what_is_seen() {
        for (text, length) in [("e\u{301}te\u{301}", 3), ("👩‍👩‍👧‍👦🇩🇪", 2), ("日本", 2)]
        {
            assert_eq!(Network::Bluesky.length(text), length, "{text}");
        }
        assert_eq!(Network::Bluesky.length("https://example.com"), 19);
    }

    #[test]
    fn mastodon_leaves_out_servers() {
        assert_eq!(Network::Mastodon.length("Hi @jo@example.com!"), 7);
        assert_eq!(Network::Mastodon.length("https://example.com"), 23);
        assert_eq!(Network::LinkedIn.length("https://example.com"), 19);
    }

    #[test]
    fn hashtags_are_words_behind_a_sign() {
        let text = "#AcmeCloud, #1 and a#b; see /x#y (#kites)";
        let found: Vec<&str> = hashtags(text).map(|place| &text[place]).collect();
        assert_eq!(found, ["#AcmeCloud", "#kites"]);
    }

    #[test]
    fn networks_have_names() {
        assert_eq!(Network::named("Twitter"), Some(Network::X));
        assert_eq!(Network::named("blog"), None);
        for network in Network::ALL {
            assert_eq!(Network::named(network.name()), Some(network));
        }
    }
}
