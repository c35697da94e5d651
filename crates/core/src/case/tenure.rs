//! Time at one rank, added up over stints and tracks.
//!
//! Months are months of the calendar: whoever reached a rank on 14 March has a year of it on the next 14 March, and
//! what began on the 31st is complete at the end of a shorter month. Days that several stints share count once.
//! Where there are gaps, the days spent are laid end to end from the first day of the first stint.
//!
//! Leaving out the earliest stints may give more, since months differ in length: what gives most counts. Hence more
//! time entered never makes less of it, and what was once enough stays enough.

use super::career::{Career, StagePost};
use crate::date::Date;

/// The time spent at one rank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tenure {
    /// In the order of their beginnings; none is empty.
    spans: Vec<Span>,
}

/// Some days, by their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Span {
    from: Date,
    /// The number of the first day after it: beyond all days where it goes on.
    end: u32,
}

impl Tenure {
    /// The time that a career has at a rank.
    pub fn at(rank: u8, career: &Career) -> Self {
        let counts = |post: StagePost| post.rank() == Some(rank);
        let spans = career
            .stages
            .iter()
            .filter(|stage| counts(stage.post))
            .map(|stage| Span { from: stage.stint.from, end: stage.end.map_or(u32::MAX, Date::day_number) });
        Self { spans: spans.filter(|span| span.end > span.from.day_number()).collect() }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// The first day on which so many months are complete, if things go on as they are; `None` where they will
    /// not be, or not before the year 10000.
    pub fn complete_on(&self, months: u32) -> Option<Date> {
        (0..self.spans.len()).filter_map(|first| complete(&self.spans[first..], months)).min()
    }

    /// How many months are complete on a day.
    pub fn months_on(&self, day: Date) -> u32 {
        (0..self.spans.len()).map(|first| months(&self.spans[first..], day)).max().unwrap_or(0)
    }
}

/// The first day on which so many months are complete, counted from the first of these spans.
fn complete(spans: &[Span], months: u32) -> Option<Date> {
    let first = spans.first()?.from;
    let mut missing = first.plus_months(months)?.day_number() - first.day_number();
    for (from, end) in apart(spans) {
        if end - from >= missing {
            return Date::from_day_number(from + missing);
        }
        missing -= end - from;
    }
    None
}

/// How many months are complete on a day, counted from the first of these spans.
fn months(spans: &[Span], day: Date) -> u32 {
    let Some(first) = spans.first() else { return 0 };
    let until = day.day_number();
    let days: u32 = apart(spans).map(|(from, end)| end.min(until).saturating_sub(from)).sum();
    Date::from_day_number(first.from.day_number() + days).map_or(0, |reached| first.from.months_until(reached))
}

/// The days of the spans, each once: pieces that do not overlap, in their order.
fn apart(spans: &[Span]) -> impl Iterator<Item = (u32, u32)> {
    let mut covered = 0;
    spans.iter().map(move |span| {
        let from = span.from.day_number().max(covered);
        covered = covered.max(span.end);
        (from, span.end.max(from))
    })
}
