//! Laws: moving keeps everything, tying more work never unties impact, and answering never adds a question.

use proptest::prelude::*;
use rungs_core::assessment::Reply;
use rungs_core::growth::{self, Conclusion, Impact, Opportunity, Question, Topic, Work, Worksheet, whole};
use rungs_core::record::{Book, Shift};

use crate::fixture::{AIM, TODAY, answer, at, day, id, order, priorities, say};

fn step() -> impl Strategy<Value = Shift> {
    prop_oneof![Just(Shift::Up), Just(Shift::Down)]
}

fn reply() -> impl Strategy<Value = Reply> {
    proptest::sample::select(Reply::ALL.to_vec())
}

fn topic() -> impl Strategy<Value = Topic> {
    proptest::sample::select(Topic::ALL.to_vec())
}

/// A sheet with a few priorities, some deleted, and work for some of them.
fn sheet() -> impl Strategy<Value = Book> {
    let change = (0..3u8, 1..7u8, 0..9u8, topic(), reply());
    proptest::collection::vec(change, 0..20).prop_map(|changes| {
        let mut book = Book::default();
        for (now, (kind, number, other, topic, reply)) in (1..).zip(changes) {
            let entry = id(&number.to_string());
            match (kind, other) {
                (0, 0) => growth::put_priority(&mut book, &entry, None, at(now)),
                (0, _) => growth::add_priority(&mut book, &entry, format!("priority {number}"), at(now)),
                (1, 0) => growth::put_work(&mut book, &entry, None, at(now)),
                (1, _) => {
                    let serves = id(&other.to_string());
                    growth::put_work(
                        &mut book,
                        &entry,
                        Some(&Work { serves: Some(serves), ..Work::default() }),
                        at(now),
                    );
                }
                _ => growth::answer(&mut book, topic, &answer(reply, ""), at(now)),
            }
        }
        book
    })
}

/// How many priorities are tied, of how many.
fn tied(book: &Book) -> (usize, usize) {
    let sheet = Worksheet::of(book);
    match Conclusion::of(&sheet, Some(AIM), &Opportunity::of(&sheet, None, day(TODAY)))
        .map(|conclusion| conclusion.impact)
    {
        Some(Impact::Tied { tied, of }) => (tied, of),
        Some(Impact::NoPriorities) | None => (0, 0),
    }
}

proptest! {
    #[test]
    fn moving_neither_loses_nor_makes_a_priority(moves in proptest::collection::vec((1..6u8, step()), 0..20)) {
        let mut book = priorities(&["a", "b", "c", "d", "e"]);
        for (now, (number, step)) in (2..).zip(moves) {
            growth::move_priority(&mut book, &id(&number.to_string()), step, at(now));
        }
        let mut texts = order(&book);
        texts.sort();
        prop_assert_eq!(texts, ["a", "b", "c", "d", "e"]);
    }

    #[test]
    fn a_move_up_and_one_down_leave_the_order(book in sheet(), number in 1..7u8) {
        let before = order(&book);
        let moved = id(&number.to_string());
        let is_first = Worksheet::of(&book).priorities.first().is_none_or(|(first, _)| *first == moved);
        let mut book = book;
        growth::move_priority(&mut book, &moved, Shift::Up, at(50));
        if !is_first {
            growth::move_priority(&mut book, &moved, Shift::Down, at(51));
        }
        prop_assert_eq!(order(&book), before);
    }

    #[test]
    fn every_priority_is_served_or_stands_out(book in sheet()) {
        let sheet = Worksheet::of(&book);
        let served: std::collections::BTreeSet<usize> =
            sheet.pieces().filter_map(|work| Some(sheet.served_by(work)?.0)).collect();
        let unserved: std::collections::BTreeSet<usize> = sheet.unserved().into_iter().map(|(rank, _)| rank).collect();
        prop_assert!(served.is_disjoint(&unserved));
        prop_assert_eq!(served.len() + unserved.len(), sheet.named().count());
    }

    #[test]
    fn more_work_never_unties_impact(book in sheet(), serves in 1..9u8) {
        let before = tied(&book);
        let mut book = book;
        let work = Work { serves: Some(id(&serves.to_string())), ..Work::default() };
        growth::put_work(&mut book, &id("new"), Some(&work), at(50));
        let after = tied(&book);
        prop_assert!(after.0 >= before.0 && after.1 == before.1);
    }

    #[test]
    fn an_answer_closes_its_question_and_opens_none(book in sheet(), topic in topic(), is_yes: bool) {
        let open = |book: &Book| {
            let sheet = Worksheet::of(book);
            Opportunity::of(&sheet, None, day(TODAY)).open().collect::<Vec<_>>()
        };
        // Whether someone is ahead arises again where the number turns out to be limited.
        prop_assume!(topic != Topic::Limit || !is_yes);
        let before = open(&book);
        let mut book = book;
        say(&mut book, topic, if is_yes { Reply::Yes } else { Reply::No });
        let after = open(&book);
        prop_assert!(!after.contains(&Question::Other(topic)));
        prop_assert!(after.iter().all(|question| before.contains(question)));
    }

    #[test]
    fn a_book_reads_the_same_after_it_was_stored(book in sheet()) {
        let stored = Book::from_json(book.to_json()).unwrap();
        prop_assert_eq!(Worksheet::of(&stored), Worksheet::of(&book));
    }

    #[test]
    fn no_text_breaks_out_of_its_line(text in "\\PC*|[#*|`\\n\\r\\[\\]<>&_~$-]*") {
        let mut book = priorities(&[&text]);
        growth::put_work(&mut book, &id("w"), Some(&Work { what: text.clone(), ..Work::default() }), at(1));
        let sheet = Worksheet::of(&book);
        let markdown = whole(&sheet, None, &Opportunity::of(&sheet, None, day(TODAY)));
        let headings = markdown.lines().filter(|line| line.starts_with('#')).count();
        prop_assert!(headings <= 7, "{}", markdown);
        prop_assert!(markdown.lines().all(|line| !line.starts_with('|')));
    }
}
