//! The examples of a rule, which are its tests.

use jiff::civil::Date;

use super::CustomRule;
use crate::company::Company;
use crate::finding::{Finding, Findings};
use crate::lexicon::Lexicon;
use crate::post::{Generator, Post};
use crate::rules::{Check, Context};

impl CustomRule {
    /// What is wrong with its examples; nothing when all hold. Each is read as
    /// the post `content/blog/post.md`, whatever `paths` and `audience` say.
    pub fn test(&self, company: &Company, today: Date) -> Vec<String> {
        let mut wrong = Vec::new();
        for (text, number) in self.good().iter().zip(1..) {
            let (post, found) = self.try_on(text, company, today);
            let words = found
                .iter()
                .map(|found| format!("\"{}\"", post.slice(found.span)));
            let words: Vec<String> = words.collect();
            if !words.is_empty() {
                wrong.push(format!(
                    "good example {number}: it flags {}",
                    words.join(", ")
                ));
            }
        }
        for (text, number) in self.bad().iter().zip(1..) {
            if self.try_on(text, company, today).1.is_empty() {
                wrong.push(format!("bad example {number}: it is silent"));
            }
        }
        wrong
    }

    /// What it finds in a text when it is the only rule.
    pub(super) fn try_on(
        &self,
        text: &str,
        company: &Company,
        today: Date,
    ) -> (Post, Vec<Finding>) {
        let post = Post::parse("content/blog/post.md", text, Generator::Unknown);
        let prose = post.prose();
        let blocks = prose.blocks().iter().map(|block| block.text.clone());
        let hits = Lexicon::new([self.phrases()])
            .search(prose.text(), blocks)
            .concat();
        let context = Context::new(today, company, &hits);
        let mut out = Findings::new(self.id().to_owned(), self.level(), None);
        self.check(&post, &context, &mut out);
        (post, out.into_vec())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::policy::custom::sample;

    #[test]
    fn examples_that_do_not_hold_are_told() {
        let rule = sample::rule(
            "phrases = ['synergy']\nexamples = { good = ['a', 'No synergy.'], bad = ['Synergy', 'b'] }",
        );
        assert_eq!(
            rule.test(&Company::default(), date(2026, 11, 24)),
            [
                "good example 2: it flags \"synergy\"",
                "bad example 2: it is silent"
            ]
        );
    }
}
