//! The settings of a site: what it is called, and where it is.

use crate::language::WordList;
use crate::post::Generator;

/// A site, as its settings tell it.
#[derive(Debug)]
pub struct Site {
    /// Path of the settings.
    pub path: String,
    /// What makes its pages.
    pub generator: Generator,
    /// The name of the company, when the title of the site gives it.
    pub company: Option<String>,
    /// The domain of the company, when the address of the site gives it.
    pub domain: Option<String>,
}

/// Keys of the title, and of the address.
const TITLES: [&str; 2] = ["title", "site_name"];
const ADDRESSES: [&str; 5] = ["baseurl", "base_url", "site_url", "url", "site"];

/// What stands behind the name of a company in the title of its site.
const KINDS_OF_SITE: WordList = WordList::new(
    "blog blogs news newsroom engineering tech technology stories journal docs documentation \
     website site press updates developers developer",
);
/// Titles that nobody has changed yet start with one of these.
const UNCHANGED: WordList = WordList::new("my your new example test untitled a hugo jekyll astro");
/// The first part of a host that stands before the domain of a company.
const SUBDOMAINS: WordList = WordList::new(
    "www blog blogs news docs engineering eng tech developer developers dev about press newsroom \
     stories",
);
/// Folders whose settings are those of somebody else's site.
const FOREIGN: WordList = WordList::new("themes theme examplesite node_modules vendor third_party");

impl Site {
    /// The site whose settings stand in the file at `path` as `text`; none
    /// when no generator has such a file.
    pub fn read(path: &str, text: &str) -> Option<Site> {
        let mut folders = path.split('/').rev();
        let name = folders.next()?;
        let generator = Generator::told_by(name, text)?;
        if folders.any(|folder| FOREIGN.has(folder)) {
            return None;
        }
        let title = TITLES.iter().find_map(|key| setting(name, text, key));
        let domain = ADDRESSES
            .iter()
            .find_map(|key| domain(setting(name, text, key)?));
        Some(Site {
            path: path.to_owned(),
            generator,
            company: title.and_then(company),
            domain,
        })
    }

    /// The name of the file with the settings.
    pub fn file(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    /// True when the file at `path` is in the folder of the site.
    pub(super) fn is_above(&self, path: &str) -> bool {
        let folder = self.path.strip_suffix(self.file()).unwrap_or_default();
        path.starts_with(folder)
    }

    /// How many folders down its settings are.
    pub(super) fn depth(&self) -> usize {
        self.path.matches('/').count()
    }
}

/// The text that a line of its own gives to `key` at the top of the settings in
/// the file `name`. What is not plainly there is not looked for.
fn setting<'t>(name: &str, text: &'t str, key: &str) -> Option<&'t str> {
    let is_yaml = name.ends_with(".yml") || name.ends_with(".yaml");
    let is_toml = name.ends_with(".toml");
    let must_quote = !is_yaml;
    text.lines()
        .take_while(|line| !(is_toml && line.starts_with('[')))
        .filter(|line| !(is_yaml && line.starts_with([' ', '\t'])))
        .filter_map(|line| line.split_once([':', '=']))
        .filter(|(found, _)| {
            let found = found.trim().trim_matches(['"', '\'']);
            found.eq_ignore_ascii_case(key)
        })
        .find_map(|(_, value)| text_of(value.trim(), must_quote))
}

/// The text that `value` is, with or without quotes and what follows it.
fn text_of(value: &str, must_quote: bool) -> Option<&str> {
    let quote = value.chars().next()?;
    let text = if matches!(quote, '"' | '\'' | '`') {
        value[1..].split(quote).next()?
    } else if must_quote {
        return None;
    } else {
        value.split(" #").next()?
    };
    let text = text.trim();
    let is_plain = !text.contains(['\\', '\u{fffd}', '$', '{']) && !text.contains(char::is_control);
    (is_plain && text.contains(char::is_alphanumeric)).then_some(text)
}

/// The name of the company in the title of its site: "The Acme Blog", "Acme |
/// News", "Acme: what we learned".
fn company(title: &str) -> Option<String> {
    let ends = [": ", " | ", " - ", " – ", " — ", " · ", " :: "];
    let first = ends
        .iter()
        .fold(title, |title, end| title.split(end).next().unwrap_or(title));
    let mut words: Vec<&str> = first.split_whitespace().collect();
    if words.first().is_some_and(|word| UNCHANGED.has(word)) {
        return None;
    }
    if words.len() > 1 && words[0].eq_ignore_ascii_case("the") {
        words.remove(0);
    }
    let count = words.len();
    while words.len() > 1 && words.last().is_some_and(|word| KINDS_OF_SITE.has(word)) {
        words.pop();
    }
    let was_cut = words.len() < count;
    if let Some(owner) = words.last_mut().filter(|_| was_cut) {
        let name = owner.strip_suffix("'s").or(owner.strip_suffix("’s"));
        *owner = name.unwrap_or(owner);
    }
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '&' | '\'' | '’' | '-' | '+');
    let is_name = words
        .iter()
        .all(|word| !word.starts_with(char::is_lowercase) && word.chars().all(is_plain))
        && !words.last().is_some_and(|word| KINDS_OF_SITE.has(word));
    (is_name && (1..=3).contains(&words.len())).then(|| words.join(" "))
}

/// The domain of the company at an address.
fn domain(address: &str) -> Option<String> {
    let rest = ["https://", "http://", "//"]
        .into_iter()
        .find_map(|scheme| address.strip_prefix(scheme))?;
    let host = rest.split(['/', ':', '?', '#']).next()?.to_lowercase();
    let is_host = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
    let has_letters = host.rsplit('.').next()?.contains(char::is_alphabetic);
    let is_unchanged = ["example.com", "example.org", "example.net"]
        .into_iter()
        .any(|known| host == known || host.ends_with(&format!(".{known}")));
    if !host.contains('.') || !host.chars().all(is_host) || !has_letters || is_unchanged {
        return None;
    }
    match host.split_once('.') {
        Some((first, rest)) if rest.contains('.') && SUBDOMAINS.has(first) => Some(rest.to_owned()),
        _ => Some(host),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_of_a_site_gives_the_company() {
        for (title, name) in [
            ("Acme: notes from the people who run your database", "Acme"),
            ("The Acme Blog", "Acme"),
            ("Acme Engineering Blog", "Acme"),
            ("Acme's Blog", "Acme"),
            ("Northport Tile Works | News", "Northport Tile Works"),
            ("Acme", "Acme"),
        ] {
            assert_eq!(company(title).as_deref(), Some(name), "{title}");
        }
        for title in [
            "My New Hugo Site",
            "Your awesome title",
            "Blog",
            "Notes on running databases at night",
            "Hello, world!",
        ] {
            assert_eq!(company(title), None, "{title}");
        }
    }

    #[test]
    fn the_address_of_a_site_gives_the_domain() {
        for (address, name) in [
            ("https://acme.example/", "acme.example"),
            ("https://www.acme.example", "acme.example"),
            ("http://blog.acme.example:8080/x", "acme.example"),
            ("//acme.github.io/blog", "acme.github.io"),
        ] {
            assert_eq!(domain(address).as_deref(), Some(name), "{address}");
        }
        for address in [
            "/blog",
            "http://localhost:4000",
            "http://127.0.0.1",
            "https://example.com",
            "https://your-site.example.com",
            "https://{{ host }}/",
        ] {
            assert_eq!(domain(address), None, "{address}");
        }
    }

    #[test]
    fn every_notation_of_settings_is_read_where_it_is_plain() {
        for (path, text) in [
            (
                "hugo.toml",
                "baseURL = \"https://acme.example\"\ntitle = 'Acme'\n[params]\ntitle = 'No'",
            ),
            (
                "hugo.json",
                "{\n  \"baseURL\": \"https://acme.example\",\n  \"title\": \"Acme\"\n}",
            ),
            (
                "_config.yml",
                "# title: No\ntitle: Acme # ours\nbaseurl: \"\"\nurl: https://acme.example\n",
            ),
            (
                "mkdocs.yml",
                "site_name: Acme Docs\nsite_url: https://docs.acme.example/\nnav:\n  title: No",
            ),
            (
                "docusaurus.config.js",
                "const config = {\n  title: 'Acme',\n  url: 'https://acme.example',\n  x: { title: 'No' },",
            ),
        ] {
            let site = Site::read(path, text).expect(path);
            assert_eq!(site.company.as_deref(), Some("Acme"), "{path}");
            assert_eq!(site.domain.as_deref(), Some("acme.example"), "{path}");
        }
        let site = Site::read("hugo.toml", "[params]\ntitle = 'Acme'").expect("a site");
        assert_eq!(site.company, None);
        assert!(Site::read("themes/x/hugo.toml", "").is_none());
        assert!(Site::read("notes.toml", "").is_none());
    }
}
