//! The stored form of snapshots and of the two notes beside them.

use rungs_core::assessment::{Assessment, Figure, Rating, Wording};
use rungs_core::date::Date;
use rungs_core::history::{History, Snapshot, put};
use rungs_core::ladder::Quantity;
use rungs_core::record::Book;
use serde_json::{Value, json};

use crate::fixture::{at, attach, entry, expectation_of, ladder, level_id, rated, snapshot};

fn full() -> Assessment {
    let ladder = ladder();
    let mut assessment = rated(&ladder, &[("tickets", Rating::Sometimes)]);
    assessment.set_present(Some(level_id("junior")), at(3));
    attach(&mut assessment, &ladder, "tickets", "piece", 3);
    let of = expectation_of(&ladder, "letters");
    let [from, until] = ["2026-01-01", "2026-06-30"].map(|day| Date::parse(day).unwrap());
    let (value, wording) = (Quantity::whole(83).unwrap(), Wording::of(&of.text));
    assessment.set_figure(of, Some(Figure { value, from, until, wording, extra: Default::default() }), at(3));
    assessment
}

fn stored(snapshot: &Snapshot) -> Value {
    let mut book = Book::default();
    put(&mut book, &entry("one"), Some(snapshot), at(9));
    book.to_json()
}

#[test]
fn a_snapshot_is_stored_as_it_was_designed_and_without_the_texts_of_evidence() {
    let mut taken = snapshot(&full(), 5);
    taken.note = "After the review".into();
    let wording = |of: &str| Wording::of(&expectation_of(&ladder(), of).text).fingerprint.to_string();
    let expected = json!({ "snapshot:one": {
        "taken": 5, "reason": "hand", "version": "1.0.0", "note": "After the review",
        "present": "junior", "target": "senior",
        "answers": {
            "tickets": { "rating": "sometimes", "wording": wording("tickets"), "evidence": { "piece": "2026-11-22" } },
            "letters": { "wording": wording("letters"),
                         "figure": { "value": "83", "from": "2026-01-01", "until": "2026-06-30" } } },
        "changed": 9 } });
    assert_eq!(stored(&taken), expected);
    let read = History::of(&Book::from_json(expected).unwrap());
    assert_eq!(read.snapshots, vec![(entry("one"), taken)]);
}

#[test]
fn what_a_later_version_adds_is_kept_and_what_cannot_be_read_is_counted() {
    let text = json!({
        "snapshot:one": { "taken": 5, "reason": "hand", "mood": [1], "changed": 9,
            "answers": { "tickets": { "wording": "af63dc4c8601ec8c", "hue": 7 } } },
        "snapshot:two": { "taken": 5, "reason": "full moon", "changed": 9 },
        "snapshot:three": { "taken": 5, "reason": "hand", "answers": { "tickets": { "rating": "sometimes" } }, "changed": 9 },
    });
    let mut book = Book::from_json(text.clone()).unwrap();
    let history = History::of(&book);
    assert_eq!((history.snapshots.len(), history.unread), (1, 2));
    let (id, snapshot) = &history.snapshots[0];
    put(&mut book, id, Some(&Snapshot { note: "mine".into(), ..snapshot.clone() }), at(10));
    let mut expected = text;
    expected["snapshot:one"]["note"] = "mine".into();
    expected["snapshot:one"]["changed"] = 10.into();
    assert_eq!(book.to_json(), expected);
}

#[test]
fn the_bytes_of_a_snapshot_are_those_of_its_stored_form() {
    let taken = snapshot(&full(), 5);
    let mut stored = stored(&taken)["snapshot:one"].clone();
    stored.as_object_mut().unwrap().remove("changed");
    assert_eq!(taken.bytes(), stored.to_string().len() as u64);
}

#[test]
fn a_note_that_is_too_long_is_not_read() {
    let text = |length: usize| json!({ "snapshot:one": { "taken": 5, "reason": "hand", "note": "é".repeat(length), "changed": 9 } });
    let unread = |length| History::of(&Book::from_json(text(length)).unwrap()).unread;
    assert_eq!((unread(Snapshot::LONGEST_NOTE), unread(Snapshot::LONGEST_NOTE + 1)), (0, 1));
}
