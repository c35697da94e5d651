//! All that a catalogue names: each thing with its ids, in the scope in which they hold.

use rungs_core::ladder::{Catalogue, Condition, Ladder, Level, Requirement};

use crate::kind::Kind;

/// A thing that links and answers name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named<'a> {
    /// What it is.
    pub kind: Kind,
    /// The ids of what it stands in, outermost first: nothing, its ladder, or ladder and level.
    pub within: Vec<&'a str>,
    /// Its present id.
    pub id: &'a str,
    /// The ids by which it was known before.
    pub former: Vec<&'a str>,
}

impl Named<'_> {
    /// Whether it is, or was, called that.
    pub fn answers_to(&self, id: &str) -> bool {
        self.id == id || self.former.contains(&id)
    }
}

/// How many ids are known, former ones counted too.
pub fn count(catalogue: &Catalogue) -> usize {
    all(catalogue).iter().map(|named| 1 + named.former.len()).sum()
}

/// Everything: what contains something stands before what is in it.
pub fn all(catalogue: &Catalogue) -> Vec<Named<'_>> {
    let themes = catalogue.index.themes.iter();
    let mut all: Vec<Named> = themes.map(|theme| named(Kind::Theme, &[], theme.id.as_str(), [])).collect();
    for ladder in &catalogue.ladders {
        all.push(named(Kind::Ladder, &[], ladder.id.as_str(), ladder.former_ids.iter().map(|id| id.as_str())));
        of_ladder(ladder, &mut all);
    }
    all
}

fn of_ladder<'a>(ladder: &'a Ladder, all: &mut Vec<Named<'a>>) {
    let within = [ladder.id.as_str()];
    for level in &ladder.levels {
        all.push(named(Kind::Level, &within, level.id.as_str(), level.former_ids.iter().map(|id| id.as_str())));
        of_level(ladder, level, &level.requirements, all);
    }
    all.extend(ladder.competencies.iter().map(|competency| {
        let former = competency.former_ids.iter().map(|id| id.as_str());
        named(Kind::Competency, &within, competency.id.as_str(), former)
    }));
    all.extend(ladder.expectations.iter().map(|expectation| {
        let former = expectation.former_ids.iter().map(|id| id.as_str());
        named(Kind::Expectation, &within, expectation.id.as_str(), former)
    }));
    all.extend(ladder.rules.iter().map(|rule| named(Kind::Rule, &within, rule.id.as_str(), [])));
}

/// A level's requirements, nested ones included.
fn of_level<'a>(ladder: &'a Ladder, level: &'a Level, requirements: &'a [Requirement], all: &mut Vec<Named<'a>>) {
    for requirement in requirements {
        let within = [ladder.id.as_str(), level.id.as_str()];
        let former = requirement.former_ids.iter().map(|id| id.as_str());
        all.push(named(Kind::Requirement, &within, requirement.id.as_str(), former));
        let mut condition = &requirement.condition;
        while let Condition::WhenComingFrom { then, .. } = condition {
            condition = then;
        }
        if let Condition::AnyOf(branches) = condition {
            of_level(ladder, level, branches, all);
        }
    }
}

fn named<'a>(kind: Kind, within: &[&'a str], id: &'a str, former: impl IntoIterator<Item = &'a str>) -> Named<'a> {
    Named { kind, within: within.to_vec(), id, former: former.into_iter().collect() }
}
