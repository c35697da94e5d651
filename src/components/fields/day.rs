//! A field for a day.

use leptos::ev::Event;
use rungs_core::case::past_day;
use rungs_core::date::Date;
use rungs_view::prelude::*;
use web_sys::HtmlInputElement;

use super::{Enter, FieldError, input_of, optional};
use crate::store::today;

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

/// A field for a day. `enter` is given `None` only where none is a day that the field takes.
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
    view! {
        <div class="field">
            <label for=id.clone()>{label} {(days == Days::AnyOrNone).then(optional)}</label>
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
            <FieldError id=error_id error />
        </div>
    }
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
