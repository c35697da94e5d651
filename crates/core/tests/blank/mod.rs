//! Parts of a ladder that say nothing but their ids, for tests to fill in what they are about.

use rungs_core::ladder::{
    Competency, CompetencyId, Expectation, ExpectationId, Ladder, LadderId, Level, LevelId, Status, Track, TrackId,
    TrackKind, Version,
};

/// A ladder with the one track `core` and nothing in it.
pub fn ladder(id: &str) -> Ladder {
    Ladder {
        id: LadderId::parse(id).unwrap(),
        former_ids: vec![],
        name: id.into(),
        version: Version { major: 1, minor: 0, patch: 0 },
        status: Status::Current,
        effective: None,
        lang: "en".into(),
        summary: String::new(),
        source: None,
        tracks: vec![track("core", "Core", TrackKind::Core)],
        competencies: vec![],
        expectations: vec![],
        levels: vec![],
        rules: vec![],
    }
}

pub fn track(id: &str, name: &str, kind: TrackKind) -> Track {
    Track { id: TrackId::parse(id).unwrap(), name: name.into(), kind, open_from: None, summary: String::new() }
}

/// A level on the track `core`.
pub fn level(id: &str, rank: u8) -> Level {
    Level {
        id: LevelId::parse(id).unwrap(),
        former_ids: vec![],
        name: id.into(),
        grade: None,
        track: TrackId::parse("core").unwrap(),
        rank,
        summary: String::new(),
        extends: vec![],
        drops: vec![],
        from: vec![],
        example: false,
        facts: vec![],
        steps: vec![],
        holds: vec![],
        requirements: vec![],
    }
}

pub fn competency(id: &str) -> Competency {
    Competency {
        id: CompetencyId::parse(id).unwrap(),
        former_ids: vec![],
        name: id.into(),
        group: None,
        themes: vec![],
        steps: vec![],
    }
}

pub fn expectation(id: &str, competency: &str, text: &str) -> Expectation {
    Expectation {
        id: ExpectationId::parse(id).unwrap(),
        former_ids: vec![],
        competency: CompetencyId::parse(competency).unwrap(),
        text: text.into(),
        raises: vec![],
        replaces: vec![],
        measure: None,
        assessed: true,
        examples: vec![],
        links: vec![],
        step: None,
    }
}
