//! The bar of a competency: one unit for each expectation, tall where it is fulfilled, low where not.
//! Height says what colour says.

use rungs_core::assessment::{Rating, Tally};
use rungs_view::prelude::*;

/// The order of the units of a bar and of the table's columns.
pub const ORDER: [Rating; 4] = [Rating::Consistently, Rating::Sometimes, Rating::NotYet, Rating::NoChance];

/// A unit is this wide and this high, with a gap to the next.
const WIDTH: usize = 13;
const HEIGHT: usize = 16;
const GAP: usize = 3;

/// How a unit is drawn: its class, where it begins from above, and its height. Unrated is `None`: an
/// empty place; no chance to show it is a dash.
fn look(rating: Option<Rating>) -> (&'static str, usize, usize) {
    match rating {
        Some(Rating::Consistently) => ("is-consistently", 0, HEIGHT),
        Some(Rating::Sometimes) => ("is-sometimes", HEIGHT / 2, HEIGHT / 2),
        Some(Rating::NotYet) => ("is-not-yet", HEIGHT - 3, 3),
        Some(Rating::NoChance) => ("is-no-chance", HEIGHT / 2 - 1, 2),
        None => ("is-unrated", 0, HEIGHT),
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
pub fn Bar(tally: Memo<Tally>) -> impl IntoNode {
    let asked = Memo::new(move |_| tally.with(|tally| tally.asked));
    let unit = move |place: usize| {
        let rating = Memo::new(move |_| tally.with(|tally| unit_at(tally, place)));
        view! {
            <rect
                class=move || look(rating.get()).0
                x=place * (WIDTH + GAP)
                y=move || look(rating.get()).1
                width=WIDTH
                height=move || look(rating.get()).2
            />
        }
    };
    let width = move || asked.get() * (WIDTH + GAP);
    view! {
        <svg
            class="assess-bars"
            width=width
            height=HEIGHT
            viewBox=move || format!("0 0 {} {HEIGHT}", width())
            aria-hidden="true"
        >
            {move || (0..asked.get()).map(unit).collect_nodes()}
        </svg>
    }
}

/// A single unit, as the key to the bars.
pub fn key(rating: Option<Rating>) -> impl IntoNode {
    let (class, top, height) = look(rating);
    view! {
        <svg class="assess-bars" width=WIDTH height=HEIGHT viewBox=format!("0 0 {WIDTH} {HEIGHT}") aria-hidden="true">
            <rect class=class y=top width=WIDTH height=height />
        </svg>
    }
}
