//! A choice of one of a few.

use std::rc::Rc;

use rungs_view::prelude::*;

use super::Enter;

/// A choice of one of a few: radio buttons that read as a switch. What is chosen is given by its place.
#[component]
pub fn ChoiceField(
    name: String,
    legend: String,
    options: Vec<String>,
    chosen: Memo<Option<usize>>,
    enter: Enter<usize>,
) -> impl IntoNode {
    let option = |(place, text): (usize, String)| {
        let (name, enter) = (name.clone(), Rc::clone(&enter));
        view! {
            <label>
                <input
                    type="radio"
                    name=name
                    prop:checked=move || chosen.get() == Some(place)
                    on:change=move |_| enter(place)
                />
                {text}
            </label>
        }
    };
    let options = options.into_iter().enumerate().map(option).collect_nodes();
    view! {
        <fieldset class="switch">
            <legend class="visually-hidden">{legend}</legend>
            {options}
        </fieldset>
    }
}
