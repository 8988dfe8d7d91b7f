//! How fast posts are parsed and checked, in bytes of Markdown a second.
//!
//! `cargo bench` times the example blog; `SAYSO_CORPUS=folder cargo bench`
//! times the posts in that folder as well. Everything runs on one thread, so
//! that a second is a CPU second.

#![allow(clippy::expect_used, reason = "a benchmark has nobody to report to")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use jiff::civil::{Date, date};
use sayso::engine::{self, Job};
use sayso::policy::{self, Layer, Layers, Policy};
use sayso::post::{Generator, Post};
use sayso::run::{self, Console, Options};
use sayso::seal::{Key, List, Seal, Term};

const TODAY: Date = date(2026, 11, 24);

fn main() {
    divan::main();
}

/// The folders to time.
fn corpora() -> Vec<String> {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/acme-blog");
    let mut found = vec![example.to_string_lossy().into_owned()];
    found.extend(std::env::var("SAYSO_CORPUS").ok());
    found
}

/// The Markdown files below `folder`, with their path.
fn posts(folder: &str) -> Vec<(String, Arc<str>)> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "md")
                && let Ok(text) = fs::read_to_string(&path)
            {
                found.push((path.to_string_lossy().into_owned(), text.into()));
            }
        }
    }
    found
}

fn bytes(posts: &[(String, Arc<str>)]) -> BytesCount {
    BytesCount::new(posts.iter().map(|(_, text)| text.len()).sum::<usize>())
}

#[divan::bench(args = corpora())]
fn parse(bencher: Bencher, folder: &str) {
    let posts = posts(folder);
    bencher.counter(bytes(&posts)).bench_local(|| {
        for (path, text) in &posts {
            black_box(Post::parse(path.as_str(), text.clone(), Generator::Unknown));
        }
    });
}

fn jobs(posts: &[(String, Arc<str>)], seal: Option<Arc<Seal>>) -> Vec<Job> {
    let layers = Arc::new(Layers::default());
    let job = |(path, text): &(String, Arc<str>)| Job {
        path: path.clone(),
        generator: Generator::Unknown,
        text: text.clone(),
        before: Vec::new(),
        authors: Default::default(),
        seal: seal.clone(),
        layers: layers.clone(),
    };
    posts.iter().map(job).collect()
}

/// Parsing and all rules, on posts in memory.
#[divan::bench(args = corpora())]
fn rules(bencher: Bencher, folder: &str) {
    let posts = posts(folder);
    let jobs: Vec<Job> = jobs(&posts, None);
    bencher.counter(bytes(&posts)).bench_local(|| {
        for job in &jobs {
            black_box(engine::lint(job, TODAY));
        }
    });
}

/// The same with 1,000 sealed terms of one word and of two, beside `rules`,
/// which has none: they may cost a quarter more.
#[divan::bench(args = corpora())]
fn sealed(bencher: Bencher, folder: &str) {
    let posts = posts(folder);
    let jobs: Vec<Job> = jobs(&posts, Some(Arc::new(seal())));
    bencher.counter(bytes(&posts)).bench_local(|| {
        for job in &jobs {
            black_box(engine::lint(job, TODAY));
        }
    });
}

/// 1,000 invented codenames.
fn seal() -> Seal {
    let key = Key::of(&[7; 32]);
    let mut list = List::default();
    let ends = ["heron", "otter", "basalt", "zephyr", "quill"];
    for number in 0..500 {
        let (a, b) = (number / 20, number % 20);
        let name = format!("{}{}", syllable(a), syllable(b + 7));
        list.add(&Term::new(&format!("{name}{}", syllable(a + b))), &key);
        list.add(&Term::new(&format!("{name} {}", ends[number % 5])), &key);
    }
    assert_eq!(list.len(), 1000, "each name is another");
    Seal::new(&list, key)
}

fn syllable(number: usize) -> String {
    let vowel = ["a", "e", "i", "o", "u"][number % 5];
    let first = ["v", "z", "k", "th", "br", "gr", "n"][number / 5 % 7];
    format!("{first}{vowel}")
}

/// The whole of `sayso check`: walk, read, check, report.
#[divan::bench(args = corpora())]
fn check(bencher: Bencher, folder: &str) {
    let posts = posts(folder);
    let options = Options {
        paths: vec![folder.into()],
        today: Some(TODAY),
        jobs: Some(1),
        ..Options::default()
    };
    bencher.counter(bytes(&posts)).bench_local(|| {
        let mut console = Console {
            out: &mut std::io::sink(),
            err: &mut std::io::sink(),
            cwd: PathBuf::from("/"),
            seal_key: Default::default(),
        };
        black_box(run::check(&options, &mut console))
    });
}

/// Ten megabytes of one thing, parsed as Markdown and as MDX: under a second
/// each, whatever it is.
#[divan::bench(
    args = [
        "[", "*", ">", "`", "<", "![", "[a](", "{{<", "{%", "{", "[[", ":::a\n", "<A ", "{{< ref a >}}",
        "- ", "> ", "nested lists", "nested quotes", "lists in quotes",
    ],
    sample_count = 3
)]
fn hostile_parse(bencher: Bencher, piece: &str) {
    let text: Arc<str> = hostile(piece).into();
    bencher
        .counter(BytesCount::new(text.len()))
        .bench_local(|| {
            black_box(Post::parse("post.md", text.clone(), Generator::Unknown));
            black_box(Post::parse("post.mdx", text.clone(), Generator::Docusaurus));
        });
}

/// Ten megabytes of `piece`, or of what it is the name of.
fn hostile(piece: &str) -> String {
    const BYTES: usize = 10_000_000;
    let deep = |step: &str, line: &str| {
        let mut text = String::with_capacity(BYTES);
        let mut depth = 0;
        while text.len() < BYTES {
            text.push_str(&step.repeat(depth % 1000));
            text.push_str(line);
            depth += 1;
        }
        text
    };
    match piece {
        "nested lists" => deep("  ", "- a\n"),
        "nested quotes" => deep("> ", "a\n"),
        "lists in quotes" => deep("> - ", "a\n"),
        piece => piece.repeat(BYTES / piece.len()),
    }
}

/// Texts made to be slow, a megabyte each: the time must not depend on the kind.
#[divan::bench(args = ["[", "*", ">", "`", "<", "![", "[a](", "{{<", "{%", "- ", "> ", "[TK] ", "“a "])]
fn hostile_check(bencher: Bencher, piece: &str) {
    let text: Arc<str> = piece.repeat(1_000_000 / piece.len()).into();
    let job = Job {
        path: "post.md".into(),
        generator: Generator::Unknown,
        text,
        before: Vec::new(),
        authors: Default::default(),
        seal: None,
        layers: Arc::new(Layers::default()),
    };
    bencher
        .counter(BytesCount::new(job.text.len()))
        .bench_local(|| black_box(engine::lint(&job, TODAY)));
}

/// Making the rules and the phrases they look for.
#[divan::bench]
fn policy() -> Arc<Policy> {
    Layers::default().for_post(&Post::parse("post.md", "", Generator::Unknown))
}

/// The policies of 1,000 posts under 20 policy files, each in a folder of the
/// one before it: reading the files, stacking them, and the policy of each post.
#[divan::bench]
fn resolve(bencher: Bencher) {
    const NESTED: &str = "[company]\nnames = [\"Acme\"]\n[rules]\n\"evidence/superlative\" = \
         \"error\"\n[audience.people]\npaths = [\"people/**\"]\n[[overrides]]\ntags = \
         [\"launch\"]\nrules = { \"conversation/announcement-voice\" = \"off\" }\n";
    let posts: Vec<Post> = (0..1000)
        .map(|number| {
            let tag = if number % 3 == 0 { "launch" } else { "other" };
            let text = format!("---\ntags: [{tag}]\n---\nText.\n");
            let folders = "a/".repeat(number % 20);
            Post::parse(format!("{folders}{number}.md"), text, Generator::Unknown)
        })
        .collect();
    bencher.bench_local(|| {
        let mut files = Vec::new();
        let mut layers = Vec::new();
        for depth in 0..20 {
            files.push(Arc::new(Layer {
                file: Arc::default(),
                dir: vec!["a"; depth].join("/"),
                raw: policy::read(NESTED).0,
            }));
            layers.push(Layers::new(files.clone(), Arc::default()));
        }
        for (number, post) in posts.iter().enumerate() {
            black_box(layers[number % 20].for_post(post));
        }
    });
}

/// `sayso check --staged` as a hook calls it: three staged posts, in a
/// repository of so many files.
#[divan::bench(args = [4_000, 40_000], sample_count = 20)]
fn staged(bencher: Bencher, files: usize) {
    let repo = repo_with_staged_posts(files);
    bencher.bench_local(|| {
        let mut sayso = Command::new(env!("CARGO_BIN_EXE_sayso"));
        let sayso = sayso.args(["check", "--staged"]).current_dir(repo.path());
        assert!(sayso.output().expect("sayso").status.success());
    });
}

/// What git itself takes to say what is staged there.
#[divan::bench(args = [4_000, 40_000], sample_count = 20)]
fn staged_by_git(bencher: Bencher, files: usize) {
    let repo = repo_with_staged_posts(files);
    bencher.bench_local(|| git(repo.path(), &["diff", "--cached"], ""));
}

fn repo_with_staged_posts(files: usize) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let post = |number: usize, more: &str| {
        let weeks = "We tried it for a week.\n\n".repeat(50);
        format!("---\ntitle: Week {number}\ndate: 2026-05-04\n---\n{weeks}{more}")
    };
    let path = |number: usize| format!("content/{}/{number}.md", number / 100);
    let mut import =
        "commit refs/heads/main\ncommitter Jo <jo@acme.example> 0 +0000\ndata 0\n".to_owned();
    for number in 0..files {
        let (path, post) = (path(number), post(number, ""));
        import += &format!("M 644 inline {path}\ndata {}\n{post}\n", post.len());
    }
    git(
        folder.path(),
        &["init", "--quiet", "--initial-branch=main"],
        "",
    );
    git(folder.path(), &["fast-import", "--quiet"], &import);
    git(folder.path(), &["read-tree", "HEAD"], "");
    for number in [0, files / 2, files - 1] {
        let path = path(number);
        let file = folder.path().join(&path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("folders");
        fs::write(file, post(number, "One more line.\n")).expect("a post");
        git(folder.path(), &["add", &path], "");
    }
    folder
}

fn git(folder: &Path, arguments: &[&str], input: &str) {
    let mut git = Command::new("git");
    let git = git.args(arguments).current_dir(folder);
    let git = git.stdin(Stdio::piped()).stdout(Stdio::null());
    let mut git = git.spawn().expect("git");
    let mut stdin = git.stdin.take().expect("its input");
    stdin.write_all(input.as_bytes()).expect("to be read");
    drop(stdin);
    assert!(git.wait().expect("git").success());
}
