//! A requirement of the target, and what is entered for it.

use rungs_core::assessment::{Assessment, Opening, RequirementAnswer, Stamp, Wording};
use rungs_core::ladder::{Level, Requirement};
use rungs_view::prelude::*;

use crate::pages::assess::desk::Desk;

/// A requirement of a level. Copy it wherever it is needed.
#[derive(Clone, Copy)]
pub struct Asked {
    desk: Desk,
    /// Index of the level.
    level: usize,
    requirement: StoredValue<Requirement>,
}

impl Asked {
    /// A requirement of the level of that index.
    pub fn new(desk: Desk, level: usize, requirement: Requirement) -> Self {
        Self { desk, level, requirement: StoredValue::new(requirement) }
    }

    /// Another requirement of the same level: an alternative of this one.
    pub fn branch(self, requirement: Requirement) -> Self {
        Self::new(self.desk, self.level, requirement)
    }

    /// The desk on which it lies.
    pub fn desk(self) -> Desk {
        self.desk
    }

    /// Reads the requirement.
    pub fn with<T>(self, read: impl FnOnce(&Requirement) -> T) -> T {
        self.requirement.with_value(read)
    }

    /// Reads what is entered for it, and follows its changes.
    pub fn with_answer<T>(self, read: impl FnOnce(&RequirementAnswer) -> T) -> T {
        let (mut read, mut found) = (Some(read), None);
        self.read_answer(&mut |answer| found = read.take().map(|read| read(answer)));
        found.unwrap_or_else(|| unreachable!("the answer is read once"))
    }

    fn read_answer(self, read: &mut dyn FnMut(&RequirementAnswer)) {
        self.desk.with_ladder(|ladder| {
            let level = &ladder.levels[self.level];
            self.desk
                .with_entries(|saved| self.with(|requirement| read(&saved.requirement_answer(level, requirement))));
        });
    }

    /// Changes what is entered for it.
    pub fn change(self, change: impl FnOnce(&mut Assessment, &Level, &Requirement, Stamp)) {
        self.desk
            .change(|saved, now| self.apply(saved, |saved, level, requirement| change(saved, level, requirement, now)));
    }

    /// Changes what is entered for it in an assessment.
    pub fn apply(self, saved: &mut Assessment, change: impl FnOnce(&mut Assessment, &Level, &Requirement)) {
        self.desk.with_ladder(|ladder| {
            self.with(|requirement| change(saved, &ladder.levels[self.level], requirement));
        });
    }

    /// Whether there is an opening for the level, and its changes.
    pub fn opening(self) -> Option<Opening> {
        self.desk
            .with_ladder(|ladder| self.desk.with_entries(|saved| saved.opening(&ladder.levels[self.level]).cloned()))
    }

    /// The requirement as it is worded now.
    pub fn wording(self) -> Wording {
        self.with(Wording::of_requirement)
    }

    /// The id of an element that belongs to it.
    pub fn element(self, part: &str) -> String {
        self.with(|requirement| format!("requirement-{}-{part}", requirement.id))
    }
}
