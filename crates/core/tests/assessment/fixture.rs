//! A small ladder, and short ways to say what was done to an assessment.

use rungs_core::assessment::{Assessment, Evidence, EvidenceId, Extra, Rating, Stamp, Wording};
use rungs_core::date::Date;
use rungs_core::ladder::{ExpectationId, Held, Ladder, Level, LevelId, Status};

pub use super::blank::expectation;
use super::blank::{self, competency};

/// A moment.
pub fn at(millis: u64) -> Stamp {
    Stamp::from_millis(millis)
}

pub fn level_id(text: &str) -> LevelId {
    LevelId::parse(text).unwrap()
}

pub fn expectation_id(text: &str) -> ExpectationId {
    ExpectationId::parse(text).unwrap()
}

pub fn evidence_id(text: &str) -> EvidenceId {
    EvidenceId::parse(text).unwrap()
}

/// A piece of evidence with that text.
pub fn evidence(text: &str) -> Evidence {
    Evidence {
        date: Date::parse("2026-11-22").unwrap(),
        text: text.to_owned(),
        link: None,
        wording: Wording::of("a statement"),
        extra: Extra::new(),
    }
}

fn level(id: &str, rank: u8, holds: &[u32]) -> Level {
    let held = |index: &u32| Held { expectation: *index, origin: level_id(id) };
    Level { holds: holds.iter().map(held).collect(), ..blank::level(id, rank) }
}

/// Two levels: `junior` asks for tickets-75 and politeness, and has further duties that cannot be
/// rated; `senior` asks for tickets-90 (which raises tickets-75), politeness and mentoring.
pub fn ladder() -> Ladder {
    let mut expectations = vec![
        expectation("tickets-75", "casework", "Resolves 75 percent of tickets."),
        expectation("tickets-90", "casework", "Resolves 90 percent of tickets."),
        expectation("polite", "conduct", "Writes politely."),
        expectation("mentoring", "conduct", "Mentors."),
        expectation("duties", "conduct", "Further duties as assigned."),
    ];
    expectations[1].raises = vec![expectation_id("tickets-75")];
    expectations[4].assessed = false;
    Ladder {
        name: "Fixture".to_owned(),
        status: Status::Sample,
        competencies: vec![competency("casework"), competency("conduct")],
        expectations,
        levels: vec![level("junior", 1, &[0, 2, 4]), level("senior", 2, &[1, 2, 3, 4])],
        ..blank::ladder("fixture")
    }
}

/// Rates the expectation of that id.
pub fn rate(assessment: &mut Assessment, ladder: &Ladder, id: &str, rating: Rating, now: u64) {
    let expectation = ladder.expectation(&expectation_id(id)).unwrap();
    assessment.rate(expectation, Some(rating), at(now));
}
