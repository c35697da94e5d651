//! Which competencies and expectations stand in the document.

use rungs_core::case::folder::{Folder, leave_out_competency, leave_out_expectation};
use rungs_view::prelude::*;
use web_sys::Event;

use super::desk::{CaseDesk, use_case};

/// What the target expects, to be left out or taken in; folded, since most will want all of it.
#[component]
pub fn LeftOut() -> impl IntoNode {
    let desk = use_case();
    let expected = desk.expected();
    let out = Memo::new(move |_| {
        let is_out = |at: &&usize| !desk.folder().with(|folder| holds(desk, folder, **at));
        expected.with(|expected| expected.iter().flat_map(|(_, here)| here).filter(is_out).count())
    });
    let said = move || match out.get() {
        0 => "all are in".to_owned(),
        several => format!("{several} left out"),
    };
    view! {
        <Show when=move || !expected.with(Vec::is_empty)>
            <details class="case-fold">
                <summary>"Expectations: " {said}</summary>
                <For each=move || expected.get() key=|(competency, _)| *competency let:here>
                    <Competency here />
                </For>
            </details>
        </Show>
    }
}

fn holds(desk: CaseDesk, folder: &Folder, expectation: usize) -> bool {
    desk.with_ladder(|ladder| folder.holds(ladder, &ladder.expectations[expectation]))
}

#[component]
fn Competency(here: (usize, Vec<usize>)) -> impl IntoNode {
    let desk = use_case();
    let (place, expectations) = here;
    let is_out = Memo::new(move |_| {
        desk.with_ladder(|ladder| {
            desk.folder().with(|folder| folder.leaves_out_competency(&ladder.competencies[place]))
        })
    });
    let choose = move |event: Event| {
        let is_out = !event_target_checked(&event);
        desk.with_ladder(|ladder| {
            desk.change(|book, now| leave_out_competency(book, &ladder.competencies[place], is_out, now));
        });
    };
    let (lang, name) = desk.with_ladder(|ladder| (ladder.lang.clone(), ladder.competencies[place].name.clone()));
    let rows = expectations.into_iter().map(|at| view! { <Expectation at is_out /> }).collect_nodes();
    view! {
        <div class="case-competency" role="group" aria-label=name.clone()>
            <label class="case-tick">
                <input type="checkbox" prop:checked=move || !is_out.get() on:change=choose />
                <b lang=lang dir="auto">{name}</b>
            </label>
            {rows}
        </div>
    }
}

#[component]
fn Expectation(at: usize, is_out: Memo<bool>) -> impl IntoNode {
    let desk = use_case();
    let is_in =
        move || desk.with_expectation(at, |expectation| !desk.folder().with(|folder| folder.leaves_out(expectation)));
    let choose = move |event: Event| {
        let is_out = !event_target_checked(&event);
        desk.with_expectation(at, |of| desk.change(|book, now| leave_out_expectation(book, of, is_out, now)));
    };
    let lang = desk.with_ladder(|ladder| ladder.lang.clone());
    let text = desk.with_expectation(at, |expectation| expectation.text.clone());
    view! {
        <label class="case-tick small">
            <input
                type="checkbox"
                prop:checked=move || is_in() && !is_out.get()
                prop:disabled=move || is_out.get()
                on:change=choose
            />
            <span lang=lang dir="auto">{text}</span>
        </label>
    }
}
