//! Answers that were entered when the site stood below another path.

use rungs::store::{Elsewhere, Loaded};
use rungs_core::record::{Book, Stamp};
use rungs_core::route::Base;
use rungs_core::saved::What;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::place::{of, plant, present, site};

#[wasm_bindgen_test]
fn answers_below_another_path_are_found_and_can_be_read() {
    let (old, new) = (site("/old-name/"), site("/new-name/"));
    old.save(&of("support"), &present("junior", 5), 10).unwrap();
    plant(&old, &of("other"), "broken");
    plant(&old, &What::Journal, "{}");
    // When all was deleted there is kept for a while, and is nothing to take over.
    let mut cleared = Book::default();
    cleared.clear(Stamp::from_millis(5));
    old.save(&What::Growth, &cleared, 10).unwrap();
    assert_eq!(old.load(&What::Growth, 11), Ok(Loaded::Found(cleared)));
    let found = Elsewhere { base: Base::new("/old-name/"), assessments: 2, books: 1 };
    assert!(new.elsewhere().contains(&found));
    let readable = new.values_of(&Base::new("/old-name/"), |what| matches!(what, What::Assessment(_)));
    assert_eq!(readable, [(of("support"), present("junior", 5))]);
    assert!(new.values_of::<Book>(&Base::new("/old-name/"), What::is_book).is_empty());
    assert_eq!(old.load(&of("support"), 11), Ok(Loaded::Found(present("junior", 5))));
    assert!(!old.elsewhere().contains(&found));
}
