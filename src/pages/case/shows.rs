//! What a piece of the portfolio shows: expectations and skillsets.

use std::rc::Rc;

use rungs_core::assessment::Fingerprint;
use rungs_core::case::folder::{Piece, ShownExpectation};
use rungs_core::ladder::{Requirement, Skillsets};
use rungs_core::search::folded;
use rungs_view::prelude::*;
use web_sys::{Event, SubmitEvent};

use super::desk::{CaseDesk, use_case};
use super::editor::Draft;
use crate::components::fields::NameInput;
use crate::components::focus::focus_when_drawn;

/// The choice of what a piece shows.
#[component]
pub fn Shows(draft: Draft) -> impl IntoNode {
    let expected = use_case().expected();
    let said = move || draft.piece.with(in_words);
    view! {
        <details class="case-fold">
            <summary>"What it shows: " {said}</summary>
            <For each=move || expected.get() key=|(competency, _)| *competency let:here>
                <Expectations draft here />
            </For>
            <Gone draft />
            <SkillsetChoice draft />
        </details>
    }
}

/// "2 expectations, 1 skillset".
fn in_words(piece: &Piece) -> String {
    let part = |count: usize, what: &str| match count {
        0 => None,
        1 => Some(format!("1 {what}")),
        several => Some(format!("{several} {what}s")),
    };
    match (part(piece.shows.len(), "expectation"), part(piece.skillsets.len(), "skillset")) {
        (None, None) => "nothing yet".to_owned(),
        (Some(one), None) | (None, Some(one)) => one,
        (Some(expectations), Some(skillsets)) => [expectations, skillsets].join(", "),
    }
}

#[component]
fn Expectations(draft: Draft, here: (usize, Vec<usize>)) -> impl IntoNode {
    let (competency, expectations) = here;
    let name = use_case().with_ladder(|ladder| ladder.competencies[competency].name.clone());
    let rows = expectations.into_iter().map(|at| view! { <Expectation draft at /> }).collect_nodes();
    view! {
        <fieldset class="case-competency">
            <legend dir="auto">{name}</legend>
            {rows}
        </fieldset>
    }
}

#[component]
fn Expectation(draft: Draft, at: usize) -> impl IntoNode {
    let desk = use_case();
    let shown = Memo::new(move |_| {
        desk.with_expectation(at, |of| {
            draft.piece.with(|piece| piece.shows.iter().find(|shown| shown.is_of(of)).cloned())
        })
    });
    let choose = move |event: Event| {
        let shows = event_target_checked(&event);
        desk.with_expectation(at, |of| draft.change(|piece| piece.set_shows(of, shows)));
    };
    let (lang, text) = desk.with_ladder(|ladder| (ladder.lang.clone(), ladder.expectations[at].text.clone()));
    view! {
        <label class="case-tick small">
            <input type="checkbox" prop:checked=move || shown.with(Option::is_some) on:change=choose />
            <span lang=lang dir="auto">{text}</span>
        </label>
        {move || shown.get().filter(|shown| is_reworded(desk, at, shown)).map(before)}
    }
}

fn is_reworded(desk: CaseDesk, at: usize, shown: &ShownExpectation) -> bool {
    desk.with_expectation(at, |of| shown.wording.fingerprint != Fingerprint::of(&of.text))
}

fn before(shown: ShownExpectation) -> impl IntoNode {
    view! {
        <p class="notice is-warning small">
            "Reworded since you chose it. It was: " <q dir="auto">{shown.wording.text}</q>
        </p>
    }
}

/// What it shows that is not among what the target expects: of another level, or gone from the ladder.
#[component]
fn Gone(draft: Draft) -> impl IntoNode {
    let desk = use_case();
    let expected = desk.expected();
    let others = Memo::new(move |_| {
        let is_there = |shown: &ShownExpectation| {
            let is_it = |at: &usize| desk.with_expectation(*at, |of| shown.is_of(of));
            expected.with(|expected| expected.iter().flat_map(|(_, here)| here).any(is_it))
        };
        draft.piece.with(|piece| piece.shows.iter().filter(|shown| !is_there(shown)).cloned().collect::<Vec<_>>())
    });
    let row = move |shown: ShownExpectation| {
        let text = shown.wording.text.clone();
        let take_back = move |_| draft.change(|piece| piece.shows.retain(|other| other.id != shown.id));
        view! {
            <label class="case-tick small">
                <input type="checkbox" prop:checked=true on:change=take_back />
                <span dir="auto">{text}</span>
            </label>
        }
    };
    view! {
        <Show when=move || !others.with(Vec::is_empty)>
            <fieldset class="case-competency">
                <legend>"Not among what the target expects"</legend>
                {move || others.get().into_iter().map(row).collect_nodes()}
            </fieldset>
        </Show>
    }
}

/// The skillsets that are named for requirements, those that the ladder offers, and others by name.
#[component]
fn SkillsetChoice(draft: Draft) -> impl IntoNode {
    let desk = use_case();
    let names = Memo::new(move |_| {
        let mut names = desk.with_target(|target| {
            let asked = target.requirements.iter().flat_map(Requirement::masteries);
            asked.flat_map(|(_, skillsets)| offered(skillsets)).collect::<Vec<_>>()
        });
        let names = names.get_or_insert_default();
        desk.with_saved(|saved| names.extend(saved.skillset_names().into_iter().map(str::to_owned)));
        let mut all: Vec<String> = draft.piece.with(|piece| piece.skillsets.clone());
        for name in names.drain(..) {
            if !all.iter().any(|known| folded(known) == folded(&name)) {
                all.push(name);
            }
        }
        all
    });
    let row = move |name: String| {
        let (text, chosen) = (name.clone(), name.clone());
        let is_chosen = move || draft.piece.with(|piece| piece.skillsets.contains(&chosen));
        let choose = move |event: Event| draft.change(|piece| piece.set_skillset(&name, event_target_checked(&event)));
        view! {
            <label class="case-tick small">
                <input type="checkbox" prop:checked=is_chosen on:change=choose />
                <span dir="auto">{text}</span>
            </label>
        }
    };
    view! {
        <fieldset class="case-competency">
            <legend>"Skillsets"</legend>
            <For each=move || names.get() key=String::clone let:name>
                {row(name)}
            </For>
            <Another draft />
        </fieldset>
    }
}

/// The skillsets that a ladder names or offers.
fn offered(skillsets: &Skillsets) -> Vec<String> {
    match skillsets {
        Skillsets::AtLeast { offers, .. } => offers.clone(),
        Skillsets::Named(name) => vec![name.clone()],
    }
}

/// The field that names another.
#[component]
fn Another(draft: Draft) -> impl IntoNode {
    let id = draft.field("skillset");
    let typed = RwSignal::new(String::new());
    let field = id.clone();
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        draft.change(|piece| piece.set_skillset(typed.get_untracked().trim(), true));
        typed.set(String::new());
        focus_when_drawn(field.clone());
    };
    view! {
        <form class="field" on:submit=add>
            <label for=id.clone()>"Another skillset"</label>
            <div class="row">
                <NameInput id kept=Memo::new(move |_| typed.get()) enter=Rc::new(move |text| typed.set(text)) />
                <button type="submit">"Add"</button>
            </div>
        </form>
    }
}
