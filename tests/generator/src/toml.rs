//! TOML being written, line by line.

use std::fmt::{Display, Write};

/// A file in the making.
#[derive(Default)]
pub struct Toml(pub String);

impl Toml {
    /// The beginning of a ladder of that name.
    pub fn ladder(name: &str, summary: &str) -> Self {
        let mut toml = Self::default();
        toml.plain("format", 1).text("name", name).text("version", "1.0.0").text("status", "current");
        toml.text("lang", "en").text("summary", summary);
        toml
    }

    /// Begins one more table of an array.
    pub fn table(&mut self, name: &str) -> &mut Self {
        self.put(format_args!("\n[[{name}]]"))
    }

    /// A key with a text, in which nothing needs to be escaped.
    pub fn text(&mut self, key: &str, value: impl Display) -> &mut Self {
        self.put(format_args!("{key} = \"{value}\""))
    }

    /// A key with a number.
    pub fn plain(&mut self, key: &str, value: usize) -> &mut Self {
        self.put(format_args!("{key} = {value}"))
    }

    /// A key with an array of one text.
    pub fn only(&mut self, key: &str, value: impl Display) -> &mut Self {
        self.put(format_args!("{key} = [\"{value}\"]"))
    }

    fn put(&mut self, line: std::fmt::Arguments) -> &mut Self {
        // A string takes everything.
        _ = writeln!(self.0, "{line}");
        self
    }
}
