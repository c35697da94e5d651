//! Months, as plans count with them.

use std::fmt;

use super::{Date, days_in, month_name};

/// A month of the Gregorian calendar, from year 1 to 9999. Orders by time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// The months since the year 0 began.
    number: u32,
}

impl Month {
    /// The last month there is.
    pub const LAST: Self = Self { number: 119_999 };
    const FIRST: Self = Self { number: 12 };

    /// The month in which a day lies.
    pub fn of(day: Date) -> Self {
        Self { number: day.month_number() }
    }

    /// Reads `2027-03`, the form of HTML's month fields.
    pub fn parse(text: &str) -> Option<Self> {
        Date::parse(&[text, "-01"].concat()).ok().map(Self::of)
    }

    /// So many months later; at most the last there is.
    pub fn plus(self, months: u32) -> Self {
        Self { number: self.number.saturating_add(months) }.min(Self::LAST)
    }

    /// So many months earlier; at least the first of the year 1.
    pub fn minus(self, months: u32) -> Self {
        Self { number: self.number.saturating_sub(months) }.max(Self::FIRST)
    }

    /// Its first day.
    pub fn first_day(self) -> Date {
        Date { year: self.year(), month: self.of_year(), day: 1 }
    }

    /// Its last day.
    pub fn last_day(self) -> Date {
        Date { day: days_in(self.year(), self.of_year()), ..self.first_day() }
    }

    /// The month as a reader wants it: "March 2027".
    pub fn long(self) -> String {
        format!("{} {}", month_name(self.of_year()), self.year())
    }

    fn year(self) -> u16 {
        (self.number / 12) as u16
    }

    fn of_year(self) -> u8 {
        (self.number % 12) as u8 + 1
    }
}

/// "2027-03".
impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.of_year())
    }
}

#[cfg(test)]
mod tests {
    use super::{Date, Month};

    fn month(text: &str) -> Month {
        Month::parse(text).unwrap()
    }

    #[test]
    fn months_are_read_and_written_in_the_form_of_html() {
        assert_eq!(month("2027-03").to_string(), "2027-03");
        assert_eq!(month("0001-12").to_string(), "0001-12");
        for text in ["", "2027", "2027-3", "2027-13", "2027-00", "0000-01", "2027-03-01", "202a-03"] {
            assert_eq!(Month::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_month_knows_its_days_and_its_name() {
        let february = month("2028-02");
        assert_eq!(february.first_day().to_string(), "2028-02-01");
        assert_eq!(february.last_day().to_string(), "2028-02-29");
        assert_eq!(february.long(), "February 2028");
        assert_eq!(Month::of(Date::parse("2028-02-29").unwrap()), february);
    }

    #[test]
    fn counting_crosses_years_and_stops_at_the_ends_of_time() {
        assert_eq!(month("2026-11").plus(6), month("2027-05"));
        assert_eq!(month("2027-01").minus(1), month("2026-12"));
        assert_eq!(month("9999-12").plus(1), Month::LAST);
        assert_eq!(month("0001-01").minus(1), month("0001-01"));
        assert_eq!(Month::of(Date::LAST), Month::LAST);
    }
}
