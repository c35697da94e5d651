//! The section on the portfolio.

use super::compose::{Desk, Papers};
use super::{Block, Entry, Line, Note, ladders, on_a_day, ours, said, users};
use crate::assessment::Fingerprint;
use crate::case::folder::{Piece, ShownExpectation};
use crate::record::EntryId;

/// The pieces of the portfolio, each with the wins of the journal that belong to it.
pub(super) fn blocks(desk: &Desk) -> Vec<Block> {
    let entries: Vec<Entry> = desk.papers.folder.pieces.iter().map(|(id, piece)| entry(desk, id, piece)).collect();
    if entries.is_empty() { Vec::new() } else { vec![Block::Entries(entries)] }
}

fn entry(desk: &Desk, id: &EntryId, piece: &Piece) -> Entry {
    let mut notes: Vec<Note> = said(&piece.what).into_iter().collect();
    if !piece.result.trim().is_empty() {
        notes.push(Note::Said(vec![ours("Result: "), users(&piece.result)]));
    }
    notes.extend(piece.link.clone().map(Note::Link));
    let Papers { ladder, journal, .. } = desk.papers;
    notes.extend(journal.wins_of(&ladder.id, id).map(|(_, win)| on_a_day(win.date, &win.text, win.link.as_ref())));
    let expectations = piece.shows.iter().filter_map(|shown| line(desk, shown));
    let skillsets = piece.skillsets.iter().map(|name| vec![ours("Skillset: "), users(name)]);
    let shows: Vec<Line> = expectations.chain(skillsets).collect();
    if !shows.is_empty() {
        notes.push(Note::List("Shows:", shows));
    }
    Entry { head: vec![users(piece.name())], notes, ..Entry::default() }
}

/// An expectation that a piece shows, unless the user left it out; where it was reworded or is gone, that is said.
fn line(desk: &Desk, shown: &ShownExpectation) -> Option<Line> {
    let expectation = desk.papers.ladder.expectations.iter().find(|expectation| shown.is_of(expectation));
    let Some(expectation) = expectation else {
        return Some(vec![ladders(&shown.wording.text), ours(" (no longer in this ladder)")]);
    };
    if !desk.holds(expectation) {
        return None;
    }
    let mut line = desk.with_competency(expectation);
    if shown.wording.fingerprint != Fingerprint::of(&expectation.text) {
        line.push(ours(" (reworded since it was chosen)"));
    }
    Some(line)
}
