//! The work: the expectations of one competency, and the way from one unrated to the next.

use leptos::ev;
use rungs_core::assessment::{Question, next_unrated};
use rungs_view::prelude::*;
use web_sys::KeyboardEvent;

use super::desk::{Desk, Scope, Sheet, use_desk, with_sheet};
use super::expectation::ExpectationRow;
use crate::components::focus::{focus_when_drawn, plain_key};
use crate::components::rating::first_control;
use crate::state::{Announcer, use_announcer};

/// The expectations of the competency on the screen.
#[component]
pub fn Work() -> impl IntoNode {
    let desk = use_desk();
    let announcer = use_announcer();
    let questions = Memo::new(move |_| {
        let shown = desk.shown().get();
        let scope = desk.scope().get();
        let here = |question: &&Question| Some(question.competency) == shown && scope.holds(question);
        with_sheet(desk.sheet(), |sheet| sheet.questions.iter().filter(here).cloned().collect::<Vec<_>>())
            .unwrap_or_default()
    });
    let heading = move || desk.shown().get().map(|competency| desk.competency_name(competency));
    // Wherever on the page the focus is; the listener goes with the page.
    let on_key = listen(ev::keydown, move |event: KeyboardEvent| {
        if plain_key(&event).as_deref() == Some("n") {
            event.prevent_default();
            go_to_next(desk, announcer);
        }
    });
    on_cleanup(move || on_key.stop());
    view! {
        <section class="assess-work" aria-labelledby="assess-work-name">
            <h2 id="assess-work-name">{heading}</h2>
            <p class="assess-keys soft small">
                "Keys 1 to 4 rate the expectation that has the focus; n goes to the next unrated."
            </p>
            <ol class="assess-expectations">
                <For each=move || questions.get() key=key let:question>
                    <ExpectationRow question />
                </For>
            </ol>
        </section>
    }
}

fn key(question: &Question) -> String {
    format!("{} {}", question.expectation, question.addition as u8)
}

/// Shows the next unrated expectation in scope and focuses its first rating, or says that there is none.
pub fn go_to_next(desk: Desk, announcer: Announcer) {
    let next = untrack(|| with_sheet(desk.sheet(), |sheet| next(desk, sheet)).flatten());
    match next {
        Some(question) => go_to(desk, &question),
        None => announcer.say("Everything here is rated."),
    }
}

fn next(desk: Desk, sheet: &Sheet) -> Option<Question> {
    let after = focused(sheet, desk).or_else(|| last_before_shown(sheet, desk));
    let only_additions = desk.scope().get() == Scope::Additions;
    let index = desk.with_ladder(|ladder| {
        desk.peek_saved(|saved| next_unrated(ladder, saved, &sheet.questions, after, only_additions))
    });
    index.map(|index| sheet.questions[index].clone())
}

/// The question whose row has the focus.
fn focused(sheet: &Sheet, desk: Desk) -> Option<usize> {
    let row = document().active_element()?.closest("[data-expectation]").ok().flatten()?;
    let id = row.get_attribute("data-expectation")?;
    let is_it = |question: &Question| desk.with_expectation(question.expectation, |e| e.id.as_str() == id);
    sheet.questions.iter().position(is_it)
}

/// With no focus in a row, the search begins at the top of the competency on the screen.
fn last_before_shown(sheet: &Sheet, desk: Desk) -> Option<usize> {
    let shown = desk.shown().get()?;
    sheet.questions.iter().position(|question| question.competency == shown)?.checked_sub(1)
}

/// Shows an expectation and focuses its first rating.
pub fn go_to(desk: Desk, question: &Question) {
    if !desk.scope().get_untracked().holds(question) {
        desk.set_scope(Scope::All);
    }
    desk.show(question.competency);
    focus_when_drawn(desk.with_expectation(question.expectation, |expectation| first_control(expectation.id.as_str())));
}
