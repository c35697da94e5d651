//! The section on the growth worksheet: the path, the priorities with the work for each, and what it comes to.

use super::compose::{Desk, Papers};
use super::{Block, Entry, Line, Note, ours, users};
use crate::assessment::choice;
use crate::growth::{Aim, Conclusion, Opportunity, Work, Worksheet};
use crate::ladder::{Called, Ladder, Level};

/// Whether the worksheet is about that level, or about none that is named.
pub fn is_about(sheet: &Worksheet, ladder: &Ladder, level: &Level) -> bool {
    sheet.target.as_ref().is_none_or(|target| {
        let is_ladder = ladder.is_called(&target.ladder);
        is_ladder && choice(ladder, Some(&target.level)).level().is_some_and(|known| known.id == level.id)
    })
}

/// A worksheet that is about another level is none of this case.
pub(super) fn blocks(desk: &Desk) -> Vec<Block> {
    let Papers { ladder, target, worksheet: sheet, .. } = desk.papers;
    if sheet.is_blank() || !is_about(sheet, ladder, target) {
        return Vec::new();
    }
    let path = sheet.path.as_ref().map(|path| users(&path.text)).filter(|path| !path.words().is_empty());
    let path = path.map(|path| Block::Paragraph(vec![ours("The path: "), path]));
    path.into_iter().chain(work(sheet)).chain(conclusion(desk)).collect()
}

/// Priorities, each with the work that serves it; then the work that serves none.
fn work(sheet: &Worksheet) -> Vec<Block> {
    let named = sheet.named().map(|(rank, id, priority)| Entry {
        head: vec![ours(format!("Priority {rank}: ")), users(&priority.text)],
        within: sheet.work_for(id).map(entry).collect(),
        ..Entry::default()
    });
    let adrift = sheet.adrift().into_iter().map(entry);
    let entries: Vec<Entry> = named.chain(adrift).collect();
    if entries.is_empty() { Vec::new() } else { vec![Block::Entries(entries)] }
}

fn entry(work: &Work) -> Entry {
    let mut input: Line = Vec::new();
    for (label, text) in [("Input metric: ", &work.input), (" from ", &work.from), (" to ", &work.to)] {
        if !text.trim().is_empty() {
            input.extend([ours(label), users(text)]);
        }
    }
    input.extend(work.by.map(|by| ours(format!(", by {}", by.long()))).filter(|_| !input.is_empty()));
    let output = Some(users(&work.output)).filter(|output| !output.words().is_empty());
    let lines = [input, output.map(|output| vec![ours("Output metric: "), output]).unwrap_or_default()];
    let notes = lines.into_iter().filter(|line| !line.is_empty()).map(Note::Said);
    Entry { head: vec![users(work.name())], notes: notes.collect(), ..Entry::default() }
}

fn conclusion(desk: &Desk) -> Vec<Block> {
    let Papers { ladder, target, assessment, worksheet: sheet, today, .. } = desk.papers;
    let aim = sheet.target.as_ref().map(|_| Aim { level: &target.name, ladder: &ladder.name });
    let opportunity = Opportunity::of(sheet, assessment.opening(target), today);
    let lines = Conclusion::of(sheet, aim, &opportunity).map(|conclusion| conclusion.lines()).unwrap_or_default();
    lines.into_iter().map(|line| Block::Paragraph(vec![ours(line)])).collect()
}
