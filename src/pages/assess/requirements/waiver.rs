//! That a requirement was waived: from which day, by whom and why.

use std::rc::Rc;

use rungs_core::assessment::Waiver;
use rungs_core::date::Date;
use rungs_view::prelude::*;

use super::asked::Asked;
use crate::components::bin::{EntryBin, Undo};
use crate::components::fields::DayWithNote;
use crate::store::today;

/// Whether it was waived; folded, since that is rare.
#[component]
pub fn WaiverFields(asked: Asked) -> impl IntoNode {
    let waiver = Memo::new(move |_| asked.with_answer(|answer| answer.waiver().cloned()));
    let is_waived = Memo::new(move |_| waiver.with(Option::is_some));
    let said =
        Memo::new(move |_| waiver.with(|waiver| waiver.as_ref().map(|waiver| (waiver.date, waiver.note.clone()))));
    let set =
        move |waiver: Waiver| asked.change(|saved, level, of, now| saved.set_waiver(level, of, Some(waiver), now));
    // What was noted is there again when the box is ticked again.
    let last = StoredValue::new(None::<Waiver>);
    let blank =
        move || Waiver { date: today(), note: String::new(), wording: asked.wording(), extra: Default::default() };
    let bin = EntryBin::new(asked.desk().saved(), &asked.element("waiver"), &asked.element("waiver-note"));
    let take_back = move |waiver: Waiver| {
        bin.delete_with_note(&waiver.note, |saved, now| {
            asked.apply(saved, |saved, level, of| saved.set_waiver(level, of, None, now));
        });
        last.set_value(Some(waiver));
    };
    let toggle = move |_| {
        bin.bin().empty();
        match waiver.get_untracked() {
            Some(waiver) => take_back(waiver),
            None => set(last.get_value().unwrap_or_else(blank)),
        }
    };
    let change = move |change: &dyn Fn(&mut Waiver)| {
        let mut waiver = waiver.get_untracked().unwrap_or_else(blank);
        change(&mut waiver);
        set(waiver);
    };
    let date = Rc::new(move |day: Date| change(&|waiver| waiver.date = day));
    let write = Rc::new(move |note: String| change(&|waiver| waiver.note.clone_from(&note)));
    view! {
        <details class="small assess-waiver" open=is_waived.get_untracked()>
            <summary class="soft">"Waived?"</summary>
            <label class="assess-tick">
                <input type="checkbox" prop:checked=is_waived on:change=toggle />
                "This requirement was waived for me"
            </label>
            <Undo bin=bin.bin() />
            <DayWithNote
                id=asked.element("waiver")
                day_label="Waived on"
                note_label="Who waived it, and why"
                kept=said
                enter_day=date
                enter_note=write
            />
        </details>
    }
}
