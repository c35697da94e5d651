//! What is the difference? Two to four levels side by side, of one ladder or several.

mod changes;
mod chosen;
mod entry;
mod filter;
mod heading;
mod levels;
mod picker;
mod side_by_side;
mod steps;

use rungs_core::compare::markdown;
use rungs_core::route::{Route, Show};
use rungs_view::prelude::*;

use crate::components::share::{PrintedLink, ShareBar};
use crate::components::share_preview::SharePreview;
use crate::components::switch::ShowSwitch;
use crate::state::{Column, set_title, use_index, use_view};
use filter::Filter;
use heading::Heading;
use levels::Levels;
use picker::Picker;
use steps::Steps;

/// The comparison; with fewer than two levels, the choice of what to compare.
#[component]
pub fn ComparePage(columns: Vec<Column>) -> impl IntoNode {
    let levels = Levels::new(columns, use_index());
    set_title(&levels.window_title());
    match levels.len() {
        0 => view! { <Choice levels /> }.into_node(),
        1 => view! { <OneMore levels /> }.into_node(),
        _ => view! { <Compared levels /> }.into_node(),
    }
}

/// Nothing is chosen yet.
#[component]
fn Choice(levels: Levels) -> impl IntoNode {
    view! {
        <header class="page-head">
            <h1 tabindex="-1">"What is the difference?"</h1>
            <p class="lead">
                "Choose two to four levels, of one ladder or several, and see what changes from one to the next."
            </p>
        </header>
        <Picker levels />
        <Steps />
    }
}

/// One level is chosen.
#[component]
fn OneMore(levels: Levels) -> impl IntoNode {
    let name = levels.title();
    view! {
        <header class="page-head">
            <h1 tabindex="-1">{name}" and …"</h1>
            <p class="lead">"A comparison needs two levels: choose one more."</p>
        </header>
        <Picker levels />
    }
}

/// Two to four levels.
#[component]
fn Compared(levels: Levels) -> impl IntoNode {
    let show = use_show(&levels);
    let view_options = use_view();
    let body = {
        let levels = levels.clone();
        move || {
            let competencies = view_options.with(|view| view.competencies.clone());
            let show = show.get();
            levels.with_comparison(&competencies, |comparison| match show {
                Show::Changes => changes::view(comparison),
                Show::Whole => side_by_side::view(comparison),
            })
        }
    };
    let shared = levels.clone();
    let to_markdown = move |url: String| {
        let competencies = view_options.with_untracked(|view| view.competencies.clone());
        shared.with_comparison(&competencies, |comparison| markdown::comparison(comparison, &url))
    };
    let (has_steps, usual) = (levels.has_steps(), levels.usual_show());
    let switch = move || {
        let options = [(Show::Changes, "Changes"), (Show::Whole, "Side by side")];
        view! { <ShowSwitch legend="What to show" options shown=show usual /> }
    };
    view! {
        <article class="compare">
            <Heading levels=levels.clone() />
            <div class="compare-tools no-print">
                {has_steps.then(switch)}
                <ShareBar markdown=Callback::new(to_markdown) />
            </div>
            {preview(&levels)}
            <Filter levels=levels.clone() />
            {body}
            <PrintedLink />
            <details class="compare-choose no-print">
                <summary><h2>"Compare other levels"</h2></summary>
                <Picker levels=levels.clone() />
            </details>
        </article>
    }
}

/// How the link looks elsewhere; nothing where the page has no file of its own that says it.
fn preview(levels: &Levels) -> Option<Node> {
    let (headline, description) =
        levels.with_comparison(&[], |comparison| comparison.headline().zip(comparison.description()))?;
    let route = Route::Compare(levels.refs().into_iter().collect());
    Some(view! { <SharePreview route headline description /> })
}

/// What the page shows: what the link says, else the changes, else (where nothing is compared) all side by side.
fn use_show(levels: &Levels) -> Memo<Show> {
    let view = use_view();
    let (usual, has_steps) = (levels.usual_show(), levels.has_steps());
    Memo::new(move |_| if has_steps { view.with(|view| view.show).unwrap_or(usual) } else { Show::Whole })
}
