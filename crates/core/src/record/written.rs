//! Writing the stored form field by field: what [`super::fields`] reads.

use serde_json::{Map, Value};

use super::fields::{Extra, Others};
use super::register::Register;

/// An object in the making.
#[derive(Default)]
pub(crate) struct Written(pub(crate) Map<String, Value>);

impl Written {
    pub(crate) fn put(&mut self, name: &str, value: Value) {
        self.0.insert(name.to_owned(), value);
    }

    pub(crate) fn put_text(&mut self, name: &str, text: &str) {
        self.put(name, Value::from(text));
    }

    /// Puts an object, unless it is empty.
    pub(crate) fn put_fields(&mut self, name: &str, fields: Self) {
        if !fields.0.is_empty() {
            self.put(name, Value::Object(fields.0));
        }
    }

    pub(crate) fn put_register<T: Ord>(&mut self, name: &str, entry: &Register<T>, write: impl FnOnce(&T) -> Self) {
        let deleted = || Self(Map::new()).with("deleted", Value::Bool(true));
        let fields = entry.get().map_or_else(deleted, write);
        self.put_fields(name, fields.with("changed", Value::from(entry.changed().millis())));
    }

    /// Puts what a later version wrote, as it was read.
    pub(crate) fn put_kept(&mut self, name: &str, json: &str) {
        if let Ok(value) = serde_json::from_str(json) {
            self.put(name, value);
        }
    }

    pub(crate) fn put_extra(&mut self, extra: &Extra) {
        extra.iter().for_each(|(name, json)| self.put_kept(name, json));
    }

    pub(crate) fn put_others(&mut self, others: &Others) {
        for (name, entry) in others {
            entry.get().into_iter().for_each(|json| self.put_kept(name, json));
        }
    }

    pub(crate) fn of_text(name: &str, text: &str) -> Self {
        Self::default().and_text(name, text)
    }

    pub(crate) fn with(mut self, name: &str, value: Value) -> Self {
        self.put(name, value);
        self
    }

    pub(crate) fn and_text(mut self, name: &str, text: &str) -> Self {
        self.put_text(name, text);
        self
    }

    pub(crate) fn and_extra(mut self, extra: &Extra) -> Self {
        self.put_extra(extra);
        self
    }
}
