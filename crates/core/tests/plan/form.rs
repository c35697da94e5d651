//! The stored form, and what items say of the ladder of today.

use proptest::prelude::*;
use rungs_core::date::Month;
use rungs_core::plan::{Item, Plan, Span, Subject, put, set_span, subject};
use rungs_core::record::Book;
use serde_json::json;

use super::fixture::{at, book, day, id, item, ladder, month, plan};

#[test]
fn an_item_is_stored_by_the_names_of_its_parts() {
    let done = Item {
        done: Some(day("2027-03-14")),
        sign: "They say so".into(),
        order: 2,
        ..item("polite", "Ask", "2027-03")
    };
    let stored = book(&[("a", done)]).to_json();
    let about = item("polite", "", "2027-03").about.unwrap();
    assert_eq!(
        stored["item:a"],
        json!({
            "expectation": "polite", "wording": about.wording.fingerprint.to_string(), "statement": "Writes politely.",
            "action": "Ask", "month": "2027-03", "sign": "They say so", "done": "2027-03-14", "order": 2, "changed": 1,
        })
    );
}

#[test]
fn what_this_version_cannot_read_is_counted_and_kept() {
    let stored = json!({
        "item:a": { "action": "Ask", "month": "2027-03", "hue": 7, "changed": 5 },
        "item:b": { "action": "Ask", "quarter": "2027-Q1", "changed": 5 },
        "span": { "start": "2026-12", "months": 900, "changed": 5 },
    });
    let mut book = Book::from_json(stored.clone()).unwrap();
    let found = plan(&book);
    assert_eq!((found.items.len(), found.unread), (1, 1));
    assert_eq!((found.span.start, found.span.months), (month("2026-12"), Span::LONGEST));
    put(&mut book, &id("a"), Some(&Item { action: "Tell".into(), ..found.items[0].1.clone() }), at(6));
    let kept = book.to_json();
    assert_eq!(kept["item:a"]["hue"], 7);
    assert_eq!(kept["item:b"], stored["item:b"]);
}

#[test]
fn a_plan_without_a_span_goes_six_months_from_this_one() {
    let empty = Plan::of(&Book::default(), month("2026-11"));
    assert_eq!((empty.span.start, empty.span.end()), (month("2026-11"), month("2027-04")));
    assert_eq!(empty.months().len(), 6);
}

#[test]
fn months_outside_the_span_are_shown_while_something_is_planned_there() {
    let mut book = book(&[("a", item("polite", "Ask", "2026-09")), ("b", item("polite", "Tell", "2027-08"))]);
    set_span(&mut book, &Span { months: 2, ..Span::from(month("2026-11")) }, at(9));
    let months: Vec<String> = plan(&book).months().into_iter().map(|month| month.to_string()).collect();
    assert_eq!(months, ["2026-09", "2026-11", "2026-12", "2027-08"]);
}

#[test]
fn an_item_is_late_once_its_month_is_over_and_it_is_not_done() {
    let item = item("polite", "Ask", "2026-11");
    assert!(!item.is_late(day("2026-11-30")));
    assert!(item.is_late(day("2026-12-01")));
    assert!(!Item { done: Some(day("2026-12-01")), ..item }.is_late(day("2027-01-01")));
}

#[test]
fn an_item_tells_what_became_of_its_expectation() {
    let mut today = ladder();
    let item = item("polite", "Ask", "2026-11");
    assert_eq!(subject(&today, &item), Subject::Same(&today.expectations[1]));
    let loose = Item::new(None, month("2026-11"));
    assert_eq!(subject(&today, &loose), Subject::None);

    today.expectations[1].former_ids = vec![today.expectations[1].id.clone()];
    today.expectations[1].id = rungs_core::ladder::ExpectationId::parse("courteous").unwrap();
    assert_eq!(subject(&today, &item).expectation().map(|now| now.id.as_str()), Some("courteous"));

    today.expectations[1].text = "Writes with courtesy.".into();
    let then = &item.about.as_ref().unwrap().wording;
    assert_eq!(subject(&today, &item), Subject::Reworded { today: &today.expectations[1], then });
    assert_eq!(plan(&book(&[("a", item.clone())])).open_for(&today.expectations[1]), 1);

    today.expectations.remove(1);
    assert_eq!(subject(&today, &item), Subject::Retired(then));
}

fn any_item() -> impl Strategy<Value = Item> {
    let text = || ".{0,8}";
    let done = prop::option::of(0..3_652_058u32);
    (text(), text(), text(), 0..2000u32, done, any::<u32>(), any::<bool>()).prop_map(
        |(action, sign, agreed, months, done, order, is_about)| {
            let of = if is_about { "polite" } else { "none" };
            let done = done.and_then(rungs_core::date::Date::from_day_number);
            Item { action, sign, agreed, done, order, month: month("2020-01").plus(months), ..item(of, "", "2020-01") }
        },
    )
}

proptest! {
    #[test]
    fn what_is_stored_reads_back(item in any_item()) {
        let book = book(&[("a", item.clone())]);
        let read = Book::from_json(serde_json::from_str(&book.to_json().to_string()).unwrap()).unwrap();
        let plan = Plan::of(&read, Month::LAST);
        prop_assert_eq!(plan.item(&id("a")), Some(&item));
    }
}
