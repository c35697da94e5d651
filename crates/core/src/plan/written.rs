//! A plan for other places: as Markdown, and as a calendar file.

use super::{Item, Plan, Subject, subject};
use crate::ics::{self, Event};
use crate::ladder::Ladder;
use crate::markdown::{escape, line, paragraph};
use crate::record::{EntryId, Stamp};

/// What is said beside an item, each with the words before it.
fn details<'a>(ladder: &'a Ladder, item: &'a Item) -> Vec<(&'static str, &'a str)> {
    let mut details = Vec::new();
    match subject(ladder, item) {
        Subject::None => {}
        Subject::Same(expectation) => details.push(("Expectation", expectation.text.as_str())),
        Subject::Reworded { today, then } => {
            details.push(("Expectation", today.text.as_str()));
            details.push(("When it was picked", then.text.as_str()));
        }
        Subject::Retired(then) => details.push(("Expectation, no longer in the ladder", then.text.as_str())),
    }
    details.push(("How I will know", item.sign.as_str()));
    details.push(("Agreed", item.agreed.as_str()));
    details.retain(|(_, text)| !text.trim().is_empty());
    details
}

/// The plan as Markdown: a heading a month, an item a line with a box to tick.
pub fn markdown(ladder: &Ladder, plan: &Plan) -> String {
    let mut out = String::new();
    line(&mut out, &["# Plan: ", &escape(&ladder.name)]);
    paragraph(&mut out, &[&plan.span.start.long(), " to ", &plan.span.end().long()]);
    for month in plan.months() {
        let mut items = plan.in_month(month).peekable();
        if items.peek().is_some() {
            paragraph(&mut out, &["## ", &month.long()]);
            out.push('\n');
            items.for_each(|(_, item)| put(&mut out, ladder, item));
        }
    }
    out
}

fn put(out: &mut String, ladder: &Ladder, item: &Item) {
    let done = item.done.map(|day| format!(" (done on {})", day.long())).unwrap_or_default();
    let title = if item.action.trim().is_empty() { item.title() } else { &item.action };
    line(out, &[if item.done.is_some() { "- [x] " } else { "- [ ] " }, &escape(title), &done]);
    for (name, text) in details(ladder, item) {
        line(out, &["  - ", name, ": ", &escape(text)]);
    }
}

/// The plan as a calendar file: each item on the last day of its month, a finished one on the day it was finished.
pub fn calendar(ladder: &Ladder, plan: &Plan, written: Stamp) -> String {
    let mut events = Vec::new();
    events.extend(plan.items.iter().map(|(id, item)| event(ladder, id, item)));
    ics::calendar(&["Plan: ", &ladder.name].concat(), &events, written)
}

fn event(ladder: &Ladder, id: &EntryId, item: &Item) -> Event {
    let mut description = String::new();
    if item.action.trim() != item.title() {
        description.push_str(item.action.trim());
    }
    for (name, text) in details(ladder, item) {
        let gap = if description.is_empty() { "" } else { "\n" };
        [gap, name, ": ", text].iter().for_each(|part| description.push_str(part));
    }
    let summary = if item.done.is_some() { ["Done: ", item.title()].concat() } else { item.title().to_owned() };
    let day = item.done.unwrap_or_else(|| item.month.last_day());
    Event { uid: [id.as_str(), "@rungs"].concat(), day, summary, description }
}
