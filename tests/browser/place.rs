//! A place of its own for each test: the tests of a run share one origin, and may run in any order.

use rungs::store::Store;
use rungs_core::assessment::{Assessment, Stamp};
use rungs_core::ladder::{LadderId, LevelId};
use rungs_core::route::Base;
use rungs_core::saved::{Key, What};

/// The storage area itself.
pub fn area() -> web_sys::Storage {
    web_sys::window().unwrap().local_storage().unwrap().unwrap()
}

/// A site of its own below that path, with nothing stored.
pub fn site(path: &str) -> Store {
    let store = Store::new(Base::new(path));
    let own = format!("rungs:{path}:");
    for key in keys().into_iter().filter(|key| key.starts_with(&own)) {
        area().remove_item(&key).unwrap();
    }
    store
}

/// All keys of the origin.
pub fn keys() -> Vec<String> {
    let area = area();
    (0..area.length().unwrap()).map(|position| area.key(position).unwrap().unwrap()).collect()
}

/// The name of a stored value.
pub fn key(store: &Store, what: &What) -> String {
    Key::new(store.base(), what.clone()).to_string()
}

/// The text stored under a name.
pub fn text(store: &Store, what: &What) -> Option<String> {
    area().get_item(&key(store, what)).unwrap()
}

/// Stores a text under a name, past the store.
pub fn plant(store: &Store, what: &What, text: &str) {
    area().set_item(&key(store, what), text).unwrap();
}

/// The assessment of a ladder.
pub fn of(ladder: &str) -> What {
    What::Assessment(LadderId::parse(ladder).unwrap())
}

/// A level.
pub fn level(id: &str) -> LevelId {
    LevelId::parse(id).unwrap()
}

/// An assessment whose present level was set at that moment.
pub fn present(id: &str, at: u64) -> Assessment {
    let mut assessment = Assessment::default();
    assessment.set_present(Some(level(id)), Stamp::from_millis(at));
    assessment
}

/// An assessment whose target was set at that moment.
pub fn target(id: &str, at: u64) -> Assessment {
    let mut assessment = Assessment::default();
    assessment.set_target(Some(level(id)), Stamp::from_millis(at));
    assessment
}
