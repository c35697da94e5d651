//! Which pages there are, and what is written down of each.

use rungs_core::ladder::{Catalogue, Ladder, Level};
use rungs_core::route::{Base, Columns, LevelRef, Place, Route};
use serde::Serialize;

use crate::data::Data;
use crate::previews;
use crate::words::Said;

/// Of a ladder with more levels than this not every pair has a page of its own: with 12 there are 132.
const ALL_PAIRS: usize = 12;

/// All that is printed.
#[derive(Serialize)]
pub struct Site {
    /// The site's name.
    pub name: String,
    /// Its own accent colour.
    pub accent: Option<String>,
    /// Its public address, if it is known.
    pub address: Option<String>,
    /// The files of its catalogue; none where that is part of the program.
    pub data: Option<Data>,
    /// Its pages.
    pub pages: Vec<Page>,
}

/// A page.
#[derive(Serialize)]
pub struct Page {
    /// Where it stands below the base: empty, or ending in `/`.
    pub path: String,
    /// What stands in the window's title.
    pub title: String,
    /// What it says of itself where its link is shown.
    pub description: String,
    /// What stands in `#app`.
    pub html: String,
    /// Whether what is stored in the browser changes what it shows first.
    pub depends: bool,
    /// What a chat shows above the description.
    pub headline: String,
    /// Where its preview lies below the base.
    pub picture: String,
    /// Width and height of the preview in pixels.
    pub picture_size: (u32, u32),
}

/// Every place that has a page of its own.
pub fn places(catalogue: &Catalogue) -> Vec<Place> {
    let fixed = [Route::Ladders, Route::Compare(Columns::default()), Route::AssessChoice, Route::Data, Route::About];
    let of_ladders = catalogue.ladders.iter().flat_map(|ladder| {
        let itself = [Route::Ladder(ladder.id.clone()), Route::Assess(ladder.id.clone())];
        let levels = ladder.levels.iter().map(|level| Route::Level(reference(ladder, level)));
        let pairs = ladder.levels.iter().flat_map(|from| ladder.levels.iter().map(move |to| (from, to)));
        let pairs = pairs.filter(|(from, to)| is_printed(ladder, from, to));
        let pairs = pairs
            .map(|(from, to)| Route::Compare([from, to].map(|level| reference(ladder, level)).into_iter().collect()));
        itself.into_iter().chain(levels).chain(pairs).collect::<Vec<_>>()
    });
    fixed.into_iter().chain(of_ladders).map(Place::from).collect()
}

fn reference(ladder: &Ladder, level: &Level) -> LevelRef {
    LevelRef::new(ladder.id.clone(), level.id.clone())
}

/// Whether the comparison of two levels has a page of its own.
fn is_printed(ladder: &Ladder, from: &Level, to: &Level) -> bool {
    let is_way = |from: &Level, to: &Level| to.from.contains(&from.id);
    let is_near = from.track == to.track || is_way(from, to) || is_way(to, from);
    from.id != to.id && (ladder.levels.len() <= ALL_PAIRS || is_near)
}

/// Prints the page of a place.
pub fn print(place: &Place, said: Said, base: &Base, origin: &str) -> Page {
    let printed = rungs::print::print(base, origin, place);
    let path = place.print(base).strip_prefix(base.as_str()).map(str::to_owned).unwrap_or_default();
    Page {
        path,
        headline: said.headline.unwrap_or_else(|| printed.title.clone()),
        title: printed.title,
        description: said.description,
        html: printed.html,
        depends: place.route.shows_answers() || place.route == Route::Ladders,
        picture: previews::name(place),
        picture_size: rungs_card::PREVIEW,
    }
}
