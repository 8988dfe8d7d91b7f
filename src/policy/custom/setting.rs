//! `front-matter`: what may stand behind a key.

use super::found::Found;
use super::pattern::Pattern;
use super::require::missing_key;
use super::wording::quoted;
use crate::nearest::nearest;
use crate::policy::section::Section;
use crate::post::Post;
use crate::post::front_matter::{Data, FrontMatter, Reading, Value};
use crate::span::Span;

/// A key, and what it may be set to.
#[derive(Debug)]
pub(super) struct Setting {
    key: String,
    required: bool,
    kind: Option<Kind>,
    one_of: Vec<String>,
    pattern: Option<Pattern>,
}

/// The type of a value.
#[derive(Clone, Copy, Debug)]
enum Kind {
    Text,
    List,
    Date,
    Number,
    Flag,
}

/// The values of `type`.
const KINDS: [(&str, Kind); 5] = [
    ("text", Kind::Text),
    ("list", Kind::List),
    ("date", Kind::Date),
    ("number", Kind::Number),
    ("flag", Kind::Flag),
];

impl Kind {
    fn fits(self, front_matter: &FrontMatter, key: &str) -> bool {
        match self {
            Kind::Text => front_matter.text(key) != Reading::Wrong,
            Kind::List => front_matter.list(key) != Reading::Wrong,
            Kind::Date => front_matter.date(key) != Reading::Wrong,
            Kind::Flag => front_matter.flag(key) != Reading::Wrong,
            Kind::Number => {
                let value = front_matter.get(key);
                value.is_none_or(|value| value.is_blank() || matches!(value.data, Data::Number(_)))
            }
        }
    }

    fn wanted(self) -> &'static str {
        match self {
            Kind::Text => "not a text",
            Kind::List => "not a list of texts",
            Kind::Date => "not a date such as 2026-05-04",
            Kind::Number => "not a number",
            Kind::Flag => "not true or false",
        }
    }
}

impl Setting {
    /// The table at `front-matter`; `place` is where the rule is named.
    pub(super) fn read(section: &mut Section<'_, '_>, place: Span, file: &str) -> Option<Setting> {
        const VALUES: &str = "a list of texts, such as [\"professional\", \"personal\"]";
        let table = section.table("front-matter")?;
        let mut section = Section::new("`front-matter`", table, section.faults);
        let asks = ["required", "type", "one-of", "pattern"]
            .into_iter()
            .any(|key| section.peek(key).is_some());
        let key: Option<String> = section.take("key", "the name of a key, such as \"audience\"");
        let setting = Setting {
            key: key.unwrap_or_default(),
            required: section.take("required", "true or false").unwrap_or(false),
            kind: section.word("type", KINDS).map(|kind| kind.value),
            one_of: section.take("one-of", VALUES).unwrap_or_default(),
            pattern: Pattern::read(&mut section, file),
        };
        if setting.key.is_empty() {
            section
                .faults
                .report(place, "`front-matter` says nothing of which key")
                .label("no `key`");
        }
        if !setting.key.is_empty() && !asks {
            section
                .faults
                .report(
                    place,
                    format!("`front-matter` asks nothing of `{}`", setting.key),
                )
                .label("no `required`, no `type`, no `one-of`, no `pattern`");
        }
        section.finish();
        (!setting.key.is_empty()).then_some(setting)
    }

    /// Every value that does not fit, or the place where it is missing.
    pub(super) fn find(&self, post: &Post) -> Vec<Found> {
        if let Some((span, label)) = missing_key(post, &self.key).filter(|_| self.required) {
            return vec![Found::words(span, "nothing", label)];
        }
        let Some(front_matter) = post.front_matter() else {
            return Vec::new();
        };
        let value = front_matter
            .get(&self.key)
            .filter(|value| !value.is_blank());
        let Some(value) = value else {
            return Vec::new();
        };
        let text = |value: &Value| match value.as_text() {
            Some(text) => text.to_owned(),
            None => post.slice(value.span).to_owned(),
        };
        if let Some(kind) = self.kind.filter(|kind| !kind.fits(front_matter, &self.key)) {
            return vec![Found::words(value.span, &text(value), kind.wanted())];
        }
        let items: Vec<&Value> = match &value.data {
            Data::List(items) => items.iter().collect(),
            _ => vec![value],
        };
        let wrong = |item: &&Value| {
            let text = text(item);
            let (label, near) = self.fault(&text)?;
            Some(Found {
                help: near.map(|near| format!("did you mean \"{near}\"?")),
                ..Found::words(item.span, &text, label)
            })
        };
        items.iter().filter_map(wrong).collect()
    }

    /// What is wrong with one value, and the allowed one that may be meant.
    fn fault(&self, text: &str) -> Option<(String, Option<&str>)> {
        let allowed = || self.one_of.iter().map(String::as_str);
        if !self.one_of.is_empty() && !allowed().any(|allowed| allowed == text) {
            let label = format!("not {}", quoted(&self.one_of));
            return Some((label, nearest(text, allowed())));
        }
        let pattern = self
            .pattern
            .as_ref()
            .filter(|pattern| !pattern.matches(text))?;
        Some((format!("does not match `{pattern}`"), None))
    }

    /// What it flags, in words.
    pub(super) fn describe(&self) -> String {
        let mut faults = Vec::new();
        if self.required {
            faults.push("missing".to_owned());
        }
        faults.extend(self.kind.map(|kind| kind.wanted().to_owned()));
        if !self.one_of.is_empty() {
            faults.push(format!("not {}", quoted(&self.one_of)));
        }
        let pattern = self.pattern.as_ref();
        faults.extend(pattern.map(|pattern| format!("no match of `{pattern}`")));
        format!(
            "a front matter whose `{}` is {}",
            self.key,
            faults.join(", ")
        )
    }
}

#[cfg(test)]
mod tests {
    use crate::policy::custom::sample::found;

    #[test]
    fn values_are_held_against_what_may_stand_there() {
        let text = "---\naudience: profesional\ndate: May 4\ntags: [a, Bc]\nempty:\nn: 3\n---\n";
        for (setting, told) in [
            (
                "key = 'audience', one-of = ['professional', 'personal']",
                "profesional: not \"professional\" or \"personal\" / did you mean \"professional\"?",
            ),
            (
                "key = 'date', type = 'date'",
                "May 4: not a date such as 2026-05-04 / -",
            ),
            (
                "key = 'tags', type = 'list', pattern = '^[a-z]+$'",
                "Bc: does not match `^[a-z]+$` / -",
            ),
            ("key = 'n', type = 'number'", ""),
            ("key = 'n', type = 'text'", "3: not a text / -"),
            ("key = 'empty', type = 'text'", ""),
            (
                "key = 'empty', required = true",
                "---: `empty` is empty / -",
            ),
            (
                "key = 'author', required = true",
                "---: no `author` below this / -",
            ),
            ("key = 'author', type = 'list'", ""),
        ] {
            let (post, found) = found(&format!("front-matter = {{ {setting} }}"), text);
            let found = found.first().map(|found| {
                let help = found.help.as_deref().unwrap_or("-");
                format!("{}: {} / {help}", post.slice(found.span), found.label)
            });
            assert_eq!(found.unwrap_or_default(), told, "{setting}");
        }
    }
}
