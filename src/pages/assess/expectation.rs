//! One expectation: what it says, its four ratings, and what stands below them.

use std::rc::Rc;
use std::sync::Arc;

use rungs_core::assessment::{Addition, Answer, Question, Rating};
use rungs_core::ladder::Expectation;
use rungs_view::prelude::*;

use super::desk::{Desk, use_desk};
use super::figure::FigureFields;
use super::shelf::AnswerShelf;
use crate::components::evidence::EvidenceList;
use crate::components::expectation::OutwardLink;
use crate::components::fields::Enter;
use crate::components::focus::focus_when_drawn;
use crate::components::rating::{RatingRow, first_control, on_rating_key};
use crate::components::reworded::Reworded;

/// An expectation to be rated. The keys 1 to 4 rate it while the focus is in it; a click anywhere in it brings it there.
#[component]
pub fn ExpectationRow(question: Question) -> impl IntoNode {
    let desk = use_desk();
    let index = question.expectation;
    let rating = Memo::new(move |_| desk.with_answer(index, |answer| answer.rating()));
    let id = desk.with_expectation(index, |expectation| expectation.id.clone());
    let chosen: Enter<Rating> = Rc::new(move |chosen| desk.rate(index, Some(chosen)));
    let on_key = on_rating_key(id.to_string(), Rc::clone(&chosen));
    view! {
        <li class="assess-expectation" tabindex="-1" data-expectation=id.to_string() on:keydown=on_key>
            <RatingRow of=id.to_string() statement=statement(desk, &question).into_node() rating rate=chosen />
            <RatedBefore question />
            {more(desk, index)}
            <FigureFields index />
            <EvidenceList shelf=Arc::new(AnswerShelf::Expectation(desk, index))>
                <ClearButton index rating />
            </EvidenceList>
        </li>
    }
}

/// Takes the rating back.
#[component]
fn ClearButton(index: usize, rating: Memo<Option<Rating>>) -> impl IntoNode {
    let desk = use_desk();
    let first = desk.with_expectation(index, |expectation| first_control(expectation.id.as_str()));
    let clear = move |_| {
        desk.rate(index, None);
        focus_when_drawn(first.clone());
    };
    view! {
        <button type="button" class="is-quiet small" hidden=move || rating.get().is_none() on:click=clear>
            "Clear the rating"
        </button>
    }
}

/// What the expectation says, with the mark of an addition before it.
fn statement(desk: Desk, question: &Question) -> impl IntoNode + use<> {
    let mark = match question.addition {
        Addition::None => None,
        Addition::Raised => Some(view! { <span class="assess-mark is-raised">"Raised"</span> }),
        Addition::New => Some(view! { <span class="assess-mark is-new">"New"</span> }),
    };
    let lang = desk.with_ladder(|ladder| ladder.lang.clone());
    let lines = |expectation: &Expectation| {
        let line = |text: &str| view! { <span class="assess-statement">{text.to_owned()}</span> };
        expectation.text.split('\n').map(line).collect_nodes()
    };
    view! {
        {mark}
        <span lang=lang dir="auto">{desk.with_expectation(question.expectation, lines)}</span>
    }
}

/// Examples and further reading, folded.
fn more(desk: Desk, index: usize) -> Option<impl IntoNode> {
    let (examples, links) = desk.with_expectation(index, |e| (e.examples.clone(), e.links.clone()));
    let name = match (examples.is_empty(), links.is_empty()) {
        (true, true) => return None,
        (false, true) => "Examples",
        (true, false) => "Links",
        (false, false) => "Examples and links",
    };
    let examples = examples.into_iter().map(|example| view! { <li>{example}</li> }).collect_nodes();
    let links = links.into_iter().map(|link| view! { <li><OutwardLink link /></li> }).collect_nodes();
    Some(view! {
        <details class="small">
            <summary>{name}</summary>
            <ul>{examples} {links}</ul>
        </details>
    })
}

/// The note that the statement was worded otherwise when it was rated; the answer stands.
#[component]
fn RatedBefore(question: Question) -> impl IntoNode {
    let desk = use_desk();
    let index = question.expectation;
    let before = Memo::new(move |_| {
        let wording = |answer: &Answer| answer.rated().map(|rated| rated.wording.text.clone());
        desk.with_answer(index, |answer| question.is_reworded(answer).then(|| wording(answer)).flatten())
    });
    let again = move || desk.rate(index, desk.peek_answer(index, |answer| answer.rating()));
    view! {
        <Reworded
            said="Reworded since you answered; your answer stands. You rated:"
            before
            confirm=Rc::new(again)
        />
    }
}
