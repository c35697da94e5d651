//! Which places have a page of their own: a file of the site that says what it is before any program runs. All others
//! are opened by `404.html`, or where they have an address with a query, by the page that this leads to.

use std::num::NonZeroU16;

use super::{Base, Columns, LevelRef, Own, Place, Route};
use crate::ladder::{Card, Index, LevelOutline};

/// Of a ladder with more levels than this not every pair has a page of its own: with 12 there are 132.
const ALL_PAIRS: usize = 12;

/// Of a ladder with more levels than this not even all those of neighbouring ranks: of a framework of 205 levels on 52 tracks
/// these would be some 20,000.
const ALL_NEIGHBOURS: usize = 40;

/// The most pages of a site whose levels have pages: at some 40 kB with 15 kB for its preview each, within the gigabyte that
/// GitHub Pages gives a site. A thousand ladders of eight levels each have a page for every level.
const MOST: usize = 15_000;

/// The most of a site where the steps from level to level have pages too: pages of comparisons are larger, some 60 kB.
const MOST_WITH_STEPS: usize = 10_000;

/// The most of a site where every pair has one, of which there are many for each level: what nobody asks for is not worth
/// the minutes that publishing it takes.
const MOST_WITH_PAIRS: usize = 5_000;

/// The pages of a site, of which there are so many at most: else the comparisons of two levels that lie apart are left out
/// first, then all comparisons, then the levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pages {
    has_levels: bool,
    pairs: Option<Pairs>,
}

/// Which pairs of a ladder's levels have a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pairs {
    /// Each, of a ladder of up to [`ALL_PAIRS`] levels; of a larger one those that are near and, of up to [`ALL_NEIGHBOURS`],
    /// those of neighbouring ranks.
    Every,
    /// Those of one track, and those of which one is a way into the other.
    Near,
}

impl Pages {
    /// The pages of the site with these ladders.
    pub fn of(index: &Index) -> Self {
        Self::within(index, MOST, [(Pairs::Every, MOST_WITH_PAIRS), (Pairs::Near, MOST_WITH_STEPS)])
    }

    fn within(index: &Index, most: usize, with_pairs: [(Pairs, usize); 2]) -> Self {
        let few = FIXED.len() + more(index).count() + OF_LADDER * index.ladders.len();
        let levels: usize = index.ladders.iter().map(|card| card.levels.len()).sum();
        let has_levels = few + levels <= most;
        let fit = |(which, most): (Pairs, usize)| {
            let pairs: usize = index.ladders.iter().map(|card| which.of(card).count()).sum();
            (has_levels && few + levels + pairs <= most).then_some(which)
        };
        Self { has_levels, pairs: with_pairs.into_iter().find_map(fit) }
    }

    /// Every place that has a page of its own.
    pub fn places(self, index: &Index) -> Vec<Place> {
        let of_ladder = |card: &Card| {
            let id = card.id.clone();
            let own = Own::ALL.map(|own| Route::Own(own, id.clone()));
            [Route::Ladder(id.clone()), Route::Assess(id)].into_iter().chain(own)
        };
        let levels = index
            .ladders
            .iter()
            .filter(|_| self.has_levels)
            .flat_map(|card| card.levels.iter().map(|level| Route::Level(reference(card, level))));
        let pairs = index.ladders.iter().zip(self.pairs.into_iter().cycle()).flat_map(|(card, which)| {
            which
                .of(card)
                .map(|(from, to)| Route::Compare([from, to].map(|level| reference(card, level)).into_iter().collect()))
        });
        let fixed = FIXED.iter().map(|make| make()).chain(more(index));
        fixed.chain(index.ladders.iter().flat_map(of_ladder)).chain(levels).chain(pairs).map(Place::from).collect()
    }

    /// Whether the comparison of these levels has a page of its own.
    pub fn has_comparison(self, index: &Index, columns: &Columns) -> bool {
        let [from, to] = &columns[..] else { return columns.is_empty() };
        let card = index.card(&from.ladder).filter(|_| from.ladder == to.ladder);
        let Some((card, which)) = card.zip(self.pairs) else { return false };
        card.level(&from.level).zip(card.level(&to.level)).is_some_and(|(from, to)| which.has(card, from, to))
    }

    /// Whether the page of a route is a file of the site, if there is what the route names.
    pub fn has(self, index: &Index, route: &Route) -> bool {
        match route {
            Route::Level(_) => self.has_levels,
            Route::Compare(columns) => self.has_comparison(index, columns),
            _ => true,
        }
    }

    /// The one address of a place on the site: that of [`Place::print`], but a comparison of two levels that has no page
    /// of its own stands in the query of the page for all comparisons, which is a file.
    pub fn address(self, index: &Index, place: &Place, base: &Base) -> String {
        match &place.route {
            Route::Compare(columns) if !self.has_comparison(index, columns) => place.print_listed(base),
            _ => place.print(base),
        }
    }
}

/// The pages that are there whatever the ladders are.
const FIXED: [fn() -> Route; 8] = [
    || Route::Ladders,
    || Route::Compare(Columns::default()),
    || Route::AssessChoice,
    || Route::Growth,
    || Route::Journal,
    || Route::CheckIn,
    || Route::Data,
    || Route::About,
];

/// How many pages each ladder has, whatever its levels are: itself, its assessment, and the user's own work on it.
const OF_LADDER: usize = 2 + Own::ALL.len();

/// The pages of the ladders that the first page does not list.
fn more(index: &Index) -> impl Iterator<Item = Route> {
    let there = (1..).take_while(|number| !index.shelf(*number).is_empty());
    there.filter_map(NonZeroU16::new).map(Route::MoreLadders)
}

impl Pairs {
    fn of(self, card: &Card) -> impl Iterator<Item = (&LevelOutline, &LevelOutline)> {
        let all = card.levels.iter().flat_map(|from| card.levels.iter().map(move |to| (from, to)));
        all.filter(move |(from, to)| self.has(card, from, to))
    }

    fn has(self, card: &Card, from: &LevelOutline, to: &LevelOutline) -> bool {
        let is_way = |from: &LevelOutline, to: &LevelOutline| to.from.contains(&from.id);
        let is_near = from.track == to.track || is_way(from, to) || is_way(to, from);
        let levels = card.levels.len();
        let is_more = || levels <= ALL_PAIRS || (levels <= ALL_NEIGHBOURS && are_neighbours(card, from, to));
        from.id != to.id && (is_near || (self == Self::Every && is_more()))
    }
}

/// Whether the ranks of two levels differ, and no level of the ladder stands between them.
fn are_neighbours(card: &Card, one: &LevelOutline, other: &LevelOutline) -> bool {
    let (low, high) = (one.rank.min(other.rank), one.rank.max(other.rank));
    low != high && !card.levels.iter().any(|level| low < level.rank && level.rank < high)
}

fn reference(card: &Card, level: &LevelOutline) -> LevelRef {
    LevelRef::new(card.id.clone(), level.id.clone())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::iter;

    use super::*;
    use crate::ladder::{LadderId, LevelId, Site, Status, TrackId};

    fn level(id: &str, track: &str, from: &[&str]) -> LevelOutline {
        LevelOutline {
            id: LevelId::parse(id).unwrap(),
            former_ids: vec![],
            name: id.to_owned(),
            grade: None,
            track: TrackId::parse(track).unwrap(),
            rank: 1,
            from: from.iter().map(|id| LevelId::parse(id).unwrap()).collect(),
            example: false,
        }
    }

    fn card(id: &str, levels: Vec<LevelOutline>) -> Card {
        Card {
            id: LadderId::parse(id).unwrap(),
            former_ids: vec![],
            name: id.to_owned(),
            summary: String::new(),
            lang: "en".to_owned(),
            status: Status::Current,
            tracks: vec![],
            levels,
        }
    }

    fn index(ladders: Vec<Card>) -> Index {
        let site = Site { name: "Test".to_owned(), accent: None, imprint: None, address: None, repository: None };
        Index { site, themes: vec![], ladders }
    }

    fn within(index: &Index, most: usize) -> Pages {
        Pages::within(index, most, [(Pairs::Every, most), (Pairs::Near, most)])
    }

    fn two_ladders() -> Index {
        let small = vec![level("a", "x", &[]), level("b", "y", &[]), level("c", "x", &[])];
        index(vec![card("small", small), card("lone", vec![level("only", "x", &[])])])
    }

    /// Twelve levels on a track of their own each, a thirteenth on the first's, and one way.
    fn large() -> Index {
        let names: Vec<String> = (1..=12).map(|number| format!("l{number}")).collect();
        let mut levels: Vec<_> = names.iter().map(|name| level(name, &format!("t{name}"), &[])).collect();
        levels[3].from = vec![LevelId::parse("l3").unwrap()];
        levels.push(level("l13", "tl1", &[]));
        index(vec![card("large", levels)])
    }

    fn columns(ladder: &str, from: &str, to: &str) -> Columns {
        let level = |id| LevelRef::new(LadderId::parse(ladder).unwrap(), LevelId::parse(id).unwrap());
        [from, to].map(level).into_iter().collect()
    }

    fn pair(ladder: &str, from: &str, to: &str) -> Route {
        Route::Compare(columns(ladder, from, to))
    }

    #[test]
    fn each_ladder_level_and_pair_of_levels_has_one_page() {
        let index = two_ladders();
        let places = Pages::of(&index).places(&index);
        let paths: BTreeSet<_> = places.iter().map(|place| place.print(&Base::new("/rungs/"))).collect();
        assert_eq!(paths.len(), 8 + 2 * 5 + 4 + 6);
        assert_eq!(paths.len(), places.len());
        assert!(paths.iter().all(|path| path.ends_with('/') && !path.contains('?')), "{paths:?}");
    }

    #[test]
    fn what_has_a_page_is_what_is_printed() {
        let index = index(vec![card("small", vec![level("a", "x", &[]), level("b", "y", &[]), level("c", "x", &[])])]);
        let every = |from| index.ladders[0].levels.iter().map(move |to| pair("small", from, to.id.as_str()));
        let levels = index.ladders[0].levels.iter().map(|level| Route::Level(reference(&index.ladders[0], level)));
        let routes: Vec<_> = ["a", "b", "c"].into_iter().flat_map(every).chain(levels).collect();
        for most in [100, 20, 19, 18, 17, 16, 0] {
            let pages = within(&index, most);
            let printed: Vec<_> = pages.places(&index).into_iter().map(|place| place.route).collect();
            for route in &routes {
                assert_eq!(pages.has(&index, route), printed.contains(route), "{route:?} of {most}");
            }
        }
    }

    #[test]
    fn ladders_that_the_first_page_does_not_list_have_pages_that_do() {
        let ladders = |number| index((0..number).map(|at| card(&format!("ladder-{at}"), vec![])).collect());
        let more = |number| {
            let index = ladders(number);
            let places = Pages::of(&index).places(&index);
            places.iter().filter(|place| matches!(place.route, Route::MoreLadders(_))).count()
        };
        let first = Index::FIRST_OF_MANY;
        assert_eq!([0, Index::SHELF, Index::SHELF + 1, first + 2 * Index::SHELF].map(more), [0, 0, 1, 2]);
    }

    #[test]
    fn of_a_large_catalogue_comparisons_of_what_lies_apart_are_left_out_first_then_all_then_levels() {
        let index = two_ladders();
        let count = |most| within(&index, most).places(&index).len();
        assert_eq!([28, 27, 24, 23, 22, 21, 0].map(count), [28, 24, 24, 22, 22, 18, 18]);
        let pages = |every, near| Pages::within(&index, 28, [(Pairs::Every, every), (Pairs::Near, near)]);
        assert_eq!([pages(27, 28), pages(27, 23)].map(|pages| pages.places(&index).len()), [24, 22]);
    }

    #[test]
    fn where_not_every_pair_has_a_page_those_of_a_track_do() {
        let index = two_ladders();
        let pages = within(&index, 24);
        let has = |from, to| pages.has_comparison(&index, &columns("small", from, to));
        assert_eq!([has("a", "c"), has("c", "a"), has("a", "b")], [true, true, false]);
        let places: Vec<_> = pages.places(&index).into_iter().map(|place| place.route).collect();
        assert!(places.contains(&pair("small", "a", "c")) && !places.contains(&pair("small", "a", "b")));
    }

    #[test]
    fn of_two_hundred_ladders_the_steps_of_each_have_a_page() {
        let track = |number: usize| ["x", "y"][number % 2];
        let levels: Vec<_> = (1..=8).map(|number| level(&format!("l{number}"), track(number), &[])).collect();
        let index = index((0..200).map(|at| card(&format!("ladder-{at}"), levels.clone())).collect());
        assert!(Pages::of(&index).has_comparison(&index, &columns("ladder-99", "l1", "l3")));
    }

    #[test]
    fn of_a_thousand_ladders_every_level_has_a_page() {
        let levels: Vec<_> = (1..=8).map(|number| level(&format!("l{number}"), "x", &[])).collect();
        let index = index((0..1_000).map(|at| card(&format!("ladder-{at}"), levels.clone())).collect());
        let places = Pages::of(&index).places(&index);
        assert_eq!(places.iter().filter(|place| matches!(place.route, Route::Level(_))).count(), 8_000);
    }

    #[test]
    fn of_a_large_ladder_only_tracks_and_ways_are_compared() {
        let index = large();
        let places = Pages::of(&index).places(&index);
        let paired: Vec<_> = places
            .iter()
            .filter(|place| place.route.ladders().len() == 1 && matches!(&place.route, Route::Compare(_)))
            .collect();
        let paths: Vec<_> = paired.iter().map(|place| place.print(&Base::new("/"))).collect();
        let expected = ["l1/l13", "l3/l4", "l4/l3", "l13/l1"].map(|pair| format!("/compare/large/{pair}/"));
        assert_eq!(paths, expected);
    }

    #[test]
    fn of_a_ladder_of_some_levels_neighbouring_ranks_are_compared_as_well() {
        let mut ladder = large().ladders.remove(0);
        for (level, rank) in ladder.levels.iter_mut().zip([1, 1, 1, 3, 3, 5].into_iter().chain(iter::repeat(9))) {
            level.rank = rank;
        }
        let has = |card: &Card, from, to| Pairs::Every.has(card, &card.levels[from], &card.levels[to]);
        assert_eq!([has(&ladder, 0, 3), has(&ladder, 4, 1), has(&ladder, 4, 5)], [true; 3]);
        assert_eq!([has(&ladder, 0, 1), has(&ladder, 0, 5), has(&ladder, 3, 8)], [false; 3]);
        assert!(!Pairs::Near.has(&ladder, &ladder.levels[0], &ladder.levels[3]));
        let more = (14..=41).map(|number| level(&format!("l{number}"), &format!("t{number}"), &[]));
        ladder.levels.extend(more);
        assert!(!has(&ladder, 0, 3));
    }

    #[test]
    fn a_comparison_without_a_page_stands_in_the_query() {
        let base = Base::new("/rungs/");
        let address = |index: &Index, route| Pages::of(index).address(index, &Place::from(route), &base);
        assert_eq!(address(&large(), pair("large", "l1", "l2")), "/rungs/compare/?with=large.l1&with=large.l2");
        assert_eq!(address(&large(), pair("large", "l3", "l4")), "/rungs/compare/large/l3/l4/");
        assert_eq!(address(&two_ladders(), pair("small", "a", "b")), "/rungs/compare/small/a/b/");
        let index = two_ladders();
        let crowded = within(&index, 13).address(&index, &pair("small", "a", "b").into(), &base);
        assert_eq!(crowded, "/rungs/compare/?with=small.a&with=small.b");
    }
}
