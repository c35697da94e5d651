//! The section on expectations.

use super::asked::evidence;
use super::compose::Desk;
use super::{Block, Entry, Line, Mark, Note, ladders, ours, users};
use crate::assessment::{Answer, Fingerprint, Wording, answer_to};
use crate::case::Expected;
use crate::case::folder::{Piece, Section};
use crate::ladder::{Competency, Expectation};

/// Every expectation that was not left out, by competency, with rating and evidence.
pub(super) fn blocks(desk: &Desk) -> Vec<Block> {
    desk.papers.ladder.competencies.iter().flat_map(|competency| of_competency(desk, competency)).collect()
}

fn of_competency(desk: &Desk, competency: &Competency) -> Vec<Block> {
    let is_here =
        |expected: &&Expected| expected.expectation.competency == competency.id && desk.holds(expected.expectation);
    let entries: Vec<Entry> =
        desk.summary.expectations.iter().filter(is_here).map(|expected| entry(desk, expected)).collect();
    if entries.is_empty() {
        return Vec::new();
    }
    vec![Block::Heading(vec![ladders(&competency.name)]), Block::Entries(entries)]
}

fn entry(desk: &Desk, expected: &Expected) -> Entry {
    let expectation = expected.expectation;
    let answer = answer_to(desk.papers.assessment, expectation);
    let mut notes: Vec<Note> = reworded(&answer, expectation).into_iter().collect();
    notes.extend(expected.figure_sentence().map(|figure| Note::Said(vec![ours(format!("{figure}."))])));
    notes.extend(answer.evidence().into_iter().map(|(_, piece)| evidence(piece)));
    notes.extend(in_portfolio(desk, expectation));
    Entry {
        mark: Some(expected.rating.map_or(Mark::NotRated, Mark::Rated)),
        head: vec![ladders(&expectation.text)],
        notes,
        within: Vec::new(),
    }
}

fn reworded(answer: &Answer, expectation: &Expectation) -> Option<Note> {
    let before: &Wording = answer.wording()?;
    let is_reworded = before.fingerprint != Fingerprint::of(&expectation.text);
    let line = || vec![ours("Reworded since it was answered. It was: "), ladders(&before.text)];
    is_reworded.then(|| Note::Said(line()))
}

/// The pieces of the portfolio that show it, if the portfolio stands in the document.
fn in_portfolio(desk: &Desk, expectation: &Expectation) -> Option<Note> {
    let folder = desk.papers.folder;
    let mut line: Line = vec![ours("In the portfolio: ")];
    for (place, piece) in folder.pieces_showing(expectation).map(Piece::name).enumerate() {
        line.extend((place > 0).then(|| ours(", ")));
        line.push(users(piece));
    }
    (line.len() > 1 && folder.has(Section::Portfolio)).then_some(Note::Said(line))
}
