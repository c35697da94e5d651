//! The editor of one piece of evidence. What is typed is saved at once; what another tab changes
//! meanwhile appears in every field but the one being typed in.

use std::rc::Rc;
use std::sync::Arc;

use rungs_core::assessment::{Evidence, EvidenceId};
use rungs_core::date::Date;
use rungs_core::link::SafeUrl;
use rungs_view::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, KeyboardEvent};

use super::says_nothing;
use super::shelf::Drawer;
use crate::components::fields::{DayField, Days, LinkField, LongField};
use crate::components::focus::{focus_when_drawn, has_focus};

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
    drawer: StoredValue<Arc<dyn Drawer>>,
    id: StoredValue<EvidenceId>,
    /// What the fields say, as far as it is valid.
    piece: RwSignal<Evidence>,
}

impl Draft {
    fn new(drawer: Arc<dyn Drawer>, id: EvidenceId) -> Self {
        let piece = untrack(|| drawer.piece(&id)).unwrap_or_else(|| blank(&*drawer));
        Self { drawer: StoredValue::new(drawer), id: StoredValue::new(id), piece: RwSignal::new(piece) }
    }

    /// Saves a piece as it is changed. One that says nothing is not kept.
    fn change(self, change: impl FnOnce(&mut Evidence)) {
        self.piece.update(change);
        let piece = Some(self.piece.get_untracked()).filter(|piece| !says_nothing(piece));
        self.drawer.with_value(|drawer| self.id.with_value(|id| drawer.set(id, piece)));
    }

    fn set_day(self, day: Date) {
        self.change(|piece| piece.date = day);
        if self.piece.with_untracked(says_nothing) {
            self.drawer.with_value(|drawer| drawer.set_day(day));
        }
    }

    fn field(self, part: &str) -> String {
        self.id.with_value(|id| field(part, id))
    }

    /// Takes over what another tab saved, except in the field that has the focus; where it deleted the piece, nothing is
    /// left in any field: the next key must not bring it back.
    fn follow(self) {
        let own = self.piece.get_untracked();
        let piece = match self.drawer.with_value(|drawer| self.id.with_value(|id| drawer.piece(id))) {
            Some(saved) => self.but_the_focused(saved, &own),
            None if says_nothing(&own) => return,
            None => self.drawer.with_value(|drawer| blank(&**drawer)),
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

/// A piece that says nothing yet.
fn blank(drawer: &dyn Drawer) -> Evidence {
    let (date, wording) = (drawer.day(), drawer.wording());
    Evidence { date, text: String::new(), link: None, wording, extra: Default::default() }
}

/// The fields of a piece of evidence, which may not be there yet. `close` is called when the user is done.
#[component]
pub fn PieceEditor(
    drawer: Arc<dyn Drawer>,
    id: EvidenceId,
    /// What it is, for those who hear the page.
    name: &'static str,
    /// What the button says that ends the editing.
    done: &'static str,
    /// On which days it can have happened.
    days: Days,
    close: Rc<dyn Fn()>,
) -> impl IntoNode {
    let draft = Draft::new(drawer, id);
    effect(move || draft.follow());
    let on_leave = move |_| draft.leave();
    let link_error = RwSignal::new(None::<String>);
    let end = Rc::new(move || match link_error.with_untracked(Option::is_some) {
        true => focus_when_drawn(draft.field("link")),
        false => close(),
    });
    let end_by_key = Rc::clone(&end);
    let on_key = move |event: KeyboardEvent| {
        if ends(&event) {
            event.stop_propagation();
            event.prevent_default();
            leave_field();
            end_by_key();
        }
    };
    view! {
        <div class="evidence-editor" role="group" aria-label=name on:keydown=on_key on:focusout=on_leave>
            <Fields draft days link_error />
            <div class="row">
                <button type="button" on:click=move |_| end()>{done}</button>
                <span class="needs-script small soft">"Saved as you type."</span>
            </div>
        </div>
    }
}

/// Whether a key ends the editing: Escape, Ctrl+Enter (on a Mac ⌘Enter), and Enter where it makes no new line.
fn ends(event: &KeyboardEvent) -> bool {
    if event.is_composing() {
        return false;
    }
    let is_one_line = || event.target().is_some_and(|target| target.dyn_ref::<HtmlInputElement>().is_some());
    match event.key().as_str() {
        "Escape" => true,
        "Enter" => event.ctrl_key() || event.meta_key() || is_one_line(),
        _ => false,
    }
}

/// A field says what is wrong with it when it is left.
fn leave_field() {
    if let Some(field) = document().active_element().and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        // A field that keeps the focus does no harm.
        let _ = field.blur();
    }
}

#[component]
fn Fields(draft: Draft, days: Days, link_error: RwSignal<Option<String>>) -> impl IntoNode {
    let text = Memo::new(move |_| draft.piece.with(|piece| piece.text.clone()));
    // Where pages are printed there is no day.
    let day = Memo::new(move |_| (!crate::IS_PRINTING).then(|| draft.piece.with(|piece| piece.date)));
    let link = Memo::new(move |_| draft.piece.with(|piece| piece.link.clone()));
    let write = Rc::new(move |text: String| draft.change(|piece| piece.text = text));
    let date = Rc::new(move |day: Option<Date>| _ = day.map(|day| draft.set_day(day)));
    let point_to = Rc::new(move |link: Option<SafeUrl>| draft.change(|piece| piece.link = link));
    view! {
        <LongField id=draft.field("text") label="What happened" lines=4 kept=text enter=write />
        <p class="small soft">"Say what you did and what came of it. Leave out customers’ names and data."</p>
        <div class="field-row">
            <DayField id=draft.field("date") label="Date" days kept=day enter=date />
            <LinkField id=draft.field("link") kept=link error=link_error enter=point_to />
        </div>
    }
}
