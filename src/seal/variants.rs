//! The ways a term may be written in a post, to try whether it is found.

use super::tokens::{Notation, Tokens};

/// How it is written, and the Markdown.
type Variant = (&'static str, String);

/// The ways to write `term`.
pub fn variants(term: &str) -> Vec<Variant> {
    let term = term.trim();
    let words: Vec<&str> = Tokens::new(term, Notation::Plain)
        .map(|token| &term[token.text])
        .collect();
    let lower = term.to_lowercase();
    let camel: String = words.iter().copied().map(capitalised).collect();
    let slug = words.join("-").to_lowercase();
    let mut all = vec![
        ("as it is", term.to_owned()),
        ("in upper case", term.to_uppercase()),
        ("in lower case", lower),
        ("hyphenated", words.join("-")),
        ("camel-cased", camel.clone()),
        ("possessive", format!("{term}'s")),
        ("possessive, with a curly apostrophe", format!("{term}’s")),
        ("as a hashtag", format!("#{camel}")),
        (
            "in a URL",
            format!("[the page](https://example.com/{slug}/a)"),
        ),
        ("in a file name", format!("![A plan](/images/{slug}-2.png)")),
        ("in code", format!("`{}`", words.join("_"))),
        ("in a comment", format!("<!-- {term} -->")),
        (
            "in full-width letters",
            term.chars().map(full_width).collect(),
        ),
        (
            "in look-alike letters",
            term.chars().map(look_alike).collect(),
        ),
        ("over two lines", words.join("\n")),
    ];
    // A word of one letter has no middle.
    if let Some((before, after)) = halves(term) {
        all.push(("split by markup", format!("{before}**{after}**")));
        all.push((
            "hyphenated at the end of a line",
            format!("{before}-\n{after}"),
        ));
    }
    all
}

/// `term`, split in the middle of its last word.
fn halves(term: &str) -> Option<(&str, &str)> {
    let last = Tokens::new(term, Notation::Plain).last()?;
    let word = &term[last.text.clone()];
    let middle = word.char_indices().nth(word.chars().count() / 2)?.0;
    (middle > 0 && last.text.end == term.len()).then(|| term.split_at(last.text.start + middle))
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    let first: String = chars
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    first + &chars.as_str().to_lowercase()
}

fn full_width(c: char) -> char {
    const SHIFT: u32 = 0xfee0;
    if c.is_ascii_alphanumeric() {
        char::from_u32(u32::from(c) + SHIFT).unwrap_or(c)
    } else {
        c
    }
}

/// The Cyrillic letter that is taken for `c`.
fn look_alike(c: char) -> char {
    match c {
        'a' => 'а',
        'c' => 'с',
        'e' => 'е',
        'i' => 'і',
        'o' => 'о',
        'p' => 'р',
        'x' => 'х',
        'A' => 'А',
        'B' => 'В',
        'C' => 'С',
        'E' => 'Е',
        'H' => 'Н',
        'K' => 'К',
        'M' => 'М',
        'O' => 'О',
        'P' => 'Р',
        'T' => 'Т',
        c => c,
    }
}
