//! What stands around every page: skip link, header, footer.

use rungs_core::route::{Columns, Place, Route};
use rungs_view::prelude::*;
use wasm_bindgen::JsCast;

use crate::components::focus::focus_when_drawn;
use crate::components::search::SearchBox;
use crate::state::{of_answers, site_name, use_navigator};

/// The first thing that Tab reaches: past the header, to the page.
#[component]
pub fn SkipLink() -> impl IntoNode {
    let skip = |event: web_sys::MouseEvent| {
        event.prevent_default();
        let main = document().get_element_by_id("main").and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok());
        if let Some(main) = main {
            // `main` has a tabindex, so it takes the focus.
            let _ = main.focus();
        }
    };
    view! { <a class="skip-link" href="#main" on:click=skip>"Skip to the page"</a> }
}

const MENU: &str = "site-nav";
const MENU_BUTTON: &str = "site-menu";

/// The name, the ways to the main pages, and search.
#[component]
pub fn Header() -> impl IntoNode {
    let navigator = use_navigator();
    let open = RwSignal::new(false);
    // Following a link of the menu closes it, also while the page is on its way.
    let (place, under_way) = (navigator.place(), navigator.is_under_way());
    // A page that wakes is at the same place as before, and nobody went anywhere.
    let whereabouts = Memo::new(move |_| (place.get(), under_way.get()));
    let last = StoredValue::new(whereabouts.get_untracked());
    effect(move || {
        let now = whereabouts.get();
        // Not when it runs first: a click that was kept may have opened the menu by then.
        if now != last.get_value() {
            last.set_value(now);
            open.set(false);
        }
    });
    let escape = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            open.set(false);
            focus_when_drawn(MENU_BUTTON.to_owned());
        }
    };
    // The menu stands before its button, so it takes the focus when it opens.
    let toggle = move |_| {
        open.update(|open| *open = !*open);
        if open.get_untracked() {
            focus_when_drawn(MENU.to_owned());
        }
    };
    view! {
        <header class="site-header">
            <div class="site-header-inner">
                <a class="site-name" href=navigator.href(&Route::Ladders.into())>{site_name()}</a>
                <nav class="site-nav" id=MENU tabindex="-1" class:is-open=open aria-label="Main" on:keydown=escape>
                    <ul>
                        <NavLink name="Ladders" to=Route::Ladders />
                        <NavLink name="Compare" to=Route::Compare(Columns::default()) />
                        <NavLink name="Assess" to=Route::AssessChoice />
                        <NavLink name="Growth" to=Route::Growth />
                        <NavLink name="Journal" to=Route::Journal />
                        <NavLink name="My data" to=Route::Data />
                        <li>
                            <button type="button" class="is-quiet" on:click=move |_| navigator.note()>"Note a win"</button>
                        </li>
                    </ul>
                </nav>
                {of_answers(|views| (views.save_state)())}
                <SearchBox />
                <button
                    type="button"
                    class="menu-button"
                    aria-expanded=move || open.get().to_string()
                    aria-controls=MENU
                    id=MENU_BUTTON
                    on:click=toggle
                    on:keydown=escape
                >
                    "Menu"
                </button>
            </div>
        </header>
    }
}

/// A way to a main page; marked where it or a page below it is shown.
#[component]
fn NavLink(name: &'static str, to: Route) -> impl IntoNode {
    let navigator = use_navigator();
    let href = navigator.href(&to.clone().into());
    let place = navigator.place();
    let current = move || {
        place.with(|place| {
            let shown = &place.as_ref()?.route;
            if *shown == to { Some("page") } else { belongs_to(shown, &to).then_some("true") }
        })
    };
    view! {
        <li>
            <a href=href aria-current=current>{name}</a>
        </li>
    }
}

/// Whether a page stands below another in the header's order.
fn belongs_to(route: &Route, main: &Route) -> bool {
    matches!(
        (route, main),
        (Route::MoreLadders(_) | Route::Ladder(_) | Route::Level(_), Route::Ladders)
            | (Route::Compare(_), Route::Compare(_))
            | (Route::Assess(_) | Route::Own(..) | Route::CheckIn, Route::AssessChoice)
    )
}

/// Where answers are, and what this is.
#[component]
pub fn Footer() -> impl IntoNode {
    let navigator = use_navigator();
    let href = |route: Route| navigator.href(&Place::from(route));
    view! {
        <footer class="site-footer">
            <div class="site-footer-inner">
                <p>"Your answers stay in this browser."</p>
                <a href=href(Route::About)>"About and privacy"</a>
            </div>
        </footer>
    }
}
