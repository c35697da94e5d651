//! Keeping memory and storage together: saving shortly after a change and when the page goes, merging what
//! other tabs stored.

use std::time::Duration;

use leptos::ev;
use leptos::leptos_dom::helpers::set_timeout_with_handle;
use rungs_core::saved::{Stored, What};
use rungs_view::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

use super::{SaveStatus, Saved};
use crate::store::{self, Loaded, Refusal, Store};

/// How long a change may be in memory only.
const SHORTLY: Duration = Duration::from_millis(400);

impl Saved {
    /// Reads the settings and begins to listen. The listeners live as long as the app.
    pub(super) fn begin(self) {
        self.probe();
        self.refresh(&What::Settings);
        let _tabs = listen(ev::storage, move |event| match event.key() {
            Some(key) => {
                if let Some(what) = self.store.with_value(|store| store.own(&key)) {
                    self.stored_elsewhere(&what);
                }
            }
            None => self.refresh_all(),
        });
        let _going = listen_untyped("pagehide", move |_| self.save_now());
        let _hidden = document_listener("visibilitychange", move || {
            if document().hidden() {
                self.save_now();
            }
        });
        let _back = listen_untyped("pageshow", move |_| self.refresh_all());
    }

    /// What is stored, merged with what former ids of its ladder hold; those are moved to its present one.
    pub(super) fn read<T: Stored>(self, what: &What) -> T {
        let mut value = T::default();
        self.store.with_value(|store| {
            if merge_stored(store, what, &mut value) && is_outlived(&value) {
                // Refused at worst: then it says as little next time.
                let _ = store.delete(what);
            }
        });
        let index = self.index.get_value();
        let card = what.ladder().and_then(|ladder| index.card(ladder));
        let formers = card.map(|card| card.former_ids.clone()).unwrap_or_default();
        for former in formers.into_iter().map(|former| what.of_ladder(former)) {
            self.store.with_value(|store| {
                let before = value.clone();
                let is_read = merge_stored(store, &former, &mut value);
                // Where it adds nothing, all that it says is stored under the present one already.
                let moved = is_read && (value == before || store.save(what, &value, store::now()).is_ok());
                // Refused at worst: then the former one is merged again next time.
                let _ = moved.then(|| store.delete(&former));
            });
        }
        value
    }

    /// Has a value saved shortly.
    pub(super) fn touch(self, what: What) {
        self.unsaved.update_value(|unsaved| _ = unsaved.insert(what));
        if self.status.get_untracked().refusal().is_none() {
            self.status.set(SaveStatus::Saving);
        }
        if self.timer.with_value(Option::is_none) {
            // Where no timer can be set, the change is saved when the page goes.
            self.timer.set_value(set_timeout_with_handle(move || self.save_now(), SHORTLY).ok());
        }
    }

    /// Saves everything that was changed. What is refused is tried again at the next change.
    pub fn save_now(self) {
        if let Some(timer) = self.timer.get_value() {
            timer.clear();
            self.timer.set_value(None);
        }
        let unsaved = self.unsaved.get_value();
        if unsaved.is_empty() {
            return;
        }
        let mut status = SaveStatus::Saved;
        for what in unsaved {
            match self.save(&what) {
                Ok(()) => self.unsaved.update_value(|unsaved| _ = unsaved.remove(&what)),
                Err(refusal) => status = SaveStatus::NotSaved(refusal),
            }
        }
        self.status.set(status);
        self.stored_anew();
    }

    fn save(self, what: &What) -> Result<(), Refusal> {
        match what {
            What::Assessment(ladder) => self.save_signal(what, self.signal(ladder)),
            What::Settings => self.save_signal(what, self.settings),
            what if what.is_book() => self.save_signal(what, self.book_signal(what)),
            _ => Ok(()),
        }
    }

    fn save_signal<T: Stored + Send + Sync + 'static>(self, what: &What, signal: RwSignal<T>) -> Result<(), Refusal> {
        let merged =
            signal.with_untracked(|value| self.store.with_value(|store| store.save(what, value, store::now())))?;
        if signal.with_untracked(|value| *value != merged) {
            signal.set(merged);
        }
        Ok(())
    }

    /// Another tab changed a stored value.
    fn stored_elsewhere(self, what: &What) {
        match what {
            What::Deleted => self.refresh_all(),
            what => {
                self.refresh(what);
                self.stored_anew();
            }
        }
    }

    /// Merges everything that is stored into memory.
    pub(super) fn refresh_all(self) {
        self.refresh(&What::Settings);
        for ladder in self.assessments.with_value(|known| known.keys().cloned().collect::<Vec<_>>()) {
            self.refresh(&What::Assessment(ladder));
        }
        for book in self.books.with_value(|known| known.keys().cloned().collect::<Vec<_>>()) {
            self.refresh(&book);
        }
        self.stored_anew();
    }

    fn refresh(self, what: &What) {
        match what {
            What::Assessment(ladder) => {
                if let Some(signal) = self.assessments.with_value(|known| known.get(ladder).copied()) {
                    self.refresh_signal(what, signal);
                }
            }
            What::Settings => self.refresh_signal(what, self.settings),
            what => {
                if let Some(signal) = self.books.with_value(|known| known.get(what).copied()) {
                    self.refresh_signal(what, signal);
                }
            }
        }
    }

    fn refresh_signal<T: Stored + Send + Sync + 'static>(self, what: &What, signal: RwSignal<T>) {
        let mut value = signal.get_untracked();
        self.store.with_value(|store| merge_stored(store, what, &mut value));
        if signal.with_untracked(|before| *before != value) {
            signal.set(value);
        }
    }
}

/// Merges what is stored into a value in memory, and forgets what was deleted meanwhile. Says whether a value was read.
fn merge_stored<T: Stored>(store: &Store, what: &What, value: &mut T) -> bool {
    let now = store::now();
    let stored = match store.load(what, now) {
        Ok(Loaded::Found(stored) | Loaded::Migrated(stored) | Loaded::Partly(stored, _)) => Some(stored),
        _ => None,
    };
    let is_read = stored.is_some();
    *value = std::mem::take(value).merged(stored.unwrap_or_default());
    value.forget_until(store.deleted_at(now));
    is_read
}

/// Whether a value says nothing but what was deleted so long ago that this need not be known any longer.
fn is_outlived<T: Stored>(value: &T) -> bool {
    let mut pruned = value.clone();
    pruned.prune(store::now());
    pruned.is_void(0) && !value.is_void(0)
}

/// Listens to the document for the app's life; says whether that can be done.
fn document_listener(name: &str, heard: impl Fn() + 'static) -> bool {
    if crate::IS_PRINTING {
        return false;
    }
    let closure = Closure::<dyn Fn()>::new(heard).into_js_value();
    document().add_event_listener_with_callback(name, closure.unchecked_ref()).is_ok()
}
