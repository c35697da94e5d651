//! What was written: the TOML files as structs, each value with its place.
//!
//! One declaration makes the struct, its reader and its part of the JSON Schema, so that the three
//! cannot part. Names of fields are the keys of the file; a `Vec` or an `Option` may be left out.
//! Nothing is resolved here: ids have the right form, but may name nothing.

mod reader;
mod requirement;
#[cfg(feature = "schema")]
mod schema;
mod tables;
mod values;

use std::num::NonZeroU16;

pub use reader::{Pairs, Written};
pub use requirement::{Condition, Requirement};
#[cfg(feature = "schema")]
pub use schema::ladder_schema;
pub use tables::{
    Competency, Expectation, Fact, Ladder, Level, Link, Measure, Rule, Site, Source, Statement, Step, Theme, Themes,
    Track,
};
pub use values::{Colour, Format, Language};

use toml::de::DeTable;

use super::diagnostic::Log;
use reader::{Keys, Read};

/// How many of something: at least 1.
pub type Count = NonZeroU16;

impl Ladder {
    /// Reads a ladder file; `None` where it is not TOML.
    pub(crate) fn parse(text: &str, log: &mut Log) -> Option<Self> {
        parse(text, "a ladder", log, |mut keys| {
            // A file of another format may say anything: it is judged by nothing else.
            let is_known = !keys.has("format") || keys.take::<Written<Format>>("format").value.is_some();
            is_known.then(|| Self::take(keys))
        })
        .flatten()
    }
}

impl Themes {
    /// Reads `themes.toml`; `None` where it is not TOML.
    pub(crate) fn parse(text: &str, log: &mut Log) -> Option<Self> {
        parse(text, "the file of themes", log, Self::take)
    }
}

impl Site {
    /// Reads `site.toml`; `None` where it is not TOML.
    pub(crate) fn parse(text: &str, log: &mut Log) -> Option<Self> {
        parse(text, "the site", log, Self::take)
    }
}

/// What a table of that noun stands in: the noun of the outer table, and its keys.
fn outer(noun: &str) -> Option<(&'static str, &'static [&'static str])> {
    match noun {
        "an expectation" | "a requirement" | "a fact" => Some(("a level", Level::KEYS)),
        "a statement" => Some(("a step", Step::KEYS)),
        "a step" => Some(("a competency", Competency::KEYS)),
        "a source" | "a track" | "a competency" | "a level" | "a rule" => Some(("a ladder", Ladder::KEYS)),
        _ => None,
    }
}

/// Parses TOML, noting every mistake of syntax. Where there is one, what the file says is not known
/// well enough to judge it further.
fn parse<T>(text: &str, noun: &'static str, log: &mut Log, take: impl FnOnce(Keys) -> T) -> Option<T> {
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        log.error(&error.span().unwrap_or_default(), format!("this is not TOML: {}", error.message())).help(
            "texts stand in double quotes, long ones between three of them; numbers, dates, true and false stand bare",
        );
    }
    errors.is_empty().then(|| take(Keys::root(table.get_ref(), noun, log)))
}
