//! Of very many ladders each page lists a part, and every ladder is on one of them.

use rungs_core::ladder::{Card, Index};
use rungs_core::route::{Resolved, parse, resolve};

use super::catalogue::{base, index};

/// So many ladders.
fn many(ladders: usize) -> Index {
    let mut index = index();
    index.ladders = index.ladders.into_iter().cycle().take(ladders).collect();
    index
}

fn open(path: &str, ladders: usize) -> Resolved {
    resolve(&parse(&base(), path, "", ""), &many(ladders))
}

#[test]
fn all_ladders_stand_on_one_shelf_or_another_in_their_order() {
    for ladders in [0, 1, 59, 60, 61, 120, 121, 1000] {
        let index = many(ladders);
        let shelves: Vec<&[Card]> = (0..).map(|number| index.shelf(number)).take_while(|all| !all.is_empty()).collect();
        assert!(shelves.iter().all(|shelf| shelf.len() <= Index::SHELF));
        assert_eq!(shelves.concat(), index.ladders);
    }
}

#[test]
fn the_first_page_lists_all_ladders_or_the_first_ten_of_very_many() {
    let sizes = |ladders| {
        let index = many(ladders);
        (0..).map(|number| index.shelf(number).len()).take_while(|size| *size > 0).collect::<Vec<_>>()
    };
    assert_eq!([0, 1, 60].map(sizes), [vec![], vec![1], vec![60]]);
    assert_eq!(
        [61, 71, 1000].map(|all| sizes(all)[..3.min(sizes(all).len())].to_vec()),
        [vec![10, 51], vec![10, 60, 1], vec![10, 60, 60],]
    );
}

#[test]
fn the_ladders_before_a_shelf_are_those_of_the_shelves_before_it() {
    for ladders in [60, 61, 1000] {
        let index = many(ladders);
        let before = |number| (0..number).map(|shelf| index.shelf(shelf).len()).sum::<usize>();
        for number in [0, 1, 2, 17, u16::MAX] {
            assert_eq!(index.before_shelf(number), before(number), "{number} of {ladders}");
        }
    }
}

#[test]
fn a_page_of_more_ladders_is_there_while_there_are_more() {
    for (path, ladders) in [("/rungs/more/1/", 61), ("/rungs/more/1", 70), ("/rungs/more/17/", 1000)] {
        let resolved = open(path, ladders);
        assert!(resolved.place.is_some() && resolved.problems.is_empty(), "{path}");
    }
}

#[test]
fn a_page_beyond_the_last_ladder_is_told_with_the_ways_on() {
    for (path, ladders) in [("/rungs/more/1/", 60), ("/rungs/more/18/", 1000), ("/rungs/more/0/", 1000)] {
        let resolved = open(path, ladders);
        assert_eq!(resolved.place, None, "{path}");
        let below = path.strip_prefix("/rungs").unwrap();
        assert_eq!(resolved.problems[0].to_string(), format!("There is no page “{below}”."));
        assert_eq!(resolved.ways_on[0].place.print(&base()), "/rungs/");
    }
}
