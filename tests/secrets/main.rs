//! Secrets: that they are found, that what looks like one is not, and that no
//! output shows them.
//!
//! No token stands in these files: they are drawn from the table of providers
//! when the tests run, so that no scanner takes the repo for a leak.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

#[path = "../support/mod.rs"]
mod support;

mod draw;
mod examples;
mod masking;
mod providers;
