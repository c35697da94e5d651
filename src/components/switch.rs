//! A switch between two ways to show a page, which the link carries.

use rungs_core::route::Show;
use rungs_view::prelude::*;

use crate::state::use_navigator;

/// Two radio buttons that read as one switch. The choice goes into the page's address in place.
#[component]
pub fn ShowSwitch(
    /// What is chosen, for screen readers.
    legend: &'static str,
    /// The two ways with their names, in order.
    options: [(Show, &'static str); 2],
    /// The way that is shown now.
    shown: Memo<Show>,
    /// The way that is shown where the link does not say: links that mean it leave it out.
    usual: Show,
) -> impl IntoNode {
    let navigator = use_navigator();
    let radio = move |(show, name): (Show, &'static str)| {
        let choose = move |_| navigator.choose(move |view| view.show = (show != usual).then_some(show));
        view! {
            <label>
                <input
                    type="radio"
                    name="show"
                    prop:checked=move || shown.get() == show
                    on:change=choose
                />
                {name}
            </label>
        }
    };
    view! {
        <fieldset class="switch no-print">
            <legend class="visually-hidden">{legend}</legend>
            {options.map(radio)}
        </fieldset>
    }
}
