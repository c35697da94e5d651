//! Providers, the frame of every page, and the page switch.

use std::sync::Arc;

use leptos::mount::mount_to;
use leptos::prelude::*;
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
            mount_to(container, move || view! { <App index first /> }).forget();
        }
    });
}

/// The app: a page in its frame.
#[component]
fn App(index: Arc<Index>, first: Opened) -> impl IntoView {
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
fn shown_page(shown: &Shown) -> AnyView {
    let problems = shown.problems.clone();
    let notice = match shown.page {
        Page::NotFound => None,
        _ => (!problems.is_empty()).then(|| view! { <LinkNotice problems /> }),
    };
    (notice, page(shown)).into_any()
}

fn page(shown: &Shown) -> AnyView {
    let problems = shown.problems.clone();
    match shown.page.clone() {
        Page::Ladders => view! { <LaddersPage /> }.into_any(),
        Page::Ladder(ladder) => view! { <LadderPage ladder /> }.into_any(),
        Page::Level(ladder, level) => view! { <LevelPage ladder level /> }.into_any(),
        Page::Compare(columns) => view! { <ComparePage columns /> }.into_any(),
        Page::AssessChoice => view! { <AssessChoicePage /> }.into_any(),
        Page::Assess(ladder) => view! { <AssessPage ladder /> }.into_any(),
        Page::Data => view! { <DataPage /> }.into_any(),
        Page::About => view! { <AboutPage /> }.into_any(),
        Page::NotFound => {
            let ways_on = shown.ways_on.clone();
            view! { <NotFoundPage problems ways_on /> }.into_any()
        }
        Page::Failed(reason) => view! { <FailedPage reason /> }.into_any(),
    }
}
