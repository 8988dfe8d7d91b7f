//! Which folders hold posts for another audience than the rest.

use std::collections::BTreeMap;

use crate::language::WordList;

/// Folders of posts by the audience that their names suggest.
#[derive(Debug, Default)]
pub(super) struct Audiences {
    folders: BTreeMap<(usize, String), usize>,
}

/// An audience that folders suggest.
#[derive(Debug)]
pub(super) struct Kind {
    /// Its name.
    pub(super) name: &'static str,
    /// Who speaks in it.
    pub(super) who: &'static str,
    /// Its rules, each with the reason.
    pub(super) rules: &'static [(&'static str, &'static str, &'static str)],
    folders: WordList,
}

const KINDS: [Kind; 2] = [
    Kind {
        name: "personal",
        who: "posts in which a person speaks, and not the company",
        rules: &[(
            "conversation/announcement-voice",
            "off",
            "joy is welcome here",
        )],
        folders: WordList::new("people person personal persons humans colleagues employees voices"),
    },
    Kind {
        name: "press",
        who: "what journalists read and print",
        rules: &[
            (
                "conversation/announcement-voice",
                "off",
                "a press release may announce",
            ),
            (
                "evidence/superlative",
                "error",
                "what is printed has to be right",
            ),
        ],
        folders: WordList::new(
            "press pressroom newsroom press-release press-releases press_releases pressreleases",
        ),
    },
];

impl Audiences {
    /// Counts the post at `path`.
    pub(super) fn add(&mut self, path: &str) {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut end = 0;
        for name in folder.split('/') {
            end += name.len();
            let plain = name.trim_start_matches('_');
            let kind = KINDS.iter().position(|kind| kind.folders.has(plain));
            if let Some(kind) = kind.filter(|_| !path.contains('\u{fffd}')) {
                let key = (kind, folder[..end].to_owned());
                *self.folders.entry(key).or_default() += 1;
                return;
            }
            end += 1;
        }
    }

    /// The audiences, each with its folders.
    pub(super) fn found(&self) -> impl Iterator<Item = (&'static Kind, Vec<&str>)> {
        KINDS.iter().enumerate().filter_map(|(number, kind)| {
            let folders = self.folders.keys();
            let folders: Vec<&str> = folders
                .filter(|(of, _)| *of == number)
                .map(|(_, folder)| folder.as_str())
                .collect();
            (!folders.is_empty()).then_some((kind, folders))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules;

    #[test]
    fn folders_suggest_audiences() {
        let mut audiences = Audiences::default();
        for path in [
            "content/people/a.md",
            "content/people/b/index.md",
            "content/press/2026/c.md",
            "content/blog/press.md",
        ] {
            audiences.add(path);
        }
        let found: Vec<_> = audiences
            .found()
            .map(|(kind, folders)| (kind.name, folders))
            .collect();
        assert_eq!(
            found,
            [
                ("personal", vec!["content/people"]),
                ("press", vec!["content/press"])
            ]
        );
    }

    #[test]
    fn the_rules_of_an_audience_are_rules() {
        for (id, level, _) in KINDS.iter().flat_map(|kind| kind.rules) {
            assert!(rules::find(id).is_some(), "{id}");
            assert!(level.parse::<crate::finding::Level>().is_ok(), "{level}");
        }
    }
}
