//! Which folders hold the posts.

use std::collections::{BTreeMap, BTreeSet};

use crate::language::WordList;
use crate::rules::is_posts_folder;

/// Posts by the folder that a person would call their place.
#[derive(Debug, Default)]
pub(super) struct Folders {
    posts: usize,
    by_path: BTreeMap<String, Folder>,
}

#[derive(Debug, Default)]
struct Folder {
    posts: usize,
    /// The endings of their names.
    endings: BTreeSet<String>,
    /// True when only what lies right in the folder is meant.
    is_flat: bool,
}

/// A pattern that finds posts.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Pattern {
    pub(super) glob: String,
    /// The folder it is for.
    pub(super) folder: String,
    pub(super) posts: usize,
}

/// Folders around all content, which say nothing of what is in them.
const AROUND: WordList = WordList::new(
    "content contents src source site sites website web www app apps packages docs pages data \
     i18n collections",
);

/// A policy with more patterns is not read by anybody.
const MOST: usize = 8;

impl Folders {
    /// Counts the post at `path`.
    pub(super) fn add(&mut self, path: &str) {
        self.posts += 1;
        let (folder, is_flat) = place(path);
        let name = path.rsplit('/').next().unwrap_or(path);
        // What is not UTF-8 has no name to write down.
        let ending = name.rsplit_once('.').map(|(_, ending)| ending);
        let Some(ending) = ending.filter(|_| !folder.contains('\u{fffd}')) else {
            return;
        };
        let found = self.by_path.entry(folder.to_owned()).or_default();
        found.posts += 1;
        found.endings.insert(ending.to_owned());
        found.is_flat = is_flat;
    }

    /// Patterns that find the posts: none when they lie all over the place. A
    /// folder counts when its name says that it holds posts, or when one in
    /// twenty is in it.
    pub(super) fn patterns(&self) -> Vec<Pattern> {
        let is_meant = |path: &str, folder: &Folder| {
            let name = path.rsplit('/').next().unwrap_or(path);
            is_posts_folder(name) || folder.posts * 20 >= self.posts
        };
        let at_top = self.by_path.get("").map_or(0, |top| top.posts);
        if at_top * 2 > self.posts {
            return Vec::new();
        }
        let meant = self
            .by_path
            .iter()
            .filter(|(path, folder)| !path.is_empty() && is_meant(path, folder));
        let name = |folder: &str| folder.to_owned();
        // One for all languages, and else one for the folder they share.
        let shorter: [fn(&str) -> String; 2] = [any_language, |folder| {
            folder.split('/').next().unwrap_or(folder).to_owned()
        }];
        let mut patterns = merged(meant.clone(), name);
        for shorten in shorter {
            if patterns.len() > MOST {
                patterns = merged(meant.clone(), shorten);
            }
        }
        if patterns.len() > MOST {
            return Vec::new();
        }
        patterns
    }
}

/// The folders, each as `name` calls it, with those of one name together.
fn merged<'a>(
    folders: impl Iterator<Item = (&'a String, &'a Folder)>,
    name: impl Fn(&str) -> String,
) -> Vec<Pattern> {
    let mut by_name: BTreeMap<String, Folder> = BTreeMap::new();
    for (path, folder) in folders {
        let path = globset::escape(path);
        let short = name(&path);
        let is_flat = folder.is_flat && short == path;
        let whole = by_name.entry(short).or_default();
        whole.is_flat = is_flat && (whole.posts == 0 || whole.is_flat);
        whole.posts += folder.posts;
        whole.endings.extend(folder.endings.iter().cloned());
    }
    by_name
        .into_iter()
        .map(
            |(
                folder,
                Folder {
                    posts,
                    endings,
                    is_flat,
                },
            )| {
                let deep = if is_flat { "" } else { "**/" };
                let endings: Vec<_> = endings.into_iter().collect();
                let ending = match &endings[..] {
                    [ending] => ending.clone(),
                    several => format!("{{{}}}", several.join(",")),
                };
                Pattern {
                    glob: format!("{folder}/{deep}*.{ending}"),
                    folder,
                    posts,
                }
            },
        )
        .collect()
}

/// The folder of the post at `path` that a person would call its place, and
/// whether it is around other folders too: up to the first that is named for
/// posts, to the last before a year, or to the first that says something.
fn place(path: &str) -> (&str, bool) {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut ends = folder
        .match_indices('/')
        .map(|(at, _)| at)
        .collect::<Vec<_>>();
    ends.push(folder.len());
    let name = |number: usize| {
        let start = number.checked_sub(1).map_or(0, |before| ends[before] + 1);
        &folder[start..ends[number]]
    };
    let numbers = || 0..ends.len();
    if let Some(number) = numbers().find(|number| is_posts_folder(name(*number))) {
        return (&folder[..ends[number]], false);
    }
    let years = |number: &usize| {
        let name = name(*number);
        !name.is_empty() && name.chars().all(|c| c.is_ascii_digit())
    };
    let last = numbers().find(years).unwrap_or(ends.len());
    let says_nothing = |number: &usize| AROUND.has(name(*number)) || is_language(name(*number));
    let start = (0..last)
        .rev()
        .find(says_nothing)
        .map_or(0, |number| number + 1);
    if start < last {
        return (&folder[..ends[start]], false);
    }
    match last.checked_sub(1) {
        Some(number) => (&folder[..ends[number]], last == ends.len()),
        None => ("", true),
    }
}

/// `en` and `pt-br`.
fn is_language(name: &str) -> bool {
    let (code, region) = name.split_once(['-', '_']).unwrap_or((name, "xx"));
    let is_code = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_alphabetic());
    is_code(code) && is_code(region)
}

fn any_language(folder: &str) -> String {
    let names = folder.split('/');
    names
        .map(|name| if is_language(name) { "*" } else { name })
        .collect::<Vec<_>>()
        .join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn globs(paths: &[&str]) -> Vec<String> {
        let mut folders = Folders::default();
        paths.iter().for_each(|path| folders.add(path));
        folders.patterns().into_iter().map(|p| p.glob).collect()
    }

    #[test]
    fn posts_have_a_place() {
        for (path, folder) in [
            ("content/blog/a.md", "content/blog"),
            ("content/blog/trip/index.md", "content/blog"),
            ("content/people/a.md", "content/people"),
            ("site/content/en/people/2026/a.md", "site/content/en/people"),
            ("_posts/2026-05-04-a.md", "_posts"),
            ("2013/05/a.md", ""),
            ("thoughts/2026/a.md", "thoughts"),
            ("content/a.md", "content"),
            ("a.md", ""),
        ] {
            assert_eq!(place(path).0, folder, "{path}");
        }
    }

    #[test]
    fn patterns_name_the_endings_in_use() {
        let found = globs(&["blog/a.md", "blog/b.mdx", "src/content/people/c.md"]);
        assert_eq!(found, ["blog/**/*.{md,mdx}", "src/content/people/**/*.md"]);
        assert_eq!(globs(&["content/a.md"]), ["content/*.md"]);
        assert_eq!(globs(&["app/[slug]/a.md"]), ["app/[[]slug[]]/**/*.md"]);
        assert!(globs(&["a.md", "b.md", "blog/c.md"]).is_empty());
    }

    #[test]
    fn a_stray_file_is_no_folder_of_posts() {
        let posts: Vec<String> = (0..60).map(|n| format!("blog/{n}.md")).collect();
        let mut paths: Vec<&str> = posts.iter().map(String::as_str).collect();
        paths.extend(["notes/a.md", "b.md", "news/c.md"]);
        assert_eq!(globs(&paths), ["blog/**/*.md", "news/**/*.md"]);
    }

    #[test]
    fn many_languages_share_a_pattern() {
        let codes = ["de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt-br"];
        let paths: Vec<String> = codes.map(|code| format!("content/{code}/blog/a.md")).into();
        let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
        assert_eq!(globs(&paths), ["content/*/blog/**/*.md"]);
    }
}
