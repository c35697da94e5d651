//! Check-ins: two people rate the same expectations apart and talk about where they differ.
//!
//! A file passes between them by hand; nothing is sent. What the other rated is not on the page before one's own
//! ratings are done, neither shown nor hidden.

mod actions;
mod agreed;
mod desk;
mod laid;
mod open;
mod pair;
mod people;
mod rate;
mod room;
mod row;
mod save;

use rungs_view::prelude::*;

use crate::state::set_title;
use agreed::AgreedActions;
use desk::DeskView;
use open::OpenFile;
use people::People;
use room::{Room, Shown, use_room};
use save::SaveFile;

/// Check-ins: saving a file for a colleague, opening one, rating apart, and both sets side by side.
#[component]
pub fn CheckInPage() -> impl IntoNode {
    set_title("Check-ins");
    provide_context(Room::new());
    let room = use_room();
    view! {
        <header class="page-head">
            <h1 tabindex="-1">"Where do we see it differently?"</h1>
        </header>
        <div class="check-in">
            {move || match room.shown() {
                Shown::Start => view! { <Start /> },
                Shown::Colleague(sheet) => view! { <DeskView sheet /> },
                Shown::Agreed(opened) => view! { <AgreedActions opened /> },
            }}
        </div>
    }
}

#[component]
fn Start() -> impl IntoNode {
    view! {
        <p class="lead">
            "Two people rate the same expectations, each in their own browser and without seeing the other’s ratings. Then \
             both stand side by side. A file passes between you by hand: nothing is sent."
        </p>
        <People />
        <div class="check-in-start">
            <SaveFile />
            <OpenFile />
        </div>
    }
}
