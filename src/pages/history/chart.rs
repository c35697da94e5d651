//! Ratings over time: for each competency one column for each moment, and all their numbers in a table.

use rungs_core::assessment::{Rating, Tally, choice, questions};
use rungs_core::history::{Series, series};
use rungs_core::ladder::{Ladder, LevelId};
use rungs_view::prelude::*;

use super::moment::when;
use super::table::table;
use crate::components::archive::Archive;

/// The parts of a column from the bottom up, and the order of the table's columns. What is not rated is `None`.
pub const ORDER: [Option<Rating>; 5] =
    [Some(Rating::Consistently), Some(Rating::Sometimes), Some(Rating::NotYet), Some(Rating::NoChance), None];

/// All columns together are this wide, unless they are few: then each is at most so wide.
const WIDTH: usize = 240;
const WIDEST: usize = 24;
/// The tallest column is this high, and one expectation at most this.
const HEIGHT: usize = 96;
const UNIT: usize = 24;
/// A part of the key is this wide and high.
const KEY: usize = 13;

/// All that is drawn: the names of the moments, and the counts of each competency.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawn {
    /// The name of the level whose expectations are counted.
    pub target: String,
    /// The moments, the earliest first.
    pub moments: Vec<String>,
    /// The competencies by name, with their counts at each moment.
    pub rows: Vec<(String, Vec<Tally>)>,
}

/// The ratings of each competency over time.
#[component]
pub fn OverTime(archive: Archive, assess: StoredValue<String>) -> impl IntoNode {
    let is_empty = Memo::new(move |_| archive.with_history(|history| history.snapshots.is_empty()));
    let drawn = Memo::new(move |_| drawn(archive));
    let body = move || match drawn.get() {
        Some(drawn) => charts(&drawn),
        None => view! {
            <p>
                "To see ratings over time, "
                <a href=assess.get_value()>"choose the level you work toward"</a>
                "."
            </p>
        }
        .into_node(),
    };
    view! {
        <Show when=move || !is_empty.get()>
            <section class="page-part history" aria-labelledby="over-time">
                <h2 id="over-time">"Over time"</h2>
                {body}
            </section>
        </Show>
    }
}

/// Counts what the present target asks, at every moment of which there are answers. `None` without a target.
fn drawn(archive: Archive) -> Option<Drawn> {
    let now = archive.now();
    let target = now.target.clone();
    archive.with_ladder(|ladder| {
        let target = choice(ladder, target.as_ref()).level()?;
        archive.with_history(|history| {
            let mut all: Vec<_> = history.snapshots.iter().map(|(_, snapshot)| snapshot).collect();
            let mut moments: Vec<String> = all.iter().map(|snapshot| when(snapshot)).collect();
            all.push(&now);
            moments.push("Now".to_owned());
            let rows = series(ladder, &questions(ladder, None, target), &all).into_iter();
            let named = |Series { competency, tallies }| (ladder.competencies[competency].name.clone(), tallies);
            Some(Drawn { target: name(ladder, &target.id), moments, rows: rows.map(named).collect() })
        })
    })
}

fn name(ladder: &Ladder, level: &LevelId) -> String {
    ladder.level(level).map(|level| level.name.clone()).unwrap_or_default()
}

fn charts(drawn: &Drawn) -> Node {
    let asked = |(_, tallies): &(String, Vec<Tally>)| tallies.first().map_or(0, |tally| tally.asked);
    let most = drawn.rows.iter().map(asked).max().unwrap_or_default().max(1);
    let unit = (HEIGHT / most).clamp(2, UNIT);
    let (first, last) = (drawn.moments.first().cloned(), drawn.moments.last().cloned());
    let chart = |(name, tallies): &(String, Vec<Tally>)| {
        view! {
            <figure>
                <figcaption class="small"><strong>{name.clone()}</strong></figcaption>
                {columns(tallies, unit, most * unit)}
            </figure>
        }
    };
    view! {
        <p class="soft small">
            {format!("What {} expects, one column for each moment: ", drawn.target)} {first} " to " {last} "."
        </p>
        <p class="row small">{ORDER.into_iter().map(key).collect_nodes()}</p>
        <div class="history-charts">{drawn.rows.iter().map(chart).collect_nodes()}</div>
        {table(drawn)}
    }
    .into_node()
}

/// What a rating, or its absence, is called.
pub fn called(rating: Option<Rating>) -> String {
    rating.map_or_else(|| "Not rated".to_owned(), |rating| rating.to_string())
}

/// How many of a tally have a rating, or none.
pub fn count(tally: &Tally, rating: Option<Rating>) -> usize {
    rating.map_or_else(|| tally.unrated(), |rating| tally.rated_as(rating))
}

/// How strongly a part is filled, and its edge drawn and dashed.
fn look(rating: Option<Rating>) -> [&'static str; 3] {
    match rating {
        Some(Rating::Consistently) => ["1", "1", "none"],
        Some(Rating::Sometimes) => ["0.45", "1", "none"],
        Some(Rating::NotYet) => ["0.1", "1", "none"],
        Some(Rating::NoChance) => ["0", "1", "2"],
        None => ["0", "0.3", "none"],
    }
}

/// A part of a column at a place, a little smaller than the place is.
fn part(rating: Option<Rating>, [x, y]: [usize; 2], [width, height]: [usize; 2]) -> Node {
    let [fill, stroke, dashes] = look(rating);
    view! {
        <rect
            x=x + 1
            y=y + 1
            width=width - 3
            height=height - 1
            fill="currentColor"
            stroke="currentColor"
            fill-opacity=fill
            stroke-opacity=stroke
            stroke-dasharray=dashes
        />
    }
    .into_node()
}

fn key(rating: Option<Rating>) -> Node {
    view! {
        <span>
            <svg class="history-bars" width=KEY + 1 height=KEY + 1 aria-hidden="true">
                {part(rating, [0, 0], [KEY + 2, KEY])}
            </svg>
            " "
            {called(rating)}
        </span>
    }
    .into_node()
}

/// One column for each tally, each expectation so high.
fn columns(tallies: &[Tally], unit: usize, height: usize) -> Node {
    let width = (WIDTH / tallies.len().max(1)).clamp(6, WIDEST);
    let column = |(place, tally): (usize, &Tally)| {
        let mut top = height;
        let parts = ORDER.into_iter().filter_map(|rating| {
            let its = count(tally, rating) * unit;
            top -= its;
            (its > 0).then(|| part(rating, [place * width, top], [width, its]))
        });
        parts.collect_nodes()
    };
    let (whole, height) = (tallies.len() * width, height + 1);
    view! {
        <svg
            class="history-bars"
            width=whole
            height=height
            viewBox=format!("0 0 {whole} {height}")
            aria-hidden="true"
        >
            {tallies.iter().enumerate().map(column).collect_nodes()}
        </svg>
    }
    .into_node()
}
