//! A small ladder, the check-in of someone on it, and short ways to say what was done.

use rungs_core::assessment::{Assessment, Evidence, EvidenceId, Extra, Rating, Wording};
use rungs_core::check_in::{self, CheckIn, File, Opened, Row, With, rows};
use rungs_core::date::Date;
use rungs_core::ladder::{ExpectationId, Held, Ladder, Level, LevelId};
use rungs_core::link::SafeUrl;
use rungs_core::record::{Book, EntryId, Stamp};

pub use super::blank::expectation;
use super::blank::{self, competency};

pub const TODAY: &str = "2026-11-23";

pub fn at(millis: u64) -> Stamp {
    Stamp::from_millis(millis)
}

pub fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

pub fn entry_id(text: &str) -> EntryId {
    EntryId::parse(text).unwrap()
}

pub fn expectation_id(text: &str) -> ExpectationId {
    ExpectationId::parse(text).unwrap()
}

pub fn level_id(text: &str) -> LevelId {
    LevelId::parse(text).unwrap()
}

fn level(id: &str, rank: u8, holds: &[u32]) -> Level {
    let held = |index: &u32| Held { expectation: *index, origin: level_id(id) };
    Level { holds: holds.iter().map(held).collect(), ..blank::level(id, rank) }
}

/// `senior` asks for tickets, politeness, mentoring and writing, and for duties that cannot be rated.
pub fn ladder() -> Ladder {
    let mut expectations = vec![
        expectation("tickets", "casework", "Resolves 90 percent of tickets."),
        expectation("polite", "conduct", "Writes politely."),
        expectation("mentoring", "conduct", "Mentors."),
        expectation("writing", "conduct", "Writes articles."),
        expectation("duties", "conduct", "Further duties as assigned."),
    ];
    expectations[4].assessed = false;
    Ladder {
        name: "Support".to_owned(),
        competencies: vec![competency("casework"), competency("conduct")],
        expectations,
        levels: vec![level("junior", 1, &[1]), level("senior", 2, &[0, 1, 2, 3, 4])],
        ..blank::ladder("support")
    }
}

pub fn rate(assessment: &mut Assessment, ladder: &Ladder, id: &str, rating: Rating) {
    assessment.rate(ladder.expectation(&expectation_id(id)).unwrap(), Some(rating), at(5));
}

/// Someone at `junior` who aims at `senior`, rated three of four, and has evidence of politeness.
pub fn assessment(ladder: &Ladder) -> Assessment {
    let mut assessment = Assessment::default();
    assessment.set_present(Some(level_id("junior")), at(1));
    assessment.set_target(Some(level_id("senior")), at(1));
    rate(&mut assessment, ladder, "tickets", Rating::NotYet);
    rate(&mut assessment, ladder, "polite", Rating::Consistently);
    rate(&mut assessment, ladder, "mentoring", Rating::Sometimes);
    let polite = ladder.expectation(&expectation_id("polite")).unwrap();
    let evidence = Evidence {
        date: day("2026-10-01"),
        text: "Thanked by a customer.".into(),
        link: SafeUrl::parse("https://example.com/thanks").ok(),
        wording: Wording::of(&polite.text),
        extra: Extra::new(),
    };
    assessment.put_evidence(polite, &EvidenceId::parse("thanks").unwrap(), evidence, at(6));
    assessment
}

pub fn check_in_of(ladder: &Ladder, assessment: &Assessment, with: With) -> CheckIn {
    CheckIn::of(ladder, assessment, with, entry_id("file-1"), "Ada", day("2026-11-20")).unwrap()
}

/// The check-in of that someone.
pub fn check_in() -> CheckIn {
    let ladder = ladder();
    check_in_of(&ladder, &assessment(&ladder), With::Evidence)
}

/// The text of its file.
pub fn text() -> String {
    File::CheckIn(check_in()).write().unwrap()
}

pub fn opened(text: &str) -> Opened {
    check_in::open(text, day(TODAY)).unwrap()
}

/// What is to be said of a file that can be read.
pub fn remarks(text: &str) -> Vec<String> {
    opened(text).remarks.iter().map(ToString::to_string).collect()
}

/// Why a file cannot be read.
pub fn refused(text: &str) -> String {
    check_in::open(text, day(TODAY)).unwrap_err().to_string()
}

/// The book of a colleague whose check-in was opened.
pub fn opened_book(check_in: CheckIn) -> Book {
    let mut book = Book::default();
    check_in::keep(&mut book, check_in, at(10));
    book
}

/// The row of an expectation.
pub fn row<'a>(check_in: &'a CheckIn, ladder: &'a Ladder, id: &str) -> Row<'a> {
    rows(check_in, Some(ladder)).into_iter().find(|row| row.id().as_str() == id).unwrap()
}
