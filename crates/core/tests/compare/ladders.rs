//! Small ladders, written where they are tested.

use rungs_core::ladder::{
    Bound, Competency, CompetencyId, Expectation, ExpectationId, Held, Ladder, LadderId, Level, LevelId, Measure,
    Quantity, Requirement, RequirementId, Status, StepId, StepPlace, Theme, ThemeId, Track, TrackId, TrackKind,
    Version,
};

pub fn expectation(id: &str, competency: &str, text: &str) -> Expectation {
    Expectation {
        id: ExpectationId::parse(id).unwrap(),
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

/// Words that tests of single expectations are written in.
pub trait Written {
    fn raising(self, ids: &[&str]) -> Self;
    fn replacing(self, ids: &[&str]) -> Self;
    fn on_step(self, order: u16) -> Self;
    fn at_least(self, number: i64, of: &str) -> Self;
}

impl Written for Expectation {
    fn raising(mut self, ids: &[&str]) -> Self {
        self.raises = ids.iter().map(|id| ExpectationId::parse(id).unwrap()).collect();
        self
    }

    fn replacing(mut self, ids: &[&str]) -> Self {
        self.replaces = ids.iter().map(|id| ExpectationId::parse(id).unwrap()).collect();
        self
    }

    fn on_step(mut self, order: u16) -> Self {
        self.step = Some(StepPlace { id: StepId::parse(&format!("step-{order}")).unwrap(), order });
        self
    }

    fn at_least(mut self, number: i64, of: &str) -> Self {
        let bound = Bound::AtLeast(Quantity::whole(number).unwrap());
        self.measure = Some(Measure { bound, unit: "percent".into(), of: of.into() });
        self
    }
}

fn level(id: &str, rank: u8, track: &str, holds: Vec<Held>) -> Level {
    Level {
        id: LevelId::parse(id).unwrap(),
        former_ids: Vec::new(),
        name: format!("Level {id}"),
        grade: None,
        track: TrackId::parse(track).unwrap(),
        rank,
        summary: String::new(),
        extends: Vec::new(),
        drops: Vec::new(),
        from: Vec::new(),
        example: false,
        facts: Vec::new(),
        steps: Vec::new(),
        holds,
        requirements: Vec::new(),
    }
}

fn track(id: &str, name: &str, kind: TrackKind) -> Track {
    Track { id: TrackId::parse(id).unwrap(), name: name.into(), kind, open_from: None, summary: String::new() }
}

/// A ladder whose levels `l1`, `l2`, … hold the named expectations; its competencies are those that
/// the expectations name, each with the theme of its own name.
pub fn ladder(id: &str, expectations: Vec<Expectation>, levels: &[&[&str]]) -> Ladder {
    let mut competencies: Vec<Competency> = Vec::new();
    for expectation in &expectations {
        if competencies.iter().all(|known| known.id != expectation.competency) {
            competencies.push(Competency {
                id: expectation.competency.clone(),
                former_ids: Vec::new(),
                name: format!("About {}", expectation.competency),
                group: None,
                themes: vec![ThemeId::parse(expectation.competency.as_str()).unwrap()],
                steps: Vec::new(),
            });
        }
    }
    let levels = levels.iter().zip(1u8..).map(|(ids, rank)| {
        let level_id = format!("l{rank}");
        let held = ids.iter().map(|id| {
            let at = expectations.iter().position(|expectation| expectation.id.as_str() == *id).unwrap();
            Held { expectation: at as u32, origin: LevelId::parse(&level_id).unwrap() }
        });
        level(&level_id, rank, "individual", held.collect())
    });
    Ladder {
        id: LadderId::parse(id).unwrap(),
        former_ids: Vec::new(),
        name: format!("Ladder {id}"),
        version: Version { major: 1, minor: 0, patch: 0 },
        status: Status::Current,
        effective: None,
        lang: "en".into(),
        summary: String::new(),
        source: None,
        tracks: vec![
            track("individual", "Individual contributor", TrackKind::Individual),
            track("management", "Management", TrackKind::Management),
        ],
        levels: levels.collect(),
        competencies,
        expectations,
        rules: Vec::new(),
    }
}

pub fn theme(id: &str) -> Theme {
    Theme { id: ThemeId::parse(id).unwrap(), name: format!("Theme {id}"), summary: String::new() }
}

pub fn requirement(id: &str, condition: rungs_core::ladder::Condition) -> Requirement {
    Requirement { id: RequirementId::parse(id).unwrap(), former_ids: Vec::new(), rule: None, condition }
}
