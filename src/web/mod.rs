//! Addresses as plain text: web hosts, network numbers, and the work tools
//! that a link leads into.
//!
//! Nothing here knows of posts or rules, and nothing is looked up: what an
//! address tells, it tells by its shape.

mod affiliate;
mod hosts;
mod malformed;
mod numbers;
mod shorteners;
mod shown;
mod work_tools;

pub use affiliate::affiliate;
pub use hosts::{
    closed_zone, host_around, host_of, is_documented, is_made_up, is_part, is_plainly_host,
};
pub use malformed::{Malformed, malformed};
pub use numbers::{Network, Number, numbers};
pub use shorteners::{gives_short_addresses, is_shortener};
pub use shown::is_elsewhere;
pub use work_tools::{WorkTool, work_tool};
