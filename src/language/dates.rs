//! Dates in words.

use jiff::civil::Date;

use super::{Word, WordList, words};

/// The months, by their first three letters.
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// Their names in full, and the one that is cut to four letters.
const NAMES: WordList = WordList::new(
    "january february march april may june july august september october november december sept",
);

/// A day, and whether an hour of it is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The day.
    pub day: Date,
    /// True with "9 a.m.", "09:00" or "noon".
    pub has_hour: bool,
}

/// The first day that `text` names with its year, and whether it names an hour.
pub fn first_moment(text: &str) -> Option<Moment> {
    const HOURS: WordList = WordList::new("am pm a p noon midnight");
    let names_hour = |word: Word| {
        let unit = text[word.clone()].trim_start_matches(|c: char| c.is_ascii_digit());
        HOURS.has(unit)
            || text[word.end..].starts_with(":00")
            || text[word.end..].starts_with(":30")
    };
    first_date(text).map(|day| Moment {
        day,
        has_hour: words(text).any(names_hour),
    })
}

/// The first day that `text` names with its year: "3 December 2026", "December
/// 3rd, 2026", "2026-12-03". All in figures, "03/12/2026", it is two days at
/// once, and counts only when one of them is none.
fn first_date(text: &str) -> Option<Date> {
    let words: Vec<Word> = words(text).collect();
    words.windows(3).find_map(|three| {
        let [a, b, c] = [0, 1, 2].map(|at| &text[three[at].clone()]);
        let between = &text[three[0].end..three[1].start];
        let joined = |mark: &str| between == mark && text[three[1].end..three[2].start] == *mark;
        if let (Some(day), Some(month), Some(year)) = (day(a), month(b), year(c)) {
            return Date::new(year, month, day).ok();
        }
        if let (Some(month), Some(day), Some(year)) = (month(a), day(b), year(c)) {
            return Date::new(year, month, day).ok();
        }
        if joined("-") {
            return Date::new(year(a)?, b.parse().ok()?, c.parse().ok()?).ok();
        }
        if !["/", "."].into_iter().any(joined) {
            return None;
        }
        let (first, second, year) = (a.parse().ok()?, b.parse().ok()?, year(c)?);
        let day_first = Date::new(year, second, first).ok();
        let month_first = Date::new(year, first, second).ok();
        match (day_first, month_first) {
            (Some(one), Some(other)) if one != other => None,
            (one, other) => one.or(other),
        }
    })
}

pub(super) fn year(word: &str) -> Option<i16> {
    let year = word.parse().ok()?;
    (word.len() == 4 && (1900..2200).contains(&year)).then_some(year)
}

pub(super) fn month(word: &str) -> Option<i8> {
    let start = word.get(..3)?;
    let number = MONTHS
        .iter()
        .position(|month| month.eq_ignore_ascii_case(start))?;
    (word.len() == 3 || NAMES.has(word)).then_some(number as i8 + 1)
}

/// 3, 3rd
pub(super) fn day(word: &str) -> Option<i8> {
    let end = word
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(word.len());
    let (digits, tail) = word.split_at(end);
    let is_day = matches!(tail, "" | "st" | "nd" | "rd" | "th") && digits.len() <= 2;
    digits.parse().ok().filter(|_| is_day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        first_date(text).map_or("-".to_owned(), |date| date.to_string())
    }

    #[test]
    fn a_day_is_read_in_every_common_order() {
        for text in [
            "3 December 2026",
            "9 a.m. ET on 3 December 2026",
            "9:00 AM ET, December 3rd, 2026",
            "Thursday, Dec. 3, 2026",
            "2026-12-03",
            "2026-12-03 09:00 BST",
            "3 DEC 2026",
        ] {
            assert_eq!(read(text), "2026-12-03", "{text}");
        }
        assert_eq!(read("Sept 30, 2026"), "2026-09-30");
    }

    #[test]
    fn figures_count_when_they_mean_one_day() {
        assert_eq!(read("14/01/2028"), "2028-01-14");
        assert_eq!(read("01/14/2028"), "2028-01-14");
        assert_eq!(read("3.3.2028"), "2028-03-03");
        assert_eq!(read("03/12/2026"), "-");
    }

    #[test]
    fn an_hour_is_seen() {
        let has_hour = |text| first_moment(text).map(|moment| moment.has_hour);
        for text in [
            "9 a.m. ET, 3 December 2026",
            "2026-12-03 09:00",
            "9am on 3 Dec 2026",
            "noon, 3 Dec 2026",
        ] {
            assert_eq!(has_hour(text), Some(true), "{text}");
        }
        assert_eq!(has_hour("3 December 2026"), Some(false));
        assert_eq!(has_hour("9 a.m."), None);
    }

    #[test]
    fn what_is_no_day_is_not_read() {
        for text in [
            "",
            "December 2026",
            "3 December",
            "31 February 2026",
            "3 marches 2026",
            "in 2026",
        ] {
            assert_eq!(read(text), "-", "{text}");
        }
    }
}
