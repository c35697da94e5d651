//! The sentence that the page is about: from which level to which, and how much changes.

use rungs_core::compare::{Column, Comparison, NO_EQUIVALENCE};
use rungs_core::ladder::Card;
use rungs_core::route::{LevelRef, Route};
use rungs_view::prelude::*;

use super::levels::Levels;
use crate::components::change::counts_view;
use crate::components::map::kind_class;
use crate::state::use_navigator;

/// The ladder, the levels, and (of two) the counts.
#[component]
pub(super) fn Heading(levels: Levels) -> impl IntoNode {
    levels.with_comparison(&[], |comparison| {
        let counts = (comparison.columns.len() == 2).then(|| comparison.summary(1)).flatten();
        let note = (!comparison.is_of_one_ladder()).then(|| view! { <p class="notice">{NO_EQUIVALENCE}</p> });
        view! {
            <header class="page-head compare-head">
                {ladders(comparison)}
                <h1 tabindex="-1">{names(comparison)}</h1>
                {counts.map(|summary| counts_view(&summary))}
                {note}
            </header>
        }
        .into_node()
    })
}

/// The ladders that the levels are of, each once.
fn ladders(comparison: &Comparison) -> Node {
    let navigator = use_navigator();
    let mut seen = Vec::new();
    let mut links = Vec::new();
    for Column { ladder, .. } in &comparison.columns {
        if seen.contains(&&ladder.id) {
            continue;
        }
        seen.push(&ladder.id);
        let href = navigator.href(&Route::Ladder(ladder.id.clone()).into());
        let separator = (!links.is_empty()).then_some(" · ");
        let (name, lang) = (ladder.name.clone(), ladder.lang.clone());
        links.push(view! { {separator} <a href=href lang=lang>{name}</a> });
    }
    view! { <p class="eyebrow">{links}</p> }.into_node()
}

/// The names of the levels with arrows between those of one ladder, each a link in its track's hue.
pub(super) fn names(comparison: &Comparison) -> Node {
    let parts = (0..comparison.columns.len()).map(|at| {
        let sign = if comparison.left_of(at).is_some() { " → " } else { " · " };
        let separator = (at > 0).then(|| view! { <span class="compare-arrow">{sign}</span> });
        view! { {separator} {level_link(&comparison.columns[at])} }
    });
    parts.collect::<Vec<_>>().into_node()
}

/// A level's name as a link to it.
pub(super) fn level_link(column: &Column) -> Node {
    let Column { ladder, level } = column;
    let kind = ladder.track(&level.track).map(|track| kind_class(track.kind)).unwrap_or_default();
    let to = Route::Level(LevelRef::new(ladder.id.clone(), level.id.clone()));
    let href = use_navigator().href(&to.into());
    let (name, lang) = (level.name.clone(), ladder.lang.clone());
    view! { <a class=format!("level-link {kind}") href=href lang=lang>{name}</a> }.into_node()
}

/// A level's name with its ladder's, for choices among all ladders.
pub(super) fn full_name(card: &Card, reference: &LevelRef) -> String {
    let level = card.level(&reference.level).map_or(reference.level.as_str(), |level| &level.name);
    format!("{level} ({})", card.name)
}
