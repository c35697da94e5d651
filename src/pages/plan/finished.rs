//! What came of an item: evidence of its expectation, or a win of the journal where it is about none.

use std::rc::Rc;
use std::sync::Arc;

use rungs_core::assessment::{Assessment, Evidence, EvidenceId, EvidencePlace, Wording, answer_to};
use rungs_core::date::Date;
use rungs_core::journal::{self, Journal, Win};
use rungs_core::ladder::Expectation;
use rungs_core::plan::{evidence_id, subject};
use rungs_core::record::EntryId;
use rungs_view::prelude::*;

use super::board::{Board, Open, edit_button, use_board};
use crate::components::evidence::{Drawer, LongText, PieceEditor, evidence_link};
use crate::components::fields::Days;
use crate::components::focus::focus_when_drawn;
use crate::state::{Saved, use_saved};
use crate::store::today;

/// Where what came of an item is kept.
#[derive(Clone, Copy)]
struct Finished {
    saved: Saved,
    board: Board,
    item: StoredValue<EntryId>,
}

impl Finished {
    /// Reads the expectation that the item is about, if the ladder still has it.
    fn with_expectation<T>(self, read: impl FnOnce(Option<&Expectation>) -> T) -> T {
        let item = untrack(|| self.item.with_value(|id| self.board.item(id)));
        self.board.with_ladder(|ladder| read(item.as_ref().and_then(|item| subject(ladder, item).expectation())))
    }

    fn is_evidence(self) -> bool {
        self.with_expectation(|expectation| expectation.is_some())
    }

    /// Where it is evidence although the ladder no longer has the expectation.
    fn retired_place(self, id: &EvidenceId) -> Option<EvidencePlace> {
        self.board.with_answers(|answers| {
            answers.all_evidence().find(|(_, other, _)| *other == id).map(|(place, _, _)| place)
        })
    }

    fn set_win(self, piece: Option<Evidence>) {
        self.item.with_value(|id| {
            let known = self.board.journal().signal().with_untracked(|book| Journal::of(book).win(id).cloned());
            match piece {
                Some(Evidence { date, text, link, .. }) => {
                    let before = known.clone().unwrap_or_else(|| Win::new(date));
                    self.saved.put_win(id, known.as_ref(), &Win { date, text, link, ..before });
                }
                None => self.board.journal().update(|book, now| journal::put(book, id, None, now)),
            }
        });
    }

    fn win(self) -> Option<Win> {
        self.board.journal().signal().with(|book| self.item.with_value(|id| Journal::of(book).win(id).cloned()))
    }
}

impl Drawer for Finished {
    fn piece(&self, id: &EvidenceId) -> Option<Evidence> {
        self.with_expectation(|expectation| match expectation {
            Some(of) => self.board.with_answers(|answers| answer_to(answers, of).evidence_of(id).cloned()),
            None => {
                let found = |answers: &Assessment| {
                    answers.all_evidence().find(|(_, other, _)| *other == id).map(|(_, _, piece)| piece.clone())
                };
                let evidence = self.board.with_answers(found);
                evidence.or_else(|| self.win().map(|win| win.evidence(self.wording())))
            }
        })
    }

    fn set(&self, id: &EvidenceId, piece: Option<Evidence>) {
        let day = piece.as_ref().map(|piece| piece.date);
        if self.is_evidence() {
            self.board.change_answers(|answers, now| {
                self.with_expectation(|expectation| match (expectation, piece) {
                    (Some(of), Some(piece)) => answers.put_evidence(of, id, piece, now),
                    (Some(of), None) => answers.remove_evidence(of, id, now),
                    (None, _) => {}
                });
            });
        } else if let Some(place) = untrack(|| self.retired_place(id)).filter(|_| untrack(|| self.win()).is_none()) {
            self.board.change_answers(|answers, now| answers.set_evidence_at(&place, id, piece, now));
        } else {
            self.set_win(piece);
        }
        if let Some(day) = day {
            self.set_day(day);
        }
    }

    fn wording(&self) -> Wording {
        self.with_expectation(|expectation| Wording::of(expectation.map(|of| of.text.as_str()).unwrap_or_default()))
    }

    fn day(&self) -> Date {
        let item = untrack(|| self.item.with_value(|id| self.board.item(id)));
        item.and_then(|item| item.done).unwrap_or_else(today)
    }

    fn set_day(&self, day: Date) {
        self.item.with_value(|id| self.board.change(id, |item| item.done = Some(day)));
    }
}

/// When an item was finished, and what came of it.
#[component]
pub fn Outcome(id: EntryId) -> impl IntoNode {
    let board = use_board();
    let is_open = board.is_open(Open::Outcome(id.clone()));
    let piece_id = evidence_id(&id);
    let finished = Finished { saved: use_saved(), board, item: StoredValue::new(id.clone()) };
    let day = {
        let id = id.clone();
        Memo::new(move |_| board.item(&id).and_then(|item| item.done))
    };
    view! {
        <p class="small soft">{move || day.get().map(|day| format!("Finished on {}", day.long()))}</p>
        {move || {
            let piece_id = piece_id.clone();
            if is_open.get() { editor(finished, piece_id) } else { view! { <Kept finished piece_id /> } }
        }}
    }
}

fn editor(finished: Finished, id: EvidenceId) -> Node {
    let board = finished.board;
    let close = Rc::new(move || {
        board.open(None);
        focus_when_drawn(finished.item.with_value(edit_button));
    });
    let said = if finished.is_evidence() {
        "What came of it becomes evidence of the expectation."
    } else {
        "What came of it stands in the journal, where it can be attached later."
    };
    view! {
        <p class="small soft">{said}</p>
        <PieceEditor drawer=Arc::new(finished) id name="What came of it" done="Close" days=Days::Past close />
    }
}

/// What is written of it.
#[component]
fn Kept(finished: Finished, piece_id: EvidenceId) -> impl IntoNode {
    let board = finished.board;
    let piece = Memo::new(move |_| finished.piece(&piece_id));
    let open = move |_| board.open(Some(Open::Outcome(finished.item.get_value())));
    let name = move || match piece.with(Option::is_some) {
        true => "Edit what came of it",
        false => "Say what came of it",
    };
    view! {
        {move || {
            let link = |link| view! { <p class="small">{evidence_link(link)}</p> };
            piece.get().map(|piece| view! { {piece.link.map(link)} <LongText text=piece.text /> })
        }}
        <p class="no-print"><button type="button" class="is-quiet small" on:click=open>{name}</button></p>
    }
}
