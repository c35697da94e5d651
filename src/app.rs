//! Providers, the frame of every page, and the page switch.

use std::sync::Arc;

use rungs_view::mount;
use rungs_view::prelude::*;
use rungs_core::ladder::Index;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use crate::catalogue;
use crate::components::banner::Banners;
use crate::components::frame::{Footer, Header, SkipLink};
use crate::components::link_problems::LinkNotice;
use crate::pages::{
    AboutPage, AssessChoicePage, AssessPage, ComparePage, DataPage, FailedPage, LadderPage, LaddersPage, LevelPage,
    NotFoundPage,
};
use crate::state::{self, LiveRegion, Navigator, Opened, Page, Shown, use_shown};

/// Starts the app: loads what the first page needs, then replaces what stands in `#app` with it.
///
/// Where the catalogue itself cannot be read it panics, and the page's start script says so.
pub fn start() {
    spawn_local(async {
        let index = catalogue::index().unwrap_or_else(|error| panic!("{error}"));
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
    let shown = use_shown();
    view! {
        <SkipLink />
        <Header />
        <main id="main" tabindex="-1">
            <Banners />
            {move || shown.with(shown_page)}
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
        Page::Ladder(ladder) => view! { <LadderPage ladder /> }.into_node(),
        Page::Level(ladder, level) => view! { <LevelPage ladder level /> }.into_node(),
        Page::Compare(columns) => view! { <ComparePage columns /> }.into_node(),
        Page::AssessChoice => view! { <AssessChoicePage /> }.into_node(),
        Page::Assess(ladder) => view! { <AssessPage ladder /> }.into_node(),
        Page::Data => view! { <DataPage /> }.into_node(),
        Page::About => view! { <AboutPage /> }.into_node(),
        Page::NotFound => {
            let ways_on = shown.ways_on.clone();
            view! { <NotFoundPage problems ways_on /> }.into_node()
        }
        Page::Failed(reason) => view! { <FailedPage reason /> }.into_node(),
    }
}
