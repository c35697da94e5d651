//! Providers, the frame of every page, and the page switch.

use rungs_core::route::{Base, Place, parse};
use rungs_view::mount;
use rungs_view::prelude::*;

use crate::components::frame::{Footer, Header, SkipLink};
use crate::pages::FailedPage;
use crate::parts;
use crate::state::{
    self, LiveRegion, Navigator, Opened, Page, READING, Shown, address, of_answers, open_link, use_navigator, use_shown,
};
use crate::store;

/// Starts the app over what stands in `#app`: a page that was printed, or a word on loading.
pub fn start() {
    parts::announce();
    rungs_view::start(async {
        let base = state::base();
        let standing = standing(&base);
        let is_standing = standing.is_some();
        let is_to_wake = standing.as_ref().is_some_and(|(_, is_as_printed)| !is_as_printed);
        let first = match (standing, address(&base)) {
            (Some((place, _)), _) => Opened::standing(place),
            (None, Some(link)) => open_link(link).await,
            (None, None) => Opened::failed(None, "the browser does not say what the address is".to_owned()),
        };
        let Some(container) = document().get_element_by_id("app") else { return };
        mount(&container, move || view! { <App base origin=state::origin() first is_to_wake /> });
        if !is_to_wake {
            state::show_page();
        }
        state::tell(state::STARTED);
        if !is_standing {
            state::tell(state::AWAKE);
        }
    });
}

/// The place of the page that stands in the document, and whether its address asks for it just as it was printed.
fn standing(base: &Base) -> Option<(Place, bool)> {
    let place = address(base)?.place().filter(|_| state::has_page())?;
    let printed = parse(base, &location().pathname().ok()?, "", "").place();
    let is_as_printed = printed.as_ref() == Some(&place);
    let is_of_another = place.route.depends_on_answers() && store::holds_anything();
    Some((place, is_as_printed && !is_of_another))
}

/// The app: a page in its frame.
#[component]
pub(crate) fn App(base: Base, origin: String, first: Opened, is_to_wake: bool) -> impl IntoNode {
    let url = first.url(&base);
    let navigator = Navigator::new(base, origin, first);
    state::provide(navigator);
    if crate::IS_PRINTING {
        navigator.answers().print();
    } else {
        navigator.listen(url.as_deref());
        navigator.answers().settle();
        navigator.answers().begin();
    }
    if is_to_wake {
        navigator.wake();
    }
    let (shown, busy) = (use_shown(), navigator.is_under_way());
    view! {
        <SkipLink />
        <Header />
        <main id="main" tabindex="-1" aria-busy=move || busy.get().then_some("true")>
            {of_answers(|views| (views.banners)())}
            <AsleepNotice />
            // Every visit of a page is a row of its own: nothing of the page before is reused, so that whatever the
            // browser keeps of an element (its focus, what is unfolded) does not come along.
            <For each=move || vec![shown.get()] key=|shown| shown.visit let:visit>
                {visited(visit, shown)}
            </For>
        </main>
        <Footer />
        <LiveRegion />
    }
}

/// What a visit shows: the page, or what stands in its place until it wakes.
fn visited(visit: Shown, shown: ReadSignal<Shown>) -> Node {
    if !matches!(visit.page, Page::Standing) {
        return page(&visit);
    }
    // Once it is left it stays as it is.
    let sleeps =
        Memo::new(move |_| shown.with(|shown| shown.visit != visit.visit || matches!(shown.page, Page::Standing)));
    Node::from_closure(move || if sleeps.get() { Node::Standing } else { shown.with_untracked(page) })
}

/// The page. Its part is here: a page is shown when all that it needs is.
fn page(shown: &Shown) -> Node {
    match &shown.page {
        Page::Failed(reason) => view! { <FailedPage reason=reason.clone() /> },
        _ => READING.here().map(|views| (views.page)(shown)).into_node(),
    }
}

/// Said where the page that stands can be read and not used, because a file did not arrive.
#[component]
fn AsleepNotice() -> impl IntoNode {
    let navigator = use_navigator();
    let is_asleep = navigator.is_asleep();
    view! {
        <Show when=move || is_asleep.get()>
            <div class="notice row" role="alert">
                <p>"This page can be read, and nothing on it can be changed yet: a file of this site did not arrive. The network may be down, or a newer release out."</p>
                <button type="button" on:click=move |_| navigator.wake()>"Try again"</button>
                <button type="button" class="is-quiet" data-reload="">"Load the page again"</button>
            </div>
        </Show>
    }
}
