//! Small ladders, written where they are tested.

use rungs_core::ladder::{
    Bound, Competency, Expectation, ExpectationId, Held, Ladder, Level, LevelId, Measure, Quantity, Requirement,
    RequirementId, StepId, StepPlace, Theme, ThemeId, TrackId, TrackKind,
};

pub use super::blank::expectation;
use super::blank::{self, track};

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
    let track = TrackId::parse(track).unwrap();
    Level { name: format!("Level {id}"), track, holds, ..blank::level(id, rank) }
}

/// A ladder whose levels `l1`, `l2`, … hold the named expectations; its competencies are those that
/// the expectations name, each with the theme of its own name.
pub fn ladder(id: &str, expectations: Vec<Expectation>, levels: &[&[&str]]) -> Ladder {
    let mut competencies: Vec<Competency> = Vec::new();
    for expectation in &expectations {
        if competencies.iter().all(|known| known.id != expectation.competency) {
            let about = expectation.competency.as_str();
            competencies.push(Competency {
                name: format!("About {about}"),
                themes: vec![ThemeId::parse(about).unwrap()],
                ..blank::competency(about)
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
        name: format!("Ladder {id}"),
        tracks: vec![
            track("individual", "Individual contributor", TrackKind::Individual),
            track("management", "Management", TrackKind::Management),
        ],
        levels: levels.collect(),
        competencies,
        expectations,
        ..blank::ladder(id)
    }
}

pub fn theme(id: &str) -> Theme {
    Theme { id: ThemeId::parse(id).unwrap(), name: format!("Theme {id}"), summary: String::new() }
}

pub fn requirement(id: &str, condition: rungs_core::ladder::Condition) -> Requirement {
    Requirement { id: RequirementId::parse(id).unwrap(), former_ids: Vec::new(), rule: None, condition }
}
