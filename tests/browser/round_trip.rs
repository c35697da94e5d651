//! What is saved is read back, and two tabs do not take anything from each other.

use rungs::store::{Handling, Loaded, random_id, today};
use rungs_core::assessment::{Assessment, EvidenceId};
use rungs_core::saved::{Settings, What};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::place::{area, key, keys, level, of, plant, present, site, target, text};

#[wasm_bindgen_test]
fn what_is_saved_is_read_back() {
    let store = site("/round-trip/");
    let assessment = present("junior", 5);
    assert_eq!(store.save(&of("support"), &assessment, 10), Ok(assessment.clone()));
    assert_eq!(store.load(&of("support"), 11), Ok(Loaded::Found(assessment)));
    assert!(keys().contains(&"rungs:/round-trip/:assessment:support".to_owned()));
}

#[wasm_bindgen_test]
fn what_another_tab_wrote_is_merged_before_writing() {
    let store = site("/merge/");
    store.save(&of("support"), &target("senior", 6), 10).unwrap();
    let merged = store.save(&of("support"), &present("junior", 5), 11).unwrap();
    assert_eq!((merged.present(), merged.target()), (Some(&level("junior")), Some(&level("senior"))));
    assert_eq!(store.load(&of("support"), 12), Ok(Loaded::Found(merged)));
}

#[wasm_bindgen_test]
fn saving_what_is_stored_already_writes_nothing() {
    let store = site("/same/");
    store.save(&of("support"), &present("junior", 5), 10).unwrap();
    let before = text(&store, &of("support"));
    store.save(&of("support"), &present("junior", 5), 99).unwrap();
    assert_eq!(text(&store, &of("support")), before);
}

#[wasm_bindgen_test]
fn what_says_nothing_leaves_no_key() {
    let store = site("/nothing/");
    store.save(&of("support"), &Assessment::default(), 10).unwrap();
    store.save(&What::Settings, &Settings::default(), 10).unwrap();
    assert_eq!(store.entries(), Ok(Vec::new()));
}

#[wasm_bindgen_test]
fn entries_say_what_is_stored_how_much_and_when() {
    let store = site("/entries/");
    store.save(&of("support"), &present("junior", 5), 1_795_000_000_000).unwrap();
    plant(&store, &What::Other("later".into()), "{}");
    let entries = store.entries().unwrap();
    let bytes = key(&store, &of("support")).len() + text(&store, &of("support")).unwrap().len();
    assert_eq!(entries[0].what, of("support"));
    assert_eq!((entries[0].bytes, entries[0].saved), (bytes as u64, Some(1_795_000_000_000)));
    assert_eq!((entries[0].handling, entries[1].handling), (Handling::Usual, Handling::Kept));
}

#[wasm_bindgen_test]
fn other_sites_of_the_origin_are_neither_read_nor_listed() {
    area().set_item("theme", "dark").unwrap();
    let store = site("/mine/");
    site("/theirs/").save(&of("support"), &present("junior", 5), 10).unwrap();
    assert_eq!(store.load::<Assessment>(&of("support"), 11), Ok(Loaded::Absent));
    assert_eq!(store.entries(), Ok(Vec::new()));
    assert_eq!(store.own("rungs:/theirs/:settings"), None);
    assert_eq!(store.own("rungs:/mine/:settings"), Some(What::Settings));
}

#[wasm_bindgen_test]
fn ids_from_the_edge_are_ids_and_differ() {
    let (one, other) = (random_id(), random_id());
    assert!(EvidenceId::parse(&one).is_ok(), "{one}");
    assert_ne!(one, other);
    assert!(today().year() >= 2025);
}
