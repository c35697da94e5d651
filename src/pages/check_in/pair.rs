//! One expectation with both ratings.

use rungs_core::assessment::Rating;
use rungs_view::prelude::*;

use super::actions::Actions;
use super::desk::use_desk;
use super::row::{NoteFold, evidence, statement, told};

/// The scale is this wide and this high; its three steps stand so far apart.
const WIDTH: usize = 132;
const HEIGHT: usize = 24;
const STEP: usize = 54;
const FIRST: usize = 12;

/// An expectation, both ratings, a note and the actions for it.
#[component]
pub fn PairView(place: usize) -> impl IntoNode {
    let desk = use_desk();
    let (theirs, competency, id) =
        desk.row(place, |row| (row.theirs(), row.line.competency.clone(), row.id().to_string()));
    // Another tab may have rated before it learned that both stand side by side.
    let mine = Memo::new(move |_| desk.with_row(place, |talk, row| talk.rated(row).map(|rated| rated.rating)));
    let name = desk.sheet().check_in.name().to_owned();
    let named = format!("pair-{id}");
    view! {
        <li>
            <div class="check-in-pair" role="group" aria-labelledby=named.clone()>
                <div>
                    <p class="soft small"><bdi>{competency}</bdi></p>
                    <p id=named>{statement(desk, place)}</p>
                    {told(desk, place)}
                    {evidence(desk, place)}
                </div>
                <div class="check-in-said">
                    {move || scale(theirs, mine.get())}
                    <dl>
                        {said("●", name, theirs)}
                        {move || said("○", "You".to_owned(), mine.get())}
                    </dl>
                </div>
                <div class="stack check-in-talk">
                    <NoteFold place id />
                    <Actions place=Some(place) />
                </div>
            </div>
        </li>
    }
}

/// Who says what; the mark is that of the scale.
fn said(mark: &'static str, who: String, rating: Option<Rating>) -> Node {
    let rating = rating.map_or_else(|| "Not rated".to_owned(), |rating| rating.to_string());
    view! {
        <div>
            <dt>
                <span aria-hidden="true">{mark} " "</span>
                <bdi>{who}</bdi>
            </dt>
            <dd>{rating}</dd>
        </div>
    }
}

/// Where a rating stands on the scale from "not yet" to "consistently".
fn step(rating: Option<Rating>) -> Option<usize> {
    let step = match rating? {
        Rating::NotYet => 0,
        Rating::Sometimes => 1,
        Rating::Consistently => 2,
        Rating::NoChance => return None,
    };
    Some(FIRST + step * STEP)
}

/// Both ratings on one scale; the words beside it say the same.
fn scale(theirs: Option<Rating>, mine: Option<Rating>) -> Node {
    let middle = HEIGHT / 2;
    let [theirs, mine] = [theirs, mine].map(step);
    let between = theirs.zip(mine).map(|(theirs, mine)| {
        view! { <line class="check-in-between" x1=theirs x2=mine y1=middle y2=middle /> }
    });
    let tick = |step: usize| view! { <circle class="check-in-tick" cx=FIRST + step * STEP cy=middle r="2" /> };
    view! {
        <svg class="check-in-scale" width=WIDTH height=HEIGHT viewBox=format!("0 0 {WIDTH} {HEIGHT}") aria-hidden="true">
            <line class="check-in-axis" x1=FIRST x2=FIRST + 2 * STEP y1=middle y2=middle />
            {between}
            {[0, 1, 2].map(tick)}
            {mine.map(|x| view! { <circle class="check-in-mine" cx=x cy=middle r="9" /> })}
            {theirs.map(|x| view! { <circle class="check-in-theirs" cx=x cy=middle r="5" /> })}
        </svg>
    }
}
