//! Numbers of people and accounts, made by their published rules: valid ones
//! are found as they are written, those with a wrong check digit are not.
//!
//! The makers of numbers here are written from the rules once more, and share
//! no code with what they test.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

#[path = "../support/mod.rs"]
mod support;

mod accounts;
mod chance;
mod found;
mod options;
mod people;
mod table;
mod traps;
