//! The check-ins that were saved in this browser, kept with the plan into which their agreed actions go.
//!
//! ```json
//! { "check-in:018f…": { "day": "2026-11-23", "changed": 1763800000000 } }
//! ```

use super::content::CheckIn;
use crate::date::Date;
use crate::record::{Book, EntryId, Extra, Fields, FormError, Record, Stamp, Written, date};

/// A check-in that was saved.
struct Saved {
    day: Date,
    extra: Extra,
}

impl Record for Saved {
    const KIND: &'static str = "check-in";

    fn read(mut fields: Fields) -> Result<Self, FormError> {
        Ok(Self { day: fields.required("day", date)?, extra: fields.extra() })
    }

    fn written(&self) -> Written {
        Written::of_text("day", &self.day.to_string()).and_extra(&self.extra)
    }
}

/// Notes with the plan of its ladder that a check-in was saved here.
pub fn note_saved(plan: &mut Book, check_in: &CheckIn, now: Stamp) {
    plan.put(&check_in.id, Some(&Saved { day: check_in.day, extra: Extra::new() }), now);
}

/// The day on which the check-in of that id was saved here, if it was.
pub fn saved_here(plan: &Book, id: &EntryId) -> Option<Date> {
    plan.one::<Saved>(id).map(|saved| saved.day)
}
