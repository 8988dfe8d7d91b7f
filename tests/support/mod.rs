//! A folder to try things in, and the program run in it.

#![allow(
    dead_code,
    unused_imports,
    reason = "each test binary uses a part of it"
)]

mod git;
mod pieces;
mod places;
mod policy;
mod posts;
mod ran;
mod sandbox;

pub use pieces::{PIECES, examples};
pub use places::{is_sound, misplaced, places};
pub use policy::{ACME, layers};
pub use posts::{BAD, BAD_MESSAGE, GOOD, LATIN_1, LFS_POINTER, post};
pub use ran::Ran;
pub use sandbox::{SAYSO, Sandbox, TODAY};
