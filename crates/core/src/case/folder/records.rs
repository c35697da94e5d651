//! The smaller entries of a folder, in their stored form.

use serde_json::Value;

use super::piece::Piece;
use crate::record::{Extra, Fields, FormError, Record, Written, list, short, truth};

/// Whose case it is.
pub(super) struct Who {
    pub name: String,
    pub extra: Extra,
}

/// Whether a section is in the document.
pub(super) struct SectionIn {
    pub is_in: bool,
    pub extra: Extra,
}

/// An order of things by their names.
#[derive(Default)]
pub(super) struct Order {
    pub names: Vec<String>,
    pub extra: Extra,
}

/// The order of the sections.
#[derive(Default)]
pub(super) struct SectionOrder(pub Order);

/// The order of the pieces of the portfolio.
#[derive(Default)]
pub(super) struct PieceOrder(pub Order);

/// An expectation is left out.
pub(super) struct Without {
    pub extra: Extra,
}

/// A competency is left out.
pub(super) struct WithoutCompetency {
    pub extra: Extra,
}

fn name(value: Value) -> Result<String, FormError> {
    short(value, Piece::LONGEST_NAME, "a text of at most 500 characters")
}

impl Record for Who {
    const KIND: &'static str = "who";

    fn read(mut fields: Fields) -> Result<Self, FormError> {
        Ok(Self { name: fields.required("name", name)?, extra: fields.extra() })
    }

    fn written(&self) -> Written {
        Written::of_text("name", &self.name).and_extra(&self.extra)
    }
}

impl Record for SectionIn {
    const KIND: &'static str = "section";

    fn read(mut fields: Fields) -> Result<Self, FormError> {
        Ok(Self { is_in: fields.required("in", truth)?, extra: fields.extra() })
    }

    fn written(&self) -> Written {
        Written::default().with("in", Value::Bool(self.is_in)).and_extra(&self.extra)
    }
}

impl Order {
    fn read(mut fields: Fields) -> Result<Self, FormError> {
        Ok(Self { names: fields.required("order", |value| list(value, name))?, extra: fields.extra() })
    }

    fn written(&self) -> Written {
        let names = self.names.iter().map(|name| Value::from(name.as_str())).collect();
        Written::default().with("order", Value::Array(names)).and_extra(&self.extra)
    }
}

impl Record for SectionOrder {
    const KIND: &'static str = "sections";

    fn read(fields: Fields) -> Result<Self, FormError> {
        Order::read(fields).map(Self)
    }

    fn written(&self) -> Written {
        self.0.written()
    }
}

impl Record for PieceOrder {
    const KIND: &'static str = "pieces";

    fn read(fields: Fields) -> Result<Self, FormError> {
        Order::read(fields).map(Self)
    }

    fn written(&self) -> Written {
        self.0.written()
    }
}

impl Record for Without {
    const KIND: &'static str = "without";

    fn read(fields: Fields) -> Result<Self, FormError> {
        Ok(Self { extra: fields.extra() })
    }

    fn written(&self) -> Written {
        Written::default().and_extra(&self.extra)
    }
}

impl Record for WithoutCompetency {
    const KIND: &'static str = "without-competency";

    fn read(fields: Fields) -> Result<Self, FormError> {
        Ok(Self { extra: fields.extra() })
    }

    fn written(&self) -> Written {
        Written::default().and_extra(&self.extra)
    }
}
