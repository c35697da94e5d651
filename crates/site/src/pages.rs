//! Which pages there are, and what is written down of each.

use std::num::NonZeroU16;

use rungs_core::ladder::{Catalogue, Ladder, Level};
use rungs_core::route::{Base, Columns, LevelRef, Place, Route};
use serde::Serialize;

use crate::data::Data;
use crate::words::Said;

/// Of a ladder with more levels than this not every pair has a page of its own: with 12 there are 132.
const ALL_PAIRS: usize = 12;

/// The most pages: at some 40 kB with 15 kB for its preview each, well within the gigabyte and the ten minutes that GitHub
/// Pages gives a site.
const MOST_PAGES: usize = 5_000;

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

/// Every place that has a page of its own. Of a catalogue with too many of them the comparisons are left out first, then
/// the levels; 404.html opens what has no page.
pub fn places(catalogue: &Catalogue) -> Vec<Place> {
    within(catalogue, MOST_PAGES)
}

fn within(catalogue: &Catalogue, most: usize) -> Vec<Place> {
    let fixed = [Route::Ladders, Route::Compare(Columns::default()), Route::AssessChoice, Route::Data, Route::About];
    let more = (1..).take_while(|number| !catalogue.index.shelf(*number).is_empty());
    let more = more.filter_map(NonZeroU16::new).map(Route::MoreLadders);
    let of_each = |routes: fn(&Ladder) -> Vec<Route>| catalogue.ladders.iter().flat_map(routes).collect::<Vec<_>>();
    let mut chosen: Vec<Route> = fixed.into_iter().chain(more).chain(of_each(itself)).collect();
    for more in [of_each(levels), of_each(pairs)] {
        if chosen.len() + more.len() > most {
            break;
        }
        chosen.extend(more);
    }
    chosen.into_iter().map(Place::from).collect()
}

fn itself(ladder: &Ladder) -> Vec<Route> {
    vec![Route::Ladder(ladder.id.clone()), Route::Assess(ladder.id.clone())]
}

fn levels(ladder: &Ladder) -> Vec<Route> {
    ladder.levels.iter().map(|level| Route::Level(reference(ladder, level))).collect()
}

fn pairs(ladder: &Ladder) -> Vec<Route> {
    let pairs = ladder.levels.iter().flat_map(|from| ladder.levels.iter().map(move |to| (from, to)));
    let printed = pairs.filter(|(from, to)| is_printed(ladder, from, to));
    let columns = printed.map(|(from, to)| [from, to].into_iter().map(|level| reference(ladder, level)).collect());
    columns.map(Route::Compare).collect()
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
        depends: place.route.depends_on_answers(),
        picture: place.route.preview(),
        picture_size: rungs_card::PREVIEW,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use rungs_core::ladder::compile::Folder;

    use super::*;

    fn fixtures() -> Catalogue {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/ladders");
        Folder::read(&folder).unwrap().compile().catalogue.unwrap()
    }

    #[test]
    fn each_ladder_level_and_pair_of_levels_has_one_page() {
        let catalogue = fixtures();
        let base = Base::new("/rungs/");
        let paths: Vec<_> = places(&catalogue).iter().map(|place| place.print(&base)).collect();
        let pairs = |levels: usize| levels * levels.saturating_sub(1);
        let of_ladder = |ladder: &Ladder| 2 + ladder.levels.len() + pairs(ladder.levels.len());
        assert!(catalogue.ladders.iter().all(|ladder| ladder.levels.len() <= ALL_PAIRS));
        assert_eq!(paths.len(), 5 + catalogue.ladders.iter().map(of_ladder).sum::<usize>());
        assert_eq!(paths.iter().collect::<BTreeSet<_>>().len(), paths.len());
        assert!(paths.iter().all(|path| path.ends_with('/') && !path.contains('?')), "{paths:?}");
    }

    #[test]
    fn of_a_large_catalogue_comparisons_are_left_out_first_then_levels() {
        let catalogue = fixtures();
        let all = within(&catalogue, usize::MAX).len();
        let pairs = catalogue.ladders.iter().map(|ladder| super::pairs(ladder).len()).sum::<usize>();
        let levels = catalogue.ladders.iter().map(|ladder| ladder.levels.len()).sum::<usize>();
        assert_eq!(within(&catalogue, all).len(), all);
        assert_eq!(within(&catalogue, all - 1).len(), all - pairs);
        assert_eq!(within(&catalogue, all - pairs - 1).len(), all - pairs - levels);
        assert_eq!(within(&catalogue, 0).len(), 5 + 2 * catalogue.ladders.len());
    }

    #[test]
    fn of_a_large_ladder_only_tracks_and_ways_in_are_compared() {
        let mut ladder = fixtures().ladders.into_iter().find(|ladder| ladder.id.as_str() == "bakery").unwrap();
        let spare = ladder.levels[0].clone();
        while ladder.levels.len() <= ALL_PAIRS {
            ladder.levels.push(spare.clone());
        }
        let levels = &ladder.levels;
        for from in levels {
            for to in levels {
                let is_way = from.from.contains(&to.id) || to.from.contains(&from.id);
                let expected = from.id != to.id && (from.track == to.track || is_way);
                assert_eq!(is_printed(&ladder, from, to), expected, "{} to {}", from.id, to.id);
            }
        }
    }

    #[test]
    fn a_page_holds_its_words_and_says_what_changes() {
        let catalogue = fixtures();
        let place = places(&catalogue)
            .into_iter()
            .find(|place| place.print(&Base::new("/")) == "/compare/bakery/apprentice/baker/")
            .unwrap();
        let said = crate::words::of(&place, &catalogue);
        rungs::print::begin(catalogue);
        let page = print(&place, said, &Base::new("/rungs/"), "https://example.org");
        assert_eq!(page.path, "compare/bakery/apprentice/baker/");
        assert_eq!(page.picture, "previews/bakery.apprentice.baker.png");
        assert!(
            page.headline.starts_with("Apprentice → Baker: ") && !page.headline.contains("kept"),
            "{}",
            page.headline
        );
        assert!(page.description.starts_with("From Apprentice to Baker in Bakery: "), "{}", page.description);
        assert!(page.html.contains("<h1") && page.html.contains("https://example.org/rungs/compare/"), "{}", page.html);
        assert!(!page.depends);
    }
}
