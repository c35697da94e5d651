//! What can be found: an entry points into a ladder and copies nothing.

use super::Kind;
use crate::ladder::{Ladder, Level};
use crate::route::{LevelRef, Place, Route, Target};

/// Something that can be found, as positions in its ladder's lists.
#[derive(Clone, Copy)]
pub(super) enum Item {
    Ladder,
    Level(usize),
    Competency(usize),
    Expectation {
        at: usize,
        /// The level on whose page it is shown; `None` where no level holds it.
        level: Option<usize>,
    },
    Rule(usize),
}

/// How much it counts where a word is found.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Name = 0,
    Text = 1,
    /// What the entry belongs to: helps to find it, does not by itself.
    Context = 2,
}

/// The texts of an entry.
pub(super) struct Texts<'a> {
    pub(super) name: &'a str,
    pub(super) text: &'a str,
    /// A short label that counts like the name.
    pub(super) grade: Option<&'a str>,
    pub(super) context: Vec<&'a str>,
}

impl Item {
    /// Everything in a ladder that can be found, in reading order.
    pub(super) fn all(ladder: &Ladder) -> Vec<Self> {
        let homes = homes(ladder);
        let mut items = vec![Self::Ladder];
        items.extend((0..ladder.levels.len()).map(Self::Level));
        items.extend((0..ladder.competencies.len()).map(Self::Competency));
        items.extend(homes.into_iter().enumerate().map(|(at, level)| Self::Expectation { at, level }));
        items.extend((0..ladder.rules.len()).map(Self::Rule));
        items
    }

    pub(super) fn kind(self) -> Kind {
        match self {
            Self::Ladder => Kind::Ladder,
            Self::Level(_) => Kind::Level,
            Self::Competency(_) => Kind::Competency,
            Self::Expectation { .. } => Kind::Expectation,
            Self::Rule(_) => Kind::Rule,
        }
    }

    pub(super) fn texts(self, ladder: &Ladder) -> Texts<'_> {
        let named = |name, text, context| Texts { name, text, grade: None, context };
        match self {
            Self::Ladder => named(&ladder.name, &ladder.summary, vec![]),
            Self::Level(at) => {
                let level = &ladder.levels[at];
                let track = ladder.track(&level.track).map(|track| track.name.as_str());
                let context = track.into_iter().chain([ladder.name.as_str()]).collect();
                Texts { grade: level.grade.as_deref(), ..named(&level.name, &level.summary, context) }
            }
            Self::Competency(at) => {
                let competency = &ladder.competencies[at];
                let context = competency.group.as_deref().into_iter().chain([ladder.name.as_str()]).collect();
                named(&competency.name, "", context)
            }
            Self::Expectation { at, level } => {
                let expectation = &ladder.expectations[at];
                let competency = ladder.competency(&expectation.competency).map(|competency| competency.name.as_str());
                let level = level.map(|level| ladder.levels[level].name.as_str());
                named(
                    "",
                    &expectation.text,
                    competency.into_iter().chain(level).chain([ladder.name.as_str()]).collect(),
                )
            }
            Self::Rule(at) => named(&ladder.rules[at].name, &ladder.rules[at].text, vec![&ladder.name]),
        }
    }

    pub(super) fn place(self, ladder: &Ladder) -> Place {
        let page = || Place::from(Route::Ladder(ladder.id.clone()));
        let level_page = |level: &Level| Place::from(Route::Level(LevelRef::new(ladder.id.clone(), level.id.clone())));
        match self {
            Self::Ladder => page(),
            Self::Level(at) => level_page(&ladder.levels[at]),
            Self::Competency(at) => page().at(Target::Competency(ladder.competencies[at].id.clone()).into()),
            Self::Expectation { at, level } => level
                .map_or_else(page, |level| level_page(&ladder.levels[level]))
                .at(Target::Expectation(ladder.expectations[at].id.clone()).into()),
            Self::Rule(at) => page().at(Target::Rule(ladder.rules[at].id.clone()).into()),
        }
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
