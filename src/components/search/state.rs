//! What is asked, what is found, and which result is active.

use std::sync::Arc;

use rungs_core::ladder::Damaged;
use rungs_core::route::Place;
use rungs_core::search::{Findings, SearchIndex};
use rungs_view::prelude::*;

use crate::catalogue::{self, Material};
use crate::state::Part;

/// The most results that are listed: they are drawn at every key, and who finds nothing among so many types on.
const LIMIT: usize = 20;

/// What the part of the program that searches gives.
#[derive(Clone, Copy)]
pub struct SearchPart {
    /// Builds the index.
    pub build: fn(&Material) -> Result<SearchIndex, Damaged>,
    /// Asks the index.
    pub answer: fn(&SearchIndex, &str) -> Answer,
    /// Shows what was found, or that nothing was.
    pub view: fn(Search, Answer) -> Node,
}

/// The part that searches; fetched when the field first takes the focus.
pub static SEARCH: Part<SearchPart> = Part::new();

/// How far the index is.
#[derive(Clone)]
enum Preparation {
    NotYet,
    UnderWay,
    Ready(SearchPart, Arc<SearchIndex>),
    Failed,
}

/// What the panel has to say.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Answer {
    /// Nothing is asked.
    #[default]
    None,
    /// The index is being built.
    Preparing,
    /// The ladders could not be loaded.
    Failed,
    /// Nothing is found.
    Nothing {
        /// What was asked, cut short.
        asked: String,
        /// A query that finds something.
        suggestion: Option<String>,
    },
    /// These are found.
    Found(Findings),
}

/// The state of search. Copy it wherever it is needed.
#[derive(Clone, Copy)]
pub struct Search {
    query: RwSignal<String>,
    is_open: RwSignal<bool>,
    chosen: RwSignal<usize>,
    /// The best result is to be opened as soon as there is one: Enter came before the index.
    is_awaited: RwSignal<bool>,
    preparation: RwSignal<Preparation>,
    answer: Memo<Answer>,
}

/// The id of the element of the result at a position.
pub fn option_id(position: usize) -> String {
    format!("search-result-{position}")
}

impl Search {
    /// Nothing is asked yet.
    pub fn new() -> Self {
        let query = RwSignal::new(String::new());
        let preparation = RwSignal::new(Preparation::NotYet);
        let answer = Memo::new(move |_| query.with(|query| preparation.with(|index| answer(query, index))));
        let (is_open, is_awaited) = (RwSignal::new(false), RwSignal::new(false));
        Self { query, is_open, chosen: RwSignal::new(0), is_awaited, preparation, answer }
    }

    /// What stands in the field.
    pub fn query(self) -> String {
        self.query.get()
    }

    /// What is to be said of it, while the panel is open.
    pub fn answer(self) -> Answer {
        if self.is_open.get() { self.answer.get() } else { Answer::None }
    }

    /// Whether there is a list of results on the screen.
    pub fn lists(self) -> bool {
        self.is_open.get() && self.answer.with(|answer| matches!(answer, Answer::Found(_)))
    }

    /// The position of the active result, if there is a list.
    pub fn active(self) -> Option<usize> {
        self.lists().then(|| self.chosen.get())
    }

    /// Where the active result leads.
    pub fn chosen(self) -> Option<Place> {
        let at = untrack(move || self.active())?;
        self.answer.with_untracked(|answer| match answer {
            Answer::Found(findings) => findings.found.get(at).map(|found| found.place.clone()),
            _ => None,
        })
    }

    /// Where to go: the active result that Enter asks for, now or as soon as the index is here.
    pub fn enter(self) -> Option<Place> {
        let is_early = self.answer.with_untracked(|answer| *answer == Answer::Preparing);
        self.is_awaited.set(is_early && self.is_open.get_untracked());
        self.chosen()
    }

    /// Where the result leads that was asked for before it was there.
    pub fn awaited(self) -> Option<Place> {
        if self.is_awaited.get() && self.active().is_some() { self.chosen() } else { None }
    }

    /// A sentence for those who do not see the panel.
    pub fn account(self) -> String {
        match self.answer() {
            Answer::None => String::new(),
            Answer::Preparing => "Preparing search".into(),
            Answer::Failed => "The ladders could not be searched".into(),
            Answer::Nothing { .. } => "Nothing found".into(),
            Answer::Found(findings) => count(findings.total),
        }
    }

    /// Shows the panel, and prepares the index if that has not been done.
    pub fn open(self) {
        self.is_open.set(true);
        let is_needed = |preparation: &Preparation| matches!(preparation, Preparation::NotYet | Preparation::Failed);
        if self.preparation.with_untracked(is_needed) {
            self.preparation.set(Preparation::UnderWay);
            spawn(async move {
                let prepared = prepare().await.unwrap_or(Preparation::Failed);
                if matches!(prepared, Preparation::Failed) {
                    self.is_awaited.set(false);
                }
                self.preparation.set(prepared);
            });
        }
    }

    /// Hides the panel; what was asked stays in the field.
    pub fn close(self) {
        self.is_open.set(false);
        self.is_awaited.set(false);
    }

    /// Asks something else.
    pub fn ask(self, query: String) {
        self.chosen.set(0);
        self.is_awaited.set(false);
        self.query.set(query);
        self.open();
    }

    /// Makes the result by so many positions further the active one, around the ends.
    pub fn step(self, event: &web_sys::KeyboardEvent, by: isize) {
        event.prevent_default();
        let was_open = self.is_open.get_untracked();
        self.open();
        let count = self.answer.with_untracked(|answer| match answer {
            Answer::Found(findings) => findings.found.len(),
            _ => 0,
        });
        if was_open && count > 0 {
            self.chosen.update(|at| *at = at.saturating_add(count).saturating_add_signed(by) % count);
        }
    }

    /// Closes the panel; if it is closed, empties the field.
    pub fn escape(self, event: &web_sys::KeyboardEvent) {
        let is_shown = self.is_open.get_untracked() && self.answer.with_untracked(|answer| *answer != Answer::None);
        if is_shown {
            // The browser would empty the field at once.
            event.prevent_default();
            self.close();
        } else {
            self.ask(String::new());
        }
    }
}

/// Makes the index. `None` where a file does not arrive, or what has arrived cannot be read.
async fn prepare() -> Option<Preparation> {
    let material = catalogue::search_material().await.ok()?;
    let part = SEARCH.fetch().await.ok()?;
    let index = (part.build)(&material).ok()?;
    Some(Preparation::Ready(part, Arc::new(index)))
}

fn answer(query: &str, preparation: &Preparation) -> Answer {
    if query.trim().is_empty() {
        return Answer::None;
    }
    match preparation {
        Preparation::NotYet | Preparation::UnderWay => Answer::Preparing,
        Preparation::Failed => Answer::Failed,
        Preparation::Ready(part, index) => (part.answer)(index, query),
    }
}

/// What the index has to say.
pub(super) fn ask(index: &SearchIndex, query: &str) -> Answer {
    match index.find(query, LIMIT) {
        findings if findings.total == 0 => {
            Answer::Nothing { asked: query.trim().chars().take(60).collect(), suggestion: index.suggest(query) }
        }
        findings => Answer::Found(findings),
    }
}

/// "1 result", "12 results", "The first 20 of 112 results".
pub fn count(total: usize) -> String {
    match total {
        1 => "1 result".into(),
        _ if total > LIMIT => format!("The first {LIMIT} of {total} results"),
        _ => format!("{total} results"),
    }
}
