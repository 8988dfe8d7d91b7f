//! sayso reads the posts of a content repo and asks of each what a careful
//! person asks before sharing anything under a company's name.
//!
//! The way through the house, one direction only:
//!
//! ```text
//! cli -> policy -> source -> post -> rules -> findings -> waivers -> fix -> render -> exit
//! ```
//!
//! [`run`] sees the whole line. Nothing below it prints, exits, or reads the
//! clock, the environment or a file, except [`source`] and [`hook`].

pub mod baseline;
pub mod cli;
pub mod company;
pub mod engine;
pub mod evidence;
pub mod example;
pub mod exit;
pub mod explain;
pub mod finding;
pub mod fix;
pub mod handbook;
pub mod hook;
pub mod identifier;
pub mod init;
pub mod inspect;
pub mod language;
pub mod lexicon;
mod nearest;
pub mod picture;
pub mod policy;
pub mod post;
pub mod render;
pub mod rules;
pub mod run;
pub mod schema;
pub mod seal;
pub mod secret;
pub mod site;
pub mod source;
pub mod span;
pub mod waiver;
pub mod web;
mod wrap;
