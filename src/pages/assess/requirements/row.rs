//! A requirement on the page: whether it is met and why, what it takes, and the rule behind it.

use std::rc::Rc;
use std::sync::Arc;

use rungs_core::case::State;
use rungs_core::ladder::{Condition, Requirement, Rule, Skillsets};
use rungs_view::prelude::*;

use super::asked::Asked;
use super::found::Found;
use super::need::NeedFields;
use super::reviews::Reviews;
use super::skillsets::SkillsetList;
use super::waiver::WaiverFields;
use super::word::WordField;
use crate::components::evidence::EvidenceList;
use crate::components::expectation::Paragraphs;
use crate::components::reworded::Reworded;
use crate::pages::assess::shelf::AnswerShelf;

/// A requirement of the target.
#[component]
pub fn RequirementRow(asked: Asked, found: Memo<Found>) -> impl IntoNode {
    view! {
        <li class="assess-asked">
            <Mark found />
            <div class="stack">
                <Asking asked found />
                <Show when=move || found.with(|found| found.state.is_some())>
                    <Branches asked found />
                    <Fields asked />
                    <WaiverFields asked />
                </Show>
                {asked.with(|requirement| rule_of(asked, requirement)).map(RuleFold::of)}
            </div>
        </li>
    }
}

/// One of several alternatives.
#[component]
fn Branch(asked: Asked, found: Memo<Found>) -> impl IntoNode {
    view! {
        <li class="assess-asked">
            <Mark found />
            <div class="stack">
                <Asking asked found />
                <Fields asked />
                {asked.with(|requirement| rule_of(asked, requirement)).map(RuleFold::of)}
            </div>
        </li>
    }
}

/// Whether it is met: as a word with a sign.
#[component]
fn Mark(found: Memo<Found>) -> impl IntoNode {
    let look = |state: Option<State>| match state {
        Some(State::Met) => ("assess-state is-met", "✓"),
        Some(State::NotMet) => ("assess-state is-not-met", "✕"),
        Some(State::NotKnown) => ("assess-state is-not-known", "?"),
        None => ("assess-state", "–"),
    };
    let state = Memo::new(move |_| found.with(|found| found.state));
    let word = move || state.get().map_or_else(|| "Not asked".to_owned(), |state| state.to_string());
    view! {
        <p class=move || look(state.get()).0>
            <span aria-hidden="true">{move || look(state.get()).1}</span>
            {word}
        </p>
    }
}

/// What is asked, why it is met or not, and what it asked before.
#[component]
fn Asking(asked: Asked, found: Memo<Found>) -> impl IntoNode {
    let (lang, what) = asked
        .desk()
        .with_ladder(|ladder| (ladder.lang.clone(), asked.with(|requirement| ladder.sentence(&requirement.condition))));
    let reason = Memo::new(move |_| found.with(|found| found.reason.clone()));
    let wants_dates = Memo::new(move |_| found.with(|found| found.wants_dates));
    let before = Memo::new(move |_| found.with(|found| found.reworded.clone()));
    view! {
        <p class="assess-what" lang=lang dir="auto">{what}</p>
        <p class="small soft">{reason}</p>
        <Show when=move || wants_dates.get()>
            <button type="button" class="small" on:click=move |_| asked.desk().add_stint()>
                "Enter your dates"
            </button>
        </Show>
        <Reworded
            said="Reworded since you answered; what you entered stands. It was:"
            before
            confirm=Rc::new(move || asked.change(|saved, level, of, now| saved.confirm_requirement(level, of, now)))
        />
    }
}

/// The alternatives of an any-of.
#[component]
fn Branches(asked: Asked, found: Memo<Found>) -> impl IntoNode {
    let branches = asked.with(|requirement| match requirement.condition.innermost() {
        Condition::AnyOf(branches) => branches.clone(),
        _ => Vec::new(),
    });
    let row = |(place, requirement): (usize, Requirement)| {
        let found = Memo::new(move |_| found.with(|found| found.branches[place].clone()));
        view! { <Branch asked=asked.branch(requirement) found /> }
    };
    let rows = (!branches.is_empty()).then(|| branches.into_iter().enumerate().map(row).collect_nodes());
    rows.map(|rows| view! { <ul class="assess-branches">{rows}</ul> })
}

/// What the user enters for it.
#[component]
fn Fields(asked: Asked) -> impl IntoNode {
    asked.with(|requirement| match requirement.condition.innermost() {
        Condition::Experience(_) | Condition::Statement(_) => WordField { asked }.into_node(),
        Condition::Mastery(Skillsets::AtLeast { .. }) => SkillsetList { asked }.into_node(),
        Condition::Mastery(Skillsets::Named(_)) => {
            view! { <EvidenceList shelf=Arc::new(AnswerShelf::Requirement(asked))>{()}</EvidenceList> }.into_node()
        }
        Condition::PeerReview => Reviews { asked }.into_node(),
        Condition::DocumentedNeed => NeedFields { asked }.into_node(),
        Condition::TimeAtRank { .. } | Condition::AnyOf(_) | Condition::WhenComingFrom { .. } => Node::Empty,
    })
}

fn rule_of(asked: Asked, requirement: &Requirement) -> Option<Rule> {
    let id = requirement.rule.as_ref()?;
    asked.desk().with_ladder(|ladder| ladder.rule(id).cloned())
}

/// A rule of the ladder, folded.
#[component]
pub fn RuleFold(rule: Rule) -> impl IntoNode {
    view! {
        <details class="rule-fold">
            <summary>{rule.name}</summary>
            <Paragraphs text=rule.text />
        </details>
    }
}

impl RuleFold {
    fn of(rule: Rule) -> Node {
        Self { rule }.into_node()
    }
}
