//! The programs that make pages of posts, and the notation each of them adds
//! to Markdown: one small table a generator.

/// What makes pages of the posts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Generator {
    /// Nobody said, and no file around tells: whatever is template syntax for
    /// any of them is taken for it.
    #[default]
    Unknown,
    /// None: the file is what readers see.
    Plain,
    /// <https://gohugo.io>
    Hugo,
    /// <https://jekyllrb.com>
    Jekyll,
    /// <https://www.11ty.dev>
    Eleventy,
    /// <https://docusaurus.io>
    Docusaurus,
    /// <https://astro.build>
    Astro,
    /// <https://www.getzola.org>
    Zola,
    /// <https://www.mkdocs.org>
    MkDocs,
}

/// When a file is read as MDX.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mdx {
    /// When it is called `.mdx`.
    ByName,
    /// Also when it is called `.md`.
    Always,
}

/// The notation of a generator.
#[derive(Clone, Copy, Debug)]
pub(super) struct Notation {
    /// `{{< name >}}` and `{{% name %}}`.
    pub(super) shortcodes: bool,
    /// `{{ name }}`.
    pub(super) expressions: bool,
    /// `{% name %}` and `{# comment #}`.
    pub(super) tags: bool,
    /// True when templates run inside code, too.
    pub(super) in_code: bool,
    /// `{: .class}` behind or below what it is for.
    pub(super) attributes: bool,
    /// `:::name Title`.
    pub(super) containers: bool,
    /// `!!! name "Title"` over an indented text.
    pub(super) admonitions: bool,
    mdx: Mdx,
}

/// What is known of a generator.
struct Table {
    generator: Generator,
    /// Its name in a policy.
    name: &'static str,
    /// Files in the folder of a site that tell, and what such a file must hold
    /// where the name alone does not tell, in lower case.
    signs: &'static [(&'static str, &'static str)],
    notation: Notation,
}

/// Markdown and nothing else.
const MARKDOWN: Notation = Notation {
    shortcodes: false,
    expressions: false,
    tags: false,
    in_code: false,
    attributes: false,
    containers: false,
    admonitions: false,
    mdx: Mdx::ByName,
};

const TABLES: [Table; 9] = [
    Table {
        generator: Generator::Unknown,
        name: "unknown",
        signs: &[],
        notation: Notation {
            shortcodes: true,
            expressions: true,
            tags: true,
            attributes: true,
            containers: true,
            ..MARKDOWN
        },
    },
    Table {
        generator: Generator::Plain,
        name: "none",
        signs: &[],
        notation: MARKDOWN,
    },
    Table {
        generator: Generator::Hugo,
        name: "hugo",
        signs: &[
            ("hugo.toml", ""),
            ("hugo.yaml", ""),
            ("hugo.yml", ""),
            ("hugo.json", ""),
            ("config/_default/hugo.toml", ""),
            ("config/_default/hugo.yaml", ""),
            ("config/_default/config.toml", "baseurl"),
            ("config/_default/config.yaml", "baseurl"),
            ("config.toml", "baseurl"),
            ("config.yaml", "baseurl"),
            ("config.yml", "baseurl"),
        ],
        notation: Notation {
            shortcodes: true,
            in_code: true,
            ..MARKDOWN
        },
    },
    Table {
        generator: Generator::Jekyll,
        name: "jekyll",
        signs: &[
            ("_config.yml", ""),
            ("_config.yaml", ""),
            ("_config.toml", ""),
        ],
        notation: Notation {
            expressions: true,
            tags: true,
            in_code: true,
            attributes: true,
            ..MARKDOWN
        },
    },
    Table {
        generator: Generator::Eleventy,
        name: "eleventy",
        signs: &[
            ("eleventy.config.js", ""),
            ("eleventy.config.mjs", ""),
            ("eleventy.config.cjs", ""),
            ("eleventy.config.ts", ""),
            (".eleventy.js", ""),
        ],
        notation: Notation {
            expressions: true,
            tags: true,
            in_code: true,
            containers: true,
            ..MARKDOWN
        },
    },
    Table {
        generator: Generator::Docusaurus,
        name: "docusaurus",
        signs: &[
            ("docusaurus.config.js", ""),
            ("docusaurus.config.ts", ""),
            ("docusaurus.config.mjs", ""),
            ("docusaurus.config.cjs", ""),
        ],
        notation: Notation {
            containers: true,
            mdx: Mdx::Always,
            ..MARKDOWN
        },
    },
    Table {
        generator: Generator::Astro,
        name: "astro",
        signs: &[
            ("astro.config.mjs", ""),
            ("astro.config.ts", ""),
            ("astro.config.js", ""),
            ("astro.config.cjs", ""),
            ("astro.config.mts", ""),
        ],
        notation: Notation {
            containers: true,
            ..MARKDOWN
        },
    },
    Table {
        generator: Generator::Zola,
        name: "zola",
        signs: &[("zola.toml", ""), ("config.toml", "base_url")],
        notation: Notation {
            expressions: true,
            tags: true,
            in_code: true,
            ..MARKDOWN
        },
    },
    Table {
        generator: Generator::MkDocs,
        name: "mkdocs",
        signs: &[("mkdocs.yml", ""), ("mkdocs.yaml", "")],
        notation: Notation {
            expressions: true,
            tags: true,
            attributes: true,
            admonitions: true,
            ..MARKDOWN
        },
    },
];

impl Generator {
    /// The generators a policy can name.
    pub const NAMED: [(&'static str, Generator); 8] = {
        let mut named = [("", Generator::Plain); 8];
        let mut at = 0;
        while at < named.len() {
            named[at] = (TABLES[at + 1].name, TABLES[at + 1].generator);
            at += 1;
        }
        named
    };

    /// Its name, as a policy has it.
    pub fn name(self) -> &'static str {
        self.table().name
    }

    /// The names of files that tell a generator.
    pub fn signs() -> impl Iterator<Item = &'static str> {
        let files = TABLES.iter().flat_map(|table| table.signs);
        files.map(|(file, _)| *file)
    }

    /// The generator whose site has a `file` that `holds` this text.
    pub fn told_by(file: &str, holds: &str) -> Option<Generator> {
        TABLES
            .iter()
            .find(|table| {
                table.signs.iter().any(|(name, words)| {
                    *name == file
                        && (words.is_empty() || holds.to_ascii_lowercase().contains(words))
                })
            })
            .map(|table| table.generator)
    }

    /// True when the file at `path` is read as MDX.
    pub(super) fn is_mdx(self, path: &str) -> bool {
        self.notation().mdx == Mdx::Always || path.to_ascii_lowercase().ends_with(".mdx")
    }

    pub(super) fn notation(self) -> &'static Notation {
        &self.table().notation
    }

    /// The tables stand in the order of the generators; a test holds it.
    fn table(self) -> &'static Table {
        &TABLES[self as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_generator_finds_its_table() {
        for table in &TABLES {
            assert_eq!(table.generator.name(), table.name);
        }
        assert!(Generator::NAMED.contains(&("none", Generator::Plain)));
        assert!(Generator::NAMED.contains(&("mkdocs", Generator::MkDocs)));
    }

    #[test]
    fn a_name_that_two_share_is_told_apart_by_what_it_holds() {
        let told = |text| Generator::told_by("config.toml", text);
        assert_eq!(told("baseURL = 'https://a.example'"), Some(Generator::Hugo));
        assert_eq!(
            told("base_url = 'https://a.example'"),
            Some(Generator::Zola)
        );
        assert_eq!(told("x = 1"), None);
        assert_eq!(Generator::told_by("hugo.toml", ""), Some(Generator::Hugo));
    }
}
