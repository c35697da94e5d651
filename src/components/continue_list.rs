//! The self-assessments that are begun, each a way back to it.

use std::sync::Arc;

use rungs_core::assessment::{Assessment, Tally, choice, questions};
use rungs_core::ladder::{Ladder, LadderId};
use rungs_core::route::Route;
use rungs_view::prelude::*;

use crate::catalogue;
use crate::state::{use_assessment, use_navigator, use_saved};

/// "Continue: Customer Engineer → Senior Engineer, 9 of 14 rated", a line for each assessment that is
/// begun; nothing where none is.
#[component]
pub fn ContinueList() -> impl IntoNode {
    let saved = use_saved();
    let begun = Memo::new(move |_| saved.begun());
    view! {
        <Show when=move || !begun.with(Vec::is_empty)>
            <ul class="continue-list">
                <For each=move || begun.get() key=Clone::clone let:id>
                    <ContinueLine id />
                </For>
            </ul>
        </Show>
    }
}

#[component]
fn ContinueLine(id: LadderId) -> impl IntoNode {
    let href = use_navigator().href(&Route::Assess(id.clone()).into());
    let assessment = use_assessment(&id).signal();
    let loaded = RwSignal::new(None::<Arc<Ladder>>);
    spawn(async move {
        // Answers to a ladder that this site does not have are listed in "My data".
        if let Ok(ladder) = catalogue::ladder(&id).await {
            // The line may be gone by now: then there is nothing to show it in.
            loaded.set(Some(ladder));
        }
    });
    let line = move || loaded.with(|ladder| assessment.with(|saved| Line::of(ladder.as_deref()?, saved)));
    move || {
        line().map(|line| {
            view! {
                <li>
                    "Continue: "
                    <a href=href.clone()>{line.way}</a>
                    <span class="soft">{line.rest}</span>
                </li>
            }
        })
    }
}

/// What a line says.
struct Line {
    /// From where to where.
    way: String,
    /// How far.
    rest: String,
}

impl Line {
    /// `None` where nothing is answered.
    fn of(ladder: &Ladder, saved: &Assessment) -> Option<Self> {
        if saved.is_blank() {
            return None;
        }
        let present = choice(ladder, saved.present()).level();
        let Some(target) = choice(ladder, saved.target()).level() else {
            return Some(Self { way: ladder.name.clone(), rest: String::new() });
        };
        let way = match present.filter(|present| present.id != target.id) {
            Some(present) => format!("{} → {}", present.name, target.name),
            None => target.name.clone(),
        };
        let tally = Tally::of(ladder, saved, &questions(ladder, None, target));
        Some(Self { way, rest: format!(", {} of {} rated", tally.rated(), tally.asked) })
    }
}
