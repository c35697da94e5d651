//! The section on requirements.

use super::compose::Desk;
use super::{Block, Entry, Mark, Note, ladders, on_a_day, ours, said, users};
use crate::assessment::{Evidence, Outcome, RequirementAnswer};
use crate::case::{Basis, Checked, ReviewStep};
use crate::ladder::Condition;

/// Every requirement with its state, the reason, and what was entered for it; then where things are with the review.
pub(super) fn blocks(desk: &Desk) -> Vec<Block> {
    if desk.summary.requirements.is_empty() {
        return Vec::new();
    }
    let entries = desk.summary.requirements.iter().map(|checked| entry(desk, checked)).collect();
    let review = match desk.summary.review {
        ReviewStep::NotAsked => None,
        step => Some(Block::Paragraph(vec![ours(step.to_string())])),
    };
    [Block::Entries(entries)].into_iter().chain(review).collect()
}

/// A requirement with its state and the reason.
pub(super) fn in_short(desk: &Desk, checked: &Checked) -> Entry {
    Entry {
        mark: Some(mark(checked)),
        head: vec![ladders(desk.papers.ladder.sentence(&checked.requirement.condition))],
        notes: vec![Note::Said(vec![ours(format!("{:#}.", checked.finding))])],
        within: Vec::new(),
    }
}

fn mark(checked: &Checked) -> Mark {
    match checked.finding.basis() {
        Some(Basis::NotAsked) => Mark::NotAsked,
        _ => Mark::State(checked.state()),
    }
}

fn entry(desk: &Desk, checked: &Checked) -> Entry {
    let mut entry = in_short(desk, checked);
    if entry.mark == Some(Mark::NotAsked) {
        return entry;
    }
    if let Some(before) = checked.reworded {
        entry.notes.push(Note::Said(vec![ours("Reworded since it was answered. It was: "), ladders(&before.text)]));
    }
    let answer = desk.papers.assessment.requirement_answer(desk.papers.target, checked.requirement);
    entry.notes.extend(notes(desk, checked, &answer));
    entry.within = checked.branches.iter().map(|branch| self::entry(desk, branch)).collect();
    entry.within.extend(skillsets(&answer));
    entry
}

/// What was noted for it, in the order in which the page asks for it.
fn notes(desk: &Desk, checked: &Checked, answer: &RequirementAnswer) -> Vec<Note> {
    let mut notes: Vec<Note> = answer.word().and_then(|word| said(&word.note)).into_iter().collect();
    if *checked.requirement.condition.innermost() == Condition::DocumentedNeed {
        notes.push(Note::Said(vec![ours("Only the organisation can give this.")]));
        let opening = desk.papers.assessment.opening(desk.papers.target);
        notes.extend(opening.and_then(|opening| said(&opening.note)));
    }
    for (_, review) in answer.reviews() {
        let outcome = match review.outcome {
            Outcome::Pending => "Review asked for or under way",
            Outcome::Successful => "Review successful",
            Outcome::Unsuccessful => "Review not successful",
        };
        let line = match review.note.trim() {
            "" => vec![ours(outcome)],
            note => vec![ours(format!("{outcome}: ")), users(note)],
        };
        notes.push(Note::Dated(review.date, line, None));
    }
    notes.extend(answer.waiver().and_then(|waiver| said(&waiver.note)));
    notes.extend(latest_first(answer.evidence().map(|(_, piece)| piece)));
    notes
}

/// The skillsets that are named, each with its evidence.
fn skillsets(answer: &RequirementAnswer) -> Vec<Entry> {
    let entry = |(id, skillset): (_, &crate::assessment::Skillset)| Entry {
        head: vec![users(&skillset.name)],
        notes: latest_first(answer.skillset_evidence(id).map(|(_, piece)| piece)),
        ..Entry::default()
    };
    answer.skillsets().map(entry).collect()
}

fn latest_first<'a>(pieces: impl Iterator<Item = &'a Evidence>) -> Vec<Note> {
    let mut listed: Vec<&Evidence> = Vec::new();
    for piece in pieces {
        let place = listed.partition_point(|other| other.date >= piece.date);
        listed.insert(place, piece);
    }
    listed.into_iter().map(evidence).collect()
}

/// A piece of evidence.
pub(super) fn evidence(piece: &Evidence) -> Note {
    on_a_day(piece.date, &piece.text, piece.link.as_ref())
}
