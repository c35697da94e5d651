//! Entries of the worksheet: their order, their stored form, and what stands out among them.

use rungs_core::assessment::Reply;
use rungs_core::growth::{self, Number, Target, Topic, Unsaid, Work, Worksheet};
use rungs_core::ladder::{LadderId, LevelId};
use rungs_core::record::{Book, Shift};
use serde_json::json;

use crate::fixture::{answer, at, day, id, measured, order, priorities, serve};

#[test]
fn a_priority_moves_by_one_place_and_no_further_than_the_ends() {
    let cases = [
        ("1", Shift::Down, ["b", "a", "c"]),
        ("1", Shift::Up, ["a", "b", "c"]),
        ("3", Shift::Up, ["a", "c", "b"]),
        ("3", Shift::Down, ["a", "b", "c"]),
        ("unknown", Shift::Up, ["a", "b", "c"]),
    ];
    for (moved, step, expected) in cases {
        let mut book = priorities(&["a", "b", "c"]);
        growth::move_priority(&mut book, &id(moved), step, at(2));
        assert_eq!(order(&book), expected, "{moved} {step:?}");
    }
}

#[test]
fn only_those_that_changed_places_are_changed() {
    let mut book = priorities(&["a", "b", "c", "d"]);
    growth::move_priority(&mut book, &id("1"), Shift::Down, at(5));
    assert_eq!(book.changes_since(at(4)), 2);
}

#[test]
fn moves_of_different_priorities_in_two_tabs_both_hold() {
    let (mut here, mut there) = (priorities(&["a", "b", "c", "d"]), priorities(&["a", "b", "c", "d"]));
    growth::move_priority(&mut here, &id("1"), Shift::Down, at(5));
    growth::move_priority(&mut there, &id("4"), Shift::Up, at(6));
    here.merge(&there);
    assert_eq!(order(&here), ["b", "a", "d", "c"]);
}

#[test]
fn priorities_that_two_tabs_added_in_one_place_can_be_moved_all_the_same() {
    let (mut here, mut there) = (priorities(&["a"]), priorities(&["a"]));
    growth::add_priority(&mut here, &id("8"), "here".into(), at(2));
    growth::add_priority(&mut there, &id("9"), "there".into(), at(2));
    here.merge(&there);
    assert_eq!(order(&here), ["a", "here", "there"]);
    growth::move_priority(&mut here, &id("9"), Shift::Up, at(3));
    assert_eq!(order(&here), ["a", "there", "here"]);
}

#[test]
fn a_priority_that_is_brought_back_stands_where_it_stood_and_is_served_again() {
    let mut book = priorities(&["a", "b", "c"]);
    serve(&mut book, "x", Some("2"));
    let before = Worksheet::of(&book);
    let (deleted, priority) = before.priorities[1].clone();
    growth::put_priority(&mut book, &deleted, None, at(2));
    assert_eq!(order(&book), ["a", "c"]);
    assert_eq!(Worksheet::of(&book).adrift().len(), 1);
    growth::put_priority(&mut book, &deleted, Some(&priority), at(3));
    assert_eq!(Worksheet::of(&book), before);
}

#[test]
fn what_another_tab_deleted_is_not_changed_into_being() {
    let mut book = priorities(&["a"]);
    growth::put_work(&mut book, &id("w"), Some(&measured("x", None)), at(1));
    growth::put_priority(&mut book, &id("1"), None, at(2));
    growth::put_work(&mut book, &id("w"), None, at(2));
    growth::change_priority(&mut book, &id("1"), |priority| priority.text.push('!'), at(3));
    growth::change_work(&mut book, &id("w"), |work| work.what.push('!'), at(3));
    assert!(book.is_blank());
}

#[test]
fn work_that_serves_nothing_and_priorities_that_nothing_serves_stand_out() {
    let mut book = priorities(&["a", "b", "", "c"]);
    serve(&mut book, "x", Some("4"));
    serve(&mut book, "y", None);
    serve(&mut book, "z", Some("gone"));
    serve(&mut book, "u", Some("3"));
    growth::put_work(&mut book, &id("blank"), Some(&Work::default()), at(1));
    let sheet = Worksheet::of(&book);
    let adrift: Vec<&str> = sheet.adrift().iter().map(|work| work.name()).collect();
    assert_eq!(adrift, ["u", "y", "z"]);
    let unserved: Vec<(usize, &str)> = sheet.unserved().iter().map(|(rank, p)| (*rank, p.text.as_str())).collect();
    assert_eq!(unserved, [(1, "a"), (2, "b")]);
    let (_, x) = sheet.work.iter().find(|(_, work)| work.what == "x").unwrap();
    assert_eq!(sheet.served_by(x).map(|(rank, priority)| (rank, priority.text.as_str())), Some((3, "c")));
}

#[test]
fn fewer_than_three_and_more_than_five_priorities_are_told() {
    let cases = [
        (0, Number::None),
        (1, Number::Few(1)),
        (2, Number::Few(2)),
        (3, Number::Right),
        (5, Number::Right),
        (6, Number::Many(6)),
        (40, Number::Many(40)),
    ];
    for (count, expected) in cases {
        assert_eq!(Worksheet::of(&priorities(&vec!["a"; count])).number(), expected, "{count}");
    }
    assert_eq!(Worksheet::of(&priorities(&["a", " ", ""])).number(), Number::Few(1));
}

#[test]
fn what_is_missing_for_work_to_be_measurable_is_named() {
    let whole = measured("x", None);
    let cases = [
        (whole.clone(), vec![]),
        (Work { input: " ".into(), ..whole.clone() }, vec![Unsaid::Input]),
        (Work { from: String::new(), by: None, ..whole.clone() }, vec![Unsaid::From]),
        (Work { what: "x".into(), ..Work::default() }, vec![Unsaid::Input, Unsaid::From, Unsaid::To, Unsaid::Output]),
    ];
    for (work, unsaid) in cases {
        assert_eq!(work.unsaid(), unsaid, "{work:?}");
    }
}

#[test]
fn what_stands_out_is_told_in_sentences() {
    let measured = measured("x", None);
    assert_eq!(measured.drives(), "first replies within an hour, from 60 % to 75 %, by 31 March 2027");
    assert_eq!(measured.unsaid_in_words(), None);
    assert_eq!(measured.passed_in_words(day("2027-04-01")).as_deref(), Some("31 March 2027 has passed."));
    let partly = Work { to: "75 %".into(), output: "renewals".into(), ..Work::default() };
    assert_eq!(partly.drives(), "not said, to 75 %");
    let unsaid = "Not said yet: the input metric and where it stands.";
    assert_eq!(partly.unsaid_in_words().as_deref(), Some(unsaid));
    let numbers = [
        (Number::None, "Name the three to five that the company truly cares about, the first one first."),
        (Number::Few(1), "This is one. Name the three to five that the company truly cares about."),
        (Number::Few(2), "These are two. Name the three to five that the company truly cares about."),
        (Number::Right, ""),
        (Number::Many(6), "These are six. Three to five are what a company truly cares about."),
    ];
    for (number, sentence) in numbers {
        assert_eq!(number.to_string(), sentence);
    }
}

#[test]
fn a_day_has_passed_from_the_day_after_it() {
    let work = Work { by: Some(day("2024-02-29")), ..Work::default() };
    let cases = [("2024-02-28", false), ("2024-02-29", false), ("2024-03-01", true)];
    for (today, has_passed) in cases {
        assert_eq!(work.passed(day(today)).is_some(), has_passed, "{today}");
    }
    assert_eq!(Work::default().passed(day("2026-11-23")), None);
}

fn everything() -> Book {
    let mut book = priorities(&["renewals"]);
    growth::change_path(&mut book, "To lead\na team".into(), at(2));
    let (ladder, level) = (LadderId::parse("ce").unwrap(), LevelId::parse("senior").unwrap());
    growth::choose_target(&mut book, Some(&Target { ladder, level, extra: Default::default() }), at(3));
    growth::put_work(&mut book, &id("w"), Some(&measured("faster replies", Some("1"))), at(4));
    growth::answer(&mut book, Topic::Budget, &answer(Reply::No, "next year"), at(5));
    book
}

#[test]
fn every_entry_is_stored_under_its_name() {
    let expected = json!({
        "path": { "text": "To lead\na team", "changed": 2 },
        "target": { "ladder": "ce", "level": "senior", "changed": 3 },
        "priority:1": { "text": "renewals", "place": 0, "changed": 1 },
        "work:w": {
            "what": "faster replies", "input": "first replies within an hour", "from": "60 %", "to": "75 %",
            "by": "2027-03-31", "output": "renewals", "serves": "1", "changed": 4,
        },
        "answer:budget": { "reply": "no", "date": "2026-11-02", "note": "next year", "changed": 5 },
    });
    assert_eq!(everything().to_json(), expected);
    let read = Book::from_json(expected).unwrap();
    assert_eq!(Worksheet::of(&read), Worksheet::of(&everything()));
    assert_eq!(Worksheet::of(&read).unread, 0);
}

#[test]
fn what_a_later_version_wrote_is_kept_and_counted() {
    let stored = json!({
        "path": { "text": "old", "mood": "curious", "changed": 1 },
        "target": { "ladder": "No Id", "level": "x", "changed": 1 },
        "priority:1": { "text": "a", "place": 0, "weight": [1, 2], "changed": 1 },
        "priority:2": { "text": "x".repeat(501), "place": 0, "changed": 1 },
        "work:1": { "what": "x", "by": "2027-02-30", "changed": 1 },
        "answer:budget": { "reply": "perhaps", "date": "2026-11-02", "note": "", "changed": 1 },
        "answer:mentor": { "reply": "yes", "date": "2026-11-02", "note": "", "changed": 1 },
        "dream:1": { "text": "x", "changed": 1 },
        "work:2": { "deleted": true, "changed": 1 },
    });
    let mut book = Book::from_json(stored.clone()).unwrap();
    assert_eq!(Worksheet::of(&book).unread, 6);
    growth::change_path(&mut book, "new".into(), at(2));
    growth::change_priority(&mut book, &id("1"), |priority| priority.text = "b".into(), at(2));
    let mut expected = stored;
    expected["path"] = json!({ "text": "new", "mood": "curious", "changed": 2 });
    expected["priority:1"] = json!({ "text": "b", "place": 0, "weight": [1, 2], "changed": 2 });
    assert_eq!(book.to_json(), expected);
}

#[test]
fn whether_there_is_an_opening_is_not_kept_here() {
    assert_eq!(Topic::parse("opening"), None);
    assert!(!everything().to_json().to_string().contains("opening"));
}

#[test]
fn work_is_changed_field_by_field() {
    let mut book = everything();
    growth::change_work(&mut book, &id("w"), |work| work.to = "80 %".into(), at(9));
    let expected = Work { to: "80 %".into(), ..measured("faster replies", Some("1")) };
    assert_eq!(Worksheet::of(&book).work, [(id("w"), expected)]);
}

#[test]
fn an_empty_path_is_none() {
    let mut book = everything();
    growth::change_path(&mut book, String::new(), at(9));
    assert_eq!(Worksheet::of(&book).path, None);
}
