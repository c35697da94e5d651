//! Where to go from a level: the levels before and after it, comparisons with them, and the
//! self-assessment.

use std::sync::Arc;

use rungs_core::ladder::{Ladder, LadderId, Level};
use rungs_core::route::{Columns, LevelRef, Route};
use rungs_view::prelude::*;

use crate::state::{use_answers, use_navigator};

/// The ways on.
#[component]
pub fn Ways(ladder: Arc<Ladder>, level: Level) -> impl IntoNode {
    let navigator = use_navigator();
    let before: Vec<&Level> = level.from.iter().filter_map(|id| ladder.level(id)).collect();
    let after: Vec<&Level> = ladder.levels.iter().filter(|other| other.from.contains(&level.id)).collect();
    // From the level before it, and from it to the next: the question that most people come with.
    let backward = before.iter().map(|from| (*from, &level, &from.name));
    let forward = after.iter().map(|to| (&level, *to, &to.name));
    let comparisons: Vec<_> = backward
        .chain(forward)
        .map(|(from, to, name)| {
            let pair = [from, to].map(|level| LevelRef::new(ladder.id.clone(), level.id.clone()));
            let href = navigator.href(&Route::Compare(pair.into_iter().collect::<Columns>()).into());
            view! { <li><a href=href>{format!("Compare with {name}")}</a></li> }
        })
        .collect();
    let [before, after] = [before, after].map(|levels| levels.into_iter().cloned().collect::<Vec<_>>());
    view! {
        <nav class="level-ways" aria-label="From here">
            <LevelLinks heading="Before it" ladder=ladder.clone() levels=before />
            <LevelLinks heading="After it" ladder=ladder.clone() levels=after />
            <h2 class="visually-hidden">"Further"</h2>
            <ul>
                {comparisons}
                <li><AssessFor ladder=ladder.id.clone() level /></li>
            </ul>
        </nav>
    }
}

/// Neighbouring levels under a heading; nothing where there are none.
#[component]
fn LevelLinks(heading: &'static str, ladder: Arc<Ladder>, levels: Vec<Level>) -> impl IntoNode {
    let navigator = use_navigator();
    (!levels.is_empty()).then(|| {
        let links: Vec<_> = levels
            .into_iter()
            .map(|level| {
                let href = navigator.href(&Route::Level(LevelRef::new(ladder.id.clone(), level.id)).into());
                view! { <li><a href=href>{level.name}</a> <span class="soft">{format!(" level {}", level.rank)}</span></li> }
            })
            .collect();
        view! { <h2>{heading}</h2> <ul>{links}</ul> }
    })
}

/// The way to the self-assessment with this level as the target. It stands in the link's place and
/// acts as one; what it changes besides is the user's own choice of a target.
#[component]
fn AssessFor(ladder: LadderId, level: Level) -> impl IntoNode {
    let href = use_navigator().href(&Route::Assess(ladder.clone()).into());
    let answers = use_answers();
    let name = level.name.clone();
    let choose = move |_| {
        answers.choose_target(ladder.clone(), level.id.clone());
    };
    view! { <a href=href on:click=choose>{format!("Assess yourself for {name}")}</a> }
}
