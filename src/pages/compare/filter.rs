//! Narrowing a comparison to some competencies; the link says which.

use rungs_core::ladder::Competency;
use rungs_view::prelude::*;

use super::levels::Levels;
use crate::state::{use_navigator, use_view};

/// A box for each competency that the comparison is about; none is the same as all.
#[component]
pub(super) fn Filter(levels: Levels) -> impl IntoNode {
    let chosen = use_view();
    let competencies = levels.with_comparison(&[], |comparison| {
        let mut all: Vec<Competency> = Vec::new();
        for entry in (0..comparison.columns.len()).flat_map(|column| comparison.entries(column)) {
            if all.iter().all(|known| known.id != entry.competency.id) {
                all.push(entry.competency.clone());
            }
        }
        all
    });
    let total = competencies.len();
    let boxes = competencies.into_iter().map(|competency| view! { <CompetencyBox competency /> }).collect::<Vec<_>>();
    let label = move || match chosen.with(|view| view.competencies.len()) {
        0 => format!("All {total} competencies"),
        some => format!("Only {some} of {total} competencies"),
    };
    (total > 1).then(|| {
        view! {
            <details class="compare-filter no-print">
                <summary>{label}</summary>
                <fieldset class="compare-boxes">
                    <legend class="visually-hidden">"Show only these competencies"</legend>
                    {boxes}
                </fieldset>
            </details>
        }
    })
}

#[component]
fn CompetencyBox(competency: Competency) -> impl IntoNode {
    let navigator = use_navigator();
    let view_options = use_view();
    let Competency { id, name, .. } = competency;
    let is_chosen = {
        let id = id.clone();
        move || view_options.with(|view| view.competencies.contains(&id))
    };
    let choose = move |event| {
        let (id, is_chosen) = (id.clone(), event_target_checked(&event));
        navigator.choose(move |view| {
            view.competencies.retain(|other| *other != id);
            if is_chosen {
                view.competencies.push(id);
            }
        });
    };
    view! {
        <label>
            <input type="checkbox" prop:checked=is_chosen on:change=choose />
            {name}
        </label>
    }
}
