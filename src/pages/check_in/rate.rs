//! Rating what a colleague rated, without seeing how.

use std::rc::Rc;

use leptos::{ev, html};
use rungs_core::assessment::Rating;
use rungs_core::check_in::{lay_side_by_side, rate, rows};
use rungs_view::prelude::*;
use web_sys::KeyboardEvent;

use super::desk::{Desk, use_desk};
use super::room::HEADING;
use super::row::{NoteFold, evidence, statement, told};
use crate::components::fields::Enter;
use crate::components::focus::{focus_when_drawn, plain_key};
use crate::components::rating::{RatingRow, first_control, on_rating_key};
use crate::components::reworded::Reworded;
use crate::state::use_announcer;
use crate::store;

/// The expectations by competency, and the way on once they are rated.
#[component]
pub fn Rate() -> impl IntoNode {
    let desk = use_desk();
    let announcer = use_announcer();
    let sheet = desk.sheet();
    let parts = parts(desk).into_iter().map(part).collect_nodes();
    let name = sheet.check_in.name().to_owned();
    let count = Memo::new(move |_| desk.with_rows(|talk, rows| talk.count(rows)));
    let all = untrack(|| desk.with_rows(|_, rows| rows.len()));
    // Wherever on the page the focus is; the listener goes with the page.
    let on_key = listen(ev::keydown, move |event: KeyboardEvent| {
        if plain_key(&event).as_deref() == Some("n") {
            event.prevent_default();
            match next(desk) {
                Some(place) => focus_when_drawn(first_control(&desk.id(place))),
                None => announcer.say("Everything here is rated."),
            }
        }
    });
    on_cleanup(move || on_key.stop());
    view! {
        <p class="check-in-blind">
            <bdi>{name}</bdi>
            " has rated these. You see how once you lay both side by side: the ratings are not on this page yet."
        </p>
        <p class="assess-line" role="status">{move || format!("{} of {all} rated by you", count.get())}</p>
        <p class="assess-keys soft small">
            "Keys 1 to 4 rate the expectation that has the focus; n goes to the next unrated."
        </p>
        {parts}
        <LayOut count all />
    }
}

/// The places of the rows of one competency after another.
fn parts(desk: Desk) -> Vec<(String, Vec<usize>)> {
    let sheet = desk.sheet();
    let mut parts: Vec<(String, Vec<usize>)> = Vec::new();
    for row in rows(&sheet.check_in, sheet.ladder.as_deref()) {
        match parts.iter_mut().find(|(name, _)| *name == row.line.competency) {
            Some((_, places)) => places.push(row.place),
            None => parts.push((row.line.competency.clone(), vec![row.place])),
        }
    }
    parts
}

fn part((name, places): (String, Vec<usize>)) -> Node {
    let row = |place: usize| view! { <RateRow place /> };
    view! {
        <h3><bdi>{name}</bdi></h3>
        <ol class="assess-expectations">{places.into_iter().map(row).collect_nodes()}</ol>
    }
}

/// The next row without a rating after the one that has the focus, going round at the end.
fn next(desk: Desk) -> Option<usize> {
    let focused = document().active_element().and_then(|element| element.closest("[data-place]").ok().flatten());
    let after = focused.and_then(|row| row.get_attribute("data-place")?.parse::<usize>().ok());
    let places: Vec<usize> = parts(desk).into_iter().flat_map(|(_, places)| places).collect();
    let start = after.and_then(|after| places.iter().position(|place| *place == after)).map_or(0, |at| at + 1);
    let open = |place: &&usize| untrack(|| desk.with_row(**place, |talk, row| talk.rated(row).is_none()));
    places[start..].iter().chain(&places[..start]).find(open).copied()
}

#[component]
fn RateRow(place: usize) -> impl IntoNode {
    let desk = use_desk();
    let id = desk.id(place);
    let rating = Memo::new(move |_| desk.with_row(place, |talk, row| talk.rated(row).map(|rated| rated.rating)));
    let set = move |rating: Option<Rating>| desk.change_row(place, |book, row, now| rate(book, row, rating, now));
    let chosen: Enter<Rating> = Rc::new(move |rating| set(Some(rating)));
    let on_key = on_rating_key(id.clone(), Rc::clone(&chosen));
    let first = first_control(&id);
    let clear = move |_| {
        set(None);
        focus_when_drawn(first.clone());
    };
    // What was rated before the ladder changed.
    let before = Memo::new(move |_| {
        desk.with_row(place, |talk, row| {
            let rated = talk.rated(row).filter(|rated| rated.wording.text != row.text());
            rated.map(|rated| rated.wording.text.clone())
        })
    });
    let again = Rc::new(move || set(rating.get_untracked()));
    view! {
        <li class="assess-expectation" tabindex="-1" data-place=place.to_string() on:keydown=on_key>
            <RatingRow of=id.clone() statement=statement(desk, place) rating rate=chosen />
            <Reworded said="Reworded since you rated it; your rating stands. You rated:" before confirm=again />
            {told(desk, place)}
            {evidence(desk, place)}
            <NoteFold place id />
            <button type="button" class="is-quiet small" hidden=move || rating.get().is_none() on:click=clear>
                "Clear the rating"
            </button>
        </li>
    }
}

/// The way on: asked once more, since ratings stay as they are from then on.
#[component]
fn LayOut(count: Memo<usize>, all: usize) -> impl IntoNode {
    let desk = use_desk();
    let dialog = NodeRef::<html::Dialog>::new();
    let ask = move |_| {
        if let Some(dialog) = dialog.get_untracked() {
            // Fails only for a dialog that is open already.
            let _ = dialog.show_modal();
        }
    };
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let lay = move |_| {
        close();
        desk.change(|book, now| lay_side_by_side(book, store::today(), now));
        focus_when_drawn(HEADING.to_owned());
    };
    let left = move || match all.saturating_sub(count.get()) {
        0 => "You rated all of them.".to_owned(),
        1 => "You have not rated 1 of them.".to_owned(),
        several => format!("You have not rated {several} of them."),
    };
    view! {
        <section class="stack" aria-labelledby="check-in-on">
            <h3 id="check-in-on">"Both side by side"</h3>
            <Show when=move || count.get() == 0>
                <p>"Rate at least one expectation first."</p>
            </Show>
            <Show when=move || count.get() != 0>
                <p>{left}</p>
                <p>
                    <button type="button" class="is-primary" on:click=ask>"Lay both side by side…"</button>
                </p>
            </Show>
            <dialog class="stack" node_ref=dialog aria-labelledby="check-in-ask">
                <h2 id="check-in-ask">"Lay both side by side?"</h2>
                <p>{left} " You will see the other ratings, and yours stay as they are from then on."</p>
                <div class="row">
                    <button type="button" class="is-primary" on:click=lay>"Lay both side by side"</button>
                    <button type="button" on:click=move |_| close()>"Go on rating"</button>
                </div>
            </dialog>
        </section>
    }
}
