//! The usual steps of all ladders: the comparisons most often looked for, one click away.

use rungs_core::ladder::{Card, LevelOutline};
use rungs_core::route::{LevelRef, Route};
use rungs_view::prelude::*;

use super::picker::has_many_levels;
use crate::state::{use_index, use_navigator};

/// Every usual step of every ladder, as a link to its comparison; of too many levels, where those links are.
#[component]
pub(super) fn Steps() -> impl IntoNode {
    let index = use_index();
    if has_many_levels(&index) {
        return view! { <p class="soft">"For a single step: the page of a level leads to its comparisons with the levels beside it."</p> }
            .into_node();
    }
    let ladders = index.ladders.iter().filter_map(|card| {
        let steps = steps(card);
        let (name, lang) = (card.name.clone(), card.lang.clone());
        (!steps.is_empty()).then(|| {
            view! {
                <section class="steps-of" lang=lang>
                    <h3>{name}</h3>
                    <ul>{steps}</ul>
                </section>
            }
        })
    });
    let ladders = ladders.collect::<Vec<_>>();
    let all = (!ladders.is_empty()).then(|| {
        view! {
            <section class="steps">
                <h2>"Or see a single step"</h2>
                <div class="steps-all">{ladders}</div>
            </section>
        }
    });
    all.into_node()
}

fn steps(card: &Card) -> Vec<Node> {
    let navigator = use_navigator();
    let ways = card.levels.iter().flat_map(|to| to.from.iter().filter_map(move |from| Some((card.level(from)?, to))));
    let link = |from: &LevelOutline, to: &LevelOutline| {
        let both = [from, to].map(|level| LevelRef::new(card.id.clone(), level.id.clone()));
        let href = navigator.href(&Route::Compare(both.to_vec().into()).into());
        let text = format!("{} → {}", from.name, to.name);
        view! { <li><a href=href>{text}</a></li> }.into_node()
    };
    ways.map(|(from, to)| link(from, to)).collect()
}
