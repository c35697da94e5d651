//! What goes into the document: whose it is, which sections, and in which order.

use std::rc::Rc;

use rungs_core::case::document::Document;
use rungs_core::case::folder::{Section, WHO, move_section, set_section, set_who};
use rungs_core::record::Shift;
use rungs_view::prelude::*;
use web_sys::Event;

use super::desk::{CaseDesk, use_case};
use crate::components::fields::{NameInput, optional};
use crate::components::focus::focus_when_drawn;
use crate::components::unread::unless_unread;
use crate::state::use_announcer;

/// The id of the field of the name.
const WHO_FIELD: &str = "case-who";

/// The name and the sections.
#[component]
pub fn Choices() -> impl IntoNode {
    let desk = use_case();
    let sections = Memo::new(move |_| {
        desk.folder().with(|folder| folder.sections.iter().map(|(section, _)| *section).collect::<Vec<_>>())
    });
    view! {
        <section class="stack" aria-labelledby="case-choices-name">
            <h2 id="case-choices-name">"What goes in"</h2>
            {unless_unread(desk.book(), WHO, "your name", WHO_FIELD, || view! { <WhoField /> }.into_node())}
            <ul class="case-list" aria-label="Sections, in their order">
                <For each=move || sections.get() key=|section| section.as_str().to_owned() let:section>
                    <SectionRow section />
                </For>
            </ul>
        </section>
    }
}

#[component]
fn WhoField() -> impl IntoNode {
    let desk = use_case();
    let who = Memo::new(move |_| desk.folder().with(|folder| folder.who.clone()));
    let name = Rc::new(move |name: String| desk.change(|book, now| set_who(book, &name, now)));
    view! {
        <div class="field">
            <label for=WHO_FIELD>"Your name" {optional()}</label>
            <NameInput id=WHO_FIELD.to_owned() kept=who enter=name />
        </div>
    }
}

#[component]
fn SectionRow(section: Section) -> impl IntoNode {
    let desk = use_case();
    let is_in = Memo::new(move |_| desk.folder().with(|folder| folder.has(section)));
    let choose = move |event: Event| {
        let is_in = event_target_checked(&event);
        desk.change(|book, now| set_section(book, section, is_in, now));
    };
    let place = Memo::new(move |_| {
        desk.folder().with(|folder| {
            let at = folder.sections.iter().position(|(other, _)| *other == section);
            Place { at: at.unwrap_or_default(), of: folder.sections.len() }
        })
    });
    let step = Rc::new(move |step| desk.change(|book, now| move_section(book, section, step, now)));
    view! {
        <li>
            <label class="case-tick">
                <input type="checkbox" prop:checked=move || is_in.get() on:change=choose />
                <span>{section.to_string()}</span>
            </label>
            <Steps id=format!("case-{}", section.as_str()) name=Memo::new(move |_| section.to_string()) place step />
            {move || (is_in.get() && is_missing(desk, section)).then(|| missing(desk, section))}
        </li>
    }
}

/// Whether a section that was chosen is not in the document.
fn is_missing(desk: CaseDesk, section: Section) -> bool {
    let lacks = |document: &Document| !document.parts.iter().any(|part| part.section == section);
    desk.document().with(|document| document.as_ref().is_some_and(lacks))
}

/// Why a section that was chosen is not in the document.
fn missing(desk: CaseDesk, section: Section) -> impl IntoNode {
    let said = match section {
        Section::Growth if desk.has_other_growth() => "Your growth worksheet is about another level.",
        Section::Growth => "Your growth worksheet is empty.",
        Section::Portfolio => "The portfolio is empty.",
        Section::Requirements => "The level requires nothing besides.",
        Section::Expectations | Section::Gaps => "Every expectation is left out.",
    };
    view! { <p class="small soft">{said}</p> }
}

/// The place of something in its list, from 0, and how many there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its place.
    pub at: usize,
    /// How many there are.
    pub of: usize,
}

/// Buttons that move something up and down its list. The focus stays on them, and where it is now is said.
#[component]
pub fn Steps(
    /// What the ids of both begin with.
    id: String,
    /// What is moved.
    name: Memo<String>,
    place: Memo<Place>,
    step: Rc<dyn Fn(Shift)>,
) -> impl IntoNode {
    let announcer = use_announcer();
    let [up, down] = ["up", "down"].map(|way| format!("{id}-{way}"));
    let ids = StoredValue::new([up.clone(), down.clone()]);
    let go = Rc::new(move |way: Shift| {
        step(way);
        let Place { at, of } = place.get_untracked();
        announcer.say(&format!("{}: now {} of {of}.", name.get_untracked(), at + 1));
        // A button that can go no further takes no focus.
        let other = (way == Shift::Up && at == 0) || (way == Shift::Down && at + 1 == of);
        focus_when_drawn(ids.with_value(|[up, down]| if (way == Shift::Up) == other { down } else { up }.clone()));
    });
    let (earlier, later) = (Rc::clone(&go), go);
    view! {
        <span class="case-steps">
            <button
                type="button"
                class="is-quiet small"
                id=up
                aria-label=move || format!("Move up: {}", name.get())
                prop:disabled=move || place.get().at == 0
                on:click=move |_| earlier(Shift::Up)
            >
                "↑"
            </button>
            <button
                type="button"
                class="is-quiet small"
                id=down
                aria-label=move || format!("Move down: {}", name.get())
                prop:disabled=move || place.with(|place| place.at + 1 == place.of)
                on:click=move |_| later(Shift::Down)
            >
                "↓"
            </button>
        </span>
    }
}
