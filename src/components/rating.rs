//! The four ratings of one statement, as one row of radio buttons.

use std::rc::Rc;

use rungs_core::assessment::Rating;
use rungs_view::prelude::*;
use web_sys::KeyboardEvent;

use super::fields::Enter;
use super::focus::{focus_when_drawn, plain_key};

/// The id of the radio button of a rating; `of` is the id of what is rated.
fn control(of: &str, rating: Rating) -> String {
    format!("rate-{of}-{}", rating.as_str())
}

/// The id of the first control of what is rated.
pub fn first_control(of: &str) -> String {
    control(of, Rating::NotYet)
}

/// Hears the keys 1 to 4, which rate what is of that id, wherever in it the focus is.
pub fn on_rating_key(of: String, rate: Enter<Rating>) -> impl Fn(KeyboardEvent) {
    move |event: KeyboardEvent| {
        let place = plain_key(&event).and_then(|key| key.parse::<usize>().ok()).and_then(|n| n.checked_sub(1));
        if let Some(chosen) = place.and_then(|place| Rating::ALL.get(place)) {
            event.prevent_default();
            rate(*chosen);
            focus_when_drawn(control(&of, *chosen));
        }
    }
}

/// A statement and its four ratings; `of` is the id of what is rated.
#[component]
pub fn RatingRow(of: String, statement: Node, rating: Memo<Option<Rating>>, rate: Enter<Rating>) -> impl IntoNode {
    let choice = |choice: Rating| {
        let rate = Rc::clone(&rate);
        let key = Rating::ALL.iter().position(|other| *other == choice).map(|place| place + 1);
        view! {
            <label>
                <input
                    type="radio"
                    id=control(&of, choice)
                    name=format!("rate-{of}")
                    value=choice.as_str()
                    prop:checked=move || rating.get() == Some(choice)
                    on:change=move |_| rate(choice)
                />
                {choice.to_string()}
                <kbd aria-hidden="true">{key}</kbd>
            </label>
        }
    };
    view! {
        <fieldset class="assess-rating">
            <legend>{statement}</legend>
            {Rating::ALL.map(choice)}
        </fieldset>
    }
}
