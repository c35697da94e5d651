//! The fields of what is entered for requirements. Each is saved as it is entered; what cannot be saved stays in its
//! field, with the reason beside it.

use std::rc::Rc;

use leptos::ev::Event;
use rungs_core::assessment::Evidence;
use rungs_core::case::past_day;
use rungs_core::date::Date;
use rungs_view::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use crate::store::today;

/// What is done with what was entered.
pub type Enter<T> = Rc<dyn Fn(T)>;

/// Which days a field takes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Days {
    /// Any.
    Any,
    /// Any, or none.
    AnyOrNone,
    /// Until today: something happened then.
    Past,
}

/// A field for a day.
#[component]
pub fn DayField(
    id: String,
    label: &'static str,
    days: Days,
    kept: Memo<Option<Date>>,
    enter: Enter<Option<Date>>,
) -> impl IntoNode {
    let error = RwSignal::new(None::<String>);
    let changed = move |event: Event| {
        let entered = input_of(&event).map_or(Ok(None), |input| read_day(&input, days, kept.get_untracked()));
        error.set(entered.as_ref().err().cloned());
        if let Ok(day) = entered {
            enter(day);
        }
    };
    // A day that the calendar has not leaves an empty field as empty as it was: nothing has changed, only the focus.
    let left = move |event| {
        if let Some(input) = input_of(&event).filter(|input| !input.check_validity()) {
            error.set(read_day(&input, days, kept.get_untracked()).err());
        }
    };
    let error_id = format!("{id}-error");
    let optional = (days == Days::AnyOrNone).then(|| view! { <span class="soft">" (optional)"</span> });
    view! {
        <div class="field">
            <label for=id.clone()>{label} {optional}</label>
            <input
                type="date"
                id=id
                max="9999-12-31"
                prop:value=move || kept.get().map(|day| day.to_string()).unwrap_or_default()
                aria-invalid=move || error.with(|error| error.is_some().then_some("true"))
                aria-describedby=error_id.clone()
                on:change=changed
                on:blur=move |event: web_sys::FocusEvent| left(event.into())
            />
            <p class="field-error small" id=error_id role="alert">{move || error.get()}</p>
        </div>
    }
}

fn input_of(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}

/// Reads a field for a day, or says why it cannot be saved.
fn read_day(input: &HtmlInputElement, days: Days, kept: Option<Date>) -> Result<Option<Date>, String> {
    let until_then = || kept.map(|day| format!(" Until then it is {}.", day.long())).unwrap_or_default();
    let text = input.value();
    if !input.check_validity() {
        return Err(format!("The calendar has no such day.{}", until_then()));
    }
    match (text.as_str(), days) {
        ("", Days::AnyOrNone) => Ok(None),
        ("", _) => Err(format!("Give a day.{}", until_then())),
        (text, Days::Past) => past_day(text, today()).map(Some).map_err(|problem| format!("Not saved: {problem}.")),
        (text, _) => Date::parse(text).map(Some).map_err(|problem| format!("Not saved: {problem}.")),
    }
}

/// A field for further words.
#[component]
pub fn NoteField(id: String, label: &'static str, kept: Memo<String>, enter: Enter<String>) -> impl IntoNode {
    view! {
        <div class="field is-note">
            <label for=id.clone()>{label} <span class="soft">" (optional)"</span></label>
            <textarea
                id=id
                rows="2"
                dir="auto"
                maxlength=Evidence::LONGEST_TEXT.to_string()
                prop:value=kept
                on:input=move |event| enter(event_target_value(&event))
            />
        </div>
    }
}

/// A choice of one of a few: radio buttons that read as a switch. What is chosen is given by its place.
#[component]
pub fn ChoiceField(
    name: String,
    legend: String,
    options: Vec<String>,
    chosen: Memo<Option<usize>>,
    enter: Enter<usize>,
) -> impl IntoNode {
    let option = |(place, text): (usize, String)| {
        let (name, enter) = (name.clone(), Rc::clone(&enter));
        view! {
            <label>
                <input
                    type="radio"
                    name=name
                    prop:checked=move || chosen.get() == Some(place)
                    on:change=move |_| enter(place)
                />
                {text}
            </label>
        }
    };
    let options = options.into_iter().enumerate().map(option).collect_nodes();
    view! {
        <fieldset class="switch">
            <legend class="visually-hidden">{legend}</legend>
            {options}
        </fieldset>
    }
}
