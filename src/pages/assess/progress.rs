//! The thin line above the work: how far one is, what to go through, and the way to the next.

use rungs_core::assessment::Tally;
use rungs_view::prelude::*;

use super::desk::{Scope, use_desk, with_sheet};
use super::work::go_to_next;
use crate::state::use_announcer;

/// "9 of 14 rated · 5 with evidence · 3 gaps", the filter, and the button to the next unrated.
#[component]
pub fn Progress() -> impl IntoNode {
    let desk = use_desk();
    let announcer = use_announcer();
    let whole = desk.whole();
    let filters = Memo::new(move |_| with_sheet(desk.sheet(), |sheet| sheet.knows_additions).unwrap_or_default());
    view! {
        <div class="assess-bar">
            <p class="assess-line">{move || whole.with(line)}</p>
            <Show when=move || filters.get()>
                <ScopeSwitch />
            </Show>
            <button type="button" aria-keyshortcuts="n" on:click=move |_| go_to_next(desk, announcer)>
                "Next unrated"<kbd aria-hidden="true">"n"</kbd>
            </button>
        </div>
    }
}

fn line(tally: &Tally) -> String {
    let (rated, asked, evidenced, gaps) = (tally.rated(), tally.asked, tally.evidenced, tally.gaps());
    let plural = if gaps == 1 { "" } else { "s" };
    format!("{rated} of {asked} rated · {evidenced} with evidence · {gaps} gap{plural}")
}

#[component]
fn ScopeSwitch() -> impl IntoNode {
    let desk = use_desk();
    let counts = move || {
        with_sheet(desk.sheet(), |sheet| (sheet.questions.len(), sheet.additions(), sheet.target.clone()))
            .unwrap_or_default()
    };
    let option = move |scope: Scope, text: Memo<String>| {
        view! {
            <label>
                <input
                    type="radio"
                    name="assess-scope"
                    prop:checked=move || desk.scope().get() == scope
                    on:change=move |_| desk.set_scope(scope)
                />
                {text}
            </label>
        }
    };
    view! {
        <fieldset class="switch">
            <legend class="visually-hidden">"Which expectations to go through"</legend>
            {option(Scope::All, Memo::new(move |_| format!("All {}", counts().0)))}
            {option(Scope::Additions, Memo::new(move |_| format!("Only the {} that {} adds", counts().1, counts().2)))}
        </fieldset>
    }
}
