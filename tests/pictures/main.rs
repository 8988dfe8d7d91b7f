//! Pictures: what they give away, how it is taken out, and what `sayso check`
//! makes of them in a repository.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

#[path = "../support/mod.rs"]
mod support;

mod baseline;
mod change;
mod check;
mod cleaning;
mod exif;
mod files;
mod hook;
mod hostile;
mod reading;
