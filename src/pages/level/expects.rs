//! What a level expects: what it states itself by competency, and what it inherits folded under the
//! name of the level that it comes from.

use std::sync::Arc;

use rungs_core::ladder::{Competency, CompetencyId, Expectation, Ladder, Level, LevelId};
use rungs_core::route::{Anchor, Place, Target};
use rungs_view::prelude::*;

use crate::components::anchor::AnchorLink;
use crate::components::expectation::ExpectationText;

/// One competency with some of the expectations that a level has in it.
#[derive(Clone)]
struct Group {
    competency: Competency,
    /// The name of the step that states them, if it has one.
    step: Option<String>,
    expectations: Vec<Expectation>,
    /// Whether this is the first place on the page that names the competency: links to it lead here.
    is_first: bool,
}

/// The expectations of a level.
#[component]
pub fn Expects(ladder: Arc<Ladder>, level: Level, place: Place) -> impl IntoNode {
    let mut named = Vec::new();
    let own = groups(&ladder, &level, &level.id, &mut named);
    let inherited: Vec<_> = origins(&ladder, &level)
        .into_iter()
        .map(|origin| (origin, groups(&ladder, &level, &origin.id, &mut named)))
        .map(|(origin, groups)| view! { <Inherited name=origin.name.clone() groups place=place.clone() /> })
        .collect();
    let own = if own.is_empty() {
        let sentence = if inherited.is_empty() {
            "This ladder states no expectations for this level."
        } else {
            "Nothing beyond what it inherits."
        };
        view! { <p class="soft" lang="en">{sentence}</p> }.into_node()
    } else {
        view! { <Groups groups=own place /> }.into_node()
    };
    view! {
        <section>
            <h2 lang="en">"What it expects"</h2>
            {own}
            {inherited}
        </section>
    }
}

/// The levels from which expectations are inherited, in the order of the ladder.
fn origins<'a>(ladder: &'a Ladder, level: &Level) -> Vec<&'a Level> {
    ladder
        .levels
        .iter()
        .filter(|other| other.id != level.id && level.holds.iter().any(|held| held.origin == other.id))
        .collect()
}

/// What the level has from `origin`, by competency. `named` gathers the competencies named so far.
fn groups(ladder: &Ladder, level: &Level, origin: &LevelId, named: &mut Vec<CompetencyId>) -> Vec<Group> {
    let mut groups = Vec::new();
    for competency in &ladder.competencies {
        let here = ladder.cell(level, &competency.id).filter(|holding| holding.origin == origin);
        let expectations: Vec<Expectation> = here.map(|holding| holding.expectation.clone()).collect();
        if expectations.is_empty() {
            continue;
        }
        let is_first = !named.contains(&competency.id);
        if is_first {
            named.push(competency.id.clone());
        }
        let stated_by = ladder.level(origin).and_then(|origin| ladder.step(origin, &competency.id));
        let step = stated_by.and_then(|step| step.name.clone());
        groups.push(Group { competency: competency.clone(), step, expectations, is_first });
    }
    groups
}

/// What is inherited from one level, folded.
#[component]
fn Inherited(name: String, groups: Vec<Group>, place: Place) -> impl IntoNode {
    let count: usize = groups.iter().map(|group| group.expectations.len()).sum();
    view! {
        <details class="inherited">
            <summary>{format!("From {name} ({count})")}</summary>
            <Groups groups place />
        </details>
    }
}

/// Competencies with their expectations.
#[component]
fn Groups(groups: Vec<Group>, place: Place) -> impl IntoNode {
    groups
        .into_iter()
        .map(|group| {
            let place = place.clone();
            view! { <CompetencyPart group place /> }
        })
        .collect::<Vec<_>>()
}

#[component]
fn CompetencyPart(group: Group, place: Place) -> impl IntoNode {
    let Group { competency, step, expectations, is_first } = group;
    let anchor = Anchor { ladder: None, target: Target::Competency(competency.id) };
    let id = is_first.then(|| anchor.element_id());
    let link = {
        let (place, name) = (place.clone().at(anchor), competency.name.clone());
        is_first.then(|| view! { <AnchorLink place name /> })
    };
    let items: Vec<_> = expectations.into_iter().map(|expectation| item(expectation, &place)).collect();
    view! {
        <section class="competency-part" id=id>
            <h3>{competency.name} " " {link} {step.map(|name| view! { <span class="step-name">{name}</span> })}</h3>
            <ul class="expectation-list">{items}</ul>
        </section>
    }
}

fn item(expectation: Expectation, place: &Place) -> impl IntoNode + use<> {
    let anchor = Anchor { ladder: None, target: Target::Expectation(expectation.id.clone()) };
    let id = anchor.element_id();
    let place = place.clone().at(anchor);
    view! {
        <li class="expectation" id=id>
            <div><ExpectationText expectation /></div>
            <AnchorLink place name="this expectation".to_owned() />
        </li>
    }
}
