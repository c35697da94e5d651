//! What the user has to know about stored data, first in every page and at the foot of the window: nothing moves when it
//! comes. Each banner is derived from what is stored and stays as long as it is true, or until it is put aside.

mod offers;
mod troubles;

use rungs_core::route::Route;
use rungs_core::saved::backup_name;
use rungs_view::prelude::*;

pub use offers::TakeOverOffer;

use crate::components::focus::focus_page_if_lost;
use crate::state::{Overview, use_navigator, use_saved};
use crate::store;
use offers::{Reminder, TakeOver};
use troubles::{Newer, NotSaved, Recovered};

/// All banners.
#[component]
pub fn Banners() -> impl IntoNode {
    let saved = use_saved();
    let overview = Memo::new(move |_| saved.overview());
    view! {
        <div class="banners no-print">
            <NotSaved />
            <Newer overview />
            <Recovered overview />
            <TakeOver overview />
            <Reminder />
        </div>
    }
}

/// What is stored, in outline, as the banners share it.
type Outline = Memo<Overview>;

/// Whether another page than My data is shown, which says all this itself.
fn is_elsewhere() -> Memo<bool> {
    let place = use_navigator().place();
    Memo::new(move |_| place.with(|place| place.as_ref().is_none_or(|place| place.route != Route::Data)))
}

/// Saves everything as a file. Says so where even that is refused.
#[component]
pub fn BackUpButton(
    /// What the button says.
    name: &'static str,
) -> impl IntoNode {
    let saved = use_saved();
    let refused = RwSignal::new(false);
    let back_up = move |_| {
        let name = backup_name(store::today());
        refused.set(store::offer_download(&name, "application/json", &saved.back_up()).is_err());
        // The reminder goes once a backup is saved.
        focus_page_if_lost();
    };
    view! {
        <button type="button" on:click=back_up>{name}</button>
        <Show when=move || refused.get()>
            <span role="alert">"The browser did not let the page save a file."</span>
        </Show>
    }
}
