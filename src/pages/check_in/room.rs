//! What the parts of the page share: what is on the screen, and opening files.

use std::sync::Arc;

use rungs_core::check_in::{self, Agreed, CheckIn, File, LARGEST_FILE, LadderName, Opened, Remark, agreed_mismatches};
use rungs_core::date::Date;
use rungs_core::ladder::{Ladder, LadderId};
use rungs_core::record::EntryId;
use rungs_core::saved::What;
use rungs_view::prelude::*;

use crate::catalogue::{self, CatalogueError};
use crate::components::focus::focus_when_drawn;
use crate::components::ladder_nav::last_ladder;
use crate::state::{Saved, use_saved};
use crate::store;

/// The id of the heading of what is on the screen, which takes the focus when it changes.
pub const HEADING: &str = "check-in-name";

/// What is on the screen.
#[derive(Clone)]
pub enum Screen {
    /// Saving and opening files.
    Start,
    /// One colleague.
    Colleague(Arc<Sheet>),
    /// A file of agreed actions.
    Agreed(Arc<OpenedActions>),
}

/// A colleague's check-in and what there is to read it with.
pub struct Sheet {
    /// Under which it is kept.
    pub id: EntryId,
    /// What the colleague showed.
    pub check_in: CheckIn,
    /// Its ladder, if this site has it.
    pub ladder: Option<Arc<Ladder>>,
    /// What is to be said of it.
    pub said: Vec<String>,
}

/// A file of agreed actions and what there is to read it with.
pub struct OpenedActions {
    /// What was agreed.
    pub agreed: Agreed,
    /// Its ladder, if this site has it.
    pub ladder: Option<Arc<Ladder>>,
    /// What is to be said of it.
    pub said: Vec<String>,
}

/// What became of the last file.
#[derive(Clone, Default)]
pub enum Outcome {
    /// There was none, or it is on the screen.
    #[default]
    None,
    /// It cannot be used.
    Refused(String),
    /// It was saved in this browser, on that day.
    Own(Date, Arc<(CheckIn, Vec<Remark>)>),
}

/// The page's state. Copy it wherever it is needed.
#[derive(Clone, Copy)]
pub struct Room {
    saved: Saved,
    ladder: Memo<Option<LadderId>>,
    shown: RwSignal<Screen>,
    outcome: RwSignal<Outcome>,
}

/// The state of the page.
pub fn use_room() -> Room {
    expect_context()
}

impl Room {
    /// The page as it is at first.
    pub fn new() -> Self {
        let saved = use_saved();
        let last = last_ladder();
        let ladder = Memo::new(move |_| last.clone().or_else(|| saved.begun().into_iter().next()));
        Self { saved, ladder, shown: RwSignal::new(Screen::Start), outcome: RwSignal::new(Outcome::None) }
    }

    /// The ladder of the user's own work: where they come from, or the first on which they answered something.
    pub fn ladder(self) -> Option<LadderId> {
        self.ladder.get()
    }

    /// What is on the screen.
    pub fn shown(self) -> Screen {
        self.shown.get()
    }

    /// What became of the last file.
    pub fn outcome(self) -> Outcome {
        self.outcome.get()
    }

    /// Back to the beginning, where the element of that id takes the focus.
    pub fn leave(self, focus: String) {
        self.shown.set(Screen::Start);
        focus_when_drawn(focus);
    }

    /// Opens a file that the user chose.
    pub async fn open(self, file: &web_sys::File) {
        self.outcome.set(Outcome::None);
        if let Err(why) = self.read(file).await {
            self.outcome.set(Outcome::Refused(why));
        }
    }

    async fn read(self, file: &web_sys::File) -> Result<(), String> {
        let text = store::read_text(file, LARGEST_FILE).await.map_err(|error| error.to_string())?;
        let Opened { file, remarks } = check_in::open(&text, store::today()).map_err(|error| error.to_string())?;
        match file {
            File::Agreed(agreed) => self.show_agreed(agreed, &remarks).await,
            File::CheckIn(check_in) => match self.saved_here(&check_in) {
                Some(day) => {
                    self.outcome.set(Outcome::Own(day, Arc::new((check_in, remarks))));
                    Ok(())
                }
                None => self.take(check_in, &remarks).await,
            },
        }
    }

    /// The day on which a check-in was saved in this browser.
    fn saved_here(self, check_in: &CheckIn) -> Option<Date> {
        let plan = self.saved.book(&What::Plan(check_in.ladder.id.clone()));
        plan.signal().with_untracked(|plan| check_in::saved_here(plan, &check_in.id))
    }

    /// Keeps a check-in, unless it is kept already, and shows it.
    pub async fn take(self, check_in: CheckIn, remarks: &[Remark]) -> Result<(), String> {
        let book = self.saved.book(&What::Colleague(check_in.id.clone()));
        let mut said: Vec<String> = remarks.iter().map(ToString::to_string).collect();
        let id = check_in.id.clone();
        match book.signal().with_untracked(check_in::kept) {
            None => book.update(|book, now| check_in::keep(book, check_in, now)),
            Some(kept) if kept == check_in => {
                said.push("This file is open here already: what you entered stands.".to_owned());
            }
            Some(_) => said.push(
                "This file is open here already, with other content. What was opened first stands; to open the other, \
                 delete this check-in first."
                    .to_owned(),
            ),
        }
        self.show(id, said).await
    }

    /// Shows a colleague.
    pub async fn show(self, id: EntryId, said: Vec<String>) -> Result<(), String> {
        let book = self.saved.book(&What::Colleague(id.clone()));
        let Some(check_in) = book.signal().with_untracked(check_in::kept) else {
            return Err(
                "This version of the site cannot read what is kept of this check-in. It stays as it is.".to_owned()
            );
        };
        let ladder = ladder_of(&check_in.ladder).await.map_err(|error| error.to_string())?;
        self.appear(Screen::Colleague(Arc::new(Sheet { id, check_in, ladder, said })));
        Ok(())
    }

    async fn show_agreed(self, agreed: Agreed, remarks: &[Remark]) -> Result<(), String> {
        let ladder = ladder_of(&agreed.ladder).await.map_err(|error| error.to_string())?;
        let mismatches = ladder.as_deref().map(|ladder| agreed_mismatches(&agreed, ladder)).unwrap_or_default();
        let said = remarks.iter().map(ToString::to_string).chain(mismatches.iter().map(ToString::to_string)).collect();
        self.appear(Screen::Agreed(Arc::new(OpenedActions { agreed, ladder, said })));
        Ok(())
    }

    fn appear(self, shown: Screen) {
        self.outcome.set(Outcome::None);
        self.shown.set(shown);
        focus_when_drawn(HEADING.to_owned());
    }

    /// Says why something cannot be shown.
    pub fn refuse(self, why: String) {
        self.outcome.set(Outcome::Refused(why));
    }
}

/// The ladder of a file, by a present or a former id; `None` where this site has none.
pub async fn ladder_of(name: &LadderName) -> Result<Option<Arc<Ladder>>, CatalogueError> {
    let index = catalogue::index().await?;
    match index.card_ever(&name.id) {
        Some(card) => catalogue::ladder(&card.id).await.map(Some),
        None => Ok(None),
    }
}
