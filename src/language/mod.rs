//! English as data and small pure functions over plain text.
//!
//! Nothing here knows of posts or rules. Ranges are bytes of the text given.

mod quotes;
mod sentences;
mod words;

pub use quotes::is_quoted;
pub use sentences::sentences;
pub use words::{Word, fold_into, words};
