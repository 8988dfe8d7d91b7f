//! What the `git` program prints, taken apart.

use super::{Changed, is_file};

/// The files in `:<mode> <mode> <id> <id> <letter>\0<path>\0`, as often as it comes.
pub(super) fn raw_changes(answer: &[u8]) -> Vec<Changed> {
    let mut fields = zero_ended(answer);
    let mut changed = Vec::new();
    while let (Some(told), Some(path)) = (fields.next(), fields.next()) {
        let told = String::from_utf8_lossy(told);
        let told: Vec<&str> = told.trim_start_matches(':').split(' ').collect();
        let [old_mode, mode, old, blob, _] = told[..] else {
            continue;
        };
        if !is_file_mode(mode) || old == blob {
            continue;
        }
        changed.push(Changed {
            path: path.to_owned(),
            blob: blob.to_owned(),
            before: is_file_mode(old_mode)
                .then(|| old.to_owned())
                .into_iter()
                .collect(),
        });
    }
    changed.sort_by(|a, b| a.path.cmp(&b.path));
    changed
}

pub(super) fn is_file_mode(octal: &str) -> bool {
    u32::from_str_radix(octal, 8).is_ok_and(is_file)
}

pub(super) fn zero_ended(answer: &[u8]) -> impl Iterator<Item = &[u8]> {
    answer
        .split(|byte| *byte == 0)
        .filter(|field| !field.is_empty())
}

/// The stretches of `git blame --line-porcelain`, one for each line.
pub(super) fn stretches(told: &str) -> Vec<(usize, Option<String>)> {
    let mut stretches = Vec::new();
    let (mut line, mut is_committed, mut name, mut mail) = (0, false, "", "");
    for text in told.lines() {
        if let Some(author) = text.strip_prefix("author ") {
            name = author;
        } else if let Some(author) = text.strip_prefix("author-mail ") {
            mail = author;
        } else if text.starts_with('\t') {
            let author = is_committed.then(|| format!("{name} {mail}"));
            stretches.push((line, author));
        } else if let [id, _, number, ..] = text.split(' ').collect::<Vec<_>>()[..]
            && id.len() >= 40
            && id.bytes().all(|byte| byte.is_ascii_hexdigit())
        {
            line = number.parse().unwrap_or(0);
            is_committed = id.bytes().any(|byte| byte != b'0');
        }
    }
    stretches
}

/// The first thing that git complains about.
pub(super) fn complaint(said: &str) -> String {
    let line = said.lines().next().unwrap_or("git does not say why");
    line.trim_start_matches("fatal: ")
        .trim_start_matches("error: ")
        .to_owned()
}
