//! A small ladder, and short ways to answer it and to take snapshots.

use rungs_core::assessment::{Assessment, Evidence, EvidenceId, Extra, Rating, Wording};
use rungs_core::date::Date;
use rungs_core::history::{Reason, Snapshot};
use rungs_core::ladder::{Expectation, ExpectationId, Held, Ladder, Level, LevelId, Version};
use rungs_core::record::{EntryId, Stamp};

use super::blank::{self, competency, expectation};

pub fn at(millis: u64) -> Stamp {
    Stamp::from_millis(millis)
}

pub fn entry(id: &str) -> EntryId {
    EntryId::parse(id).unwrap()
}

pub fn level_id(text: &str) -> LevelId {
    LevelId::parse(text).unwrap()
}

pub fn id(text: &str) -> ExpectationId {
    ExpectationId::parse(text).unwrap()
}

fn level(id: &str, rank: u8, holds: &[u32]) -> Level {
    let held = |index: &u32| Held { expectation: *index, origin: level_id(id) };
    Level { holds: holds.iter().map(held).collect(), ..blank::level(id, rank) }
}

/// Version 1.0.0: `junior` asks for tickets and letters; `senior` for tickets, letters and mentoring.
pub fn ladder() -> Ladder {
    Ladder {
        competencies: vec![competency("casework"), competency("conduct")],
        expectations: vec![
            expectation("tickets", "casework", "Resolves tickets."),
            expectation("letters", "conduct", "Writes letters."),
            expectation("mentoring", "conduct", "Mentors."),
        ],
        levels: vec![level("junior", 1, &[0, 1]), level("senior", 2, &[0, 1, 2])],
        ..blank::ladder("fixture")
    }
}

/// Version 2.0.0: tickets are worded otherwise, letters are called post, mentoring is gone; senior asks for planning,
/// junior for tidying.
pub fn next_ladder() -> Ladder {
    let post = expectation("post", "conduct", "Writes letters.");
    Ladder {
        version: Version { major: 2, minor: 0, patch: 0 },
        expectations: vec![
            expectation("tickets", "casework", "Resolves most tickets."),
            Expectation { former_ids: vec![id("letters")], ..post },
            expectation("planning", "casework", "Plans."),
            expectation("tidying", "conduct", "Tidies up."),
        ],
        levels: vec![level("junior", 1, &[0, 1, 3]), level("senior", 2, &[0, 1, 2])],
        ..ladder()
    }
}

pub fn expectation_of<'a>(ladder: &'a Ladder, of: &str) -> &'a Expectation {
    ladder.expectation(&id(of)).unwrap()
}

pub fn rate(assessment: &mut Assessment, ladder: &Ladder, of: &str, rating: Option<Rating>, now: u64) {
    assessment.rate(expectation_of(ladder, of), rating, at(now));
}

pub fn attach(assessment: &mut Assessment, ladder: &Ladder, of: &str, piece: &str, now: u64) {
    let of = expectation_of(ladder, of);
    let date = Date::parse("2026-11-22").unwrap();
    let wording = Wording::of(&of.text);
    let evidence = Evidence { date, text: "What happened".into(), link: None, wording, extra: Extra::new() };
    assessment.put_evidence(of, &EvidenceId::parse(piece).unwrap(), evidence, at(now));
}

/// An assessment with these ratings, toward `senior`.
pub fn rated(ladder: &Ladder, ratings: &[(&str, Rating)]) -> Assessment {
    let mut assessment = Assessment::default();
    assessment.set_target(Some(level_id("senior")), at(1));
    for (of, rating) in ratings {
        rate(&mut assessment, ladder, of, Some(*rating), 2);
    }
    assessment
}

/// A snapshot taken by hand.
pub fn snapshot(assessment: &Assessment, taken: u64) -> Snapshot {
    Snapshot::of(assessment, at(taken), Reason::Hand, Some(ladder().version))
}
