//! The editor of one piece of the portfolio. What is typed is saved at once; what another tab changes meanwhile appears
//! in every field but the one being typed in.

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
use crate::components::focus::{focus_when_drawn, has_focus};

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
    /// What the fields say, as far as it is valid; nothing while it is not saved.
    pub piece: RwSignal<Piece>,
}

impl Draft {
    fn new(id: EntryId) -> Self {
        let desk = use_case();
        let piece = untrack(|| desk.piece(&id)).unwrap_or_default();
        Self { desk, id: StoredValue::new(id), piece: RwSignal::new(piece) }
    }

    /// Changes the piece, and saves it.
    pub fn change(self, change: impl FnOnce(&mut Piece)) {
        self.piece.update(change);
        let piece = self.piece.get_untracked();
        self.id.with_value(|id| self.desk.change(|book, now| put_piece(book, id, Some(&piece), now)));
    }

    /// Takes over what another tab saved, except in the field that has the focus. Where it deleted the piece, nothing is
    /// left in any field: the next key must not bring it back.
    fn follow(self) {
        let own = self.piece.get_untracked();
        let piece = match self.id.with_value(|id| self.desk.piece(id)) {
            Some(saved) => self.but_the_focused(saved, &own),
            None if own.is_blank() => return,
            None => Piece::default(),
        };
        if own != piece {
            self.piece.set(piece);
        }
    }

    /// A field is left: what another tab wrote there meanwhile is taken over now, so that the next change to another field
    /// does not write over it.
    fn leave(self) {
        if !self.piece.is_gone() {
            untrack(|| self.follow());
        }
    }

    /// What was saved, but of the field that has the focus what it says itself.
    fn but_the_focused(self, mut saved: Piece, own: &Piece) -> Piece {
        let is_typed = |part: &str| has_focus(&self.field(part));
        let texts = [
            ("title", &mut saved.title, &own.title),
            ("what", &mut saved.what, &own.what),
            ("result", &mut saved.result, &own.result),
        ];
        for (part, saved, own) in texts {
            if is_typed(part) {
                saved.clone_from(own);
            }
        }
        if is_typed("link") {
            saved.link.clone_from(&own.link);
        }
        saved
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
    effect(move || draft.follow());
    let on_leave = move |_| draft.leave();
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
        <div class="evidence-editor" role="group" aria-label="Piece of work" on:keydown=on_key on:focusout=on_leave>
            <Fields draft link_error />
            <Shows draft />
            <div class="row">
                <button type="button" on:click=move |_| done()>"Done"</button>
                <span class="needs-script small soft">"Saved as you type."</span>
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
