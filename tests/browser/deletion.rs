//! "Delete everything" deletes what is ours, and holds in every tab.

use rungs::store::Loaded;
use rungs_core::assessment::{Assessment, Stamp};
use rungs_core::saved::{Settings, What};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::place::{area, keys, level, of, plant, present, site, target};

#[wasm_bindgen_test]
fn only_own_keys_are_deleted() {
    let (mine, theirs) = (site("/delete/"), site("/delete/theirs/"));
    area().set_item("kept-by-another-site", "x").unwrap();
    theirs.save(&of("support"), &present("junior", 5), 10).unwrap();
    mine.save(&of("support"), &present("junior", 5), 10).unwrap();
    mine.save(&What::Settings, &Settings { last_backup: 9, ..Settings::default() }, 10).unwrap();
    plant(&mine, &of("other"), "broken");
    assert!(matches!(mine.load::<Assessment>(&of("other"), 11), Ok(Loaded::Recovered(..))));
    mine.delete_everything(20).unwrap();
    let left: Vec<_> = mine.entries().unwrap().into_iter().map(|entry| entry.what).collect();
    assert_eq!(left, [What::Deleted]);
    assert_eq!(theirs.load(&of("support"), 21), Ok(Loaded::Found(present("junior", 5))));
    assert!(keys().contains(&"kept-by-another-site".to_owned()));
}

#[wasm_bindgen_test]
fn a_tab_that_slept_does_not_bring_anything_back() {
    let store = site("/slept/");
    let mut memory = present("junior", 5);
    store.save(&of("support"), &memory, 10).unwrap();
    store.delete_everything(20).unwrap();
    memory.merge(&target("senior", 30));
    let saved = store.save(&of("support"), &memory, 31).unwrap();
    assert_eq!((saved.present(), saved.target()), (None, Some(&level("senior"))));
    let slept = store.save(&of("other"), &present("junior", 5), 32).unwrap();
    assert!(slept.is_blank());
    assert_eq!(store.load::<Assessment>(&of("other"), 33), Ok(Loaded::Absent));
}

#[wasm_bindgen_test]
fn marks_of_deletion_are_kept_for_their_time_and_no_longer() {
    let store = site("/marks/");
    let mut memory = present("junior", 5);
    memory.set_present(None, Stamp::from_millis(10));
    store.save(&of("support"), &memory, 11).unwrap();
    assert!(keys().contains(&"rungs:/marks/:assessment:support".to_owned()));
    store.save(&of("support"), &memory, 12 + Assessment::DELETIONS_KEPT).unwrap();
    assert!(!keys().contains(&"rungs:/marks/:assessment:support".to_owned()));
}

#[wasm_bindgen_test]
fn when_all_was_cleared_is_stored_for_tabs_that_still_remember_it() {
    let store = site("/cleared/");
    let memory = present("junior", 5);
    store.save(&of("support"), &memory, 10).unwrap();
    let mut cleared = memory.clone();
    cleared.clear(Stamp::from_millis(20));
    store.save(&of("support"), &cleared, 21).unwrap();
    assert!(store.save(&of("support"), &memory, 22).unwrap().is_blank());
    store.save(&of("support"), &cleared, 21 + Assessment::DELETIONS_KEPT).unwrap();
    assert!(!keys().contains(&"rungs:/cleared/:assessment:support".to_owned()));
}
