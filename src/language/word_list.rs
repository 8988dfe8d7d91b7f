//! Lists of words and phrases, written as people write them.

/// A short list of lower-case words, parted by blanks.
#[derive(Clone, Copy, Debug)]
pub struct WordList(&'static str);

impl WordList {
    /// The words in `list`.
    pub const fn new(list: &'static str) -> WordList {
        WordList(list)
    }

    /// True when `word` is in the list, in any case and with any apostrophe.
    pub fn has(&self, word: &str) -> bool {
        self.iter().any(|known| {
            let fold = |c: char| {
                if c == '’' {
                    '\''
                } else {
                    c.to_ascii_lowercase()
                }
            };
            word.chars().map(fold).eq(known.chars())
        })
    }

    /// The words in order.
    pub fn iter(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.0.split_ascii_whitespace()
    }
}

/// A short list of lower-case phrases, parted by semicolons.
#[derive(Clone, Copy, Debug)]
pub struct PhraseList(&'static str);

impl PhraseList {
    /// The phrases in `list`.
    pub const fn new(list: &'static str) -> PhraseList {
        PhraseList(list)
    }

    /// The phrases in order.
    pub fn iter(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.0.split(';').map(str::trim)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_and_semicolons_part() {
        let words = WordList::new("one two\n three");
        assert!(words.has("Three") && !words.has("one two"));
        assert!(WordList::new("we're").has("We’re"));
        let phrases: Vec<_> = PhraseList::new("one two;\n three").iter().collect();
        assert_eq!(phrases, ["one two", "three"]);
    }
}
