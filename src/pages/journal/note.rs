//! Noting a win from any page, in a dialog.

use std::rc::Rc;

use rungs_core::route::Route;
use rungs_view::mount;
use rungs_view::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use super::jot::Jot;
use super::notebook::Notebook;
use crate::state::use_navigator;

const DIALOG: &str = "note-dialog";
const HEADING: &str = "note-heading";

/// Opens the dialog, with the focus in its first field. What was typed and not noted yet is there still.
pub fn note() {
    if dialog().is_none() {
        mount_dialog();
    }
    // It is open already where it cannot be opened.
    let _ = dialog().map(|dialog| dialog.show_modal());
}

fn dialog() -> Option<HtmlDialogElement> {
    document().get_element_by_id(DIALOG)?.dyn_into().ok()
}

/// Closes it; the browser gives the focus back to where it was.
fn close() {
    if let Some(dialog) = dialog() {
        dialog.close();
    }
}

/// Beside the app, so that it stays whatever page is shown.
fn mount_dialog() {
    let (Some(body), Ok(place)) = (document().body(), document().create_element("div")) else { return };
    if body.append_child(&place).is_ok() {
        mount(&place, || view! { <NoteDialog /> });
    }
}

#[component]
fn NoteDialog() -> impl IntoNode {
    let notebook = Notebook::new();
    let journal = use_navigator().href(&Route::Journal.into());
    view! {
        <dialog class="note-dialog stack" id=DIALOG aria-labelledby=HEADING>
            <h2 id=HEADING>"Note a win"</h2>
            <Jot notebook noted=Rc::new(close) />
            <p class="small"><a href=journal on:click=|_| close()>"Open the journal"</a></p>
        </dialog>
    }
}
