//! Reading the stored form field by field: what is missing or not of the form is named with its place.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::{Map, Value};

use super::register::{Register, Stamp};
use crate::date::Date;

/// The most characters that a text may have which the user writes freely.
pub const LONGEST_NOTE: usize = 200_000;

/// Fields that a later version wrote and this one does not know, as JSON texts. They are kept.
pub type Extra = BTreeMap<String, String>;

/// Entries of kinds that a later version knows, by name, as JSON texts. They are kept, and merged by
/// the moment at which they were changed.
pub(crate) type Others = BTreeMap<String, Register<String>>;

/// Why a stored value is not of its form, and where in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormError {
    /// The names on the way to the place, innermost first.
    way: Vec<String>,
    problem: Problem,
}

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It is missing.
    Missing,
    /// It is something else than this.
    Expected(&'static str),
}

impl FormError {
    pub(crate) fn new(problem: Problem) -> Self {
        Self { way: Vec::new(), problem }
    }

    /// The same problem, seen from one step further out.
    pub(crate) fn within(mut self, name: &str) -> Self {
        self.way.push(name.to_owned());
        self
    }
}

/// "answers.unaided-90.rating.wording is not a fingerprint".
impl fmt::Display for FormError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        if self.way.is_empty() {
            f.write_str("it")?;
        }
        for (position, name) in self.way.iter().rev().enumerate() {
            f.write_str(if position > 0 { "." } else { "" })?;
            f.write_str(name)?;
        }
        match self.problem {
            Problem::Missing => f.write_str(" is missing"),
            Problem::Expected(what) => write!(f, " is not {what}"),
        }
    }
}

/// What becomes of an entry that is not of the form.
pub(crate) enum Faulty {
    /// Nothing is read.
    Refused,
    /// It is left out; how many were.
    LeftOut(usize),
}

impl Faulty {
    /// What was read; `None` where it is left out.
    pub(crate) fn sift<T>(&mut self, read: Result<T, FormError>) -> Result<Option<T>, FormError> {
        match (read, self) {
            (Ok(value), _) => Ok(Some(value)),
            (Err(error), Self::Refused) => Err(error),
            (Err(_), Self::LeftOut(count)) => {
                *count += 1;
                Ok(None)
            }
        }
    }
}

/// The fields of an object, taken one by one; what is left is of a later version.
pub(crate) struct Fields(pub(crate) Map<String, Value>);

impl Fields {
    pub(crate) fn of(value: Value) -> Result<Self, FormError> {
        match value {
            Value::Object(map) => Ok(Self(map)),
            _ => Err(FormError::new(Problem::Expected("an object"))),
        }
    }

    /// Reads a field that may be missing.
    pub(crate) fn optional<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(Value) -> Result<T, FormError>,
    ) -> Result<Option<T>, FormError> {
        self.0.remove(name).map(|value| read(value).map_err(|error| error.within(name))).transpose()
    }

    /// Reads a field that has to be there.
    pub(crate) fn required<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(Value) -> Result<T, FormError>,
    ) -> Result<T, FormError> {
        self.optional(name, read)?.ok_or_else(|| FormError::new(Problem::Missing).within(name))
    }

    /// What is left, as fields of one entry.
    pub(crate) fn extra(self) -> Extra {
        let mut extra = Extra::new();
        extra.extend(self.0.into_iter().map(|(name, value)| (name, value.to_string())));
        extra
    }

    /// What is left, as entries of their own. Those without a moment count as the oldest there can be.
    pub(crate) fn others(self) -> Others {
        let entry = |value: Value| {
            let changed = value.get("changed").and_then(Value::as_u64).unwrap_or(1);
            Register::new(Some(value.to_string()), Stamp::from_millis(changed))
        };
        let mut others = Others::new();
        others.extend(self.0.into_iter().map(|(name, value)| (name, entry(value))));
        others
    }
}

pub(crate) fn text(value: Value) -> Result<String, FormError> {
    match value {
        Value::String(text) => Ok(text),
        _ => Err(FormError::new(Problem::Expected("a text"))),
    }
}

/// Reads a text of a form of its own.
pub(crate) fn parsed<T>(
    what: &'static str,
    parse: impl FnOnce(&str) -> Option<T>,
) -> impl FnOnce(Value) -> Result<T, FormError> {
    move |value| {
        let error = || FormError::new(Problem::Expected(what));
        value.as_str().and_then(parse).ok_or_else(error)
    }
}

pub(crate) fn stamp(value: Value) -> Result<Stamp, FormError> {
    let millis = value.as_u64().filter(|millis| *millis <= Stamp::LAST.millis());
    millis.map(Stamp::from_millis).ok_or_else(|| FormError::new(Problem::Expected("a moment")))
}

/// Reads an entry: its moment, and its value unless it is the mark of a deletion.
pub(crate) fn register<T: Ord>(
    value: Value,
    read: impl FnOnce(Fields) -> Result<T, FormError>,
) -> Result<Register<T>, FormError> {
    let mut fields = Fields::of(value)?;
    let changed = fields.required("changed", stamp)?;
    let deleted = fields.0.remove("deleted") == Some(Value::Bool(true));
    let value = if deleted { None } else { Some(read(fields)?) };
    Ok(Register::new(value, changed))
}

/// Reads an object whose names are ids.
pub(crate) fn entries<K: Ord, T>(
    value: Value,
    faulty: &mut Faulty,
    id: impl Fn(&str) -> Option<K>,
    read: impl Fn(Value, &mut Faulty) -> Result<T, FormError>,
) -> Result<BTreeMap<K, T>, FormError> {
    let mut found = BTreeMap::new();
    for (name, value) in Fields::of(value)?.0 {
        let key = id(&name).ok_or_else(|| FormError::new(Problem::Expected("an id")));
        let entry = key.and_then(|key| Ok((key, read(value, faulty)?))).map_err(|error| error.within(&name));
        if let Some((key, value)) = faulty.sift(entry)? {
            found.insert(key, value);
        }
    }
    Ok(found)
}

/// Reads a text of at most so many characters, which are called `what`.
pub(crate) fn short(value: Value, longest: usize, what: &'static str) -> Result<String, FormError> {
    let text = text(value)?;
    if text.chars().count() > longest {
        return Err(FormError::new(Problem::Expected(what)));
    }
    Ok(text)
}

/// Reads what the user wrote freely.
pub(crate) fn note(value: Value) -> Result<String, FormError> {
    short(value, LONGEST_NOTE, "a text of at most 200,000 characters")
}

/// Reads true or false.
pub(crate) fn truth(value: Value) -> Result<bool, FormError> {
    value.as_bool().ok_or_else(|| FormError::new(Problem::Expected("true or false")))
}

/// Reads a list.
pub(crate) fn list<T>(value: Value, read: impl Fn(Value) -> Result<T, FormError>) -> Result<Vec<T>, FormError> {
    match value {
        Value::Array(values) => values.into_iter().map(read).collect(),
        _ => Err(FormError::new(Problem::Expected("a list"))),
    }
}

pub(crate) fn date(value: Value) -> Result<Date, FormError> {
    parsed("a date", |text| Date::parse(text).ok())(value)
}
