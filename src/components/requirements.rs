//! What a level requires for promotion, and the rules behind it.

use std::sync::Arc;

use rungs_core::ladder::{Condition, Ladder, Requirement, Rule};
use rungs_core::route::{Anchor, Place, Target};
use rungs_view::prelude::*;

use super::anchor::AnchorLink;
use super::expectation::Paragraphs;

/// The requirements of a level; where there are none, a sentence that says so.
#[component]
pub fn RequirementList(ladder: Arc<Ladder>, requirements: Vec<Requirement>, place: Place) -> impl IntoNode {
    if requirements.is_empty() {
        return view! { <p class="soft">"This ladder states no requirements for this level."</p> }.into_node();
    }
    let items: Vec<_> = requirements.iter().map(|requirement| item(&ladder, requirement, &place)).collect();
    view! { <ul class="requirement-list">{items}</ul> }.into_node()
}

fn item(ladder: &Arc<Ladder>, requirement: &Requirement, place: &Place) -> Node {
    let anchor = Anchor { ladder: None, target: Target::Requirement(requirement.id.clone()) };
    let element_id = anchor.element_id();
    let sentence = ladder.sentence(&requirement.condition);
    let name = sentence.clone();
    let rule = requirement.rule.as_ref().and_then(|id| ladder.rule(id)).cloned().map(|rule| {
        view! {
            <details class="rule-fold">
                <summary>{rule.name}</summary>
                <Paragraphs text=rule.text />
            </details>
        }
    });
    view! {
        <li id=element_id>
            <p>{sentence} " " <AnchorLink place=place.clone().at(anchor) name /></p>
            {branches(ladder, &requirement.condition, place)}
            {rule}
        </li>
    }
    .into_node()
}

fn branches(ladder: &Arc<Ladder>, condition: &Condition, place: &Place) -> Option<Node> {
    match condition {
        Condition::AnyOf(requirements) => {
            let items: Vec<_> = requirements.iter().map(|requirement| item(ladder, requirement, place)).collect();
            Some(view! { <ul>{items}</ul> }.into_node())
        }
        Condition::WhenComingFrom { then, .. } => branches(ladder, then, place),
        _ => None,
    }
}

/// Rules, each under its name.
#[component]
pub fn RuleList(rules: Vec<Rule>, place: Place) -> impl IntoNode {
    let rules: Vec<_> = rules
        .into_iter()
        .map(|rule| {
            let anchor = Anchor { ladder: None, target: Target::Rule(rule.id.clone()) };
            let (name, element_id) = (rule.name.clone(), anchor.element_id());
            view! {
                <section class="rule" id=element_id>
                    <h3>{rule.name} " " <AnchorLink place=place.clone().at(anchor) name /></h3>
                    <Paragraphs text=rule.text />
                </section>
            }
        })
        .collect();
    view! { <div class="rule-list">{rules}</div> }
}
