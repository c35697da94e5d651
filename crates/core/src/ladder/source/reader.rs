//! Reads a parsed TOML file into the structs of what was written.
//!
//! Reading never stops at a mistake: each key is read for itself, what is wrong is noted with its
//! place, and a value that could not be read is left out, so that one wrong key does not hide the next.

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use crate::ladder::diagnostic::{Log, Span};
use crate::nearest::nearest;

/// A value of the file: where it stands, and what it says unless that was wrong (and noted).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written<T> {
    /// Where it stands; for a missing value, the table that should hold it.
    pub span: Span,
    /// What it says.
    pub value: Option<T>,
}

/// Why a value is not what it should be.
pub(crate) enum Problem {
    /// It is of another type, for which [`Value::EXPECTED`] says enough.
    Type,
    /// What it says is wrong.
    Content {
        /// What is wrong.
        message: String,
        /// A few words beside the underlined text.
        label: String,
        /// How to mend it.
        help: Option<String>,
    },
}

impl Problem {
    /// A wrong content with its cure.
    pub fn new(message: impl Into<String>, label: impl ToString, help: impl Into<String>) -> Self {
        Self::Content { message: message.into(), label: label.to_string(), help: Some(help.into()) }
    }
}

/// What a single TOML value can say.
pub(crate) trait Value: Sized {
    /// What to write: "a text", "a whole number from 0 to 255".
    const EXPECTED: &'static str;

    /// Reads it.
    fn parse(value: &DeValue) -> Result<Self, Problem>;
}

/// Anything that can stand under a key.
pub(crate) trait Read: Sized {
    /// Whether the key may be left out.
    const OPTIONAL: bool;

    /// The keys that it may have, if it is a table whose keys are known.
    const KEYS: &'static [&'static str] = &[];

    /// Reads it, noting what is wrong.
    fn read(value: &Spanned<DeValue>, log: &mut Log) -> Self;

    /// What stands for it where the key is left out of the table at `table`.
    fn absent(table: &Span) -> Self;
}

impl<T: Value> Read for Written<T> {
    const OPTIONAL: bool = false;

    fn read(value: &Spanned<DeValue>, log: &mut Log) -> Self {
        let span = value.span();
        let parsed = match T::parse(value.get_ref()) {
            Ok(parsed) => Some(parsed),
            Err(problem) => {
                note(&problem, T::EXPECTED, value, log);
                None
            }
        };
        Self { span, value: parsed }
    }

    fn absent(table: &Span) -> Self {
        Self { span: table.clone(), value: None }
    }
}

fn note(problem: &Problem, expected: &str, value: &Spanned<DeValue>, log: &mut Log) {
    match problem {
        Problem::Type => wrong_type(expected, value, log),
        Problem::Content { message, label, help } => {
            let diagnostic = log.error(&value.span(), message);
            diagnostic.label(label).help = help.clone();
        }
    }
}

fn wrong_type(expected: &str, value: &Spanned<DeValue>, log: &mut Log) {
    let found = match value.get_ref() {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a decimal number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    };
    log.error(&value.span(), format!("expected {expected}, found {found}")).label(format!("this is {found}"));
}

impl<T: Read> Read for Option<T> {
    const OPTIONAL: bool = true;

    fn read(value: &Spanned<DeValue>, log: &mut Log) -> Self {
        Some(T::read(value, log))
    }

    fn absent(_: &Span) -> Self {
        None
    }
}

impl<T: Read> Read for Vec<T> {
    const OPTIONAL: bool = true;

    fn read(value: &Spanned<DeValue>, log: &mut Log) -> Self {
        match value.get_ref() {
            DeValue::Array(items) => items.iter().map(|item| T::read(item, log)).collect(),
            _ => {
                wrong_type("a list", value, log);
                Vec::new()
            }
        }
    }

    fn absent(_: &Span) -> Self {
        Vec::new()
    }
}

impl<T: Read> Read for Box<T> {
    const OPTIONAL: bool = T::OPTIONAL;

    fn read(value: &Spanned<DeValue>, log: &mut Log) -> Self {
        Self::new(T::read(value, log))
    }

    fn absent(table: &Span) -> Self {
        Self::new(T::absent(table))
    }
}

/// A table of free keys, such as `steps = { casework = "expert" }`, in the order of the keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pairs<K, V>(pub Vec<(Written<K>, Written<V>)>);

impl<K: Value, V: Value> Read for Pairs<K, V> {
    const OPTIONAL: bool = true;

    fn read(value: &Spanned<DeValue>, log: &mut Log) -> Self {
        let DeValue::Table(table) = value.get_ref() else {
            wrong_type("a table", value, log);
            return Self(Vec::new());
        };
        let pair = |(key, value): (&Spanned<DeString>, &Spanned<DeValue>)| {
            let key = Spanned::new(key.span(), DeValue::String(key.get_ref().clone()));
            (Written::read(&key, log), Written::read(value, log))
        };
        Self(table.iter().map(pair).collect())
    }

    fn absent(_: &Span) -> Self {
        Self(Vec::new())
    }
}

/// The keys of one table, taken one by one; what nobody took is an unknown key.
pub(crate) struct Keys<'a, 'i, 'l> {
    /// `None` where something else stands in the table's place (and is noted).
    table: Option<&'a DeTable<'i>>,
    span: Span,
    noun: &'static str,
    known: Vec<&'static str>,
    log: &'a mut Log<'l>,
}

impl<'a, 'i, 'l> Keys<'a, 'i, 'l> {
    /// Opens a table; `noun` names it in messages, with its article.
    pub fn open(value: &'a Spanned<DeValue<'i>>, noun: &'static str, log: &'a mut Log<'l>) -> Self {
        let table = match value.get_ref() {
            DeValue::Table(table) => Some(table),
            _ => {
                wrong_type(&format!("{noun} as a table"), value, log);
                None
            }
        };
        Self { table, span: value.span(), noun, known: Vec::new(), log }
    }

    /// Opens a whole file.
    pub fn root(table: &'a DeTable<'i>, noun: &'static str, log: &'a mut Log<'l>) -> Self {
        Self { table: Some(table), span: 0..0, noun, known: Vec::new(), log }
    }

    /// Where the table begins.
    pub fn span(&self) -> Span {
        self.span.clone()
    }

    /// Whether the table has that key.
    pub fn has(&self, key: &str) -> bool {
        self.table.is_some_and(|table| table.contains_key(key))
    }

    /// Reads what stands under a key.
    pub fn take<T: Read>(&mut self, key: &'static str) -> T {
        if !self.known.contains(&key) {
            self.known.push(key);
        }
        match (self.table.and_then(|table| table.get(key)), self.table) {
            (Some(value), _) => T::read(value, self.log),
            (None, Some(_)) if !T::OPTIONAL => {
                let message = format!("{} needs the key `{key}`", self.noun);
                self.log.error(&self.span, message).label(format!("`{key}` is missing here"));
                T::absent(&self.span)
            }
            _ => T::absent(&self.span),
        }
    }

    /// Notes the keys that are none of this table's.
    pub fn finish(self) {
        let Some(table) = self.table else { return };
        for key in table.keys().filter(|key| !self.known.contains(&key.get_ref().as_ref())) {
            let name = key.get_ref();
            let message = format!("{} has no key `{name}`", self.noun);
            let help = self.cure(name);
            self.log.error(&key.span(), message).label("unknown key").help(help);
        }
    }

    /// What may have been meant: a key of the table around this one, written too far down, or one of
    /// this table's that looks alike.
    fn cure(&self, name: &str) -> String {
        let around = std::iter::successors(super::outer(self.noun), |(noun, _)| super::outer(noun));
        if let Some((noun, _)) = around.into_iter().find(|(_, keys)| keys.contains(&name)) {
            return format!("`{name}` is a key of {noun}: write it above the first table inside that");
        }
        match nearest(name, self.known.iter().copied(), 1).first() {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("its keys are `{}`", self.known.join("`, `")),
        }
    }
}
