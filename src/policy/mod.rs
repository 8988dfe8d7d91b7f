//! What a company decided, resolved for the posts below one policy file.
//!
//! A file is read into a [`RawPolicy`], with all its faults; together with
//! what the command line asks for, that becomes a [`Policy`]. Without a file
//! there is the built-in general one.

mod posts;
mod raw;
mod read;
mod resolve;
mod section;

pub use posts::Posts;
pub use raw::{FailOn, RawPolicy, RuleSetting};
pub use read::read;
pub use resolve::{ActiveRule, Choice, Overrides, Policy};
