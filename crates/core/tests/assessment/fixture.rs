//! A small ladder, and short ways to say what was done to an assessment.

use rungs_core::assessment::{Assessment, Evidence, EvidenceId, Extra, Rating, Stamp, Wording};
use rungs_core::date::Date;
use rungs_core::ladder::{
    Competency, CompetencyId, Expectation, ExpectationId, Held, Ladder, LadderId, Level, LevelId, Status, Track,
    TrackId, TrackKind, Version,
};

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

/// An expectation with that id, in the competency, that says the text.
pub fn expectation(id: &str, competency: &str, text: &str) -> Expectation {
    Expectation {
        id: expectation_id(id),
        former_ids: Vec::new(),
        competency: CompetencyId::parse(competency).unwrap(),
        text: text.to_owned(),
        raises: Vec::new(),
        replaces: Vec::new(),
        measure: None,
        assessed: true,
        examples: Vec::new(),
        links: Vec::new(),
        step: None,
    }
}

fn level(id: &str, rank: u8, holds: &[u32]) -> Level {
    let held = |index: &u32| Held { expectation: *index, origin: level_id(id) };
    Level {
        id: level_id(id),
        former_ids: Vec::new(),
        name: id.to_owned(),
        grade: None,
        track: TrackId::parse("core").unwrap(),
        rank,
        summary: String::new(),
        extends: Vec::new(),
        drops: Vec::new(),
        from: Vec::new(),
        example: false,
        facts: Vec::new(),
        steps: Vec::new(),
        holds: holds.iter().map(held).collect(),
        requirements: Vec::new(),
    }
}

/// Two levels: `junior` asks for tickets-75 and politeness, and has further duties that cannot be
/// rated; `senior` asks for tickets-90 (which raises tickets-75), politeness and mentoring.
pub fn ladder() -> Ladder {
    let competency = |id: &str| Competency {
        id: CompetencyId::parse(id).unwrap(),
        former_ids: Vec::new(),
        name: id.to_owned(),
        group: None,
        themes: Vec::new(),
        steps: Vec::new(),
    };
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
        id: LadderId::parse("fixture").unwrap(),
        former_ids: Vec::new(),
        name: "Fixture".to_owned(),
        version: Version { major: 1, minor: 0, patch: 0 },
        status: Status::Sample,
        effective: None,
        lang: "en".to_owned(),
        summary: String::new(),
        source: None,
        tracks: vec![Track {
            id: TrackId::parse("core").unwrap(),
            name: "Core".to_owned(),
            kind: TrackKind::Core,
            open_from: None,
            summary: String::new(),
        }],
        competencies: vec![competency("casework"), competency("conduct")],
        expectations,
        levels: vec![level("junior", 1, &[0, 2, 4]), level("senior", 2, &[1, 2, 3, 4])],
        rules: Vec::new(),
    }
}

/// Rates the expectation of that id.
pub fn rate(assessment: &mut Assessment, ladder: &Ladder, id: &str, rating: Rating, now: u64) {
    let expectation = ladder.expectation(&expectation_id(id)).unwrap();
    assessment.rate(expectation, Some(rating), at(now));
}
