//! The stored form of a win.
//!
//! ```json
//! { "win:018f…": { "date": "2026-11-22", "text": "…", "link": "https://…",
//!                  "pieces": [{ "ladder": "customer-support", "piece": "0190…" }], "changed": 1763800000000 } }
//! ```

use serde_json::Value;

use super::{PieceRef, Win};
use crate::ladder::LadderId;
use crate::link::SafeUrl;
use crate::record::{EntryId, Fields, FormError, Problem, Record, Written, date, note, parsed};

impl Record for Win {
    const KIND: &'static str = "win";

    fn read(mut fields: Fields) -> Result<Self, FormError> {
        Ok(Self {
            date: fields.required("date", date)?,
            text: fields.required("text", note)?,
            link: fields.optional("link", parsed("a safe link", |text| SafeUrl::parse(text).ok()))?,
            pieces: fields.optional("pieces", pieces)?.unwrap_or_default(),
            extra: fields.extra(),
        })
    }

    fn written(&self) -> Written {
        let mut fields = Written::of_text("date", &self.date.to_string()).and_text("text", &self.text);
        if let Some(link) = &self.link {
            fields.put_text("link", link.as_str());
        }
        if !self.pieces.is_empty() {
            let piece = |of: &PieceRef| {
                Value::Object(Written::of_text("ladder", of.ladder.as_str()).and_text("piece", of.piece.as_str()).0)
            };
            fields.put("pieces", Value::Array(self.pieces.iter().map(piece).collect()));
        }
        fields.and_extra(&self.extra)
    }
}

fn pieces(value: Value) -> Result<Vec<PieceRef>, FormError> {
    let Value::Array(pieces) = value else { return Err(FormError::new(Problem::Expected("a list"))) };
    pieces.into_iter().map(piece).collect()
}

fn piece(value: Value) -> Result<PieceRef, FormError> {
    let mut fields = Fields::of(value)?;
    Ok(PieceRef {
        ladder: fields.required("ladder", parsed("an id", |text| LadderId::parse(text).ok()))?,
        piece: fields.required("piece", parsed("an id", |text| EntryId::parse(text).ok()))?,
    })
}
