//! The user's own word on an experience or a statement, with evidence for it.

use std::rc::Rc;
use std::sync::Arc;

use rungs_core::assessment::Word;
use rungs_view::prelude::*;

use super::asked::Asked;
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
    let say = move |is_met: Option<bool>, note: String| {
        last_note.set_value(note.clone());
        let word = is_met.map(|is_met| Word { is_met, note, wording: asked.wording(), extra: Default::default() });
        asked.change(|saved, level, of, now| saved.set_word(level, of, word, now));
    };
    let choose = Rc::new(move |place: usize| say([Some(true), Some(false), None][place], last_note.get_value()));
    let write = Rc::new(move |note: String| {
        say(word.with_untracked(|word| word.as_ref().map(|word| word.is_met)), note);
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
        <EvidenceList shelf=Arc::new(AnswerShelf::Requirement(asked))>{()}</EvidenceList>
    }
}
