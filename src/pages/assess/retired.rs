//! Answers to expectations, and entries for requirements, that the ladder no longer has: listed, kept, exported, until
//! deleted.

use rungs_core::assessment::{Answer, retired};
use rungs_core::ladder::ExpectationId;
use rungs_view::prelude::*;

use super::desk::use_desk;
use super::retired_entries::{RetiredEntries, retired_entries};
use crate::components::bin::{Bin, EntryBin, Undo};
use crate::components::evidence::{LongText, PieceHead};
use crate::components::focus::focus_when_drawn;

/// The id of the button that deletes the answer to an expectation.
fn delete_button(id: &ExpectationId) -> String {
    format!("forget-{id}")
}

/// The answers that have lost their expectation, if there are any.
#[component]
pub fn RetiredAnswers() -> impl IntoNode {
    let desk = use_desk();
    let found = Memo::new(move |_| {
        let own = |gone: rungs_core::assessment::Retired| (gone.id.clone(), gone.answer.clone());
        desk.with_ladder(|ladder| desk.with_saved(|saved| retired(ladder, saved).into_iter().map(own).collect()))
    });
    let removed = Bin::new("retired-answer", "answers");
    let (entries, bin) = (retired_entries(desk), EntryBin::new(desk.saved(), "retired", "main"));
    let any_answer = move || !found.with(Vec::is_empty) || removed.holds_any();
    let any = move || any_answer() || !entries.with(Vec::is_empty) || bin.bin().holds_any();
    let item = move |(id, answer)| view! { <RetiredAnswer id answer bin=removed /> };
    let list = move || found.get().into_iter().map(item).collect_nodes();
    view! {
        <Show when=any>
            <section class="assess-retired stack" aria-labelledby="assess-retired-name">
                <h2 id="assess-retired-name">"No longer in this ladder"</h2>
                <p>"You answered these before the ladder dropped them. They are kept, and are part of every backup."</p>
                <Undo bin=removed />
                <ul>{list}</ul>
                <RetiredEntries entries bin />
            </section>
        </Show>
    }
}

#[component]
fn RetiredAnswer(id: ExpectationId, answer: Answer, bin: Bin) -> impl IntoNode {
    let desk = use_desk();
    let text = answer.wording().map_or_else(|| id.to_string(), |wording| wording.text.clone());
    let rating = answer.rating().map(|rating| view! { <p class="small">"Your rating: " {rating.to_string()}</p> });
    let figure = answer.figure().map(|figure| {
        let period = format!("{} from {} to {}", figure.value, figure.from.long(), figure.until.long());
        view! { <p class="small">"Your figure: " {period}</p> }
    });
    let evidence = pieces(&answer);
    let label = format!("Delete the answer to: {text}");
    let button = delete_button(&id);
    let delete = move |_| {
        let (id, answer) = (id.clone(), answer.clone());
        desk.change(|saved, now| saved.forget(&id, now));
        bin.put("The answer is deleted.", move || {
            desk.change(|saved, now| saved.bring_back(&id, answer.clone(), now));
            focus_when_drawn(delete_button(&id));
        });
    };
    view! {
        <li class="stack">
            <p dir="auto">{text}</p>
            {rating}
            {figure}
            {evidence}
            <button type="button" class="is-quiet small" id=button aria-label=label on:click=delete>"Delete"</button>
        </li>
    }
}

fn pieces(answer: &Answer) -> impl IntoNode + use<> {
    let piece = |piece: &rungs_core::assessment::Evidence| {
        view! {
            <PieceHead date=piece.date link=piece.link.clone() />
            <LongText text=piece.text.clone() />
        }
    };
    answer.evidence().into_iter().map(|(_, found)| piece(found)).collect_nodes()
}
