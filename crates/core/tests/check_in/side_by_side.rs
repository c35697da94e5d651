//! Two sets of ratings side by side: never averaged, each expectation in one place.

use proptest::prelude::*;
use rungs_core::assessment::Rating::{self, Consistently, NoChance, NotYet, Sometimes};
use rungs_core::check_in::{Apart, CheckIn, Pair, SideBySide, Talk, keep, rate, rows};
use rungs_core::record::Book;

use super::fixture::{at, check_in, ladder, opened_book, row};

#[test]
fn how_far_two_ratings_are_apart() {
    let cases = [
        (NotYet, NotYet, None),
        (NoChance, NoChance, None),
        (NotYet, Sometimes, Some(Apart::OneStep)),
        (Sometimes, Consistently, Some(Apart::OneStep)),
        (NotYet, Consistently, Some(Apart::TwoSteps)),
        (NoChance, Consistently, Some(Apart::NoChance)),
        (NoChance, NotYet, Some(Apart::NoChance)),
    ];
    for (one, other, apart) in cases {
        assert_eq!((Apart::of(one, other), Apart::of(other, one)), (apart, apart), "{one:?} {other:?}");
    }
}

fn ids(pairs: &[Pair]) -> Vec<String> {
    pairs.iter().map(|pair| pair.row.id().to_string()).collect()
}

#[test]
fn differences_come_first_and_the_furthest_apart_first_of_them() {
    let (ladder, check_in) = (ladder(), check_in());
    let mut book = opened_book(check_in.clone());
    for (id, rating) in [("tickets", Sometimes), ("polite", NotYet), ("mentoring", Sometimes), ("writing", NotYet)] {
        rate(&mut book, &row(&check_in, &ladder, id), Some(rating), at(20));
    }
    let laid = SideBySide::of(&check_in, &Talk::of(&book), Some(&ladder));
    let differences: Vec<_> = laid.differences.iter().map(|(apart, pair)| (*apart, pair.row.id().as_str())).collect();
    assert_eq!(differences, [(Apart::TwoSteps, "polite"), (Apart::OneStep, "tickets")]);
    assert_eq!((ids(&laid.agreements), ids(&laid.by_one)), (vec!["mentoring".to_owned()], vec!["writing".to_owned()]));
    assert_eq!(laid.by_none, []);
}

fn rating() -> impl Strategy<Value = Option<Rating>> {
    prop::option::of(prop::sample::select(Rating::ALL.to_vec()))
}

/// What is kept where one says these and the other those.
fn laid_of(theirs: &[Option<Rating>], mine: &[Option<Rating>]) -> (CheckIn, Talk) {
    let ladder = ladder();
    let mut check_in: CheckIn = check_in();
    for (line, rating) in check_in.lines.iter_mut().zip(theirs) {
        line.rating = *rating;
    }
    let mut book = Book::default();
    keep(&mut book, check_in.clone(), at(10));
    for (row, rating) in rows(&check_in, Some(&ladder)).iter().zip(mine) {
        rate(&mut book, row, *rating, at(20));
    }
    (check_in, Talk::of(&book))
}

proptest! {
    #[test]
    fn each_expectation_stands_in_one_place_and_says_what_each_said(
        theirs in prop::collection::vec(rating(), 4), mine in prop::collection::vec(rating(), 4),
    ) {
        let ladder = ladder();
        let (check_in, talk) = laid_of(&theirs, &mine);
        let laid = SideBySide::of(&check_in, &talk, Some(&ladder));
        let mut all: Vec<Pair> = laid.differences.iter().map(|(_, pair)| *pair).collect();
        for (apart, pair) in &laid.differences {
            prop_assert_eq!(Apart::of(pair.theirs.unwrap(), pair.mine.unwrap()), Some(*apart));
        }
        prop_assert!(laid.differences.is_sorted_by_key(|(apart, _)| *apart));
        prop_assert!(laid.agreements.iter().all(|pair| pair.theirs.is_some() && pair.theirs == pair.mine));
        prop_assert!(laid.by_one.iter().all(|pair| pair.theirs.is_some() != pair.mine.is_some()));
        all.extend(laid.agreements.iter().chain(&laid.by_one).chain(&laid.by_none));
        prop_assert_eq!(all.len(), 4);
        for (place, row) in rows(&check_in, Some(&ladder)).iter().enumerate() {
            let pair = all.iter().find(|pair| pair.row.id() == row.id()).unwrap();
            prop_assert_eq!((pair.theirs, pair.mine), (theirs[place], mine[place]));
        }
    }

    #[test]
    fn who_opened_the_file_makes_no_difference(
        theirs in prop::collection::vec(rating(), 4), mine in prop::collection::vec(rating(), 4),
    ) {
        let ladder = ladder();
        let (one, other) = (laid_of(&theirs, &mine), laid_of(&mine, &theirs));
        let one = SideBySide::of(&one.0, &one.1, Some(&ladder));
        let other = SideBySide::of(&other.0, &other.1, Some(&ladder));
        let differences = |laid: &SideBySide| {
            laid.differences.iter().map(|(apart, pair)| (*apart, pair.row.id().clone())).collect::<Vec<_>>()
        };
        prop_assert_eq!(differences(&one), differences(&other));
        prop_assert_eq!(ids(&one.agreements), ids(&other.agreements));
        prop_assert_eq!(ids(&one.by_one), ids(&other.by_one));
    }
}
