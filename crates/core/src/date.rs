//! Calendar dates, as people write them down: a year, a month and a day, without a time zone.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A day of the Gregorian calendar, from year 1 to 9999. Orders by time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// The text is not a date of the form `2026-11-01`, or there is no such day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateError;

impl Date {
    /// The given day; `month` counts from 1.
    ///
    /// # Errors
    /// [`DateError`] where the calendar has no such day.
    pub fn new(year: u16, month: u8, day: u8) -> Result<Self, DateError> {
        let valid = (1..=9999).contains(&year) && day >= 1 && day <= days_in(year, month);
        valid.then_some(Self { year, month, day }).ok_or(DateError)
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
            _ => Err(DateError),
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
        const MONTHS: [&str; 12] = [
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
        format!("{} {} {}", self.day, MONTHS[usize::from(self.month) - 1], self.year)
    }
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
        f.write_str("a date is written like 2026-11-01")
    }
}

#[cfg(test)]
mod tests {
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
        assert_eq!(Date::parse("1900-02-29"), Err(DateError));
        assert_eq!(Date::parse("2026-02-29"), Err(DateError));
    }

    #[test]
    fn other_forms_are_refused() {
        for text in ["", "2026-11-1", "2026/11/01", "+026-11-01", "2026-13-01", "2026-00-10", "２０２６-11-01"] {
            assert_eq!(Date::parse(text), Err(DateError), "{text}");
        }
    }
}
