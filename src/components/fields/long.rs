//! Fields for texts of several lines.

use rungs_core::assessment::Evidence;
use rungs_core::date::Date;
use rungs_view::prelude::*;

use super::{DayField, Days, Enter, optional};

/// A field for a text of several lines, at first of so many.
#[component]
pub fn LongField(
    id: String,
    label: &'static str,
    lines: u8,
    kept: Memo<String>,
    enter: Enter<String>,
) -> impl IntoNode {
    view! {
        <div class="field is-long">
            <label for=id.clone()>{label}</label>
            {area(id, lines, kept, enter)}
        </div>
    }
}

/// A field for further words.
#[component]
pub fn NoteField(id: String, label: &'static str, kept: Memo<String>, enter: Enter<String>) -> impl IntoNode {
    view! {
        <div class="field is-note">
            <label for=id.clone()>{label} {optional()}</label>
            {area(id, 2, kept, enter)}
        </div>
    }
}

fn area(id: String, lines: u8, kept: Memo<String>, enter: Enter<String>) -> impl IntoNode {
    view! {
        <textarea
            id=id
            rows=lines.to_string()
            dir="auto"
            maxlength=Evidence::LONGEST_TEXT.to_string()
            prop:value=kept
            on:input=move |event| enter(event_target_value(&event))
        />
    }
}

/// The day, today or before, on which something was said, and further words to it; shown once something is kept.
#[component]
pub fn DayWithNote(
    /// Of the whole; those of the fields begin with it.
    id: String,
    day_label: &'static str,
    note_label: &'static str,
    kept: Memo<Option<(Date, String)>>,
    enter_day: Enter<Date>,
    enter_note: Enter<String>,
) -> impl IntoNode {
    let is_there = Memo::new(move |_| kept.with(Option::is_some));
    let day = Memo::new(move |_| kept.with(|kept| kept.as_ref().map(|(day, _)| *day)));
    let note = Memo::new(move |_| kept.with(|kept| kept.as_ref().map(|(_, note)| note.clone()).unwrap_or_default()));
    let enter_day: Enter<Option<Date>> = std::rc::Rc::new(move |day: Option<Date>| _ = day.map(&*enter_day));
    view! {
        <Show when=move || is_there.get()>
            <div class="field-row">
                <DayField
                    id=format!("{id}-day")
                    label=day_label
                    days=Days::Past
                    kept=day
                    enter=enter_day.clone()
                />
                <NoteField id=format!("{id}-note") label=note_label kept=note enter=enter_note.clone() />
            </div>
        </Show>
    }
}
