//! The reviews by peers, each with its day and what came of it.

use std::rc::Rc;

use rungs_core::assessment::{EntryId, Outcome, Review};
use rungs_core::date::Date;
use rungs_view::prelude::*;

use super::asked::Asked;
use crate::components::bin::{EntryBin, Undo, in_place};
use crate::components::fields::{DayField, Days, NoteField};
use crate::components::focus::focus_when_drawn;
use crate::store::{random_id, today};

/// The id of an element of the fields of a review.
fn element(id: &EntryId, part: &str) -> String {
    format!("review-{}-{part}", id.as_str())
}

/// The reviews, and the button that adds one.
#[component]
pub fn Reviews(asked: Asked) -> impl IntoNode {
    let add_button = asked.element("add");
    let bin = EntryBin::new(asked.desk().saved(), &add_button, &add_button);
    let listed = Memo::new(move |before: Option<&Vec<EntryId>>| {
        let ids = asked.with_answer(|answer| answer.reviews().into_iter().map(|(id, _)| id.clone()).collect());
        in_place(before, ids)
    });
    let add = move |_| {
        // A UUID is an id; there is nothing to add where chance gives none.
        let Ok(id) = EntryId::parse(&random_id()) else { return };
        let (wording, extra) = (asked.wording(), Default::default());
        let review = Review { date: today(), outcome: Outcome::Pending, note: String::new(), wording, extra };
        asked.change(|saved, level, of, now| saved.set_review(level, of, &id, Some(review), now));
        focus_when_drawn(element(&id, "day"));
    };
    view! {
        <ul class="entry-list" aria-label="Reviews">
            <For each=move || listed.get() key=|id| id.as_str().to_owned() let:id>
                <ReviewFields asked bin id />
            </For>
        </ul>
        <Undo bin=bin.bin() />
        <button type="button" class="is-quiet small" id=add_button on:click=add>"Note a review"</button>
    }
}

#[component]
fn ReviewFields(asked: Asked, bin: EntryBin, id: EntryId) -> impl IntoNode {
    let named = move |part: &str, id: &EntryId| element(id, part);
    let (day_id, outcome_id, note_id) = (named("day", &id), named("outcome", &id), named("note", &id));
    let id = StoredValue::new(id);
    let review = Memo::new(move |_| {
        asked.with_answer(|answer| {
            let found = answer.reviews().into_iter().find(|(other, _)| id.with_value(|id| *other == id));
            found.map(|(_, review)| review.clone())
        })
    });
    let date = Memo::new(move |_| review.with(|review| review.as_ref().map(|review| review.date)));
    let note = Memo::new(move |_| review.with(|review| review.as_ref().map(|r| r.note.clone()).unwrap_or_default()));
    let outcome = move || review.with(|review| review.as_ref().map_or("", |review| review.outcome.as_str()));
    let change = move |change: &dyn Fn(&mut Review)| {
        let Some(mut review) = review.get_untracked() else { return };
        change(&mut review);
        id.with_value(|id| asked.change(|saved, level, of, now| saved.set_review(level, of, id, Some(review), now)));
    };
    let day = Rc::new(move |day: Option<Date>| change(&|review| review.date = day.unwrap_or(review.date)));
    let write = Rc::new(move |note: String| change(&|review| review.note.clone_from(&note)));
    let pick = move |event| {
        let outcome = Outcome::parse(&event_target_value(&event));
        change(&|review| review.outcome = outcome.unwrap_or(review.outcome));
    };
    let delete = move |_| {
        bin.delete(|saved, now| {
            id.with_value(|id| asked.apply(saved, |saved, level, of| saved.set_review(level, of, id, None, now)));
        });
    };
    let named = move || date.get().map(|day| format!("Delete the review of {}", day.long()));
    let options = Outcome::ALL.map(|outcome| view! { <option value=outcome.as_str()>{outcome.to_string()}</option> });
    view! {
        <li>
            <div role="group" aria-label="Review">
                <div class="field-row">
                    <DayField id=day_id label="Day of the review" days=Days::Any kept=date enter=day />
                    <div class="field">
                        <label for=outcome_id.clone()>"Outcome"</label>
                        <select id=outcome_id prop:value=outcome on:change=pick>{options}</select>
                    </div>
                    <NoteField id=note_id label="Note" kept=note enter=write />
                </div>
                {move || review.with(|review| review.as_ref().and_then(too_early))}
                <button type="button" class="is-quiet small" aria-label=named on:click=delete>"Delete the review"</button>
            </div>
        </li>
    }
}

/// A review that has an outcome before it was held does not count.
fn too_early(review: &Review) -> Option<impl IntoNode + use<>> {
    let is_early = review.outcome != Outcome::Pending && review.date > today();
    let sentence = format!("{} is in the future: the outcome counts from that day on.", review.date.long());
    is_early.then(|| view! { <p class="field-error small">{sentence}</p> })
}
