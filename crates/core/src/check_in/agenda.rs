//! What to talk about, as Markdown: differences first, then what one rated only, what was noted, what was agreed.

use super::action::Action;
use super::colleague::Talk;
use super::content::CheckIn;
use super::row::{Row, Today};
use super::side_by_side::{Pair, SideBySide};
use crate::assessment::Rating;
use crate::ladder::Ladder;
use crate::markdown::{escape, line, paragraph};

/// The agenda of a talk about a check-in. It shows both ratings, so both have to be laid side by side before.
pub fn agenda(check_in: &CheckIn, talk: &Talk, ladder: Option<&Ladder>) -> String {
    let mut laid = SideBySide::of(check_in, talk, ladder);
    laid.by_none.retain(|pair| talk.note(&pair.row).is_some());
    let differences: Vec<Pair> = laid.differences.iter().map(|(_, pair)| *pair).collect();
    let sections = [
        ("Rated differently", &differences),
        ("Rated by one of us", &laid.by_one),
        ("Rated the same", &laid.agreements),
        ("Rated by nobody", &laid.by_none),
    ];
    let mut out = String::new();
    head(&mut out, check_in);
    for (heading, pairs) in sections.into_iter().filter(|(_, pairs)| !pairs.is_empty()) {
        paragraph(&mut out, &["## ", heading, " (", &pairs.len().to_string(), ")"]);
        out.push('\n');
        pairs.iter().for_each(|pair| entry(&mut out, check_in, pair, talk.note(&pair.row)));
    }
    actions(&mut out, talk);
    out
}

fn head(out: &mut String, check_in: &CheckIn) {
    line(out, &["# ", &escape(&check_in.title()), ": ", &escape(&check_in.target.name)]);
    let from = check_in.present.as_ref().map(|present| format!(", from {}", escape(&present.name)));
    let ladder = [&escape(&check_in.ladder.name), " ", &check_in.ladder.version.to_string()].concat();
    let rated = format!(". Rated by {} until {}.", escape(check_in.name()), check_in.day.long());
    paragraph(out, &[&ladder, &from.unwrap_or_default(), &rated]);
}

fn entry(out: &mut String, check_in: &CheckIn, pair: &Pair, note: Option<&str>) {
    let competency = escape(&pair.row.line.competency);
    line(out, &["- **", &competency, "**: ", &escape(pair.row.text())]);
    became(out, &pair.row);
    line(out, &["  - ", &ratings(check_in, pair)]);
    if let Some(note) = note {
        line(out, &["  - Note: ", &escape(note)]);
    }
}

/// What became of the statement that was rated in the file.
fn became(out: &mut String, row: &Row) {
    match row.today() {
        Today::Same | Today::Unknown => {}
        Today::Reworded => line(out, &["  - Worded otherwise in the file: ", &escape(&row.line.wording.text)]),
        Today::Gone => line(out, &["  - The ladder here does not have this expectation."]),
    }
}

/// "Ada: Sometimes; me: Consistently", or once where both say the same.
fn ratings(check_in: &CheckIn, pair: &Pair) -> String {
    let said = |rating: Option<Rating>| rating.map_or_else(|| "not rated".to_owned(), |rating| rating.to_string());
    if pair.theirs == pair.mine {
        return ["Both: ", &said(pair.mine)].concat();
    }
    [&escape(check_in.name()), ": ", &said(pair.theirs), "; me: ", &said(pair.mine)].concat()
}

fn actions(out: &mut String, talk: &Talk) {
    let mut said = talk.actions.iter().map(|(_, action)| action).filter(|action| !action.is_blank()).peekable();
    if said.peek().is_none() {
        return;
    }
    paragraph(out, &["## Agreed actions"]);
    out.push('\n');
    said.for_each(|action| write_action(out, action));
}

fn write_action(out: &mut String, action: &Action) {
    line(out, &["- [ ] ", &escape(&action.text), " (by the end of ", &action.month.long(), ")"]);
    if let Some(about) = &action.about {
        line(out, &["  - For: ", &escape(&about.wording.text)]);
    }
    if !action.sign.trim().is_empty() {
        line(out, &["  - We will know by: ", &escape(&action.sign)]);
    }
}
