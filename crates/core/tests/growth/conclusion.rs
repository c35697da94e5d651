//! What the worksheet comes to, in sentences.

use rungs_core::assessment::{Opening, Reply};
use rungs_core::growth::{self, Aim, Conclusion, Opportunity, Topic, Worksheet};
use rungs_core::record::Book;

use crate::fixture::{AIM, TODAY, at, day, id, measured, opening, priorities, say, serve};

fn conclude(book: &Book, aim: Option<Aim>, opening: Option<Opening>) -> Option<Conclusion> {
    let sheet = Worksheet::of(book);
    Conclusion::of(&sheet, aim, &Opportunity::of(&sheet, opening.as_ref(), day(TODAY)))
}

/// The plain conclusion of a book with these priorities, of which work serves some.
fn first_line(texts: &[&str], served: &[&str], opening: Option<Reply>) -> String {
    let mut book = priorities(texts);
    served.iter().for_each(|priority| serve(&mut book, priority, Some(priority)));
    let opening = opening.map(crate::fixture::opening);
    conclude(&book, Some(AIM), opening).map(|conclusion| conclusion.to_string()).unwrap_or_default()
}

#[test]
fn impact_is_told_by_the_priorities_that_work_serves() {
    let asks = "; whether there is an opening is not known: ask.";
    let cases: [(&[&str], &[&str], &str); 8] = [
        (&["a", "b", "c", "d"], &["1", "3"], "Impact is tied to two of four priorities"),
        (&["a", "b", "c", "d"], &[], "Impact is tied to none of four priorities"),
        (&["a", "b", "c"], &["1", "2", "3"], "Impact is tied to all three priorities"),
        (&["a", "b"], &["1", "2"], "Impact is tied to both priorities"),
        (&["a"], &["1"], "Impact is tied to the one priority that is named"),
        (&["a"], &[], "Impact is not tied to the one priority that is named"),
        (&[], &["1"], "What impact is tied to is not known, for no priority is named"),
        (&["a"; 13], &["1"], "Impact is tied to one of 13 priorities"),
    ];
    for (texts, served, expected) in cases {
        assert_eq!(first_line(texts, served, None), [expected, asks].concat());
    }
}

#[test]
fn a_priority_without_a_name_has_no_rank_and_does_not_count() {
    let mut book = priorities(&["a", " ", "c"]);
    serve(&mut book, "x", Some("2"));
    let sheet = Worksheet::of(&book);
    assert_eq!(["1", "2", "3"].map(|priority| sheet.rank(&id(priority))), [Some(1), None, Some(2)]);
    assert_eq!((sheet.unserved().len(), sheet.adrift().len()), (2, 1));
    let conclusion = conclude(&book, Some(AIM), None).unwrap().to_string();
    assert!(conclusion.starts_with("Impact is tied to none of two priorities;"), "{conclusion}");
}

#[test]
fn two_pieces_of_work_for_one_priority_tie_one() {
    let mut book = priorities(&["a", "b"]);
    serve(&mut book, "x", Some("1"));
    serve(&mut book, "y", Some("1"));
    let conclusion = conclude(&book, Some(AIM), None).unwrap();
    assert!(conclusion.to_string().starts_with("Impact is tied to one of two priorities;"));
}

#[test]
fn whether_there_is_an_opening_is_told_with_the_day_of_the_answer() {
    let cases = [
        (None, "whether there is an opening is not known: ask."),
        (Some(Reply::Unknown), "whether there is an opening is not known: ask."),
        (Some(Reply::Yes), "there is an opening, by the answer of 9 November 2026."),
        (Some(Reply::No), "there is no opening, by the answer of 9 November 2026."),
    ];
    for (reply, expected) in cases {
        assert_eq!(
            first_line(&["a", "b"], &["1"], reply),
            ["Impact is tied to one of two priorities; ", expected].concat()
        );
    }
}

#[test]
fn an_opening_is_one_at_a_level_that_is_chosen() {
    let conclusion = conclude(&priorities(&["a"]), None, Some(opening(Reply::Yes))).unwrap();
    let expected = "Impact is not tied to the one priority that is named; \
                    whether there is an opening is not known: say at which level, and ask.";
    assert_eq!(conclusion.to_string(), expected);
}

#[test]
fn what_stands_against_it_and_what_else_is_not_known_are_listed() {
    let mut book = priorities(&["a"]);
    say(&mut book, Topic::Budget, Reply::No);
    say(&mut book, Topic::Limit, Reply::Yes);
    say(&mut book, Topic::Queue, Reply::Yes);
    say(&mut book, Topic::Management, Reply::Yes);
    let lines = conclude(&book, Some(AIM), None).unwrap().lines();
    assert_eq!(
        lines[1..],
        [
            "Against it: there is no budget, the number of such roles is limited and someone is ahead of you.",
            "Not known either: whether the pace is right.",
        ]
    );
    let lines = conclude(&book, Some(AIM), Some(opening(Reply::No))).unwrap().lines();
    assert_eq!(lines[2], "Not known yet: whether the pace is right.");
}

#[test]
fn work_that_serves_nothing_or_cannot_be_measured_is_counted() {
    let mut book = priorities(&["a"]);
    growth::put_work(&mut book, &id("w"), Some(&measured("x", None)), at(1));
    let of_work = |book: &Book| {
        let lines = conclude(book, Some(AIM), None).unwrap().lines();
        lines.into_iter().filter(|text| text.contains("of work")).collect::<Vec<_>>()
    };
    assert_eq!(of_work(&book), ["The one piece of work serves no priority."]);
    serve(&mut book, "y", None);
    assert_eq!(
        of_work(&book),
        ["Both pieces of work serve no priority.", "One of two pieces of work is not measurable yet."]
    );
    serve(&mut book, "z", Some("1"));
    assert_eq!(
        of_work(&book),
        ["Two of three pieces of work serve no priority.", "Two of three pieces of work are not measurable yet."]
    );
}

#[test]
fn nothing_is_concluded_from_nothing() {
    let mut book = Book::default();
    growth::change_path(&mut book, "To lead a team".into(), at(1));
    assert_eq!(conclude(&book, Some(AIM), None), None);
    assert!(conclude(&book, Some(AIM), Some(opening(Reply::Unknown))).is_some());
}
