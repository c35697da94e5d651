//! What can be found, in the texts of a ladder.

use super::Kind;
use crate::ladder::Ladder;

/// Something that can be found, as its texts stand in the ladder; empty where it has none.
#[derive(Clone, Copy)]
pub(super) struct Item<'a> {
    pub(super) kind: Kind,
    /// Its id; a ladder's is empty.
    pub(super) id: &'a str,
    /// The level on whose page it is shown; empty where that is the ladder's page.
    pub(super) level: &'a str,
    pub(super) name: &'a str,
    /// A short label that counts like the name.
    pub(super) grade: &'a str,
    pub(super) text: &'a str,
    /// What it belongs to, from near to far, without the ladder.
    pub(super) context: [&'a str; 2],
}

impl<'a> Item<'a> {
    fn new(kind: Kind, id: &'a str, name: &'a str, text: &'a str) -> Self {
        Self { kind, id, level: "", name, grade: "", text, context: [""; 2] }
    }

    /// Everything in a ladder that can be found, in reading order.
    pub(super) fn all(ladder: &'a Ladder) -> Vec<Self> {
        let mut items = vec![Self::new(Kind::Ladder, "", &ladder.name, &ladder.summary)];
        items.extend(ladder.levels.iter().map(|level| {
            let id = level.id.as_str();
            let track = ladder.track(&level.track).map_or("", |track| &track.name);
            let grade = level.grade.as_deref().unwrap_or_default();
            Self { level: id, grade, context: [track, ""], ..Self::new(Kind::Level, id, &level.name, &level.summary) }
        }));
        items.extend(ladder.competencies.iter().map(|competency| {
            let context = [competency.group.as_deref().unwrap_or_default(), ""];
            Self { context, ..Self::new(Kind::Competency, competency.id.as_str(), &competency.name, "") }
        }));
        let homes = homes(ladder);
        items.extend(ladder.expectations.iter().zip(homes).map(|(expectation, home)| {
            let competency = ladder.competency(&expectation.competency).map_or("", |competency| &competency.name);
            let (level, name) = home.map_or(("", ""), |at| (ladder.levels[at].id.as_str(), &ladder.levels[at].name));
            let item = Self::new(Kind::Expectation, expectation.id.as_str(), "", &expectation.text);
            Self { level, context: [competency, name], ..item }
        }));
        items.extend(ladder.rules.iter().map(|rule| Self::new(Kind::Rule, rule.id.as_str(), &rule.name, &rule.text)));
        items
    }
}

/// For each expectation the level that states it, or else the first that holds it.
fn homes(ladder: &Ladder) -> Vec<Option<usize>> {
    let mut homes = vec![None; ladder.expectations.len()];
    let mut is_stated = vec![false; homes.len()];
    for (position, level) in ladder.levels.iter().enumerate() {
        for held in &level.holds {
            let at = held.expectation as usize;
            let states = held.origin == level.id;
            if homes[at].is_none() || (states && !is_stated[at]) {
                homes[at] = Some(position);
                is_stated[at] = states;
            }
        }
    }
    homes
}
