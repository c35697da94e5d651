//! That a requirement was waived: from which day, by whom and why.

use std::rc::Rc;

use rungs_core::assessment::Waiver;
use rungs_core::date::Date;
use rungs_view::prelude::*;

use super::asked::Asked;
use super::fields::{DayField, Days, NoteField};
use crate::store::today;

/// Whether it was waived; folded, since that is rare.
#[component]
pub fn WaiverFields(asked: Asked) -> impl IntoNode {
    let waiver = Memo::new(move |_| asked.with_answer(|answer| answer.waiver().cloned()));
    let is_waived = Memo::new(move |_| waiver.with(Option::is_some));
    let date = Memo::new(move |_| waiver.with(|waiver| waiver.as_ref().map(|waiver| waiver.date)));
    let note = Memo::new(move |_| waiver.with(|waiver| waiver.as_ref().map(|w| w.note.clone()).unwrap_or_default()));
    let set =
        move |waiver: Option<Waiver>| asked.change(|saved, level, of, now| saved.set_waiver(level, of, waiver, now));
    // What was noted is there again when the box is ticked again.
    let last = StoredValue::new(None::<Waiver>);
    let blank =
        move || Waiver { date: today(), note: String::new(), wording: asked.wording(), extra: Default::default() };
    let toggle = move |_| match waiver.get_untracked() {
        Some(waiver) => {
            last.set_value(Some(waiver));
            set(None);
        }
        None => set(Some(last.get_value().unwrap_or_else(blank))),
    };
    let change = move |change: &dyn Fn(&mut Waiver)| {
        let mut waiver = waiver.get_untracked().unwrap_or_else(blank);
        change(&mut waiver);
        set(Some(waiver));
    };
    let day = Rc::new(move |day: Option<Date>| change(&|waiver| waiver.date = day.unwrap_or(waiver.date)));
    let write = Rc::new(move |note: String| change(&|waiver| waiver.note.clone_from(&note)));
    view! {
        <details class="small assess-waiver" open=is_waived.get_untracked()>
            <summary class="soft">"Waived?"</summary>
            <label class="assess-tick">
                <input type="checkbox" prop:checked=is_waived on:change=toggle />
                "This requirement was waived for me"
            </label>
            <Show when=move || is_waived.get()>
                <div class="assess-editor-row">
                    <DayField
                        id=asked.element("waived")
                        label="Waived on"
                        days=Days::Past
                        kept=date
                        enter=day.clone()
                    />
                    <NoteField
                        id=asked.element("waiver")
                        label="Who waived it, and why"
                        kept=note
                        enter=write.clone()
                    />
                </div>
            </Show>
        </details>
    }
}
