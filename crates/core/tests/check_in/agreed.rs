//! Agreed actions on their way back: a file of their own, and the plan into which they go.

use rungs_core::assessment::Rating;
use rungs_core::check_in::{
    Action, Agreed, File, InPlan, Talk, agreed_mismatches, file_name, note_saved, put_action, rate, saved_here,
    set_note,
};
use rungs_core::date::Month;
use rungs_core::plan::{self, About, Item, Plan};
use rungs_core::record::{Book, EntryId};

use super::fixture::{at, check_in, day, entry_id, expectation_id, ladder, opened, opened_book, refused, remarks, row};

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

/// A talk with a rating, a note, two actions and one that says nothing.
fn talked_with() -> Talk {
    let (ladder, check_in) = (ladder(), check_in());
    let mut book = opened_book(check_in.clone());
    let tickets = row(&check_in, &ladder, "tickets");
    rate(&mut book, &tickets, Some(Rating::NoChance), at(20));
    set_note(&mut book, &tickets, "secret-note", at(20));
    let about = Some(About::of(&ladder.expectations[0]));
    let pair = Action { text: "Pair up.".into(), sign: "20 cases.".into(), ..Action::new(about, month("2027-03")) };
    let read = Action { text: "Read.".into(), ..Action::new(None, month("2027-01")) };
    let later = [("later".to_owned(), "\"secret-later\"".to_owned())].into();
    for (id, action) in [("a1", pair), ("a2", Action { extra: later, ..read })] {
        put_action(&mut book, &entry_id(id), Some(&action), at(20));
    }
    put_action(&mut book, &entry_id("a3"), Some(&Action::new(None, month("2027-01"))), at(20));
    Talk::of(&book)
}

fn agreed() -> Agreed {
    talked_with().agreed(&check_in(), day("2026-11-22"))
}

fn text() -> String {
    File::Agreed(agreed()).write().unwrap()
}

#[test]
fn the_file_holds_the_actions_and_neither_ratings_nor_notes() {
    let text = text();
    for secret in ["secret", "no-chance", "Ada", "Thanked", "a3"] {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
    let opened = opened(&text);
    assert_eq!(opened.remarks, []);
    let File::Agreed(read) = &opened.file else { panic!("{opened:?}") };
    assert_eq!(read.actions.len(), 2);
    assert_eq!(read.actions[0], agreed().actions[0]);
    assert_eq!(
        (&read.check_in, file_name(&opened.file)),
        (&check_in().id, "rungs-agreed-actions-2026-11-22.json".into())
    );
}

#[test]
fn actions_edited_by_hand_are_read_as_far_as_they_can_be() {
    let broken = text().replace("2027-01", "2027-13").replace("\"sign\":", "\"rating\":\"x\",\"sign\":");
    assert_eq!(
        remarks(&broken)[1..],
        [
            "The file holds more than such a file may: actions.1.rating. That was left out and is not kept.",
            "A part of the file cannot be read and was left out: actions.2.month is not a month.",
        ]
    );
    let nothing = File::Agreed(Agreed { actions: Vec::new(), ..agreed() }).write().unwrap();
    assert_eq!(refused(&nothing), "The file holds no expectation and no action. Nothing was read.");
}

fn ids(texts: &[&str]) -> Vec<EntryId> {
    texts.iter().map(|text| entry_id(text)).collect()
}

#[test]
fn chosen_actions_go_into_the_plan_with_where_they_come_from() {
    let mut book = Book::default();
    agreed().take_into(&mut book, &ids(&["a1"]), at(50));
    let plan = Plan::of(&book, month("2026-11"));
    let [(id, item)] = plan.items.as_slice() else { panic!("{plan:?}") };
    assert_eq!((id.as_str(), item.action.as_str(), item.sign.as_str()), ("a1", "Pair up.", "20 cases."));
    assert_eq!((item.month, item.agreed.as_str()), (month("2027-03"), "In the check-in of 22 November 2026"));
    assert_eq!(item.about, Some(About::of(&ladder().expectations[0])));
}

fn item(book: &Book, id: &str) -> Item {
    Plan::of(book, month("2026-11")).item(&entry_id(id)).cloned().unwrap()
}

/// How the actions of a file stand in a plan.
fn standing(agreed: &Agreed, plan: &Book) -> Vec<InPlan> {
    agreed.actions.iter().map(|(id, action)| action.in_plan(plan, id)).collect()
}

/// A plan with both actions.
fn planned() -> Book {
    let mut book = Book::default();
    agreed().take_into(&mut book, &ids(&["a1", "a2"]), at(50));
    book
}

#[test]
fn an_action_read_twice_stands_in_the_plan_once() {
    assert_eq!(standing(&agreed(), &Book::default()), [InPlan::Absent, InPlan::Absent]);
    let mut book = planned();
    assert_eq!(standing(&agreed(), &book), [InPlan::Same, InPlan::Same]);
    let before = book.clone();
    agreed().take_into(&mut book, &ids(&["a1", "a2"]), at(52));
    assert_eq!(book, before);
}

#[test]
fn an_action_that_became_another_in_the_plan_or_in_the_file_is_told() {
    let there = item(&planned(), "a1");
    let changes = [
        Item { action: "Pair up twice.".into(), ..there.clone() },
        Item { month: month("2027-04"), ..there.clone() },
        Item { sign: "30 cases.".into(), ..there.clone() },
    ];
    for changed in changes {
        let mut book = planned();
        plan::put(&mut book, &entry_id("a1"), Some(&changed), at(51));
        assert_eq!(standing(&agreed(), &book), [InPlan::Otherwise(changed), InPlan::Same]);
    }
    let mut book = planned();
    let finished = Item { done: Some(day("2026-12-01")), order: 3, ..there };
    plan::put(&mut book, &entry_id("a1"), Some(&finished), at(51));
    assert_eq!(standing(&agreed(), &book), [InPlan::Same, InPlan::Same]);
}

/// What was agreed anew: another text and another month for the first action.
fn agreed_anew() -> Agreed {
    let mut agreed = Agreed { day: day("2026-11-30"), ..agreed() };
    agreed.actions[0].1.text = "Pair up twice.".into();
    agreed.actions[0].1.month = month("2027-06");
    agreed
}

#[test]
fn what_was_agreed_anew_replaces_what_stands_in_the_plan_only_where_it_is_chosen() {
    let mut book = planned();
    let finished = Item { done: Some(day("2026-12-01")), order: 3, ..item(&book, "a1") };
    plan::put(&mut book, &entry_id("a1"), Some(&finished), at(51));
    agreed_anew().take_into(&mut book, &ids(&["a2"]), at(52));
    assert_eq!(item(&book, "a1"), finished);
    agreed_anew().take_into(&mut book, &ids(&["a1"]), at(53));
    let expected = Item {
        action: "Pair up twice.".into(),
        month: month("2027-06"),
        agreed: "In the check-in of 30 November 2026".into(),
        order: u32::MAX,
        ..finished
    };
    assert_eq!(item(&book, "a1"), expected);
    assert_eq!(standing(&agreed_anew(), &book), [InPlan::Same, InPlan::Same]);
}

#[test]
fn an_action_that_was_deleted_from_the_plan_can_be_taken_again() {
    let mut book = Book::default();
    agreed().take_into(&mut book, &ids(&["a1"]), at(50));
    plan::put(&mut book, &entry_id("a1"), None, at(51));
    agreed().take_into(&mut book, &ids(&["a1"]), at(52));
    assert_eq!(item(&book, "a1").action, "Pair up.");
}

#[test]
fn a_check_in_that_was_saved_here_is_known_again_and_is_no_item_of_the_plan() {
    let mut book = Book::default();
    assert_eq!(saved_here(&book, &check_in().id), None);
    note_saved(&mut book, &check_in(), at(50));
    assert_eq!(saved_here(&book, &check_in().id), Some(day("2026-11-20")));
    let plan = Plan::of(&book, month("2026-11"));
    assert_eq!((plan.items.len(), plan.unread), (0, 0));
}

#[test]
fn actions_of_a_changed_ladder_are_told() {
    let mut ladder = ladder();
    assert_eq!(agreed_mismatches(&agreed(), &ladder), []);
    ladder.version.major = 2;
    ladder.expectations[0].id = expectation_id("cases");
    let said: Vec<String> = agreed_mismatches(&agreed(), &ladder).iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "The file is of version 1.0.0 of the ladder; this site has version 2.0.0.",
            "1 statement of the file is not in the ladder here.",
        ]
    );
    ladder.expectations[0].former_ids = vec![expectation_id("tickets")];
    assert_eq!(agreed_mismatches(&agreed(), &ladder).len(), 1);
}
