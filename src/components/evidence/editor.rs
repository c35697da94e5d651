//! The editor of one piece of evidence. What is typed is saved at once; what another tab changes
//! meanwhile appears in every field but the one being typed in.

use std::rc::Rc;
use std::sync::Arc;

use rungs_core::assessment::{Evidence, EvidenceId};
use rungs_core::date::Date;
use rungs_core::link::SafeUrl;
use rungs_view::prelude::*;
use web_sys::KeyboardEvent;

use super::says_nothing;
use super::shelf::Shelf;
use crate::components::fields::{DayField, Days, LinkField, LongField};
use crate::components::focus::{focus_when_drawn, has_focus};
use crate::store::today;

/// The id of the field for the text of a piece.
pub fn text_field(id: &EvidenceId) -> String {
    field("text", id)
}

fn field(part: &str, id: &EvidenceId) -> String {
    format!("{part}-{}", id.as_str())
}

/// A piece in the making.
#[derive(Clone, Copy)]
struct Draft {
    shelf: StoredValue<Arc<dyn Shelf>>,
    id: StoredValue<EvidenceId>,
    /// What the fields say, as far as it is valid.
    piece: RwSignal<Evidence>,
}

impl Draft {
    fn new(shelf: Arc<dyn Shelf>, id: EvidenceId) -> Self {
        let piece = untrack(|| shelf.piece(&id)).unwrap_or_else(|| blank(&*shelf));
        Self { shelf: StoredValue::new(shelf), id: StoredValue::new(id), piece: RwSignal::new(piece) }
    }

    /// Saves a piece as it is changed. One that says nothing is not kept.
    fn change(self, change: impl FnOnce(&mut Evidence)) {
        self.piece.update(change);
        let piece = Some(self.piece.get_untracked()).filter(|piece| !says_nothing(piece));
        self.shelf.with_value(|shelf| self.id.with_value(|id| shelf.set(id, piece)));
    }

    fn field(self, part: &str) -> String {
        self.id.with_value(|id| field(part, id))
    }

    /// Takes over what another tab saved, except in the field that has the focus; where it deleted the piece, nothing is
    /// left in any field: the next key must not bring it back.
    fn follow(self) {
        let own = self.piece.get_untracked();
        let piece = match self.shelf.with_value(|shelf| self.id.with_value(|id| shelf.piece(id))) {
            Some(saved) => self.but_the_focused(saved, &own),
            None if says_nothing(&own) => return,
            None => self.shelf.with_value(|shelf| blank(&**shelf)),
        };
        if own != piece {
            self.piece.set(piece);
        }
    }

    /// What was saved, but of the field that has the focus what it says itself.
    fn but_the_focused(self, mut saved: Evidence, own: &Evidence) -> Evidence {
        if has_focus(&self.field("date")) {
            saved.date = own.date;
        }
        if has_focus(&self.field("text")) {
            saved.text.clone_from(&own.text);
        }
        if has_focus(&self.field("link")) {
            saved.link.clone_from(&own.link);
        }
        saved
    }
}

/// A piece that says nothing yet, of today.
fn blank(shelf: &dyn Shelf) -> Evidence {
    Evidence { date: today(), text: String::new(), link: None, wording: shelf.wording(), extra: Default::default() }
}

/// The fields of a piece of evidence, which may not be there yet. `close` is called when the user is done.
#[component]
pub fn PieceEditor(
    shelf: Arc<dyn Shelf>,
    id: EvidenceId,
    /// What it is, for those who hear the page.
    name: &'static str,
    close: Rc<dyn Fn()>,
) -> impl IntoNode {
    let draft = Draft::new(shelf, id);
    effect(move || draft.follow());
    let link_error = RwSignal::new(None::<String>);
    let done = Rc::new(move || match link_error.with_untracked(Option::is_some) {
        true => focus_when_drawn(draft.field("link")),
        false => close(),
    });
    let escape = Rc::clone(&done);
    let on_key = move |event: KeyboardEvent| {
        let is_sent = event.key() == "Enter" && (event.ctrl_key() || event.meta_key());
        if event.key() == "Escape" || is_sent {
            event.stop_propagation();
            escape();
        }
    };
    view! {
        <div class="evidence-editor" role="group" aria-label=name on:keydown=on_key>
            <Fields draft link_error />
            <div class="row">
                <button type="button" on:click=move |_| done()>"Done"</button>
                <span class="small soft">"Saved as you type."</span>
            </div>
        </div>
    }
}

#[component]
fn Fields(draft: Draft, link_error: RwSignal<Option<String>>) -> impl IntoNode {
    let text = Memo::new(move |_| draft.piece.with(|piece| piece.text.clone()));
    let day = Memo::new(move |_| Some(draft.piece.with(|piece| piece.date)));
    let link = Memo::new(move |_| draft.piece.with(|piece| piece.link.clone()));
    let write = Rc::new(move |text: String| draft.change(|piece| piece.text = text));
    let date = Rc::new(move |day: Option<Date>| draft.change(|piece| piece.date = day.unwrap_or(piece.date)));
    let point_to = Rc::new(move |link: Option<SafeUrl>| draft.change(|piece| piece.link = link));
    view! {
        <LongField id=draft.field("text") label="What happened" lines=4 kept=text enter=write />
        <p class="small soft">"Say what you did and what came of it. Leave out customers’ names and data."</p>
        <div class="field-row">
            <DayField id=draft.field("date") label="Date" days=Days::Any kept=day enter=date />
            <LinkField id=draft.field("link") kept=link error=link_error enter=point_to />
        </div>
    }
}
