//! A small ladder, and short ways to plan something.

use rungs_core::date::{Date, Month};
use rungs_core::ladder::{ExpectationId, Held, Ladder, Level, LevelId};
use rungs_core::plan::{About, Item, Plan, put};
use rungs_core::record::{Book, EntryId, Stamp};

use super::blank::{self, competency, expectation};

pub fn at(millis: u64) -> Stamp {
    Stamp::from_millis(millis)
}

pub fn id(text: &str) -> EntryId {
    EntryId::parse(text).unwrap()
}

pub fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

pub fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// A ladder whose one level asks for all of its expectations.
pub fn ladder() -> Ladder {
    let expectations = vec![
        expectation("tickets", "casework", "Resolves 90 percent of tickets."),
        expectation("polite", "conduct", "Writes politely."),
        expectation("mentoring", "conduct", "Mentors."),
        expectation("speaking", "conduct", "Speaks up."),
        expectation("planning", "conduct", "Plans ahead."),
    ];
    let level_id = LevelId::parse("senior").unwrap();
    let held = |index| Held { expectation: index, origin: level_id.clone() };
    let holds = (0..expectations.len() as u32).map(held).collect();
    Ladder {
        name: "Support".into(),
        competencies: vec![competency("casework"), competency("conduct")],
        expectations,
        levels: vec![Level { holds, ..blank::level("senior", 2) }],
        ..blank::ladder("support")
    }
}

/// An item for an expectation of the ladder.
pub fn item(of: &str, action: &str, by: &str) -> Item {
    let ladder = ladder();
    let about = ladder.expectation(&ExpectationId::parse(of).unwrap()).map(About::of);
    Item { action: action.into(), ..Item::new(about, month(by)) }
}

/// A book with items by their ids, each put a millisecond after the one before.
pub fn book(items: &[(&str, Item)]) -> Book {
    let mut book = Book::default();
    for (moment, (name, item)) in (1..).zip(items) {
        put(&mut book, &id(name), Some(item), at(moment));
    }
    book
}

pub fn plan(book: &Book) -> Plan {
    Plan::of(book, month("2026-11"))
}

/// The items of a month, by their ids.
pub fn listed(book: &Book, in_month: &str) -> String {
    let plan = plan(book);
    let ids: Vec<&str> = plan.in_month(month(in_month)).map(|(id, _)| id.as_str()).collect();
    ids.join(" ")
}
