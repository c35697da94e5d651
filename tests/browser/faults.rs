//! Values that cannot be read, are of another version, or find no room.

use rungs::store::{Loaded, Refusal};
use rungs_core::assessment::Assessment;
use rungs_core::saved::{Stored, Unreadable, What};
use serde::{Deserialize, Serialize};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::place::{area, of, plant, present, site, target, text};

#[wasm_bindgen_test]
fn what_is_not_json_is_moved_aside_whole() {
    let store = site("/corrupt/");
    let broken = "{\"format\":\"assessment\",\"version\":1,\"data\":{\"answers\":{\"unaided";
    plant(&store, &of("support"), broken);
    let aside = What::Recovered { of: "assessment:support".into(), at: 7 };
    let loaded = store.load::<Assessment>(&of("support"), 7);
    assert_eq!(loaded, Ok(Loaded::Recovered(aside.clone(), Unreadable::NotJson)));
    assert_eq!(text(&store, &aside).as_deref(), Some(broken));
    assert_eq!(text(&store, &of("support")), None);
}

#[wasm_bindgen_test]
fn what_has_another_shape_is_moved_aside_even_when_found_while_saving() {
    let store = site("/shape/");
    let other = r#"{"format":"assessment","version":1,"saved":1,"data":{"answers":[1,2,3]}}"#;
    plant(&store, &of("support"), other);
    store.save(&of("support"), &present("junior", 5), 7).unwrap();
    assert_eq!(text(&store, &What::Recovered { of: "assessment:support".into(), at: 7 }).as_deref(), Some(other));
    assert_eq!(store.load(&of("support"), 8), Ok(Loaded::Found(present("junior", 5))));
}

#[wasm_bindgen_test]
fn what_can_be_read_in_part_is_kept_and_the_text_moved_aside_whole() {
    let store = site("/part/");
    let data = r#"{"present":{"level":"junior","changed":5},"target":7}"#;
    let planted = format!(r#"{{"format":"assessment","version":1,"saved":1,"data":{data}}}"#);
    plant(&store, &of("support"), &planted);
    let aside = What::Recovered { of: "assessment:support".into(), at: 7 };
    assert_eq!(store.load(&of("support"), 7), Ok(Loaded::Partly(present("junior", 5), aside.clone())));
    assert_eq!(text(&store, &aside).as_deref(), Some(&*planted));
    assert_eq!(store.load(&of("support"), 8), Ok(Loaded::Found(present("junior", 5))));
}

#[wasm_bindgen_test]
fn two_values_moved_aside_in_one_moment_are_both_kept() {
    let store = site("/twice/");
    for (text, at) in [("first", 7), ("second", 8)] {
        plant(&store, &of("support"), text);
        let aside = What::Recovered { of: "assessment:support".into(), at };
        assert_eq!(store.load::<Assessment>(&of("support"), 7), Ok(Loaded::Recovered(aside, Unreadable::NotJson)));
    }
}

#[wasm_bindgen_test]
fn what_a_newer_version_wrote_is_not_touched() {
    let store = site("/newer/");
    let newer = r#"{"format":"assessment","version":2,"saved":1,"data":{"pages":[]}}"#;
    plant(&store, &of("support"), newer);
    assert_eq!(store.load::<Assessment>(&of("support"), 7), Ok(Loaded::Newer(2)));
    assert_eq!(store.save(&of("support"), &present("junior", 5), 8), Err(Refusal::Newer(2)));
    assert_eq!(text(&store, &of("support")).as_deref(), Some(newer));
}

/// A note, of which version 1 was a bare text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Note {
    text: String,
}

impl Stored for Note {
    const FORMAT: &'static str = "note";
    const VERSION: u32 = 2;

    fn migrate(_: u32, data: &str) -> Option<Self> {
        serde_json::from_str(data).ok().map(|text| Self { text })
    }

    fn merged(self, other: Self) -> Self {
        if self.text >= other.text { self } else { other }
    }

    fn forget_until(&mut self, _: u64) {}

    fn is_void(&self, _: u64) -> bool {
        self.text.is_empty()
    }
}

#[wasm_bindgen_test]
fn what_an_older_version_wrote_stays_until_the_next_save() {
    let store = site("/older/");
    let what = What::Other("note".into());
    let older = r#"{"format":"note","version":1,"saved":1,"data":"hello"}"#;
    plant(&store, &what, older);
    let note = Note { text: "hello".into() };
    assert_eq!(store.load(&what, 7), Ok(Loaded::Migrated(note.clone())));
    assert_eq!(text(&store, &what).as_deref(), Some(older));
    store.save(&what, &note, 8).unwrap();
    assert_eq!(store.load(&what, 9), Ok(Loaded::Found(note)));
    assert!(text(&store, &what).unwrap().contains(r#""version":2"#));
}

/// Fills the origin's storage to the last character.
fn fill() {
    let mut piece = "x".repeat(1 << 20);
    let mut filled = area().get_item("filling").unwrap().unwrap_or_default();
    while !piece.is_empty() {
        let more = filled.clone() + &piece;
        if area().set_item("filling", &more).is_ok() {
            filled = more;
        } else {
            piece.truncate(piece.len() / 2);
        }
    }
}

#[wasm_bindgen_test]
fn where_there_is_no_room_it_is_said_and_what_was_stored_stands() {
    let store = site("/full/");
    store.save(&of("support"), &present("junior", 5), 10).unwrap();
    plant(&store, &of("other"), "broken");
    let before = text(&store, &of("support"));
    fill();
    let saved = store.save(&of("support"), &target("senior", 6), 11);
    let moved = store.load::<Assessment>(&of("other"), 12);
    let written_over = store.save(&of("other"), &present("junior", 5), 13);
    area().remove_item("filling").unwrap();
    assert_eq!(saved, Err(Refusal::Full));
    assert_eq!(text(&store, &of("support")), before);
    assert_eq!(moved, Err(Refusal::Full));
    assert_eq!(written_over, Err(Refusal::Full));
    assert_eq!(text(&store, &of("other")).as_deref(), Some("broken"));
    assert!(store.save(&of("support"), &target("senior", 6), 14).is_ok());
}
