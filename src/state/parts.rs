//! The parts of the program that are fetched when they are first needed: what they give, and which are here.
//!
//! The program is compiled as a whole and cut afterwards: what only a part's functions reach lies in that part's file
//! (scripts/split.sh). A part hands out its views as plain functions, so nothing else of it can be named from outside.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, OnceLock};

use rungs_core::ladder::{Index, Ladder, LadderId, LevelId};
use rungs_core::route::{Base, Own, Parsed, Place};
use rungs_view::prelude::*;

use super::page::{Opening, Shown};
use super::{document, use_answers, use_index};
use crate::catalogue::{self, MISSING};
use crate::store;

/// A part could not be fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing;

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(MISSING)
    }
}

impl From<wasm_split_helpers::SplitLoaderError> for Missing {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// A part under way.
pub type Fetching<T> = Pin<Box<dyn Future<Output = Result<T, Missing>>>>;

/// A part that is here or can be fetched.
pub struct Part<T> {
    fetch: OnceLock<fn() -> Fetching<T>>,
    here: OnceLock<T>,
}

impl<T: Copy> Part<T> {
    /// A part of which nothing is known yet.
    pub const fn new() -> Self {
        Self { fetch: OnceLock::new(), here: OnceLock::new() }
    }

    /// Says how to fetch it; once, at the start.
    pub fn fetched_by(&self, fetch: fn() -> Fetching<T>) {
        self.fetch.get_or_init(|| fetch);
    }

    /// What it gives, if it is here.
    pub fn here(&self) -> Option<T> {
        self.here.get().copied()
    }

    /// What it gives, fetched if need be.
    ///
    /// # Errors
    /// [`Missing`] if it does not arrive; it can be asked for again.
    pub async fn fetch(&self) -> Result<T, Missing> {
        if let Some(here) = self.here() {
            return Ok(here);
        }
        let fetch = self.fetch.get().ok_or(Missing)?;
        let arrived = fetch().await?;
        Ok(*self.here.get_or_init(|| arrived))
    }
}

/// All that reads or writes what the user entered.
#[derive(Clone, Copy)]
pub struct AnswerViews {
    /// Provides what is saved to all views; once, before any of them is made.
    pub provide: fn(Arc<Index>),
    /// Whether what was entered is saved.
    pub save_state: fn() -> Node,
    /// What the user has to know about stored data.
    pub banners: fn() -> Node,
    /// The assessments that are begun.
    pub continue_list: fn() -> Node,
    /// Whether the keys `/` and `w` lead somewhere.
    pub letters_switch: fn() -> Node,
    /// The choice of a ladder to assess oneself against.
    pub assess_choice: fn() -> Node,
    /// The self-assessment against a ladder.
    pub assess: fn(Arc<Ladder>) -> Node,
    /// What is stored.
    pub data: fn() -> Node,
    /// Makes a level the target of the assessment of its ladder.
    pub choose_target: fn(&LadderId, LevelId),
    /// Lets the user note a win, once the part for that is here.
    pub note: fn(),
}

/// The part that holds everything about answers.
pub static ANSWERS: Part<AnswerViews> = Part::new();

/// What is made of answers: growth, plan, journal, case, history, check-ins. Needs the part of answers.
#[derive(Clone, Copy)]
pub struct GrowingViews {
    /// The growth worksheet.
    pub growth: fn() -> Node,
    /// The journal.
    pub journal: fn() -> Node,
    /// Check-ins between colleagues.
    pub check_in: fn() -> Node,
    /// The user's own work on a ladder.
    pub own: fn(Own, Arc<Ladder>) -> Node,
    /// Opens the dialog in which a win is noted.
    pub note: fn(),
}

/// The part that holds the pages that make something of answers.
pub static GROWING: Part<GrowingViews> = Part::new();

/// The pages that need no answers, and the way to all.
#[derive(Clone, Copy)]
pub struct ReadingViews {
    /// Opens a link: looks up what it names and loads the ladders of its page.
    pub open: fn(Parsed) -> Opening,
    /// A page with an account of what of its link was not understood.
    pub page: fn(&Shown) -> Node,
    /// The one address of a place, as the index tells it.
    pub address: fn(&Place, &Base) -> String,
}

/// The part that holds the catalogue and what shows it.
pub static READING: Part<ReadingViews> = Part::new();

/// The one address of a place. Before there is an index a comparison has that of a page of its own, which is right for
/// most and leads there for all.
pub fn address_of(place: &Place, base: &Base) -> String {
    READING.here().map_or_else(|| place.print(base), |views| (views.address)(place, base))
}

/// What the rest of the app knows of answers while their part may not be here. Copy it wherever it is needed.
#[derive(Clone, Copy)]
pub struct Answers {
    /// Of the app, so that what is saved outlives every page.
    owner: StoredValue<Owner>,
    views: RwSignal<Option<Views>>,
    /// Whether the keys `/` and `w` lead somewhere.
    letters: RwSignal<bool>,
    /// A target that was chosen before it could be saved.
    wish: StoredValue<Option<(LadderId, LevelId)>>,
    /// Whether a win is to be noted.
    is_noting: StoredValue<bool>,
}

/// Compared by being there: a part arrives once.
#[derive(Clone, Copy)]
struct Views(AnswerViews);

impl Answers {
    /// Answers of this app; their part is fetched where something is stored, and when something will be.
    pub fn new() -> Self {
        let owner = StoredValue::new(Owner::current().unwrap_or_default());
        let views = RwSignal::new(None);
        let letters = RwSignal::new(crate::IS_PRINTING || !document::letters_are_off());
        Self { owner, views, letters, wish: StoredValue::new(None), is_noting: StoredValue::new(false) }
    }

    /// Fetches the part where there is something to show of it, now or once another tab stores something.
    pub fn begin(self) {
        if store::holds_anything() {
            self.ask();
        }
        // Listens as long as the app.
        let _tabs = listen(leptos::ev::storage, move |event| {
            if event.key().is_none_or(|key| store::is_ours(&key)) {
                self.ask();
            }
        });
    }

    /// Fetches the part without waiting. Where it does not arrive, the views that need it are missing, and the next
    /// one who asks tries again.
    pub fn ask(self) {
        spawn(async move { _ = self.fetch().await });
    }

    /// Fetches the part with the index that it goes by, and provides what is saved.
    ///
    /// # Errors
    /// [`Missing`] if it does not arrive.
    pub async fn fetch(self) -> Result<(), Missing> {
        ANSWERS.fetch().await?;
        catalogue::index().await.map_err(|_| Missing)?;
        self.settle();
        Ok(())
    }

    /// Provides what is saved if the part is here; before a page is shown that counts on it.
    pub fn settle(self) {
        let (Some(views), Some(_)) = (ANSWERS.here(), catalogue::held()) else { return };
        if self.views.with_untracked(Option::is_none) {
            self.provide(&views);
            self.views.set(Some(Views(views)));
        }
        if let Some((ladder, level)) = self.wish.get_value() {
            self.wish.set_value(None);
            self.owner.with_value(Owner::clone).with(|| (views.choose_target)(&ladder, level));
        }
        if self.is_noting.get_value() {
            self.is_noting.set_value(false);
            self.run(views.note);
        }
    }

    fn provide(self, views: &AnswerViews) {
        self.owner.with_value(Owner::clone).with(|| (views.provide)(use_index()));
    }

    /// Provides what is saved to a page that is printed, of which nobody has stored anything: what shows answers on
    /// every page stays away.
    pub fn print(self) {
        if let Some(views) = ANSWERS.here() {
            self.provide(&views);
        }
    }

    /// Makes a level the target of the assessment of its ladder: now, or as soon as the part is here.
    pub fn choose_target(self, ladder: LadderId, level: LevelId) {
        self.wish.set_value(Some((ladder, level)));
        self.settle();
        self.ask();
    }

    /// Has a win noted as soon as the part is here.
    pub fn wish_to_note(self) {
        self.is_noting.set_value(true);
    }

    /// Runs something with the app as its owner, so that what it makes outlives every page.
    pub fn run(self, what: fn()) {
        self.owner.with_value(Owner::clone).with(what);
    }

    /// Whether the keys `/` and `w` lead somewhere from anywhere on the page.
    pub fn letters(self) -> ReadSignal<bool> {
        self.letters.into()
    }

    /// Says whether the keys `/` and `w` lead somewhere.
    pub fn set_letters(self, lead: bool) {
        self.letters.set(lead);
    }
}

/// A view of answers, as soon as their part is here.
pub fn of_answers(view: fn(&AnswerViews) -> Node) -> Node {
    let answers = use_answers();
    (move || answers.views.with(|views| views.as_ref().map(|Views(views)| view(views)))).into_node()
}

/// A view of answers that is printed as for somebody who has none, as the last child of its element: what was printed
/// stands until their part is here, so that nothing moves.
pub fn standing_until_answers(view: fn(&AnswerViews) -> Node) -> Node {
    if crate::IS_PRINTING {
        return ANSWERS.here().map(|views| view(&views)).into_node();
    }
    let answers = use_answers();
    Node::from_closure(move || {
        answers.views.with(|views| views.as_ref().map_or(Node::Standing, |Views(views)| view(views)))
    })
}
