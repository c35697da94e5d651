//! Fields for what the user enters. Each hands on what is entered at once; what cannot be saved stays in its field, with
//! the reason beside it. What is kept is shown again when it changes elsewhere.

mod choice;
mod day;
mod link;
mod long;
mod name;

use std::rc::Rc;

use leptos::ev::Event;
use rungs_view::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

pub use choice::ChoiceField;
pub use day::{DayField, Days};
pub use link::LinkField;
pub use long::{DayWithNote, LongField, NoteField};
pub use name::{NameField, NameInput};

/// What is done with what was entered.
pub type Enter<T> = Rc<dyn Fn(T)>;

/// What follows the label of a field that may stay empty.
pub fn optional() -> Node {
    view! { <span class="soft">" (optional)"</span> }.into_node()
}

/// Why what stands in a field is not saved; the field is described by its id.
#[component]
pub fn FieldError(id: String, error: RwSignal<Option<String>>) -> impl IntoNode {
    view! { <p class="field-error small" id=id role="alert">{move || error.get()}</p> }
}

/// The field in which something happened.
fn input_of(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}
