//! Numbers that name one person or one account, told by their published rules.
//!
//! Each kind is a small file of pure functions over plain text: how the number
//! is written, what its check digit is, and which examples are public. A check
//! digit alone is no proof, since one run of digits in ten passes it by
//! chance: the number has to be written as people write it, or a word beside
//! it has to name it. Nothing here knows of posts or rules.

pub mod card;
pub mod iban;
mod iban_registry;
mod luhn;
pub mod mailbox;
mod mod97;
pub mod national;
pub mod phone;
mod surroundings;
mod verhoeff;
mod written;
