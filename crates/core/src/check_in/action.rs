//! What two people agree to do, and the file in which it goes back to whoever will do it.
//!
//! ```json
//! { "check_in": "018f…", "day": "2026-11-30",
//!   "ladder": { "id": "customer-engineering", "name": "Customer Engineering", "version": "1.0.0" },
//!   "actions": [ { "id": "0190…", "expectation": "unaided-90", "wording": "af63dc4c8601ec8c", "statement": "…",
//!                  "text": "…", "month": "2027-03", "sign": "…" } ] }
//! ```

use serde_json::Value;

use super::content::LadderName;
use super::form::{entry_id, list, parts, wording};
use super::remark::Noticed;
use crate::date::{Date, Month};
use crate::ladder::ExpectationId;
use crate::plan::{self, About, Item};
use crate::record::{Book, EntryId, Extra, Fields, FormError, Record, Stamp, Written, date, note, parsed};

/// The most actions of a file.
const MOST_ACTIONS: usize = 500;

/// Something agreed to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// The expectation for which it is done, where it is for one.
    pub about: Option<About>,
    /// What will be done: at most [`LONGEST_NOTE`](crate::record::LONGEST_NOTE) characters, as in all texts here.
    pub text: String,
    /// By the end of which month.
    pub month: Month,
    /// How both will know that it is done.
    pub sign: String,
    /// Fields of later versions.
    pub extra: Extra,
}

/// How an agreed action stands in a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InPlan {
    /// It does not.
    Absent,
    /// As it was agreed.
    Same,
    /// With another text, month or sign: the user changed it there, or it was agreed anew since.
    Otherwise(Item),
}

/// What was agreed on about one check-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreed {
    /// The check-in.
    pub check_in: EntryId,
    /// The day on which the file was saved.
    pub day: Date,
    /// The ladder.
    pub ladder: LadderName,
    /// The actions, under the ids that they have in the plan.
    pub actions: Vec<(EntryId, Action)>,
}

impl Action {
    /// One that says nothing yet but what it is for.
    pub fn new(about: Option<About>, month: Month) -> Self {
        Self { about, text: String::new(), month, sign: String::new(), extra: Extra::new() }
    }

    /// Whether it says nothing.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty() && self.sign.trim().is_empty()
    }

    /// How it stands in a plan, under that id.
    pub fn in_plan(&self, plan: &Book, id: &EntryId) -> InPlan {
        match plan.one::<Item>(id) {
            None => InPlan::Absent,
            Some(item) if (&item.action, item.month, &item.sign) == (&self.text, self.month, &self.sign) => {
                InPlan::Same
            }
            Some(item) => InPlan::Otherwise(item),
        }
    }

    fn read_from(fields: &mut Fields) -> Result<Self, FormError> {
        let expectation = fields.optional("expectation", parsed("an id", |text| ExpectationId::parse(text).ok()))?;
        let about = match expectation {
            Some(expectation) => Some(About { expectation, wording: wording(fields)? }),
            None => None,
        };
        Ok(Self {
            about,
            text: fields.required("text", note)?,
            month: fields.required("month", parsed("a month", Month::parse))?,
            sign: fields.optional("sign", note)?.unwrap_or_default(),
            extra: Extra::new(),
        })
    }
}

impl Record for Action {
    const KIND: &'static str = "action";

    fn read(mut fields: Fields) -> Result<Self, FormError> {
        Self::read_from(&mut fields).map(|action| Self { extra: fields.extra(), ..action })
    }

    fn written(&self) -> Written {
        let mut written = Written::of_text("text", &self.text).and_text("month", &self.month.to_string());
        if let Some(about) = &self.about {
            written = written.and_text("expectation", about.expectation.as_str()).and_wording(&about.wording);
        }
        if !self.sign.is_empty() {
            written.put_text("sign", &self.sign);
        }
        written.and_extra(&self.extra)
    }
}

impl Agreed {
    /// Writes the form. What a later version keeps with an action does not go into the file.
    pub(super) fn written(&self) -> Written {
        let action = |(id, action): &(EntryId, Action)| {
            Action { extra: Extra::new(), ..action.clone() }.written().and_text("id", id.as_str())
        };
        Written::of_text("check_in", self.check_in.as_str())
            .and_text("day", &self.day.to_string())
            .with("ladder", Value::Object(self.ladder.written().0))
            .with("actions", list(&self.actions, action))
    }

    /// Reads the form. An action that cannot be read is left out and noticed.
    pub(super) fn read(mut fields: Fields, noticed: &mut Noticed) -> Result<Self, FormError> {
        let action = |mut fields: Fields, within: &str, noticed: &mut Noticed| {
            let found = (fields.required("id", entry_id)?, Action::read_from(&mut fields)?);
            noticed.foreign(&fields, within);
            Ok(found)
        };
        let agreed = Self {
            check_in: fields.required("check_in", entry_id)?,
            day: fields.required("day", date)?,
            ladder: fields.required("ladder", |value| LadderName::read(value, noticed))?,
            actions: fields.required("actions", |value| parts(value, MOST_ACTIONS, "actions.", noticed, action))?,
        };
        noticed.foreign(&fields, "");
        Ok(agreed)
    }

    /// Takes chosen actions into a plan. One that stands there otherwise becomes what was agreed; what else was entered
    /// with it stays.
    pub fn take_into(&self, plan: &mut Book, chosen: &[EntryId], now: Stamp) {
        for (id, action) in self.actions.iter().filter(|(id, _)| chosen.contains(id)) {
            let item = match action.in_plan(plan, id) {
                InPlan::Same => continue,
                InPlan::Absent => Item::new(action.about.clone(), action.month),
                InPlan::Otherwise(item) => item,
            };
            plan::put(plan, id, Some(&self.agreed_in(action, item)), now);
        }
    }

    /// An item of a plan that says what was agreed.
    fn agreed_in(&self, action: &Action, item: Item) -> Item {
        Item {
            action: action.text.clone(),
            sign: action.sign.clone(),
            agreed: format!("In the check-in of {}", self.day.long()),
            month: action.month,
            // In another month it stands last.
            order: if item.month == action.month { item.order } else { u32::MAX },
            ..item
        }
    }
}
