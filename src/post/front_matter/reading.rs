//! Values by the type a key should have, telling apart what is not there, what
//! is empty and what is something else.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::Offset;

use super::{Data, FrontMatter, Value};

/// What stands under a key.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading<T> {
    /// The key is not there.
    Absent,
    /// The key is there, and nothing behind it.
    Empty,
    /// Something of another type is there.
    Wrong,
    /// The value.
    Is(T),
}

impl<T> Reading<T> {
    /// The value, when there is one of the type.
    pub fn value(self) -> Option<T> {
        match self {
            Reading::Is(value) => Some(value),
            _ => None,
        }
    }
}

/// A date as front matter has it, with what it says of time and zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// The day.
    pub date: Date,
    /// The time of day, when it is given.
    pub time: Option<Time>,
    /// How far the time is from UTC, when that is given.
    pub offset: Option<Offset>,
}

impl FrontMatter {
    /// The text under `path`: keys joined by dots.
    pub fn text(&self, path: &str) -> Reading<&str> {
        self.reading(path, Value::as_text)
    }

    /// Yes or no under `path`.
    pub fn flag(&self, path: &str) -> Reading<bool> {
        self.reading(path, Value::as_bool)
    }

    /// The texts of the list under `path`; a lone text is a list of one.
    pub fn list(&self, path: &str) -> Reading<Vec<&str>> {
        self.reading(path, |value| match &value.data {
            Data::Text { text, .. } => Some(vec![text.as_str()]),
            Data::List(items) => items.iter().map(Value::as_text).collect(),
            _ => None,
        })
    }

    /// The date under `path`.
    pub fn date(&self, path: &str) -> Reading<When> {
        self.reading(path, |value| When::parse(value.as_text()?))
    }

    fn reading<'a, T>(
        &'a self,
        path: &str,
        read: impl FnOnce(&'a Value) -> Option<T>,
    ) -> Reading<T> {
        match self.get(path) {
            None => Reading::Absent,
            Some(value) if value.is_blank() => Reading::Empty,
            Some(value) => read(value).map_or(Reading::Wrong, Reading::Is),
        }
    }
}

impl When {
    /// `2026-05-04`, with a time behind a `T` or a blank, and an offset or `Z`
    /// behind that.
    pub fn parse(text: &str) -> Option<When> {
        let text = text.trim();
        if let Ok(date) = text.parse::<Date>()
            && text.len() == "2026-05-04".len()
        {
            return Some(When {
                date,
                time: None,
                offset: None,
            });
        }
        let (day, rest) = text.split_at_checked("2026-05-04".len())?;
        let rest = rest.strip_prefix(['T', 't', ' '])?.trim_start();
        let end = rest
            .find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.')))
            .unwrap_or(rest.len());
        let (time, zone) = rest.split_at(end);
        let moment: DateTime = format!("{day}T{time}").parse().ok()?;
        Some(When {
            date: moment.date(),
            time: Some(moment.time()),
            offset: offset(zone.trim())?,
        })
    }
}

/// No zone, `Z`, `+0200` or `+02:00`; none for anything else.
fn offset(zone: &str) -> Option<Option<Offset>> {
    match zone {
        "" => return Some(None),
        "Z" | "z" | "UTC" => return Some(Some(Offset::UTC)),
        _ => {}
    }
    let sign = match zone.get(..1)? {
        "+" => 1,
        "-" => -1,
        _ => return None,
    };
    let digits: String = zone[1..].chars().filter(|c| *c != ':').collect();
    let (hours, minutes) = digits.split_at_checked(2)?;
    let minutes: i32 = if minutes.is_empty() {
        0
    } else {
        minutes.parse().ok()?
    };
    let seconds = hours.parse::<i32>().ok()? * 3600 + minutes * 60;
    Offset::from_seconds(sign * seconds).ok().map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::post::Generator;
    use crate::post::Post;

    fn post(front_matter: &str) -> Post {
        Post::parse(
            "post.md",
            format!("---\n{front_matter}\n---\n"),
            Generator::Unknown,
        )
    }

    #[test]
    fn absent_empty_and_wrong_are_three_things() {
        let post = post("title: A\nempty:\nblank: ''\nlist: [a, b]\nflag: true\nmixed: [a, 1]");
        let found = post.front_matter().expect("front matter");
        assert_eq!(found.text("title"), Reading::Is("A"));
        assert_eq!(found.text("nope"), Reading::Absent);
        assert_eq!(found.text("empty"), Reading::Empty);
        assert_eq!(found.text("blank"), Reading::Empty);
        assert_eq!(found.text("list"), Reading::Wrong);
        assert_eq!(found.list("list"), Reading::Is(vec!["a", "b"]));
        assert_eq!(found.list("title"), Reading::Is(vec!["A"]));
        assert_eq!(found.list("mixed"), Reading::Wrong);
        assert_eq!(found.flag("flag"), Reading::Is(true));
        assert_eq!(found.flag("title"), Reading::Wrong);
    }

    #[test]
    fn dates_come_with_and_without_time_and_zone() {
        let when = |text: &str| {
            When::parse(text).map(|w| {
                (
                    w.date.to_string(),
                    w.time.is_some(),
                    w.offset.map(|o| o.seconds()),
                )
            })
        };
        let day = "2026-05-04".to_owned();
        for (text, time, offset) in [
            ("2026-05-04", false, None),
            ("2026-05-04T08:00:00Z", true, Some(0)),
            ("2026-05-04 10:00:00 +0200", true, Some(7200)),
            ("2026-05-04T08:00:00.000-05:30", true, Some(-19800)),
            ("2026-05-04 10:00", true, None),
        ] {
            assert_eq!(when(text), Some((day.clone(), time, offset)), "{text}");
        }
        for text in [
            "",
            "May 4",
            "2026-13-01",
            "2026-05-04x",
            "2026-05-04T25:00:00",
            "2026",
        ] {
            assert_eq!(when(text), None, "{text}");
        }
    }
}
