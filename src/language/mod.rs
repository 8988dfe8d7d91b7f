//! English as data and small pure functions over plain text.
//!
//! Nothing here knows of posts or rules. Ranges are bytes of the text given.

mod address;
pub mod claim;
pub mod coarse;
mod dates;
mod detect;
pub mod disclosure;
pub mod invitation;
pub mod marking;
mod mojibake;
mod names;
mod notes;
mod pattern;
pub mod promise;
mod quotes;
pub mod readability;
mod reading;
pub mod residue;
mod sentences;
pub mod social;
mod spelling;
pub mod superlative;
mod unannounced;
mod unseen;
mod weekdays;
mod word_list;
mod words;

pub use address::Address;
pub use dates::{Moment, first_moment};
pub use detect::detect;
pub use mojibake::{Garbled, garbled, meant_by_control};
pub use names::{KNOWN_NAMES, SPLIT_NAMES};
pub use notes::note_in;
pub use pattern::pattern;
pub use quotes::Quotations;
pub use reading::Reading;
pub use sentences::sentences;
pub use spelling::corrections;
pub use unannounced::{is_announced, signs as unannounced_signs, unannounced};
pub use unseen::{is_at_work, is_direction, is_private, is_right_to_left, reorders, unseen};
pub use weekdays::{NamedDay, named_days, weekday_name, weekday_signs, years};
pub use word_list::{PhraseList, WordList};
pub use words::{Word, Words, fold_into, folds_to, words};
