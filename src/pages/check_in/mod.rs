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

use rungs_core::ladder::LadderId;
use rungs_view::prelude::*;

use crate::components::ladder_nav::OwnHead;
use crate::state::{set_title, use_index};
use agreed::AgreedActions;
use desk::DeskView;
use open::OpenFile;
use people::People;
use room::{Room, Screen, use_room};
use save::SaveFile;

/// Check-ins: saving a file for a colleague, opening one, rating apart, and both sets side by side.
#[component]
pub fn CheckInPage() -> impl IntoNode {
    set_title("Check-ins");
    provide_context(Room::new());
    let room = use_room();
    view! {
        {move || head(room.ladder())}
        <div class="check-in">
            {move || match room.shown() {
                Screen::Start => view! { <Start /> },
                Screen::Colleague(sheet) => view! { <DeskView sheet /> },
                Screen::Agreed(opened) => view! { <AgreedActions opened /> },
            }}
        </div>
    }
}

/// The question, with the ways back to the user's own ladder where there is one.
fn head(ladder: Option<LadderId>) -> Node {
    const QUESTION: &str = "Where do we see it differently?";
    let index = use_index();
    match ladder.as_ref().and_then(|ladder| index.card(ladder)) {
        Some(card) => view! { <OwnHead ladder=card.id.clone() name=card.name.clone() question=QUESTION /> },
        None => view! {
            <header class="page-head">
                <h1 tabindex="-1">{QUESTION}</h1>
            </header>
        },
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
        <div class="check-in-start no-print">
            <SaveFile />
            <OpenFile />
        </div>
    }
}
