//! Who may import whom, and where a name from outside may stand.
//!
//! The table is the one of the design; whoever adds an arrow changes it here,
//! and says why in the commit.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

use std::fs;
use std::path::{Path, PathBuf};

/// A module, and the modules it may import.
const ARROWS: &[(&str, &[&str])] = &[
    ("exit", &[]),
    ("span", &[]),
    ("nearest", &[]),
    ("wrap", &[]),
    ("company", &[]),
    ("picture", &[]),
    ("secret", &["span"]),
    ("site", &["picture"]),
    ("language", &["span"]),
    ("identifier", &["language", "span"]),
    ("fix", &["span"]),
    ("lexicon", &["span", "language"]),
    ("seal", &["language"]),
    ("post", &["span", "language"]),
    ("finding", &["span", "fix", "picture"]),
    ("baseline", &["finding", "span"]),
    ("web", &["language"]),
    ("evidence", &["post", "company", "language", "span", "web"]),
    (
        "rules",
        &[
            "finding",
            "fix",
            "post",
            "lexicon",
            "language",
            "company",
            "evidence",
            "seal",
            "span",
            "nearest",
            "web",
            "identifier",
            "picture",
            "secret",
            "site",
        ],
    ),
    (
        "waiver",
        &["rules", "finding", "fix", "post", "span", "nearest"],
    ),
    (
        "policy",
        &[
            "rules", "waiver", "finding", "fix", "evidence", "post", "lexicon", "language",
            "company", "span", "nearest",
        ],
    ),
    (
        "engine",
        &[
            "policy", "waiver", "rules", "finding", "fix", "post", "lexicon", "language",
            "company", "seal", "site", "span",
        ],
    ),
    ("source", &["finding", "post", "span"]),
    (
        "render",
        &["finding", "fix", "rules", "waiver", "span", "wrap"],
    ),
    ("explain", &["policy", "finding", "rules", "span", "wrap"]),
    (
        "example",
        &[
            "engine", "policy", "rules", "waiver", "finding", "picture", "post", "seal", "site",
            "span",
        ],
    ),
    ("handbook", &["policy", "rules", "example", "finding"]),
    ("schema", &["policy", "rules", "finding", "post"]),
    (
        "init",
        &[
            "engine", "policy", "rules", "waiver", "finding", "post", "language",
        ],
    ),
    ("inspect", &["post", "language", "span"]),
    ("hook", &["source"]),
    (
        "run",
        &[
            "source", "hook", "engine", "policy", "render", "inspect", "init", "explain",
            "example", "handbook", "baseline", "waiver", "rules", "finding", "fix", "picture",
            "post", "seal", "site", "span", "nearest", "exit",
        ],
    ),
    (
        "cli",
        &[
            "run", "hook", "explain", "schema", "handbook", "render", "policy", "rules", "finding",
            "nearest", "exit",
        ],
    ),
    ("lib", &[]),
    ("main", &["cli", "run"]),
];

/// A name as a whole word of the code, the places where it may stand, and why there.
const NAMES: &[(&str, &[&str], &str)] = &[
    (
        "git2",
        &["src/source/git/"],
        "only one place knows the library",
    ),
    (
        "codespan_reporting",
        &["src/render/human.rs"],
        "how a report looks to people is the business of one file",
    ),
    (
        "clap",
        &["src/cli/", "src/main.rs"],
        "the command line is read in cli",
    ),
    (
        "fs",
        &["src/source/", "src/hook/"],
        "files are read and written by sources and the hook",
    ),
    ("tempfile", &["src/source/"], "files are written by sources"),
    (
        "now",
        &["src/run/mod.rs"],
        "the clock is read once, by the orchestrator",
    ),
    (
        "env",
        &["src/cli/", "src/main.rs"],
        "the environment is read at the door",
    ),
    (
        "process",
        &["src/source/git/", "src/hook/", "src/main.rs", "src/exit.rs"],
        "only the hook and whoever reads git start programs",
    ),
    (
        "is_file",
        &["src/source/", "src/hook/"],
        "whether a file is there is for sources to say",
    ),
    (
        "exists",
        &["src/source/", "src/hook/"],
        "whether a file is there is for sources to say",
    ),
    (
        "canonicalize",
        &["src/source/"],
        "where a path really leads is for sources to say",
    ),
];

#[test]
fn imports_go_one_way() {
    let mut wrong = Vec::new();
    for file in sources() {
        let module = module_of(&file);
        let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == module) else {
            wrong.push(format!("{file}: the module `{module}` is not in the table"));
            continue;
        };
        for used in imports(&code(&file)) {
            if used != module && !allowed.contains(&used.as_str()) {
                wrong.push(format!(
                    "{file}: `{module}` may not import `{used}`; it may import {allowed:?}. Move \
                     what needs both to a module further up the line, or pass it in as a value"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn names_from_outside_stay_in_their_rooms() {
    let mut wrong = Vec::new();
    for file in sources() {
        let code = code(&file);
        for (name, homes, why) in NAMES {
            if names(&code, name) && !homes.iter().any(|home| file.starts_with(home)) {
                wrong.push(format!(
                    "{file}: `{name}` belongs in {}: {why}",
                    homes.join(" or ")
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_module_of_the_table_is_there() {
    let files = sources();
    for (module, _) in ARROWS {
        assert!(
            files.iter().any(|file| module_of(file) == *module),
            "no file of the module `{module}`: take it out of the table"
        );
    }
}

#[test]
fn the_test_sees_an_arrow_out_of_place() {
    let code = "use crate::source::Tree;\nlet x = crate::policy::read(a);\nuse crate::{post::{Post as P, Block}, fix};";
    assert_eq!(imports(code), ["source", "policy", "post", "fix"]);
}

/// True when `name` is used or imported in `code`: a whole word with `::`, `()`
/// or ` as ` behind it, or one of a list of imports. `env!` is another thing.
fn names(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = &code[at + name.len()..];
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        let is_whole = !before.is_some_and(is_word) && !after.starts_with(is_word);
        let leads = after.starts_with("::") || after.starts_with("()") || after.starts_with(" as ");
        let is_listed = before.is_some_and(|c| matches!(c, ':' | '{' | ' '))
            && after.starts_with([',', '}', ';'])
            && line_of(code, at).trim_start().starts_with("use ");
        is_whole && (leads || is_listed)
    })
}

fn line_of(code: &str, at: usize) -> &str {
    let start = code[..at].rfind('\n').map_or(0, |at| at + 1);
    code[start..].lines().next().unwrap_or_default()
}

#[test]
fn the_test_sees_a_name_out_of_place() {
    for (code, name) in [
        ("use std::{fs, io};", "fs"),
        ("use std::fs;", "fs"),
        ("let x = std::fs::read(p);", "fs"),
        ("use git2 as g;", "git2"),
        ("use clap::Parser;", "clap"),
        ("if path.exists() {}", "exists"),
        ("let now = Zoned::now();", "now"),
    ] {
        assert!(names(code, name), "{code}");
    }
    for (code, name) in [
        ("env!(\"CARGO_PKG_VERSION\")", "env"),
        ("\"now, you\"", "now"),
        ("let offset = 1;", "fs"),
        ("collapse(x)", "clap"),
    ] {
        assert!(!names(code, name), "{code}");
    }
}

#[test]
fn nobody_climbs_out_of_its_module() {
    for file in sources() {
        assert!(
            !code(&file).contains("super::super"),
            "{file}: name the module from the crate instead of climbing: crate::…"
        );
    }
}

/// Every source file, from the root of the crate.
fn sources() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut folders: Vec<PathBuf> = vec![root.join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let relative = path.strip_prefix(root).expect("below the root");
                found.push(relative.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    found.sort();
    found
}

/// `src/rules/evidence/superlative.rs` is of the module `rules`.
fn module_of(file: &str) -> &str {
    let inside = file.strip_prefix("src/").unwrap_or(file);
    let first = inside.split('/').next().unwrap_or(inside);
    first.strip_suffix(".rs").unwrap_or(first)
}

/// The code of a file, without comments and without the tests at its end.
fn code(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let text = fs::read_to_string(path).expect("a source file");
    let text = text
        .split("#[cfg(test)]\nmod tests")
        .next()
        .unwrap_or_default();
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

/// The modules of this crate that `code` names. A group is `crate::{a, b::{c}}`.
fn imports(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        let mut depth = usize::from(rest.starts_with('{'));
        let mut is_start = true;
        for (at, c) in rest.char_indices().skip(depth) {
            let word: String = rest[at..]
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            if is_start && !word.is_empty() {
                if !found.contains(&word) {
                    found.push(word);
                }
                is_start = false;
            }
            match c {
                _ if depth == 0 => break,
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 1 => is_start = true,
                _ => {}
            }
        }
    }
    found
}
