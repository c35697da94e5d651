//! The user's own word on an experience or a statement, with evidence for it.

use std::rc::Rc;
use std::sync::Arc;

use rungs_core::assessment::Word;
use rungs_view::prelude::*;

use super::asked::Asked;
use crate::components::bin::{EntryBin, Undo};
use crate::components::evidence::EvidenceList;
use crate::components::fields::{ChoiceField, NoteField};
use crate::pages::assess::shelf::AnswerShelf;

/// Whether it holds, by the user's account.
#[component]
pub fn WordField(asked: Asked) -> impl IntoNode {
    let word = Memo::new(move |_| asked.with_answer(|answer| answer.word().cloned()));
    let chosen =
        Memo::new(move |_| word.with(|word| word.as_ref().map_or(Some(2), |word| Some(usize::from(!word.is_met)))));
    let note = Memo::new(move |_| word.with(|word| word.as_ref().map(|word| word.note.clone()).unwrap_or_default()));
    let is_said = Memo::new(move |_| word.with(Option::is_some));
    // What was noted is there again when the word is given again.
    let last_note = StoredValue::new(note.get_untracked());
    let bin = EntryBin::new(asked.desk().saved(), &asked.element("word"), &asked.element("note"));
    let say = move |is_met: bool, note: String| {
        last_note.set_value(note.clone());
        let word = Word { is_met, note, wording: asked.wording(), extra: Default::default() };
        asked.change(|saved, level, of, now| saved.set_word(level, of, Some(word), now));
    };
    let take_back = move || {
        bin.delete_with_note(&note.get_untracked(), |saved, now| {
            asked.apply(saved, |saved, level, of| saved.set_word(level, of, None, now));
        });
    };
    let choose = Rc::new(move |place: usize| {
        bin.bin().empty();
        match place {
            0 => say(true, last_note.get_value()),
            1 => say(false, last_note.get_value()),
            _ => take_back(),
        }
    });
    let write = Rc::new(move |note: String| {
        if let Some(is_met) = word.with_untracked(|word| word.as_ref().map(|word| word.is_met)) {
            say(is_met, note);
        }
    });
    view! {
        <ChoiceField
            name=asked.element("word")
            legend=asked.with(|of| format!("Does this hold? {}", of.condition))
            options=["Yes, this holds", "No", "I don’t know"].map(str::to_owned).to_vec()
            chosen
            enter=choose
        />
        <Show when=move || is_said.get()>
            <NoteField id=asked.element("note") label="Note" kept=note enter=write.clone() />
        </Show>
        <Undo bin=bin.bin() />
        <EvidenceList shelf=Arc::new(AnswerShelf::Requirement(asked))>{()}</EvidenceList>
    }
}
