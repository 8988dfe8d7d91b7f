//! What a company decided: from policy files to the policy for one post.
//!
//! A file is read into a [`RawPolicy`], with all its faults. The files from the
//! root down to a folder, each behind what it extends, are [`Layers`]; they
//! make the [`Policy`] for each post there, with what the command line asks
//! for. Without a file there is the built-in general one.

mod condition;
mod custom;
mod layers;
mod lint;
mod made;
mod overrides;
mod paths;
mod posts;
mod presets;
mod raw;
mod read;
mod read_rules;
mod read_terms;
mod read_waivers;
mod resolve;
mod section;
pub mod show;

pub use condition::Condition;
pub use custom::{CustomRule, KINDS as CUSTOM_KINDS};
pub use layers::{Layers, Scope, below};
pub use lint::lint;
pub use overrides::{Choice, Overrides};
pub use paths::as_written;
pub use posts::Posts;
pub use presets::{PREFIX, names as preset_names, preset};
pub use raw::{Audience, Layer, OptionSetting, Override, Placed, RawPolicy, RuleSetting};
pub use read::read;
pub use read_rules::strangers;
pub use resolve::{ActiveRule, Decided, OwnRule, Policy};
