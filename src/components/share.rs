//! Passing on what is on the screen: its link, its text as Markdown, paper.
//!
//! Where the browser refuses the clipboard, what was to be copied stands in a field, selected.

use std::rc::Rc;

use leptos::html;
use rungs_core::route::Place;
use rungs_view::prelude::*;

use super::clipboard;
use crate::state::{Announcer, Navigator, use_announcer, use_navigator};

/// What can be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The link of the page.
    Link,
    /// What the page says.
    Markdown,
    /// Questions to be asked.
    Questions,
}

impl What {
    /// The words on its button; those of the first half give way where there is little room.
    fn ask(self) -> (&'static str, &'static str) {
        match self {
            Self::Link => ("", "Copy link"),
            Self::Markdown => ("Copy as ", "Markdown"),
            Self::Questions => ("", "Copy the questions"),
        }
    }

    fn done(self) -> &'static str {
        match self {
            Self::Link => "Link copied",
            Self::Markdown => "Markdown copied",
            Self::Questions => "Questions copied",
        }
    }
}

/// How the last attempt to copy ended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Outcome {
    /// There was none, or it is some time ago.
    #[default]
    None,
    /// It was copied.
    Copied(What),
    /// The browser did not allow it; the text is offered to be copied by hand.
    Refused(What, String),
}

/// Copy the link of this page, copy what it says as Markdown, print it. `markdown` is given the link.
#[component]
pub fn ShareBar(markdown: Callback<String, String>) -> impl IntoNode {
    let navigator = use_navigator();
    let outcome = RwSignal::new(Outcome::None);
    let link = move || {
        navigator.settle_choices();
        link_of(navigator, navigator.place().get_untracked())
    };
    view! {
        <div class="share no-print">
            <div class="row">
                <CopyButton what=What::Link outcome text=Rc::new(link) />
                <CopyButton what=What::Markdown outcome text=Rc::new(move || markdown.run(link())) />
                <PrintButton />
            </div>
            <CopyByHand outcome />
        </div>
    }
}

/// A button that copies a text. Where the browser refuses, [`CopyByHand`] offers it.
#[component]
pub fn CopyButton(what: What, outcome: RwSignal<Outcome>, text: Rc<dyn Fn() -> String>) -> impl IntoNode {
    let announcer = use_announcer();
    let label = move || {
        let is_copied = outcome.with(|outcome| *outcome == Outcome::Copied(what));
        let (first, last) = if is_copied { ("", what.done()) } else { what.ask() };
        view! { <span><span class="share-first">{first}</span>{last}</span> }
    };
    let copy = move |_| spawn(copy_and_tell(what, text(), outcome, announcer));
    view! { <button type="button" on:click=copy>{label}</button> }
}

/// What the browser refused to copy, in a field.
#[component]
pub fn CopyByHand(outcome: RwSignal<Outcome>) -> impl IntoNode {
    move || by_hand(outcome.get())
}

/// A button that opens the browser's print dialog.
#[component]
pub fn PrintButton() -> impl IntoNode {
    view! { <button type="button" on:click=|_| print()>"Print"</button> }
}

/// The link of the page, on paper only.
#[component]
pub fn PrintedLink() -> impl IntoNode {
    let navigator = use_navigator();
    let place = navigator.place();
    view! { <p class="printed-link">{move || link_of(navigator, place.get())}</p> }
}

/// The link of a page as a whole, as others can open it.
fn link_of(navigator: Navigator, place: Option<Place>) -> String {
    let page = place.map(|place| Place { anchor: None, ..place });
    page.map(|page| navigator.absolute(&page)).unwrap_or_default()
}

/// What was to be copied, to be copied by hand.
fn by_hand(outcome: Outcome) -> Option<Node> {
    let Outcome::Refused(what, text) = outcome else { return None };
    let field = match what {
        What::Link => link_field(text),
        What::Markdown | What::Questions => markdown_field(text),
    };
    Some(
        view! {
            <label class="share-by-hand">
                "The browser did not let this page copy. Copy it from here:"
                {field}
            </label>
        }
        .into_node(),
    )
}

fn link_field(text: String) -> Node {
    let field = NodeRef::<html::Input>::new();
    let value = text.clone();
    field.on_load(move |field| {
        // The text has to be there before it can be selected.
        field.set_value(&value);
        // A field that refuses focus can still be clicked.
        let _ = field.focus();
        field.select();
    });
    view! { <input type="text" readonly node_ref=field prop:value=text /> }.into_node()
}

fn markdown_field(text: String) -> Node {
    let field = NodeRef::<html::Textarea>::new();
    let value = text.clone();
    field.on_load(move |field| {
        // The text has to be there before it can be selected.
        field.set_value(&value);
        // A field that refuses focus can still be clicked.
        let _ = field.focus();
        field.select();
    });
    view! { <textarea readonly rows="10" node_ref=field prop:value=text></textarea> }.into_node()
}

/// Copies, says so, and takes the words on the button back after a while.
async fn copy_and_tell(what: What, text: String, outcome: RwSignal<Outcome>, announcer: Announcer) {
    const SHOWN: std::time::Duration = std::time::Duration::from_secs(4);
    if clipboard::copy(&text).await.is_ok() {
        announcer.say(what.done());
        outcome.set(Outcome::Copied(what));
        let forget = move || {
            outcome.try_update(|outcome| {
                if *outcome == Outcome::Copied(what) {
                    *outcome = Outcome::None;
                }
            });
        };
        set_timeout(forget, SHOWN);
    } else {
        outcome.set(Outcome::Refused(what, text));
    }
}

/// Opens the browser's print dialog; a browser without one (a web view) does nothing.
fn print() {
    let _ = window().print();
}
