//! The stored form of a plan.
//!
//! ```json
//! { "span": { "start": "2026-11", "months": 6, "changed": 1763800000000 },
//!   "item:018f…": { "expectation": "unaided-90", "wording": "af63dc4c8601ec8c", "statement": "…",
//!                   "action": "…", "month": "2027-03", "sign": "…", "agreed": "…", "done": "2027-03-14", "order": 2,
//!                   "changed": 1763800000001 } }
//! ```

use serde_json::Value;

use super::{About, Item, Span};
use crate::date::Month;
use crate::ladder::ExpectationId;
use crate::record::{Fields, FormError, OnlyEntry, Problem, Record, Written, date, note, parsed};

impl Record for Item {
    const KIND: &'static str = "item";

    fn read(mut fields: Fields) -> Result<Self, FormError> {
        let expectation = fields.optional("expectation", parsed("an id", |text| ExpectationId::parse(text).ok()))?;
        let about = match expectation {
            Some(expectation) => Some(About { expectation, wording: fields.wording()? }),
            None => None,
        };
        Ok(Self {
            about,
            action: fields.required("action", note)?,
            month: fields.required("month", parsed("a month", Month::parse))?,
            sign: fields.optional("sign", note)?.unwrap_or_default(),
            agreed: fields.optional("agreed", note)?.unwrap_or_default(),
            done: fields.optional("done", date)?,
            order: fields.optional("order", number)?.unwrap_or(u32::MAX),
            extra: fields.extra(),
        })
    }

    fn written(&self) -> Written {
        let mut fields = Written::of_text("action", &self.action).and_text("month", &self.month.to_string());
        if let Some(about) = &self.about {
            fields = fields.and_text("expectation", about.expectation.as_str()).and_wording(&about.wording);
        }
        for (name, text) in [("sign", &self.sign), ("agreed", &self.agreed)] {
            if !text.is_empty() {
                fields.put_text(name, text);
            }
        }
        if let Some(done) = self.done {
            fields.put_text("done", &done.to_string());
        }
        fields.with("order", Value::from(self.order)).and_extra(&self.extra)
    }
}

/// The span of a plan, for a page to ask whether it can be read.
pub const SPAN: OnlyEntry = OnlyEntry::of::<Span>();

impl Record for Span {
    const KIND: &'static str = "span";

    fn read(mut fields: Fields) -> Result<Self, FormError> {
        let start = fields.required("start", parsed("a month", Month::parse))?;
        let months = fields.required("months", number)?.clamp(1, u32::from(Self::LONGEST)) as u8;
        Ok(Self { start, months, extra: fields.extra() })
    }

    fn written(&self) -> Written {
        let fields = Written::of_text("start", &self.start.to_string());
        fields.with("months", Value::from(self.months)).and_extra(&self.extra)
    }
}

fn number(value: Value) -> Result<u32, FormError> {
    let number = value.as_u64().and_then(|number| u32::try_from(number).ok());
    number.ok_or_else(|| FormError::new(Problem::Expected("a number")))
}
