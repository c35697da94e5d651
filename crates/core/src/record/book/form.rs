//! The stored form of a book.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use super::{Book, object};
use crate::record::Stamp;
use crate::record::fields::{Faulty, Fields, FormError, register, stamp};
use crate::record::written::Written;

impl Book {
    /// Reads the stored form.
    ///
    /// # Errors
    /// [`FormError`] names the first place that is not of the form.
    pub fn from_json(value: Value) -> Result<Self, FormError> {
        Self::sifted(value, &mut Faulty::Refused)
    }

    /// Reads what is of the stored form, entry by entry.
    ///
    /// # Errors
    /// [`FormError`] where it cannot be told what the entries are, or when everything was cleared.
    pub fn readable_part(value: Value) -> Result<Self, FormError> {
        Self::sifted(value, &mut Faulty::LeftOut(0))
    }

    fn sifted(value: Value, faulty: &mut Faulty) -> Result<Self, FormError> {
        let mut fields = Fields::of(value)?;
        let mut book = Self { cleared: fields.optional("cleared", stamp)?.unwrap_or_default(), ..Self::default() };
        for (name, value) in fields.0 {
            let entry = register(value, |fields| Ok(Value::Object(fields.0).to_string()));
            if let Some(entry) = faulty.sift(entry.map_err(|error| error.within(&name)))? {
                book.entries.insert(name.into_boxed_str(), entry);
            }
        }
        book.forget_until(Stamp::default());
        Ok(book)
    }

    /// The stored form.
    pub fn to_json(&self) -> Value {
        let mut fields = Written::default();
        if self.cleared > Stamp::default() {
            fields.put("cleared", Value::from(self.cleared.millis()));
        }
        for (name, entry) in &self.entries {
            fields.put_register(name, entry, |text| Written(object(text)));
        }
        Value::Object(fields.0)
    }
}

impl Serialize for Book {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_json().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Book {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_json(Value::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}
