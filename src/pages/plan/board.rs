//! What the parts of the page share: the plan, the answers that it goes by, and what is open or dragged.

use std::sync::Arc;

use rungs_core::assessment::{Assessment, Choice, choice};
use rungs_core::date::Month;
use rungs_core::ladder::{Ladder, LevelId};
use rungs_core::plan::{About, Item, Plan, Span, evidence_id, move_to, put, set_span};
use rungs_core::record::{Book, EntryId, Stamp};
use rungs_core::saved::What;
use rungs_view::prelude::*;

use super::drag::Drag;
use crate::components::bin::Bin;
use crate::components::evidence::text_field;
use crate::components::focus::focus_when_drawn;
use crate::state::{Announcer, SavedAssessment, SavedBook, use_announcer, use_assessment, use_book};
use crate::store::{random_id, today};

/// What is open of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Open {
    /// Its fields.
    Fields(EntryId),
    /// The fields of what came of it.
    Outcome(EntryId),
}

/// What the parts of the page share. Copy it wherever it is needed.
#[derive(Clone, Copy)]
pub struct Board {
    ladder: StoredValue<Arc<Ladder>>,
    book: SavedBook,
    journal: SavedBook,
    answers: SavedAssessment,
    plan: Memo<Arc<Plan>>,
    open: RwSignal<Option<Open>>,
    bin: Bin,
    drag: Drag,
    announcer: Announcer,
}

/// The board of the page.
pub fn use_board() -> Board {
    expect_context()
}

impl Board {
    /// The board for one ladder, with what is saved about it.
    pub fn new(ladder: Arc<Ladder>) -> Self {
        let book = use_book(&What::Plan(ladder.id.clone()));
        Self {
            answers: use_assessment(&ladder.id),
            ladder: StoredValue::new(ladder),
            book,
            journal: use_book(&What::Journal),
            plan: Memo::new(move |_| Arc::new(book.signal().with(|book| Plan::of(book, this_month())))),
            open: RwSignal::new(None),
            bin: Bin::new("plan", "items of the plan"),
            drag: Drag::new(),
            announcer: use_announcer(),
        }
    }

    /// Reads the ladder.
    pub fn with_ladder<T>(self, read: impl FnOnce(&Ladder) -> T) -> T {
        self.ladder.with_value(|ladder| read(ladder))
    }

    /// Reads the answers, and follows their changes.
    pub fn with_answers<T>(self, read: impl FnOnce(&Assessment) -> T) -> T {
        self.answers.signal().with(read)
    }

    /// Changes the answers.
    pub fn change_answers(self, change: impl FnOnce(&mut Assessment, Stamp)) {
        self.answers.update(change);
    }

    /// The journal, where what came of an item stands that is about no expectation.
    pub fn journal(self) -> SavedBook {
        self.journal
    }

    fn with_target<T>(self, read: impl FnOnce(Choice) -> T) -> T {
        self.with_ladder(|ladder| self.with_answers(|answers| read(choice(ladder, answers.target()))))
    }

    /// Whether a target is chosen that the ladder has.
    pub fn has_target(self) -> bool {
        self.with_target(|target| target.level().is_some())
    }

    /// The target, where the ladder no longer has it.
    pub fn gone_target(self) -> Option<LevelId> {
        self.with_target(|target| if let Choice::Gone(id) = target { Some(id.clone()) } else { None })
    }

    /// Reads the plan, and follows its changes.
    pub fn with_plan<T>(self, read: impl FnOnce(&Plan) -> T) -> T {
        self.plan.with(|plan| read(plan))
    }

    /// An item, and its changes.
    pub fn item(self, id: &EntryId) -> Option<Item> {
        self.with_plan(|plan| plan.item(id).cloned())
    }

    /// The item under the pointer.
    pub fn drag(self) -> Drag {
        self.drag
    }

    /// What is done is said to those who cannot see it.
    pub fn say(self, sentence: &str) {
        self.announcer.say(sentence);
    }

    /// The book of the plan.
    pub fn book(self) -> SavedBook {
        self.book
    }

    fn update(self, change: impl FnOnce(&mut Book, Stamp)) {
        self.book.update(change);
    }

    /// Changes an item.
    pub fn change(self, id: &EntryId, change: impl FnOnce(&mut Item)) {
        if let Some(mut item) = untrack(|| self.item(id)) {
            change(&mut item);
            self.update(|book, now| put(book, id, Some(&item), now));
        }
    }

    /// Plans something for an expectation, or for none, in the present month or the nearest of the plan, and opens it.
    pub fn add(self, about: Option<About>) {
        // A UUID is an id; there is nothing to add where chance gives none.
        let Ok(id) = EntryId::parse(&random_id()) else { return };
        let span = untrack(|| self.with_plan(|plan| plan.span.clone()));
        let item = Item::new(about, this_month().clamp(span.start, span.end()));
        self.update(|book, now| {
            set_span(book, &span, now);
            put(book, &id, Some(&item), now);
        });
        self.open(Some(Open::Fields(id)));
    }

    /// Says over which months the plan goes.
    pub fn change_span(self, change: impl FnOnce(&mut Span)) {
        let mut span = untrack(|| self.with_plan(|plan| plan.span.clone()));
        change(&mut span);
        self.update(|book, now| set_span(book, &span, now));
    }

    /// Moves an item to a month and a place in it, and says so.
    pub fn move_to(self, id: &EntryId, month: Month, place: usize) {
        self.update(|book, now| move_to(book, id, month, place, now));
        let among = untrack(|| self.with_plan(|plan| plan.place(id)));
        if let Some((place, count)) = among {
            self.say(&format!("{}, {} of {count}", month.long(), place + 1));
        }
    }

    /// What is open.
    pub fn is_open(self, open: Open) -> Memo<bool> {
        Memo::new(move |_| self.open.with(|now| now.as_ref() == Some(&open)))
    }

    /// Opens something, with the focus in its first field, or closes whatever is open.
    pub fn open(self, open: Option<Open>) {
        self.bin.empty();
        match &open {
            Some(Open::Fields(id)) => focus_when_drawn(action_field(id)),
            Some(Open::Outcome(id)) => focus_when_drawn(text_field(&evidence_id(id))),
            None => {}
        }
        self.open.set(open);
    }

    /// Marks an item as finished today, and opens what came of it.
    pub fn finish(self, id: &EntryId) {
        self.change(id, |item| item.done = Some(today()));
        self.open(Some(Open::Outcome(id.clone())));
    }

    /// Takes back that an item is finished. What came of it stays where it is.
    pub fn reopen(self, id: &EntryId) {
        self.change(id, |item| item.done = None);
        focus_when_drawn(finish_button(id));
        self.say("Open again.");
    }

    /// Deletes an item. What came of it stays where it is.
    pub fn remove(self, id: &EntryId) {
        let Some(item) = untrack(|| self.item(id)) else { return };
        self.open.set(None);
        self.update(|book, now| put(book, id, None, now));
        let id = id.clone();
        self.bin.put("Deleted from the plan.", move || {
            self.update(|book, now| put(book, &id, Some(&item), now));
            focus_when_drawn(edit_button(&id));
        });
    }

    /// Deletes an item that says nothing.
    pub fn drop_if_blank(self, id: &EntryId) -> bool {
        let is_blank = |item: &Item| {
            let says_nothing = [&item.action, &item.sign, &item.agreed].iter().all(|text| text.trim().is_empty());
            item.about.is_none() && says_nothing
        };
        let is_dropped = untrack(|| self.item(id)).is_some_and(|item| is_blank(&item));
        if is_dropped {
            self.update(|book, now| put(book, id, None, now));
        }
        is_dropped
    }

    /// What was deleted since something was opened.
    pub fn bin(self) -> Bin {
        self.bin
    }
}

/// The present month.
pub fn this_month() -> Month {
    Month::of(today())
}

/// The id of the field for what will be done.
pub fn action_field(id: &EntryId) -> String {
    format!("action-{}", id.as_str())
}

/// The id of the button that opens the fields of an item.
pub fn edit_button(id: &EntryId) -> String {
    format!("edit-{}", id.as_str())
}

/// The id of the button that finishes an item.
pub fn finish_button(id: &EntryId) -> String {
    format!("finish-{}", id.as_str())
}
