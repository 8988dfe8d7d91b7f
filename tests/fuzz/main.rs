//! Fuzzing that runs on stable, inside `cargo test`: posts of the example blog
//! as raw bytes, mangled, read for each generator in turn and checked by every
//! rule.
//!
//! A short run is made each time. A long one, and one that plays a failure
//! again:
//!
//! ```text
//! SAYSO_FUZZ=1000000 cargo test --release --test fuzz
//! SAYSO_FUZZ_SEED=4711 cargo test --test fuzz
//! ```
//!
//! Releases do not look at sums that overflow; a long run does, with
//! `CARGO_PROFILE_RELEASE_OVERFLOW_CHECKS=true` and, for assertions,
//! `CARGO_PROFILE_RELEASE_DEBUG_ASSERTIONS=true`.
//!
//! A failure prints the number of its input and the input, made as short as it
//! gets and still fails. `SAYSO_FUZZ_SEED` with `SAYSO_FUZZ` starts a run there.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

#[path = "../support/mod.rs"]
mod support;

mod mangle;
mod truths;

use std::panic::{self, AssertUnwindSafe};
use std::sync::atomic::{AtomicU64, Ordering};

use mangle::Mangler;
use truths::Reader;

/// Inputs of a short run.
const SHORT: u64 = 3000;

#[test]
fn whatever_the_bytes_what_is_said_of_them_is_sound() {
    let first = number("SAYSO_FUZZ_SEED");
    let count = number("SAYSO_FUZZ").unwrap_or(if first.is_some() { 1 } else { SHORT });
    let first = first.unwrap_or(0);
    let mangler = Mangler::new();
    let reader = Reader::new();
    // What fails is told once, at the end, and not for each thing tried.
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let next = AtomicU64::new(first);
    let failed = AtomicU64::new(u64::MAX);
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while failed.load(Ordering::Relaxed) == u64::MAX {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed - first >= count {
                        break;
                    }
                    if fault(&reader, seed, &mangler.text(seed)).is_some() {
                        failed.fetch_min(seed, Ordering::Relaxed);
                    }
                }
            });
        }
    });
    let failed = failed.into_inner();
    let text = (failed < u64::MAX).then(|| shortened(&reader, failed, mangler.text(failed)));
    panic::set_hook(hook);
    if let Some(text) = text {
        let why = fault(&reader, failed, &text).unwrap_or_default();
        let how = reader.told(failed);
        panic!("input {failed} ({how})\n{text:?}\n{why}\nagain: SAYSO_FUZZ_SEED={failed}");
    }
}

/// What is wrong with what is said of `text`, if anything is.
fn fault(reader: &Reader, seed: u64, text: &str) -> Option<String> {
    let read = AssertUnwindSafe(|| reader.read(seed, text));
    let payload = panic::catch_unwind(read).err()?;
    let told = payload.downcast_ref::<String>().cloned();
    told.or_else(|| {
        payload
            .downcast_ref::<&str>()
            .map(|told| (*told).to_owned())
    })
    .or_else(|| Some("a panic".to_owned()))
}

/// `text` with everything taken out that it fails without.
fn shortened(reader: &Reader, seed: u64, mut text: String) -> String {
    let mut piece = text.chars().count() / 2;
    while piece > 0 {
        let mut at = 0;
        loop {
            let letters = text.chars();
            let kept: String = letters
                .clone()
                .take(at)
                .chain(letters.skip(at + piece))
                .collect();
            if kept.len() == text.len() {
                break;
            }
            if fault(reader, seed, &kept).is_some() {
                text = kept;
            } else {
                at += piece;
            }
        }
        piece /= 2;
    }
    text
}

/// The number in the variable `name` of the environment.
fn number(name: &str) -> Option<u64> {
    let value = std::env::var(name).ok()?;
    Some(value.parse().expect(name))
}
