//! English as data and small pure functions over plain text.
//!
//! Nothing here knows of posts or rules. Ranges are bytes of the text given.

mod detect;
pub mod marking;
mod pattern;
mod quotes;
mod sentences;
mod spelling;
pub mod superlative;
mod word_list;
mod words;

pub use detect::detect;
pub use pattern::pattern;
pub use quotes::Quotations;
pub use sentences::sentences;
pub use spelling::corrections;
pub use word_list::{PhraseList, WordList};
pub use words::{Word, Words, fold_into, folds_to, words};
