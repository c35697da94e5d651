//! What to talk about, as Markdown: differences first, then what one rated only, what was noted, what was agreed.

use super::action::Action;
use super::colleague::Colleague;
use super::side_by_side::{Pair, SideBySide};
use crate::assessment::Rating;
use crate::ladder::Ladder;
use crate::markdown::{escape, line, paragraph};

/// The agenda of a talk about a check-in. It shows both ratings, so both have to be laid side by side before.
pub fn agenda(colleague: &Colleague, ladder: Option<&Ladder>) -> String {
    let laid = SideBySide::of(colleague, ladder);
    let mut out = String::new();
    head(&mut out, colleague);
    let differences: Vec<Pair> = laid.differences.iter().map(|(_, pair)| *pair).collect();
    section(&mut out, "Rated differently", colleague, &differences);
    section(&mut out, "Rated by one of us", colleague, &laid.by_one);
    section(&mut out, "Rated the same", colleague, &laid.agreements);
    let mut unrated = laid.by_none;
    unrated.retain(|pair| colleague.note(&pair.row).is_some());
    section(&mut out, "Rated by nobody", colleague, &unrated);
    actions(&mut out, colleague);
    out
}

fn head(out: &mut String, colleague: &Colleague) {
    let check_in = &colleague.check_in;
    line(out, &["# ", &escape(&check_in.title()), ": ", &escape(&check_in.target.name)]);
    let from = check_in.present.as_ref().map(|present| format!(", from {}", escape(&present.name)));
    let ladder = escape(&check_in.ladder.name);
    let version = check_in.ladder.version.to_string();
    let day = check_in.day.long();
    paragraph(
        out,
        &[
            &ladder,
            " ",
            &version,
            &from.unwrap_or_default(),
            ". Rated by ",
            &escape(check_in.name()),
            " until ",
            &day,
            ".",
        ],
    );
}

fn section(out: &mut String, heading: &str, colleague: &Colleague, pairs: &[Pair]) {
    if pairs.is_empty() {
        return;
    }
    paragraph(out, &["## ", heading, " (", &pairs.len().to_string(), ")"]);
    out.push('\n');
    for pair in pairs {
        let competency = escape(&pair.row.line.competency);
        line(out, &["- **", &competency, "**: ", &escape(pair.row.text())]);
        line(out, &["  - ", &ratings(colleague, pair)]);
        if let Some(note) = colleague.note(&pair.row) {
            line(out, &["  - Note: ", &escape(note)]);
        }
    }
}

/// "Ada: Sometimes; me: Consistently", or once where both say the same.
fn ratings(colleague: &Colleague, pair: &Pair) -> String {
    let said = |rating: Option<Rating>| rating.map_or_else(|| "not rated".to_owned(), |rating| rating.to_string());
    if pair.theirs == pair.mine {
        return ["Both: ", &said(pair.mine)].concat();
    }
    [&escape(colleague.check_in.name()), ": ", &said(pair.theirs), "; me: ", &said(pair.mine)].concat()
}

fn actions(out: &mut String, colleague: &Colleague) {
    let mut said = colleague.actions.iter().map(|(_, action)| action).filter(|action| !action.is_blank()).peekable();
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
