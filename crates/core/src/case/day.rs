//! Days on which something happened, as they are typed in.

use std::fmt;

use crate::date::{Date, DateError};

/// Why a text is no day on which something can have happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayProblem {
    /// It is no date.
    NoDate(DateError),
    /// It has not come yet.
    Future(Date),
}

/// Reads a day on which something happened: until today.
///
/// # Errors
/// [`DayProblem`] for a text that is no date, a day that the calendar has not, and the future.
pub fn past_day(text: &str, today: Date) -> Result<Date, DayProblem> {
    let day = Date::parse(text).map_err(DayProblem::NoDate)?;
    if day > today { Err(DayProblem::Future(day)) } else { Ok(day) }
}

/// A clause, as after "Not saved: ".
impl fmt::Display for DayProblem {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::NoDate(error) => error.fmt(f),
            Self::Future(day) => write!(f, "{} is in the future", day.long()),
        }
    }
}
