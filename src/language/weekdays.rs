//! Weekdays that stand beside a date: "Tuesday, 3 June 2021".

use std::ops::Range;

use jiff::civil::Weekday;

use super::dates::{day, month, year};
use super::{Word, WordList, words};

/// A weekday, and the date it is said to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedDay {
    /// The weekday.
    pub weekday: Weekday,
    /// Where its name stands.
    pub name: Range<usize>,
    /// Where weekday and date stand.
    pub place: Range<usize>,
    /// The month, 1 to 12.
    pub month: i8,
    /// The day of the month.
    pub day: i8,
    /// The year, when it is named.
    pub year: Option<i16>,
}

const NAMES: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

const SHORT: WordList = WordList::new("mon tue tues wed thu thur thurs fri sat sun");

/// What weekdays are called, in lower case.
pub fn weekday_signs() -> impl Iterator<Item = &'static str> {
    NAMES.into_iter().map(|(name, _)| name).chain(SHORT.iter())
}

/// The English name of a weekday.
pub fn weekday_name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

/// The years that `text` names.
pub fn years(text: &str) -> impl Iterator<Item = i16> {
    words(text).filter_map(|word| year(&text[word]))
}

/// The weekdays of `text` that stand right before a date. One of a range or a
/// list of weekdays ("Tuesday to Thursday, 3 June") is left out: the date may
/// belong to the first.
pub fn named_days(text: &str) -> Vec<NamedDay> {
    let words: Vec<Word> = words(text).collect();
    (0..words.len())
        .filter_map(|at| named_day(text, &words, at))
        .collect()
}

fn named_day(text: &str, words: &[Word], at: usize) -> Option<NamedDay> {
    let name = words[at].clone();
    let weekday = weekday(&text[name.clone()])?;
    let word = |n: usize| words.get(n).map(|word| &text[word.clone()]);
    // The marks before word number `n`.
    let gap = |n: usize| {
        let next = words.get(n).map_or(text.len(), |word| word.start);
        &text[words[n - 1].end..next]
    };
    let is_in_list = [1, 2].into_iter().any(|back| {
        let before = at.checked_sub(back).and_then(word);
        before.is_some_and(|before| self::weekday(before).is_some())
    });
    if is_in_list {
        return None;
    }
    let mut next = at + 1;
    if word(next)?.eq_ignore_ascii_case("the") {
        next += 1;
    }
    let (first, second) = (word(next)?, word(next + 1)?);
    let of = usize::from(second.eq_ignore_ascii_case("of"));
    let (month, day, last) = if let (Some(month), Some(day)) = (month(first), day(second)) {
        (month, day, next + 1)
    } else if let (Some(day), Some(month)) = (day(first), month(word(next + 1 + of)?)) {
        (month, day, next + 1 + of)
    } else if let (Some(_), "-", "-") = (year(first), gap(next + 1), gap(next + 2)) {
        (second.parse().ok()?, day(word(next + 2)?)?, next + 2)
    } else {
        return None;
    };
    let is_written_together = (at + 1..=last).all(|n| {
        let mut marks = gap(n).chars();
        marks.all(|c| c.is_whitespace() || matches!(c, ',' | '.' | '(' | '-'))
    });
    if !is_written_together || !(1..=12).contains(&month) {
        return None;
    }
    let behind = words.get(last + 1).filter(|_| {
        let marks = gap(last + 1).trim();
        marks.is_empty() || marks == ","
    });
    if behind.is_some_and(|behind| counts(text, behind)) {
        return None;
    }
    let named = year(first).or_else(|| year(&text[behind?.clone()]));
    let end = match (behind, year(first), named) {
        (Some(behind), None, Some(_)) => behind.end,
        _ => words[last].end,
    };
    Some(NamedDay {
        weekday,
        place: name.start..end,
        name,
        month,
        day,
        year: named,
    })
}

/// True when what looks like a year counts something: "May 5, 2000 people came".
fn counts(text: &str, number: &Word) -> bool {
    let next = words(&text[number.end..]).next().unwrap_or_default();
    let noun = &text[number.end..][next.clone()];
    let is_many = noun == "people" || (noun.ends_with('s') && noun != "is" && noun != "was");
    year(&text[number.clone()]).is_some() && next.start == 1 && is_many
}

fn weekday(word: &str) -> Option<Weekday> {
    let start = word.get(..3)?;
    let (full, weekday) = NAMES
        .into_iter()
        .find(|(full, _)| full[..3].eq_ignore_ascii_case(start))?;
    let is_short = SHORT.has(word) && word.starts_with(char::is_uppercase);
    (is_short || word.eq_ignore_ascii_case(full)).then_some(weekday)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        let found = named_days(text).into_iter().map(|found| {
            let year = found.year.map_or("-".to_owned(), |year| year.to_string());
            let name = weekday_name(found.weekday);
            assert!(text[found.place].starts_with(&text[found.name]));
            format!("{name} {} {} {year}", found.day, found.month)
        });
        found.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn a_weekday_stands_before_a_date() {
        for text in [
            "Tuesday, 3 June 2021",
            "on Tuesday, June 3rd, 2021, we",
            "TUE JUN 3 2021",
            "Tuesday the 3rd of June, 2021",
            "Tuesday (3 June 2021)",
            "Tuesday, 2021-06-03",
            "Tuesday, June 3, 2021 at noon",
        ] {
            assert_eq!(read(text), "Tuesday 3 6 2021", "{text}");
        }
        assert_eq!(read("Fri, Sept. 5. We"), "Friday 5 9 -");
        assert_eq!(read("Sat April 9,2016 never was"), "Saturday 9 4 2016");
        let two = "Monday, 2 June, and Friday, 6 June";
        assert_eq!(read(two), "Monday 2 6 -, Friday 6 6 -");
    }

    #[test]
    fn what_is_no_date_is_not_read() {
        for text in [
            "Tuesday",
            "Friday, March 2015",
            "we sat May 5",
            "Tuesday; June 3",
            "Tuesdays, June 3",
            "Sunday 5 marches",
            "Friday, May 5, 2000 people came",
        ] {
            assert_eq!(read(text), "", "{text}");
        }
        // The date belongs to the first day.
        assert_eq!(read("Tuesday to Thursday, June 3–5, 2021"), "");
        assert_eq!(read("Tuesday and Wednesday, June 3 and 4"), "");
    }
}
