//! What stands with an expectation, before both sides are laid side by side and after: its statement, what became of it,
//! the evidence in the file, a note.

use std::rc::Rc;

use rungs_core::check_in::{Piece, Today, set_note};
use rungs_view::prelude::*;

use super::desk::{Desk, use_desk};
use crate::components::evidence::{LongText, PieceHead};
use crate::components::fields::LongField;

/// The statement to be rated.
pub fn statement(desk: Desk, place: usize) -> Node {
    let lang = desk.sheet().ladder.as_ref().map(|ladder| ladder.lang.clone());
    let lines = desk.row(place, |row| {
        row.text()
            .split('\n')
            .map(|text| view! { <span class="assess-statement">{text.to_owned()}</span> })
            .collect_nodes()
    });
    view! { <span lang=lang dir="auto">{lines}</span> }
}

/// What became of the statement of the file in the ladder here, as far as it may be shown.
pub fn told(desk: Desk, place: usize) -> Node {
    let (today, text) = untrack(|| desk.with_row(place, |talk, row| (talk.today(row), row.line.wording.text.clone())));
    match today {
        Today::Same | Today::Unknown => Node::Empty,
        Today::Gone => view! { <p class="small soft">"The ladder here does not have this expectation."</p> },
        Today::Reworded => view! {
            <div class="notice is-warning small stack">
                <p>"Worded otherwise in the file:"</p>
                <blockquote dir="auto">{text}</blockquote>
            </div>
        },
    }
}

/// The evidence in the file, folded.
pub fn evidence(desk: Desk, place: usize) -> Node {
    let pieces = desk.row(place, |row| row.evidence().cloned().collect::<Vec<Piece>>());
    let piece = |piece: Piece| {
        view! {
            <li>
                <PieceHead date=piece.date link=piece.link />
                <LongText text=piece.text />
            </li>
        }
    };
    let name = match pieces.len() {
        0 => return Node::Empty,
        1 => "1 piece of evidence".to_owned(),
        several => format!("{several} pieces of evidence"),
    };
    view! {
        <details class="small evidence-list">
            <summary>{name}</summary>
            <ul>{pieces.into_iter().map(piece).collect_nodes()}</ul>
        </details>
    }
}

/// A note for the talk, folded until there is one; on paper the note alone.
#[component]
pub fn NoteFold(place: usize, id: String) -> impl IntoNode {
    let desk = use_desk();
    let kept = Memo::new(move |_| desk.with_row(place, |talk, row| talk.note(row).unwrap_or_default().to_owned()));
    let enter = Rc::new(move |text: String| desk.change_row(place, |book, row, now| set_note(book, row, &text, now)));
    let is_open = kept.with_untracked(|note| !note.is_empty());
    view! {
        <details class="small no-print" open=is_open>
            <summary>"Note for the talk"</summary>
            <LongField id=format!("note-{id}") label="Note" lines=2 kept enter />
        </details>
        <p class="on-paper" dir="auto">{kept}</p>
    }
}
