//! What was found, told to people.

use super::Survey;
use super::write::count;

impl Survey {
    /// What it is, and what was found of it.
    pub fn found(&self) -> Vec<(&'static str, String)> {
        let mut lines = vec![("posts", self.where_posts_are())];
        if let Some(site) = self.site() {
            let name = site.generator.name();
            lines.push(("site", format!("{name} ({})", site.path)));
            let names = [site.company.as_deref(), site.domain.as_deref()];
            let names: Vec<&str> = names.into_iter().flatten().collect();
            if !names.is_empty() {
                lines.push(("company", names.join(", ")));
            }
        }
        lines.extend(self.authors.clone().map(|path| ("authors", path)));
        let keys = self.keys.common();
        if !keys.is_empty() {
            lines.push((
                "front matter",
                format!("{} in nine posts of ten", keys.join(", ")),
            ));
        }
        if !self.languages.is_empty() {
            lines.push(("language", self.which_languages()));
        }
        for (kind, folders) in self.audiences.found() {
            lines.push(("audience", format!("{}: {}", kind.name, folders.join(", "))));
        }
        if self.inner > 0 {
            let more = "sayso.toml in folders below, which add to this one";
            lines.push(("policies", format!("{} {more}", self.inner)));
        }
        lines
    }

    fn where_posts_are(&self) -> String {
        if self.posts == 0 {
            return "none yet".to_owned();
        }
        let patterns = self.folders.patterns();
        let inside: usize = patterns.iter().map(|pattern| pattern.posts).sum();
        if patterns.is_empty() {
            return format!("{}, in no folder of their own", self.posts);
        }
        let mut told: Vec<String> = patterns
            .iter()
            .map(|pattern| format!("{} in {}", pattern.posts, pattern.folder))
            .collect();
        if inside < self.posts {
            told.push(format!("{} elsewhere, left out", self.posts - inside));
        }
        format!("{}: {}", self.posts, told.join(", "))
    }

    fn which_languages(&self) -> String {
        let mut languages: Vec<_> = self.languages.iter().collect();
        languages.sort_by_key(|(code, posts)| (std::cmp::Reverse(**posts), *code));
        let told: Vec<String> = languages
            .into_iter()
            .map(|(code, posts)| format!("{code} ({})", count(*posts)))
            .collect();
        told.join(", ")
    }
}
