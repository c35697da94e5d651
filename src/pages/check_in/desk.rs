//! One colleague: what was shown, and what is said of it here.

use std::sync::Arc;

use rungs_core::check_in::{Row, Talk, mismatches, rows};
use rungs_core::record::{Book, Stamp};
use rungs_core::saved::What;
use rungs_view::prelude::*;

use super::laid::Laid;
use super::open::FIELD;
use super::people::open_button;
use super::rate::Rate;
use super::room::{HEADING, Sheet, use_room};
use crate::components::unread::UnreadNote;
use crate::state::{SavedBook, use_book};

/// What the views of one colleague share. Copy it wherever it is needed.
#[derive(Clone, Copy)]
pub struct Desk {
    sheet: StoredValue<Arc<Sheet>>,
    book: SavedBook,
    talk: Memo<Talk>,
}

/// The colleague on the screen.
pub fn use_desk() -> Desk {
    expect_context()
}

impl Desk {
    fn new(sheet: Arc<Sheet>) -> Self {
        let book = use_book(&What::Colleague(sheet.id.clone()));
        let talk = Memo::new(move |_| book.signal().with(Talk::of));
        Self { sheet: StoredValue::new(sheet), book, talk }
    }

    /// What the colleague showed.
    pub fn sheet(self) -> Arc<Sheet> {
        self.sheet.get_value()
    }

    /// What is said of it, and its changes.
    pub fn talk(self) -> Memo<Talk> {
        self.talk
    }

    /// Reads the row at a place and what is said of it, and follows the changes.
    pub fn with_row<T>(self, place: usize, read: impl FnOnce(&Talk, &Row) -> T) -> T {
        let sheet = self.sheet();
        let row = Row::of(&sheet.check_in, place, sheet.ladder.as_deref());
        // Places come from the rows of this very check-in.
        let row = row.unwrap_or_else(|| unreachable!("there is no row {place}"));
        self.talk.with(|talk| read(talk, &row))
    }

    /// Reads all rows and what is said of them, and follows the changes.
    pub fn with_rows<T>(self, read: impl FnOnce(&Talk, &[Row]) -> T) -> T {
        let sheet = self.sheet();
        let rows = rows(&sheet.check_in, sheet.ladder.as_deref());
        self.talk.with(|talk| read(talk, &rows))
    }

    /// Reads the row at a place, once.
    pub fn row<T>(self, place: usize, read: impl FnOnce(&Row) -> T) -> T {
        untrack(|| self.with_row(place, |_, row| read(row)))
    }

    /// Changes what is said.
    pub fn change(self, change: impl FnOnce(&mut Book, Stamp)) {
        self.book.update(change);
    }

    /// Changes what is said of the row at a place.
    pub fn change_row(self, place: usize, change: impl FnOnce(&mut Book, &Row, Stamp)) {
        self.row(place, |row| self.book.update(|book, now| change(book, row, now)));
    }

    /// The id of what is at a place, of which the ids of its controls are made.
    pub fn id(self, place: usize) -> String {
        self.row(place, |row| row.id().to_string())
    }
}

/// One colleague: rated blind at first, then both side by side.
#[component]
pub fn DeskView(sheet: Arc<Sheet>) -> impl IntoNode {
    provide_context(Desk::new(Arc::clone(&sheet)));
    let desk = use_desk();
    let is_gone = Memo::new(move |_| desk.book.signal().with(Book::is_blank));
    let is_revealed = Memo::new(move |_| desk.talk.with(Talk::is_revealed));
    view! {
        <Head sheet />
        {move || match (is_gone.get(), is_revealed.get()) {
            (true, _) => view! { <p class="notice">"This check-in was deleted in another tab."</p> },
            (false, false) => view! { <Rate /> },
            (false, true) => view! { <Laid /> },
        }}
    }
}

/// Whose it is, of what and of when, and what is to be said of it.
#[component]
fn Head(sheet: Arc<Sheet>) -> impl IntoNode {
    let room = use_room();
    let desk = use_desk();
    let button = open_button(&sheet.id);
    let check_in = &sheet.check_in;
    let from = check_in.present.as_ref().map(|present| format!(", from {}", present.name)).unwrap_or_default();
    let of = format!("{}{from}. {} {}.", check_in.target.name, check_in.ladder.name, check_in.ladder.version);
    let saved = format!("The file was saved on {}.", check_in.day.long());
    let said = Memo::new(move |_| {
        let sheet = desk.sheet();
        let found = desk.talk.with(|talk| mismatches(&sheet.check_in, talk, sheet.ladder.as_deref()));
        sheet.said.iter().cloned().chain(found.iter().map(ToString::to_string)).collect::<Vec<String>>()
    });
    let unread = Memo::new(move |_| desk.talk.with(|talk| talk.unread));
    view! {
        <p class="no-print">
            <button type="button" class="is-quiet" on:click=move |_| room.leave(leave_to(desk, &button))>
                "Back to all check-ins"
            </button>
        </p>
        <div class="stack">
            <h2 id=HEADING tabindex="-1"><bdi>{check_in.title()}</bdi></h2>
            <p class="soft">{of} " " {saved}</p>
            {move || view! { <Said said=said.get() /> }}
            <UnreadNote unread />
        </div>
    }
}

/// Where the focus goes: to the colleague in the list, or to the file field where the list has none.
fn leave_to(desk: Desk, button: &str) -> String {
    let is_gone = desk.book.signal().with_untracked(Book::is_blank);
    if is_gone { FIELD.to_owned() } else { button.to_owned() }
}

/// What is to be said of a file.
#[component]
pub fn Said(said: Vec<String>) -> impl IntoNode {
    let line = |sentence: String| view! { <li><bdi>{sentence}</bdi></li> };
    (!said.is_empty()).then(|| {
        view! {
            <div class="notice is-warning no-print" role="note">
                <ul>{said.into_iter().map(line).collect_nodes()}</ul>
            </div>
        }
    })
}
