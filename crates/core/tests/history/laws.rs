//! Laws that hold for all snapshots.

use proptest::prelude::*;
use rungs_core::assessment::{Assessment, EvidenceId, Rating, questions};
use rungs_core::history::{Differences, History, Move, put, series, take};
use rungs_core::record::Book;

use crate::fixture::{at, attach, entry, expectation_of, ladder, rate, snapshot};

const NAMES: [&str; 3] = ["tickets", "letters", "mentoring"];

fn answers() -> impl Strategy<Value = Assessment> {
    let change = (0..3usize, prop::option::of(0..4usize), prop::option::of(0..3u8), any::<bool>());
    prop::collection::vec(change, 0..10).prop_map(|changes| {
        let (ladder, mut assessment) = (ladder(), Assessment::default());
        for (now, (of, rating, piece, is_removed)) in changes.into_iter().enumerate() {
            let now = now as u64 + 1;
            rate(&mut assessment, &ladder, NAMES[of], rating.map(|rating| Rating::ALL[rating]), now);
            let Some(piece) = piece.map(|piece| piece.to_string()) else { continue };
            if is_removed {
                let id = EvidenceId::parse(&piece).unwrap();
                assessment.remove_evidence(expectation_of(&ladder, NAMES[of]), &id, at(now));
            } else {
                attach(&mut assessment, &ladder, NAMES[of], &piece, now);
            }
        }
        assessment
    })
}

fn turned(how: Option<Move>) -> Option<Move> {
    how.map(|how| match how {
        Move::Up => Move::Down,
        Move::Down => Move::Up,
        Move::New => Move::TakenBack,
        Move::TakenBack => Move::New,
        Move::Chance => Move::Chance,
    })
}

proptest! {
    #[test]
    fn looked_at_from_the_other_side_all_differences_turn_round(a in answers(), b in answers()) {
        let (a, b, ladder) = (snapshot(&a, 1), snapshot(&b, 2), ladder());
        let (there, back) = (Differences::between(&ladder, &a, &b), Differences::between(&ladder, &b, &a));
        prop_assert_eq!(there.answers.len(), back.answers.len());
        for (one, other) in there.answers.iter().zip(&back.answers) {
            prop_assert_eq!((&one.id, turned(one.moved())), (&other.id, other.moved()));
            prop_assert_eq!((one.evidence_added, one.evidence_removed), (other.evidence_removed, other.evidence_added));
        }
    }

    #[test]
    fn nothing_differs_from_itself_and_nothing_else_is_the_same(a in answers(), b in answers()) {
        let (a, b, ladder) = (snapshot(&a, 1), snapshot(&b, 2), ladder());
        prop_assert!(Differences::between(&ladder, &a, &a).is_empty());
        prop_assert_eq!(Differences::between(&ladder, &a, &b).is_empty(), a.says_the_same(&b));
    }

    #[test]
    fn what_differs_and_what_is_the_same_is_all_that_was_answered(a in answers(), b in answers()) {
        let (a, b, ladder) = (snapshot(&a, 1), snapshot(&b, 2), ladder());
        let found = Differences::between(&ladder, &a, &b);
        let mut answered: Vec<_> = a.answers.keys().chain(b.answers.keys()).collect();
        answered.sort();
        answered.dedup();
        prop_assert_eq!(found.answers.len() + found.same, answered.len());
    }

    #[test]
    fn a_snapshot_reads_back_as_it_was(a in answers(), taken in 0..1000u64) {
        let (mut book, taken) = (Book::default(), snapshot(&a, taken));
        put(&mut book, &entry("s"), Some(&taken), at(1));
        let read = History::of(&Book::from_json(book.to_json()).unwrap());
        prop_assert_eq!(read.snapshots, vec![(entry("s"), taken)]);
    }

    #[test]
    fn counts_over_time_count_every_question_once(a in answers()) {
        let ladder = ladder();
        let asked = questions(&ladder, None, &ladder.levels[1]);
        let taken = snapshot(&a, 1);
        let all = series(&ladder, &asked, &[&taken]);
        prop_assert_eq!(all.iter().map(|one| one.tallies[0].asked).sum::<usize>(), asked.len());
        let rated: usize = all.iter().map(|one| one.tallies[0].rated()).sum();
        prop_assert_eq!(rated, taken.answers.values().filter(|said| said.rating.is_some()).count());
    }

    #[test]
    fn however_many_are_taken_so_many_stay_and_the_others_are_counted(moments in prop::collection::vec(1..500u64, 1..60)) {
        let mut book = Book::default();
        for (number, moment) in moments.iter().enumerate() {
            take(&mut book, &entry(&number.to_string()), &snapshot(&Assessment::default(), *moment), at(1));
        }
        let history = History::of(&book);
        let gone = history.thinned.map_or(0, |thinned| thinned.count as usize);
        prop_assert_eq!(history.snapshots.len(), moments.len().min(History::MOST));
        prop_assert_eq!(history.snapshots.len() + gone, moments.len());
    }
}
