//! Pieces of the portfolio.

use serde_json::Value;

use crate::assessment::Wording;
use crate::ladder::{Called, Expectation, ExpectationId};
use crate::link::SafeUrl;
use crate::record::{Extra, Fields, FormError, Record, Written, list, note, parsed, short};

/// Work that the user wants to show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Piece {
    /// Its title: at most [`Piece::LONGEST_NAME`] characters.
    pub title: String,
    /// What it was: at most [`crate::record::LONGEST_NOTE`] characters.
    pub what: String,
    /// What came of it: as long.
    pub result: String,
    /// Where to see it.
    pub link: Option<SafeUrl>,
    /// The expectations that it shows, in the order in which they were chosen.
    pub shows: Vec<ShownExpectation>,
    /// The names of the skillsets that it shows: each at most [`Piece::LONGEST_NAME`] characters.
    pub skillsets: Vec<String>,
    /// Fields of later versions.
    pub extra: Extra,
}

/// An expectation that a piece shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownExpectation {
    /// Its id.
    pub id: ExpectationId,
    /// The statement as the user saw it.
    pub wording: Wording,
}

impl Piece {
    /// The most characters that a title or the name of a skillset may have.
    pub const LONGEST_NAME: usize = 500;

    /// A piece with no more than a title: the beginning of a text, where that is longer than a title may be.
    pub fn titled(text: &str) -> Self {
        Self { title: text.chars().take(Self::LONGEST_NAME).collect(), ..Self::default() }
    }

    /// Whether it says nothing: such a piece is not kept.
    pub fn is_blank(&self) -> bool {
        let says = [&self.title, &self.what, &self.result];
        says.into_iter().all(|text| text.trim().is_empty())
            && self.link.is_none()
            && self.shows.is_empty()
            && self.skillsets.is_empty()
            && self.extra.is_empty()
    }

    /// The title, or what stands for it where there is none.
    pub fn name(&self) -> &str {
        Some(self.title.trim()).filter(|title| !title.is_empty()).unwrap_or("Untitled piece")
    }

    /// Says that it shows an expectation, or takes that back.
    pub fn set_shows(&mut self, expectation: &Expectation, shows: bool) {
        self.shows.retain(|shown| !shown.is_of(expectation));
        if shows {
            let wording = Wording::of(&expectation.text);
            self.shows.push(ShownExpectation { id: expectation.id.clone(), wording });
        }
    }

    /// Says that it shows a skillset, or takes that back.
    pub fn set_skillset(&mut self, name: &str, shows: bool) {
        self.skillsets.retain(|known| known != name);
        if shows && !name.trim().is_empty() {
            self.skillsets.push(name.chars().take(Self::LONGEST_NAME).collect());
        }
    }
}

impl ShownExpectation {
    /// Whether it is of that expectation, under its present id or a former one.
    pub fn is_of(&self, expectation: &Expectation) -> bool {
        expectation.is_called(&self.id)
    }

    fn read(value: Value) -> Result<Self, FormError> {
        let mut fields = Fields::of(value)?;
        let id = fields.required("expectation", parsed("an id", |text| ExpectationId::parse(text).ok()))?;
        Ok(Self { id, wording: fields.wording()? })
    }

    fn written(&self) -> Value {
        Value::Object(Written::of_text("expectation", self.id.as_str()).and_wording(&self.wording).0)
    }
}

fn name(value: Value) -> Result<String, FormError> {
    short(value, Piece::LONGEST_NAME, "a text of at most 500 characters")
}

impl Record for Piece {
    const KIND: &'static str = "piece";

    fn read(mut fields: Fields) -> Result<Self, FormError> {
        Ok(Self {
            title: fields.required("title", name)?,
            what: fields.required("what", note)?,
            result: fields.required("result", note)?,
            link: fields.optional("link", parsed("a safe link", |text| SafeUrl::parse(text).ok()))?,
            shows: fields.optional("shows", |value| list(value, ShownExpectation::read))?.unwrap_or_default(),
            skillsets: fields.optional("skillsets", |value| list(value, name))?.unwrap_or_default(),
            extra: fields.extra(),
        })
    }

    fn written(&self) -> Written {
        let mut fields = Written::of_text("title", &self.title);
        fields = fields.and_text("what", &self.what).and_text("result", &self.result);
        if let Some(link) = &self.link {
            fields.put_text("link", link.as_str());
        }
        if !self.shows.is_empty() {
            fields.put("shows", Value::Array(self.shows.iter().map(ShownExpectation::written).collect()));
        }
        if !self.skillsets.is_empty() {
            let names = self.skillsets.iter().map(|name| Value::from(name.as_str()));
            fields.put("skillsets", Value::Array(names.collect()));
        }
        fields.and_extra(&self.extra)
    }
}
