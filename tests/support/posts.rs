//! Posts for the tests.

/// A post without a fault.
pub const GOOD: &str = "---\ntitle: A week without meetings\ndate: 2026-05-04\n---\nWe tried it. How would you do it?\n";

/// A post with one error: a placeholder at 5:10.
pub const BAD: &str =
    "---\ntitle: A week without meetings\ndate: 2026-05-04\n---\nWe saved [TK] hours.\n";

/// What is said about [`BAD`].
pub const BAD_MESSAGE: &str = "error[reputation/placeholder]: \"[TK]\" still waits for its text";

/// A post with one byte, at 47, that is Latin-1 and not UTF-8.
pub const LATIN_1: &[u8] = b"---\ntitle: Coffee\ndate: 2026-05-04\n---\nIn a caf\xe9.\n";

/// What Git LFS keeps in place of a large file.
pub const LFS_POINTER: &str = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n";

/// A post with this body and nothing wrong around it.
pub fn post(body: &str) -> String {
    format!("---\ntitle: A week\ndate: 2026-05-04\n---\n{body}\n")
}
