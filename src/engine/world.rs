//! What is the case outside of the posts.

use jiff::civil::Date;

use crate::site::{Nowhere, Site};

/// The day, and the files around the posts.
#[derive(Clone, Copy, Debug)]
pub struct World<'a> {
    /// The day the check is made for.
    pub today: Date,
    /// The files around the posts.
    pub site: &'a dyn Site,
}

/// A day, for posts that stand alone.
impl From<Date> for World<'_> {
    fn from(today: Date) -> Self {
        World {
            today,
            site: &Nowhere,
        }
    }
}
