//! Providers, the frame of every page, and the page switch.

use std::cell::Cell;
use std::sync::Arc;

use rungs_core::ladder::Index;
use rungs_view::mount;
use rungs_view::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::catalogue;
use crate::components::frame::{Footer, Header, SkipLink};
use crate::components::link_problems::LinkNotice;
use crate::pages::{AboutPage, FailedPage, LaddersPage, NotFoundPage};
use crate::parts;
use crate::state::{
    self, ANSWERS, AnswerViews, LiveRegion, Navigator, Opened, Page, READING, ReadingViews, Shown, of_answers,
    use_shown,
};

/// Starts the app: loads what the first page needs, then replaces what stands in `#app` with it.
///
/// Where the catalogue itself cannot be read it panics, and the page's start script says so.
pub fn start() {
    parts::announce();
    rungs_view::start(async {
        let index = catalogue::index().await.unwrap_or_else(|error| panic!("{error}"));
        state::wear_accent(&index.site);
        let first = Opened::from_address(&index).await;
        let container = document().get_element_by_id("app").and_then(|element| element.dyn_into::<HtmlElement>().ok());
        if let (Some(container), Some(first)) = (container, first) {
            container.set_inner_html("");
            mount(&container, move || view! { <App index first /> });
        }
    });
}

/// The app: a page in its frame.
#[component]
fn App(index: Arc<Index>, first: Opened) -> impl IntoNode {
    let navigator = Navigator::new(index.clone(), first);
    state::provide(index, navigator);
    navigator.listen();
    navigator.answers().settle();
    navigator.answers().begin();
    let (shown, busy) = (use_shown(), navigator.is_under_way());
    // Every visit of a page is a row of its own: nothing of the page before is reused, so that whatever the browser keeps
    // of an element (its focus, what is unfolded) does not come along.
    let visits = Cell::new(0_u32);
    let visit = move || {
        visits.set(visits.get().wrapping_add(1));
        vec![(visits.get(), shown.get())]
    };
    view! {
        <SkipLink />
        <Header />
        <main id="main" tabindex="-1" aria-busy=move || busy.get().then_some("true")>
            {of_answers(|views| (views.banners)())}
            <For each=visit key=|(visit, _)| *visit let:visit>
                {shown_page(&visit.1)}
            </For>
        </main>
        <Footer />
        <LiveRegion />
    }
}

/// The page, below an account of what of its link was not understood.
fn shown_page(shown: &Shown) -> Node {
    let problems = shown.problems.clone();
    let notice = match shown.page {
        Page::NotFound => None,
        _ => (!problems.is_empty()).then(|| view! { <LinkNotice problems /> }),
    };
    (notice, page(shown)).into_node()
}

fn page(shown: &Shown) -> Node {
    let problems = shown.problems.clone();
    match shown.page.clone() {
        Page::Ladders => view! { <LaddersPage /> }.into_node(),
        Page::Ladder(ladder) => read(|views| (views.ladder)(ladder)),
        Page::Level(ladder, level) => read(|views| (views.level)(ladder, level)),
        Page::Compare(columns) => read(|views| (views.compare)(columns)),
        Page::AssessChoice => answered(|views| (views.assess_choice)()),
        Page::Assess(ladder) => answered(|views| (views.assess)(ladder)),
        Page::Data => answered(|views| (views.data)()),
        Page::About => view! { <AboutPage /> },
        Page::NotFound => {
            let ways_on = shown.ways_on.clone();
            view! { <NotFoundPage problems ways_on /> }.into_node()
        }
        Page::Failed(reason) => view! { <FailedPage reason /> }.into_node(),
    }
}

/// A page that shows ladders. Its part is here: a page is shown when all that it needs is.
fn read(view: impl FnOnce(&ReadingViews) -> Node) -> Node {
    READING.here().map(|views| view(&views)).into_node()
}

/// A page of answers; its part is here likewise.
fn answered(view: impl FnOnce(&AnswerViews) -> Node) -> Node {
    ANSWERS.here().map(|views| view(&views)).into_node()
}
