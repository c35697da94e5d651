//! The editor of one piece of the portfolio. What is typed is saved at once.

use std::rc::Rc;

use rungs_core::case::folder::{Piece, put_piece};
use rungs_core::link::SafeUrl;
use rungs_core::record::EntryId;
use rungs_view::prelude::*;
use web_sys::KeyboardEvent;

use super::desk::{CaseDesk, use_case};
use super::portfolio::Shelf;
use super::shows::Shows;
use crate::components::fields::{LinkField, LongField, NameField};
use crate::components::focus::focus_when_drawn;

/// The id of the field for the title of a piece.
pub fn title_field(id: &EntryId) -> String {
    field(id, "title")
}

fn field(id: &EntryId, part: &str) -> String {
    format!("case-piece-{}-{part}", id.as_str())
}

/// A piece in the making. Copy it wherever it is needed.
#[derive(Clone, Copy)]
pub struct Draft {
    desk: CaseDesk,
    id: StoredValue<EntryId>,
    /// The piece as it is saved; one that says nothing while it is not.
    pub piece: Memo<Piece>,
}

impl Draft {
    fn new(id: EntryId) -> Self {
        let desk = use_case();
        let id = StoredValue::new(id);
        let piece = Memo::new(move |_| id.with_value(|id| desk.piece(id)).unwrap_or_default());
        Self { desk, id, piece }
    }

    /// Changes the piece, and saves it.
    pub fn change(self, change: impl FnOnce(&mut Piece)) {
        let mut piece = self.piece.get_untracked();
        change(&mut piece);
        self.id.with_value(|id| self.desk.change(|book, now| put_piece(book, id, Some(&piece), now)));
    }

    /// The id of a field.
    pub fn field(self, part: &str) -> String {
        self.id.with_value(|id| field(id, part))
    }
}

/// The fields of a piece.
#[component]
pub fn PieceEditor(shelf: Shelf, id: EntryId) -> impl IntoNode {
    let draft = Draft::new(id);
    let link_error = RwSignal::new(None::<String>);
    let done = move || match link_error.with_untracked(Option::is_some) {
        true => focus_when_drawn(draft.field("link")),
        false => shelf.close(),
    };
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.stop_propagation();
            done();
        }
    };
    view! {
        <div class="evidence-editor" role="group" aria-label="Piece of work" on:keydown=on_key>
            <Fields draft link_error />
            <Shows draft />
            <div class="row">
                <button type="button" on:click=move |_| done()>"Done"</button>
                <span class="small soft">"Saved as you type."</span>
            </div>
        </div>
    }
}

#[component]
fn Fields(draft: Draft, link_error: RwSignal<Option<String>>) -> impl IntoNode {
    let text = move |read: fn(&Piece) -> &String| Memo::new(move |_| draft.piece.with(|piece| read(piece).clone()));
    let link = Memo::new(move |_| draft.piece.with(|piece| piece.link.clone()));
    let name = Rc::new(move |text: String| draft.change(|piece| piece.title = text));
    let describe = Rc::new(move |text: String| draft.change(|piece| piece.what = text));
    let conclude = Rc::new(move |text: String| draft.change(|piece| piece.result = text));
    let point_to = Rc::new(move |link: Option<SafeUrl>| draft.change(|piece| piece.link = link));
    view! {
        <NameField id=draft.field("title") label="Title" kept=text(|piece| &piece.title) enter=name />
        <LongField id=draft.field("what") label="What it was" lines=3 kept=text(|piece| &piece.what) enter=describe />
        <LongField
            id=draft.field("result")
            label="What came of it"
            lines=3
            kept=text(|piece| &piece.result)
            enter=conclude
        />
        <LinkField id=draft.field("link") kept=link error=link_error enter=point_to />
    }
}
