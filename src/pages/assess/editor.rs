//! The editor of one piece of evidence. What is typed is saved at once; what another tab changes
//! meanwhile appears in every field but the one being typed in.

use leptos::html::{Input, Textarea};
use rungs_core::assessment::{Evidence, EvidenceId};
use rungs_core::date::Date;
use rungs_core::link::SafeUrl;
use rungs_view::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use super::evidence::Folder;

/// The id of the field for the text of a piece.
pub fn text_field(id: &EvidenceId) -> String {
    format!("text-{}", id.as_str())
}

/// A piece in the making.
#[derive(Clone, Copy)]
struct Draft {
    folder: Folder,
    id: StoredValue<EvidenceId>,
    /// What the fields say, as far as it is valid.
    piece: StoredValue<Evidence>,
    date_field: NodeRef<Input>,
    text_field: NodeRef<Textarea>,
    link_field: NodeRef<Input>,
}

impl Draft {
    fn new(folder: Folder, id: EvidenceId) -> Self {
        let piece = untrack(|| folder.piece(&id)).unwrap_or_else(|| folder.blank());
        Self {
            folder,
            id: StoredValue::new(id),
            piece: StoredValue::new(piece),
            date_field: NodeRef::new(),
            text_field: NodeRef::new(),
            link_field: NodeRef::new(),
        }
    }

    fn change(self, change: impl FnOnce(&mut Evidence)) {
        self.piece.update_value(change);
        self.id.with_value(|id| self.folder.save(id, self.piece.get_value()));
    }

    fn name(self, field: &str) -> String {
        self.id.with_value(|id| format!("{field}-{}", id.as_str()))
    }

    /// Takes over what another tab saved, except in the field that has the focus.
    fn follow(self) {
        let own = self.piece.get_value();
        let Some(mut saved) = self.id.with_value(|id| self.folder.piece(id)) else {
            return self.let_go(&own);
        };
        if own == saved {
            return;
        }
        if let Some(field) = self.date_field.get_untracked() {
            if has_focus(&field) { saved.date = own.date } else { field.set_value(&saved.date.to_string()) }
        }
        if let Some(field) = self.text_field.get_untracked() {
            if has_focus(&field) { saved.text = own.text } else { field.set_value(&saved.text) }
        }
        if let Some(field) = self.link_field.get_untracked() {
            if has_focus(&field) { saved.link = own.link } else { field.set_value(&link_text(saved.link.as_ref())) }
        }
        self.piece.set_value(saved);
    }

    /// Empties the fields where another tab deleted the piece: the next key must not bring it back.
    fn let_go(self, own: &Evidence) {
        let blank = self.folder.blank();
        if own.text.is_empty() && own.link.is_none() {
            return;
        }
        if let Some(field) = self.date_field.get_untracked() {
            field.set_value(&blank.date.to_string());
        }
        if let Some(field) = self.text_field.get_untracked() {
            field.set_value("");
        }
        if let Some(field) = self.link_field.get_untracked() {
            field.set_value("");
        }
        self.piece.set_value(blank);
    }
}

fn has_focus(field: &Element) -> bool {
    document().active_element().as_ref() == Some(field)
}

fn link_text(link: Option<&SafeUrl>) -> String {
    link.map(ToString::to_string).unwrap_or_default()
}

/// The fields of a piece of evidence.
#[component]
pub fn EvidenceEditor(folder: Folder, id: EvidenceId) -> impl IntoNode {
    let draft = Draft::new(folder, id);
    effect(move || draft.follow());
    let link_error = RwSignal::new(None);
    let done = move || match (link_error.get_untracked().is_some(), draft.link_field.get_untracked()) {
        (true, Some(field)) => _ = field.focus(),
        _ => folder.close(),
    };
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.stop_propagation();
            done();
        }
    };
    view! {
        <div class="assess-editor" role="group" aria-label="Evidence" on:keydown=on_key>
            <TextField draft />
            <p class="assess-caution small soft">
                "Say what you did and what came of it. Leave out customers’ names and data."
            </p>
            <div class="assess-editor-row">
                <DateField draft />
                <LinkField draft error=link_error />
            </div>
            <div class="row">
                <button type="button" on:click=move |_| done()>"Done"</button>
                <span class="small soft">"Saved as you type."</span>
            </div>
        </div>
    }
}

#[component]
fn TextField(draft: Draft) -> impl IntoNode {
    let typed = move |event| draft.change(|piece| piece.text = event_target_value(&event));
    view! {
        <div class="field">
            <label for=draft.name("text")>"What happened"</label>
            <textarea
                id=draft.name("text")
                rows="4"
                dir="auto"
                maxlength=Evidence::LONGEST_TEXT.to_string()
                node_ref=draft.text_field
                prop:value=draft.piece.with_value(|piece| piece.text.clone())
                on:input=typed
            />
        </div>
    }
}

#[component]
fn DateField(draft: Draft) -> impl IntoNode {
    let error = RwSignal::new(None::<String>);
    let changed = move |event| match Date::parse(&event_target_value(&event)) {
        Ok(date) => {
            error.set(None);
            draft.change(|piece| piece.date = date);
        }
        Err(_) => {
            let kept = draft.piece.with_value(|piece| piece.date.long());
            error.set(Some(format!("Give a day. Until then it is {kept}.")));
        }
    };
    view! {
        <div class="field">
            <label for=draft.name("date")>"Date"</label>
            <input
                type="date"
                id=draft.name("date")
                max="9999-12-31"
                node_ref=draft.date_field
                prop:value=draft.piece.with_value(|piece| piece.date.to_string())
                aria-invalid=move || error.with(|error| error.is_some().then_some("true"))
                aria-describedby=draft.name("date-error")
                on:change=changed
            />
            <FieldError id=draft.name("date-error") error />
        </div>
    }
}

/// The link is saved while it is valid; the error appears when the field is left.
#[component]
fn LinkField(draft: Draft, error: RwSignal<Option<String>>) -> impl IntoNode {
    let read = |text: &str| match text.trim() {
        "" => Ok(None),
        text => SafeUrl::parse(text).map(Some),
    };
    let typed = move |event| {
        if let Ok(link) = read(&event_target_value(&event)) {
            error.set(None);
            draft.change(|piece| piece.link = link);
        }
    };
    let left = move |event: leptos::ev::Event| {
        let field = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
        let problem = field.and_then(|field| read(&field.value()).err());
        error.set(problem.map(|problem| format!("Not saved: {problem}.")));
    };
    view! {
        <div class="field is-wide">
            <label for=draft.name("link")>"Link " <span class="soft">"(optional)"</span></label>
            <input
                type="url"
                id=draft.name("link")
                autocomplete="off"
                spellcheck="false"
                node_ref=draft.link_field
                prop:value=draft.piece.with_value(|piece| link_text(piece.link.as_ref()))
                aria-invalid=move || error.with(|error| error.is_some().then_some("true"))
                aria-describedby=draft.name("link-error")
                on:input=typed
                on:change=left
            />
            <FieldError id=draft.name("link-error") error />
        </div>
    }
}

#[component]
fn FieldError(id: String, error: RwSignal<Option<String>>) -> impl IntoNode {
    view! { <p class="field-error small" id=id role="alert">{move || error.get()}</p> }
}
