//! The ways into sayso that other programs lead: pre-commit and prek by
//! `.pre-commit-hooks.yaml`, GitHub Actions by `action.yml`, and our own CI.
//! What is tried here is read from those files.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

#[path = "../support/mod.rs"]
mod support;

mod action;
mod framework;
mod manifest;
mod trust;
mod yaml;
