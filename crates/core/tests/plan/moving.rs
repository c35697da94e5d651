//! Moving items between months and within one.

use proptest::prelude::*;
use rungs_core::plan::{Item, move_to};
use rungs_core::record::Book;

use super::fixture::{at, book, id, item, listed, month, plan};

fn four() -> Book {
    let by = |name, month| (name, item("polite", name, month));
    book(&[by("a", "2026-11"), by("b", "2026-11"), by("c", "2026-11"), by("d", "2026-12")])
}

#[test]
fn items_stand_in_the_order_in_which_they_were_noted() {
    assert_eq!(listed(&four(), "2026-11"), "a b c");
}

#[test]
fn an_item_moves_to_the_place_that_it_is_given() {
    let cases = [
        ("b", "2026-12", 0, "a c", "b d"),
        ("b", "2026-12", 1, "a c", "d b"),
        ("b", "2026-12", 99, "a c", "d b"),
        ("c", "2026-11", 0, "c a b", "d"),
        ("a", "2026-11", 1, "b a c", "d"),
        ("a", "2026-11", 0, "a b c", "d"),
        ("d", "2026-11", 2, "a b d c", ""),
    ];
    for (name, to, place, november, december) in cases {
        let mut book = four();
        move_to(&mut book, &id(name), month(to), place, at(10));
        let found = (listed(&book, "2026-11"), listed(&book, "2026-12"));
        assert_eq!(found, (november.into(), december.into()), "{name} to {to} at {place}");
    }
}

#[test]
fn what_is_not_there_is_not_moved() {
    let mut book = four();
    move_to(&mut book, &id("e"), month("2026-11"), 0, at(10));
    assert_eq!(book, four());
}

#[test]
fn items_that_two_tabs_moved_are_all_there() {
    let (mut one, mut other) = (four(), four());
    move_to(&mut one, &id("a"), month("2026-12"), 0, at(10));
    move_to(&mut other, &id("b"), month("2026-12"), 0, at(11));
    one.merge(&other);
    assert_eq!(listed(&one, "2026-11"), "c");
    assert_eq!(listed(&one, "2026-12").split(' ').count(), 3);
}

proptest! {
    #[test]
    fn moving_loses_nothing_and_changes_nothing_but_months_and_orders(
        moves in prop::collection::vec((0..4usize, 0..3u32, 0..5usize), 0..12),
    ) {
        let mut book = four();
        for (moment, (which, months, place)) in (10..).zip(moves) {
            let (name, to) = (["a", "b", "c", "d"][which], month("2026-11").plus(months));
            move_to(&mut book, &id(name), to, place, at(moment));
            prop_assert_eq!(plan(&book).item(&id(name)).unwrap().month, to);
            let (found, count) = plan(&book).place(&id(name)).unwrap();
            prop_assert_eq!(found, place.min(count - 1));
        }
        let plain = |item: &Item| Item { month: month("2026-11"), order: 0, ..item.clone() };
        for (name, before) in plan(&four()).items {
            prop_assert_eq!(plan(&book).item(&name).map(plain), Some(plain(&before)));
        }
    }
}
