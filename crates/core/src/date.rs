//! Calendar dates, as people write them down: a year, a month and a day, without a time zone.
//!
//! What is counted with is here by hand: months are added and days numbered in some sixty lines, which the
//! page would otherwise fetch a library of time zones and formats for.

mod month;

use std::fmt;

use serde::{Deserialize, Serialize};

pub use month::Month;

/// A day of the Gregorian calendar, from year 1 to 9999. Orders by time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// Why a text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// It is not of the form `2026-11-01`.
    Form,
    /// There is no such year or month.
    NoSuchMonth,
    /// The month has no such day.
    NoSuchDay {
        /// The year, 1 to 9999.
        year: u16,
        /// The month, 1 to 12.
        month: u8,
    },
}

impl Date {
    /// The last day there is.
    pub const LAST: Self = Self { year: 9999, month: 12, day: 31 };

    /// The given day; `month` counts from 1.
    ///
    /// # Errors
    /// [`DateError`] where the calendar has no such day.
    pub fn new(year: u16, month: u8, day: u8) -> Result<Self, DateError> {
        if !(1..=9999).contains(&year) || !(1..=12).contains(&month) {
            return Err(DateError::NoSuchMonth);
        }
        let valid = (1..=days_in(year, month)).contains(&day);
        valid.then_some(Self { year, month, day }).ok_or(DateError::NoSuchDay { year, month })
    }

    /// Reads `2026-11-01`, the form of RFC 3339's full-date and of HTML's date fields.
    ///
    /// # Errors
    /// [`DateError`] for any other text.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let number = |from: usize, to: usize| -> Option<u16> {
            let part = text.get(from..to)?;
            part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse().ok())?
        };
        let dashes = text.len() == 10 && text.get(4..5) == Some("-") && text.get(7..8) == Some("-");
        match (dashes, number(0, 4), number(5, 7), number(8, 10)) {
            (true, Some(year), Some(month), Some(day)) => Self::new(year, month as u8, day as u8),
            _ => Err(DateError::Form),
        }
    }

    /// The year, 1 to 9999.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }

    /// The day as a reader wants it: "14 March 2027".
    pub fn long(self) -> String {
        format!("{} {} {}", self.day, month_name(self.month), self.year)
    }

    /// The same day so many months later; where that month is too short, its last day. `None` after the year 9999.
    pub fn plus_months(self, months: u32) -> Option<Self> {
        let month_number = self.month_number().checked_add(months)?;
        let (year, month) = (month_number / 12, (month_number % 12) as u8 + 1);
        let year = u16::try_from(year).ok().filter(|year| *year <= Self::LAST.year)?;
        Some(Self { year, month, day: self.day.min(days_in(year, month)) })
    }

    /// The most months that can be added without passing the other day; 0 where that is earlier.
    pub fn months_until(self, other: Self) -> u32 {
        let months = other.month_number().saturating_sub(self.month_number());
        let is_passed = self.plus_months(months).is_none_or(|reached| reached > other);
        months.saturating_sub(u32::from(is_passed))
    }

    /// The months since the year 0 began.
    fn month_number(self) -> u32 {
        u32::from(self.year) * 12 + u32::from(self.month - 1)
    }

    /// How many days after the first day of the year 1 it is.
    pub fn day_number(self) -> u32 {
        let months = (1..self.month).map(|month| u32::from(days_in(self.year, month)));
        days_before_year(self.year) + months.sum::<u32>() + u32::from(self.day - 1)
    }

    /// The day that is so many days after the first of the year 1; `None` after the year 9999.
    pub fn from_day_number(number: u32) -> Option<Self> {
        if number > Self::LAST.day_number() {
            return None;
        }
        // A year has 365.2425 days on average, so that the estimate is at most two years too high, and never too low.
        let estimate = (number * 4 / 1461 + 2).min(u32::from(Self::LAST.year)) as u16;
        let year = (1..=estimate).rev().find(|year| days_before_year(*year) <= number)?;
        let (mut month, mut rest) = (1, number - days_before_year(year));
        while rest >= u32::from(days_in(year, month)) {
            rest -= u32::from(days_in(year, month));
            month += 1;
        }
        Some(Self { year, month, day: rest as u8 + 1 })
    }

    /// The day after it; `None` after the last there is.
    pub fn next(self) -> Option<Self> {
        Self::from_day_number(self.day_number() + 1)
    }

    /// The day before; `None` of the first.
    pub fn previous(self) -> Option<Self> {
        self.day_number().checked_sub(1).and_then(Self::from_day_number)
    }
}

/// The name of a month from 1 to 12.
fn month_name(month: u8) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    NAMES[usize::from(month) - 1]
}

/// How many days the years from 1 to the one before this have.
fn days_before_year(year: u16) -> u32 {
    let years = u32::from(year) - 1;
    years * 365 + years / 4 - years / 100 + years / 400
}

/// How many days a month has; 0 where there is no such month.
fn days_in(year: u16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 0,
    }
}

impl TryFrom<String> for Date {
    type Error = DateError;
    fn try_from(text: String) -> Result<Self, DateError> {
        Self::parse(&text)
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Form => f.write_str("a date is written like 2026-11-01"),
            Self::NoSuchMonth => f.write_str("years go from 1 to 9999, and a year has 12 months"),
            Self::NoSuchDay { year, month } => {
                write!(f, "{} {year} has {} days", month_name(*month), days_in(*year, *month))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Date, DateError};

    #[test]
    fn dates_round_trip_and_read_well() {
        let date = Date::parse("2027-03-14").unwrap();
        assert_eq!(date.to_string(), "2027-03-14");
        assert_eq!(date.long(), "14 March 2027");
    }

    #[test]
    fn february_follows_the_gregorian_rule() {
        assert!(Date::parse("2024-02-29").is_ok());
        assert!(Date::parse("2000-02-29").is_ok());
        assert_eq!(Date::parse("1900-02-29"), Err(DateError::NoSuchDay { year: 1900, month: 2 }));
        assert_eq!(Date::parse("2026-02-29").unwrap_err().to_string(), "February 2026 has 28 days");
    }

    #[test]
    fn other_forms_are_refused() {
        for text in ["", "2026-11-1", "2026/11/01", "+026-11-01", "２０２６-11-01"] {
            assert_eq!(Date::parse(text), Err(DateError::Form), "{text}");
        }
    }

    #[test]
    fn a_day_that_the_calendar_has_not_is_named() {
        let error = |text: &str| Date::parse(text).unwrap_err().to_string();
        assert_eq!(error("2026-04-31"), "April 2026 has 30 days");
        assert_eq!(error("2026-12-00"), "December 2026 has 31 days");
        for text in ["2026-13-01", "2026-00-10", "0000-01-01"] {
            assert_eq!(error(text), "years go from 1 to 9999, and a year has 12 months", "{text}");
        }
    }

    #[test]
    fn months_are_added_as_the_calendar_does() {
        let cases = [
            ("2026-03-14", 12, Some("2027-03-14")),
            ("2026-01-31", 1, Some("2026-02-28")),
            ("2024-01-31", 1, Some("2024-02-29")),
            ("2024-02-29", 12, Some("2025-02-28")),
            ("2024-02-29", 48, Some("2028-02-29")),
            ("2026-08-31", 3, Some("2026-11-30")),
            ("2026-12-31", 0, Some("2026-12-31")),
            ("9998-12-31", 12, Some("9999-12-31")),
            ("9999-12-01", 1, None),
            ("0001-01-01", 65_535, Some("5462-04-01")),
            ("0001-01-01", u32::MAX, None),
        ];
        for (from, months, to) in cases {
            let reached = Date::parse(from).unwrap().plus_months(months);
            assert_eq!(reached, to.map(|to| Date::parse(to).unwrap()), "{from} + {months}");
        }
    }

    #[test]
    fn every_day_has_its_number() {
        let days = 146_097 * 2;
        let (mut before, mut of_four_centuries) = (None, 0);
        for number in 0..days {
            let day = Date::from_day_number(number).unwrap();
            assert!(day.day_number() == number && before < Some(day), "{day}");
            of_four_centuries += u32::from(day.year() <= 400);
            before = Some(day);
        }
        assert_eq!(of_four_centuries, 146_097);
        assert_eq!(Date::LAST.day_number(), 3_652_058);
        assert_eq!((Date::from_day_number(3_652_058), Date::LAST.next()), (Some(Date::LAST), None));
    }

    fn day() -> impl Strategy<Value = Date> {
        (0..=Date::LAST.day_number()).prop_map(|number| Date::from_day_number(number).unwrap())
    }

    proptest! {
        #[test]
        fn as_many_months_as_were_added_lie_between(from in day(), months in 0..2000u32) {
            if let Some(to) = from.plus_months(months) {
                prop_assert_eq!(from.months_until(to), months);
            }
        }

        #[test]
        fn the_months_until_a_day_do_not_pass_it_and_one_more_would(from in day(), to in day()) {
            let months = from.months_until(to);
            if from <= to {
                prop_assert!(from.plus_months(months).unwrap() <= to);
                prop_assert!(from.plus_months(months + 1).is_none_or(|later| later > to));
            } else {
                prop_assert_eq!(months, 0);
            }
        }
    }
}
