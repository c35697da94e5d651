//! The bar of a competency: one unit for each expectation, tall where it is fulfilled, low where not.
//! Height says what colour says.

use leptos::prelude::*;
use rungs_core::assessment::{Rating, Tally};

/// The order of the units of a bar and of the table's columns.
pub const ORDER: [Rating; 4] = [Rating::Consistently, Rating::Sometimes, Rating::NotYet, Rating::NoChance];

/// The height of a bar in its own units; a unit is 10 wide with a gap of 2.
const HEIGHT: usize = 12;
const WIDTH: usize = 10;

/// How a unit is drawn: its class and its height. Unrated is `None`.
fn look(rating: Option<Rating>) -> (&'static str, usize) {
    match rating {
        Some(Rating::Consistently) => ("is-consistently", HEIGHT),
        Some(Rating::Sometimes) => ("is-sometimes", HEIGHT / 2),
        Some(Rating::NotYet) => ("is-not-yet", HEIGHT / 4),
        Some(Rating::NoChance) => ("is-no-chance", HEIGHT),
        None => ("is-unrated", 1),
    }
}

/// The rating of the unit at a place of the bar.
fn unit_at(tally: &Tally, place: usize) -> Option<Rating> {
    let mut end = 0;
    ORDER.into_iter().find(|rating| {
        end += tally.rated_as(*rating);
        place < end
    })
}

/// The bar of a competency. Its numbers stand beside it, so it is hidden from assistive technology.
#[component]
pub fn Bar(tally: Memo<Tally>) -> impl IntoView {
    let asked = Memo::new(move |_| tally.with(|tally| tally.asked));
    let unit = move |place: usize| {
        let rating = Memo::new(move |_| tally.with(|tally| unit_at(tally, place)));
        view! {
            <rect
                class=move || look(rating.get()).0
                x=place * (WIDTH + 2)
                y=move || HEIGHT - look(rating.get()).1
                width=WIDTH
                height=move || look(rating.get()).1
            />
        }
    };
    let width = move || asked.get() * (WIDTH + 2);
    view! {
        <svg
            class="assess-bars"
            width=width
            height=HEIGHT
            viewBox=move || format!("0 0 {} {HEIGHT}", width())
            aria-hidden="true"
        >
            {move || (0..asked.get()).map(unit).collect_view()}
        </svg>
    }
}

/// A single unit, as the key to the bars.
pub fn key(rating: Option<Rating>) -> impl IntoView {
    let (class, height) = look(rating);
    view! {
        <svg class="assess-bars" width=WIDTH height=HEIGHT viewBox=format!("0 0 {WIDTH} {HEIGHT}") aria-hidden="true">
            <rect class=class y=HEIGHT - height width=WIDTH height=height />
        </svg>
    }
}
