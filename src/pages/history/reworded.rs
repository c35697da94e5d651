//! Answers to what is worded otherwise now: both wordings with the changed words marked, and the choice to keep the
//! answer or to rate again. A row stays for the visit, so that what was decided can be undone.

use rungs_core::assessment::{Answer, Rating, answer_to};
use rungs_core::ladder::Expectation;
use rungs_view::prelude::*;

use super::version::Decided;
use crate::components::archive::Archive;
use crate::components::change::reworded;
use crate::components::focus::focus_when_drawn;
use crate::state::{Announcer, use_announcer};

/// The rows: what is pending, and what was decided on this visit.
#[component]
pub fn RewordedList(archive: Archive, decided: Decided) -> impl IntoNode {
    let listed = Memo::new(move |_| {
        let mut listed: Vec<usize> = archive.migration().reworded.iter().map(|one| one.expectation).collect();
        decided.with(|decided| listed.extend(decided.keys().copied()));
        listed.sort_unstable();
        listed.dedup();
        listed
    });
    view! {
        <Show when=move || !listed.with(Vec::is_empty)>
            <h3>"Reworded since you answered"</h3>
            <ul class="entry-list">
                <For each=move || listed.get() key=|index| *index let:index>
                    <Row archive index decided />
                </For>
            </ul>
        </Show>
    }
}

fn with_expectation<T>(archive: Archive, index: usize, read: impl FnOnce(&Expectation) -> T) -> T {
    archive.with_ladder(|ladder| read(&ladder.expectations[index]))
}

/// The answer as it is, followed.
fn answer(archive: Archive, index: usize) -> Answer {
    with_expectation(archive, index, |of| archive.with_answers(|answers| answer_to(answers, of).into_owned()))
}

/// Keeps what was answered for the new wording, or rates again. A snapshot of what was comes first.
fn decide(archive: Archive, decided: Decided, announcer: Announcer, index: usize, rating: Option<Rating>) {
    archive.secure(announcer);
    let before = untrack(|| answer(archive, index));
    decided.update(|decided| _ = decided.entry(index).or_insert(before));
    archive.change_answers(|answers, now| {
        with_expectation(archive, index, |of| {
            if rating.is_some() {
                answers.rate(of, rating, now);
            }
            answers.confirm(of, now);
        });
    });
}

/// Puts the answer back as it was before.
fn undo(archive: Archive, decided: Decided, index: usize) {
    let Some(before) = decided.try_update(|decided| decided.remove(&index)).flatten() else { return };
    archive.change_answers(|answers, now| {
        with_expectation(archive, index, |of| {
            if before.rating().is_none() {
                answers.rate(of, None, now);
            }
            answers.bring_back(&of.id, before, now);
        });
    });
}

#[component]
fn Row(archive: Archive, index: usize, decided: Decided) -> impl IntoNode {
    let (id, text, competency) = archive.with_ladder(|ladder| {
        let of = &ladder.expectations[index];
        let competency = ladder.competency(&of.competency).map(|competency| competency.name.clone());
        (of.id.clone(), of.text.clone(), competency)
    });
    let first =
        untrack(|| decided.with(|decided| decided.get(&index).cloned()).unwrap_or_else(|| answer(archive, index)));
    let before = first.wording().map(|wording| wording.text.clone()).unwrap_or_default();
    let rating = Memo::new(move |_| answer(archive, index).rating());
    let is_decided = Memo::new(move |_| decided.with(|decided| decided.contains_key(&index)));
    let announcer = use_announcer();
    let name = format!("reworded-{id}");
    let (keep, back) = (format!("{name}-keep"), format!("{name}-undo"));
    let on_keep = {
        let back = back.clone();
        move |_| {
            decide(archive, decided, announcer, index, None);
            focus_when_drawn(back.clone());
        }
    };
    let on_undo = {
        let keep = keep.clone();
        move |_| {
            undo(archive, decided, index);
            focus_when_drawn(keep.clone());
        }
    };
    let choice = move |choice: Rating| {
        view! {
            <label>
                <input
                    type="radio"
                    name=name.clone()
                    prop:checked=move || rating.get() == Some(choice)
                    on:change=move |_| decide(archive, decided, announcer, index, Some(choice))
                />
                {choice.to_string()}
            </label>
        }
    };
    view! {
        <li class="stack">
            <p class="soft small">{competency}</p>
            {reworded(&before, &text)}
            <div>
                <fieldset class="assess-rating">
                    <legend class="visually-hidden">"Your rating of the new wording: " {text}</legend>
                    {Rating::ALL.map(choice)}
                </fieldset>
            </div>
            <p class="row small">
                <button type="button" id=keep hidden=move || is_decided.get() on:click=on_keep>"Keep my answer"</button>
                <span role="status">{move || is_decided.get().then_some("Your answer holds for the new wording.")}</span>
                <button type="button" id=back hidden=move || !is_decided.get() on:click=on_undo>"Undo"</button>
            </p>
        </li>
    }
}
