//! `sayso doctor`: whether everything is in place, and what to do where it is not.

use std::path::{Path, PathBuf};

use super::hook_status::{self, Line, Word};
use super::loading::{self, Loaded};
use super::policies::Policies;
use super::{Console, Options, lint_config, output};
use crate::exit::Exit;
use crate::finding::FileReport;
use crate::hook::{self, Repo};
use crate::policy;
use crate::render;
use crate::source::{self, Source, SourceError, Tree};

/// The version of this program.
const VERSION: &str = env!("CARGO_PKG_VERSION");
/// Known findings that are kept back.
const BASELINE: &str = ".sayso/baseline.json";
/// Where forges look for what they run.
const CI: [&str; 5] = [
    ".github/workflows",
    ".forgejo/workflows",
    ".gitea/workflows",
    ".gitlab-ci.yml",
    ".woodpecker.yml",
];

/// Looks at everything that a check depends on; `path` are the folders in which
/// programs are looked for.
pub fn doctor(path: &[PathBuf], console: &mut Console<'_>) -> Exit {
    let on_path = hook::find_in(path);
    let root = source::find_root(&console.cwd, &[]);
    let mut lines = vec![of_git(&console.cwd)];
    match Repo::find(&console.cwd) {
        Ok(repo) => {
            let linked = if repo.is_linked {
                ", a linked work tree"
            } else {
                ""
            };
            let top = repo.top.display();
            lines.push((Word::Ok, format!("repository: {top}{linked}")));
            lines.extend(hook_status::lines(&repo, on_path.as_deref()));
        }
        Err(error) => lines.push((
            Word::Look,
            format!("repository: {}; {}", error.message, error.help),
        )),
    }
    lines.push(of_path(on_path.as_deref()));
    match of_posts(&root, console) {
        Ok(found) => lines.extend(found),
        Err(error) => {
            let help = error.help.map_or(String::new(), |help| format!("; {help}"));
            lines.push((Word::Wrong, format!("posts: {}{help}", error.message)));
        }
    }
    lines.push(of_baseline(&root, console));
    lines.push(of_ci(&root, console));
    tell(&lines, console)
}

fn tell(lines: &[Line], console: &mut Console<'_>) -> Exit {
    let mut out = String::new();
    for (word, line) in lines {
        let word = match word {
            Word::Ok => "ok   ",
            Word::Look => "look ",
            Word::Wrong => "wrong",
        };
        out.push_str(&format!("{word}  {}\n", render::harmless(line)));
    }
    if let Err(error) = output::write_out(out.as_bytes(), console) {
        return output::error(&error, console);
    }
    match lines.iter().map(|(word, _)| *word).max() {
        None | Some(Word::Ok) => Exit::Clean,
        Some(Word::Look) => Exit::Findings,
        Some(Word::Wrong) => Exit::Broken,
    }
}

fn of_git(cwd: &Path) -> Line {
    match hook::git_version(cwd) {
        Ok(version) => (Word::Ok, format!("git: {version}")),
        Err(why) => (Word::Wrong, format!("git: {why}; install git")),
    }
}

fn of_path(on_path: Option<&Path>) -> Line {
    let Some(program) = on_path else {
        let line = format!(
            "sayso: {VERSION}, and not on the PATH: hook managers and other people's scripts do not \
             find it; add its folder"
        );
        return (Word::Look, line);
    };
    let shown = program.display();
    match hook::version_of(program) {
        Some(version) if version == VERSION => (
            Word::Ok,
            format!("sayso: {VERSION}; on the PATH is {shown}"),
        ),
        Some(version) => (
            Word::Look,
            format!(
                "sayso: {VERSION}, but on the PATH is {shown}, version {version}; keep one of them"
            ),
        ),
        None => (
            Word::Look,
            format!(
                "sayso: {VERSION}, but {shown} on the PATH does not say its version; see what it is"
            ),
        ),
    }
}

/// The policy files, and the posts they are for.
fn of_posts(root: &Path, console: &Console<'_>) -> Result<Vec<Line>, SourceError> {
    let options = Options::default();
    let tree = Tree::new(root, &console.cwd, &[]);
    let mut policies = Policies::new(&tree, &options.overrides);
    let listing = tree.list()?;
    let loaded = loading::load(&tree, listing, &mut policies, &options)?;
    let faults = policies.take_faults();
    let mut lines = of_policy(&loaded, &faults);
    let skipped = loaded.skipped.iter().filter(|one| one.broken).count();
    if skipped > 0 {
        lines.push((
            Word::Wrong,
            format!("posts: {skipped} cannot be read; `sayso check` names them"),
        ));
    }
    match loaded.jobs.first() {
        Some(example) => {
            let count = loaded.jobs.len();
            lines.push((
                Word::Ok,
                format!("posts: {count}, such as {}", example.path),
            ));
            lines.push((Word::Ok, format!("generator: {}", generators(&loaded))));
        }
        None => lines.push((
            Word::Wrong,
            format!(
                "posts: none among {} files; say in [posts] of sayso.toml which files are posts",
                loaded.seen
            ),
        )),
    }
    Ok(lines)
}

fn of_policy(loaded: &Loaded, faults: &[FileReport]) -> Vec<Line> {
    let count =
        |files: &[FileReport]| -> usize { files.iter().map(|one| one.findings.len()).sum() };
    if !faults.is_empty() {
        let files: Vec<&str> = faults.iter().map(|file| file.path.as_str()).collect();
        let line = format!(
            "policy: {} to mend in {}; `sayso check` names them",
            count(faults),
            files.join(", ")
        );
        return vec![(Word::Wrong, line)];
    }
    let layers = loaded.jobs.iter().flat_map(|job| job.layers.files());
    let mut files: Vec<&str> = layers
        .map(|layer| layer.file.path.as_str())
        .filter(|path| !path.starts_with(policy::PREFIX))
        .collect();
    files.sort_unstable();
    files.dedup();
    if files.is_empty() {
        let line = "policy: no sayso.toml, so the built-in one counts; `sayso init` writes yours";
        return vec![(Word::Look, line.to_owned())];
    }
    let mut lines = vec![(Word::Ok, format!("policy: {}", files.join(", ")))];
    let advice = count(&lint_config::said_for_nothing(loaded));
    if advice > 0 {
        let line = format!("policy: {advice} said for nothing; `sayso config lint` tells which");
        lines.push((Word::Look, line));
    }
    lines
}

/// The generators of the posts, by name.
fn generators(loaded: &Loaded) -> String {
    let mut names: Vec<&str> = loaded.jobs.iter().map(|job| job.generator.name()).collect();
    names.sort_unstable();
    names.dedup();
    names.join(", ")
}

fn of_baseline(root: &Path, console: &Console<'_>) -> Line {
    match Tree::new(root, &console.cwd, &[]).file(BASELINE) {
        Ok(Some(_)) => (Word::Ok, format!("baseline: {BASELINE}")),
        Ok(None) => (
            Word::Ok,
            "baseline: none, so every finding is shown".to_owned(),
        ),
        Err(why) => (Word::Wrong, format!("baseline: {BASELINE}: {why}")),
    }
}

/// What the forge runs: it sees the commits that no hook does.
fn of_ci(root: &Path, console: &Console<'_>) -> Line {
    let calling = CI.iter().find_map(|place| {
        let tree = Tree::new(root, &console.cwd, &[root.join(place)]);
        let files = tree.list().ok()?.files;
        files.into_iter().find(|file| {
            let text = tree.read(&file.place).unwrap_or_default();
            let text = String::from_utf8_lossy(&text);
            let mut lines = text.lines();
            lines.any(|line| !line.trim_start().starts_with('#') && line.contains("sayso"))
        })
    });
    match calling {
        Some(file) => (Word::Ok, format!("CI: {} calls sayso", file.path)),
        None => (
            Word::Look,
            "CI: no file calls sayso, and a commit made on the web or with --no-verify meets no \
             hook; the README shows the lines"
                .to_owned(),
        ),
    }
}
