//! What there is to read in a post.

use crate::language::readability::Counts;
use crate::post::{BlockKind, Post};

impl BlockKind {
    /// True for what is written in sentences: headings, tables, captions and
    /// the words for images are not.
    pub fn is_running(self) -> bool {
        matches!(
            self,
            BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Quote | BlockKind::Html
        )
    }
}

impl Post {
    /// The counts of its running text. The end of a block ends a sentence.
    pub fn counts(&self) -> Counts {
        let prose = self.prose();
        let running = prose
            .blocks()
            .iter()
            .filter(|block| block.kind.is_running());
        running.fold(Counts::default(), |mut sum, block| {
            sum += Counts::of(prose.block_text(block));
            sum
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::post::Generator;

    #[test]
    fn the_end_of_a_block_ends_a_sentence() {
        let text = "---\ntitle: A b c\n---\n# Two words\n\nOne. Two\n\n- three\n- four `code`\n";
        let counts = Post::parse("a.md", text, Generator::Unknown).counts();
        assert_eq!((counts.words, counts.sentences), (4, 4));
    }
}
