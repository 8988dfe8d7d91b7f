//! The text of the policy.

use super::lines::{Lines, list, quoted};
use super::{Survey, keys};

impl Survey {
    /// A policy that fits what was found.
    pub fn policy(&self) -> String {
        let mut tables = vec![self.head(), policy(), self.company(), self.which_posts()];
        tables.push(self.rules());
        tables.extend(self.audiences());
        tables.join("\n")
    }

    fn head(&self) -> String {
        let whose = self.site().and_then(|site| site.company.as_deref());
        format!(
            "# What {} decided about its posts: `sayso check` reads it for every post\n\
             # below this folder. A setting behind a # is an example: take the # away, and\n\
             # put your own words in.\n",
            whose.unwrap_or("your company")
        )
    }

    fn company(&self) -> String {
        let site = self.site();
        let mut lines = Lines::default();
        lines.add("[company]", "");
        match site.and_then(|site| site.company.as_deref()) {
            Some(name) => lines.add(
                format!("names = {}", list([name])),
                "what the company is called; guessed from the site's title",
            ),
            None => lines.add("# names = [\"Acme\"]", "what the company is called"),
        }
        lines.add("# products = [\"Acme Cloud\"]", "what it sells");
        lines.add("# competitors = [\"RivalDB\"]", "who else sells it");
        match site.and_then(|site| site.domain.as_deref()) {
            Some(domain) => lines.add(
                format!("domains = {}", list([domain])),
                "its own site: a link there proves little",
            ),
            None => lines.add(
                "# domains = [\"acme.example\"]",
                "its own site: a link there proves little",
            ),
        }
        lines.text()
    }

    fn which_posts(&self) -> String {
        let mut lines = Lines::default();
        lines.add("[posts]", "");
        let patterns = self.folders.patterns();
        match &patterns[..] {
            [] => lines.add(
                "# include = [\"content/blog/**/*.md\"]",
                "where posts are; without it, all Markdown but README and the like",
            ),
            [one] => lines.add(
                format!("include = {}", list([one.glob.as_str()])),
                "where posts are; ** is any folders, * any name",
            ),
            several => {
                lines.add(
                    "include = [",
                    "where posts are; ** is any folders, * any name",
                );
                for pattern in several {
                    let what = count(pattern.posts);
                    lines.add(format!("  {},", quoted(&pattern.glob)), what);
                }
                lines.add("]", "");
            }
        }
        if let Some(generator) = self.untold_generator() {
            lines.add(
                format!("generator = {}", quoted(generator.name())),
                "what makes pages of them: its settings lie elsewhere",
            );
        }
        if let Some(code) = self.only_language().filter(|code| *code != "en") {
            lines.add(
                format!("language = {}", quoted(code)),
                "what they are written in; `lang` in a post goes before it",
            );
        }
        lines.text()
    }

    fn rules(&self) -> String {
        let keys = self.keys.common();
        let mut lines = Lines::default();
        lines.add("[rules]", "");
        let rule = keys::RULE;
        if self.posts == 0 {
            lines.add(
                format!("# \"{rule}\" = {{ keys = [\"title\", \"date\", \"author\"] }}"),
                "what every post says of itself",
            );
        } else if keys.is_empty() && self.keys.are_usual() {
            lines.add(
                format!("\"{rule}\" = \"advice\""),
                "some of your posts have no title and no date",
            );
        } else if keys.is_empty() {
            lines.add(
                format!("\"{rule}\" = \"off\""),
                "most of your posts have no title and no date",
            );
        } else {
            lines.add(
                format!("\"{rule}\" = {{ keys = {} }}", list(keys)),
                "what every post says of itself; nine in ten of yours do",
            );
        }
        lines.text()
    }

    fn audiences(&self) -> impl Iterator<Item = String> {
        self.audiences.found().map(|(kind, folders)| {
            let mut lines = Lines::default();
            lines.add(format!("[audience.{}]", kind.name), kind.who);
            let paths: Vec<String> = folders
                .iter()
                .map(|folder| format!("{}/**", globset::escape(folder)))
                .collect();
            lines.add(
                format!("paths = {}", list(paths.iter().map(String::as_str))),
                "where they are",
            );
            lines.add(format!("[audience.{}.rules]", kind.name), "");
            for (rule, level, why) in kind.rules {
                lines.add(format!("\"{rule}\" = \"{level}\""), *why);
            }
            lines.text()
        })
    }
}

fn policy() -> String {
    let mut lines = Lines::default();
    lines.add("[policy]", "");
    lines.add(
        "# name = \"Acme social media policy\"",
        "what your policy is called",
    );
    lines.add(
        "# url = \"https://acme.example/policy\"",
        "where it is: printed with every finding",
    );
    lines.add(
        "# training = \"https://acme.example/training\"",
        "where people learn it",
    );
    lines.text()
}

/// "1 post", "12 posts".
pub(super) fn count(posts: usize) -> String {
    match posts {
        1 => "1 post".to_owned(),
        posts => format!("{posts} posts"),
    }
}
