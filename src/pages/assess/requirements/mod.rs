//! What the target requires: each requirement held against what was entered, with what it takes.

mod asked;
mod found;
mod need;
mod reviews;
mod row;
mod skillsets;
mod waiver;
mod word;

use rungs_core::assessment::choice;
use rungs_core::ladder::{Condition, Level, Requirement, Rule, RuleSubject};
use rungs_core::route::{Own, Route};
use rungs_view::prelude::*;

pub use asked::Asked;
use found::{Found, Results, evidence_in_words};
use row::{RequirementRow, RuleFold};

use super::career::CareerFields;
use super::desk::{Desk, use_desk};
use crate::state::use_navigator;
use crate::store::today;

/// The requirements of the target, once there is one.
#[component]
pub fn Requirements() -> impl IntoNode {
    let desk = use_desk();
    let target = Memo::new(move |_| {
        desk.with_ladder(|ladder| {
            let chosen = |level: &Level| ladder.levels.iter().position(|other| other.id == level.id);
            desk.with_entries(|saved| choice(ladder, saved.target()).level().and_then(chosen))
        })
    });
    view! {
        <For each=move || target.get().into_iter().collect() key=|level| *level let:level>
            <OfTarget level />
        </For>
    }
}

#[component]
fn OfTarget(level: usize) -> impl IntoNode {
    let desk = use_desk();
    let results = Memo::new(move |_| {
        desk.with_ladder(|ladder| desk.with_entries(|saved| Results::of(ladder, &ladder.levels[level], saved, today())))
    });
    let (target, requirements) =
        desk.with_ladder(|ladder| (ladder.levels[level].name.clone(), ladder.levels[level].requirements.clone()));
    let asks_time = requirements.iter().any(asks_time);
    let without_evidence = move || desk.whole().with(evidence_in_words);
    let content = if requirements.is_empty() {
        view! { <p class="soft">"This ladder states no requirements for this level."</p> }.into_node()
    } else {
        view! {
            <p class="assess-line">{move || results.with(Results::in_words)}</p>
            <p class="soft">{without_evidence}</p>
            <Rows level requirements results />
            <Review level results />
        }
    };
    view! {
        <section id="requirements" class="assess-requirements" aria-labelledby="assess-requirements-name">
            <h2 id="assess-requirements-name">"What " {target} " requires"</h2>
            {content}
            <CareerFields asks_time />
        </section>
    }
}

/// Whether a requirement, or an alternative of it, asks for time.
fn asks_time(requirement: &Requirement) -> bool {
    match requirement.condition.innermost() {
        Condition::TimeAtRank { .. } => true,
        Condition::AnyOf(branches) => branches.iter().any(asks_time),
        _ => false,
    }
}

#[component]
fn Rows(level: usize, requirements: Vec<Requirement>, results: Memo<Results>) -> impl IntoNode {
    let desk = use_desk();
    let row = |(place, requirement): (usize, Requirement)| {
        let found: Memo<Found> = Memo::new(move |_| results.with(|results| results.found[place].clone()));
        view! { <RequirementRow asked=Asked::new(desk, level, requirement) found /> }
    };
    view! { <ul class="assess-asked-list">{requirements.into_iter().enumerate().map(row).collect_nodes()}</ul> }
}

/// Where things are with the review, who may start one, and what may be waived.
#[component]
fn Review(level: usize, results: Memo<Results>) -> impl IntoNode {
    let desk = use_desk();
    let rules = rules(desk, level);
    let wants_case = Memo::new(move |_| results.with(|results| results.wants_case));
    let ladder = desk.with_ladder(|ladder| ladder.id.clone());
    let case = use_navigator().href(&Route::Own(Own::Case, ladder).into());
    let heading = (!rules.is_empty()).then(|| view! { <p class="small soft">"What the ladder says of this:"</p> });
    view! {
        <div class="assess-review">
            <p>
                {move || results.with(|results| results.review.clone())}
                <Show when=move || wants_case.get()>" " <a href=case.clone()>"Make the case for it"</a></Show>
            </p>
            {heading}
            {rules.into_iter().map(|rule| view! { <RuleFold rule /> }).collect_nodes()}
        </div>
    }
}

/// The ladder's rules on who may start the review, if one is asked, and on waivers.
fn rules(desk: Desk, level: usize) -> Vec<Rule> {
    desk.with_ladder(|ladder| {
        let level = &ladder.levels[level];
        let asks_review = level.requirements.iter().any(|of| *of.condition.innermost() == Condition::PeerReview);
        let mut found = Vec::new();
        if asks_review {
            found.extend(ladder.rules_about(RuleSubject::StartingReview, &level.id).cloned());
        }
        found.extend(ladder.rules_about(RuleSubject::Waiver, &level.id).cloned());
        found
    })
}
