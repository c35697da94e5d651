//! Comparisons and levels as Markdown, to be pasted into a note, a chat or an issue.

use super::{Asked, Change, Column, Comparison, Counts, Entry, Row, Subject, Summary};
use crate::ladder::{Ladder, Level};
use crate::markdown::{escape, line, paragraph};

/// A comparison, step by step where it is of one ladder, else theme by theme, with its link at the end.
pub fn comparison(comparison: &Comparison, url: &str) -> String {
    let mut out = String::new();
    let names: Vec<String> = comparison.columns.iter().map(|column| escape(&column.name(comparison))).collect();
    if comparison.is_of_one_ladder() {
        line(&mut out, &["# ", &names.join(" → ")]);
        if let Some(first) = comparison.columns.first() {
            paragraph(&mut out, &[&escape(&first.ladder.name), " ", &first.ladder.version.to_string()]);
        }
        for column in 1..comparison.columns.len() {
            step(&mut out, comparison, column);
        }
    } else {
        line(&mut out, &["# ", &names.join(" · ")]);
        paragraph(&mut out, &[super::NO_EQUIVALENCE]);
        comparison.rows.iter().for_each(|row| side_by_side(&mut out, row, &names));
    }
    paragraph(&mut out, &[url]);
    out
}

/// What a level expects and requires, with its link at the end.
pub fn level(ladder: &Ladder, level: &Level, url: &str) -> String {
    let mut out = String::new();
    line(&mut out, &["# ", &escape(&level.name)]);
    paragraph(&mut out, &[&escape(&ladder.name), " ", &ladder.version.to_string()]);
    if !level.summary.is_empty() {
        paragraph(&mut out, &[&escape(&level.summary)]);
    }
    for competency in &ladder.competencies {
        let mut cell = ladder.cell(level, &competency.id).peekable();
        if cell.peek().is_some() {
            paragraph(&mut out, &["## ", &escape(&competency.name)]);
            out.push('\n');
            cell.for_each(|holding| line(&mut out, &["- ", &escape(&holding.expectation.text)]));
        }
    }
    asked(&mut out, "## ", level.requirements.iter().map(|requirement| Asked::anyone(ladder, requirement)));
    paragraph(&mut out, &[url]);
    out
}

/// One step: its counts, its changes by kind, what else it takes.
fn step(out: &mut String, comparison: &Comparison, column: usize) {
    let Some(Summary { counts, asked: requirements }) = comparison.summary(column) else { return };
    let of_two = comparison.columns.len() == 2;
    let heading = if of_two { "## " } else { "### " };
    if !of_two {
        let [from, to] = [column - 1, column].map(|at| escape(&comparison.columns[at].level.name));
        paragraph(out, &["## ", &from, " → ", &to]);
    }
    paragraph(out, &[&counts.to_string()]);
    for change in Change::TOLD.into_iter().filter(|change| counts.get(*change) > 0) {
        changes(out, heading, change, &counts, comparison.changed(column, change));
    }
    asked(out, heading, requirements.into_iter());
}

fn changes<'a>(
    out: &mut String,
    heading: &str,
    change: Change,
    counts: &Counts,
    entries: impl Iterator<Item = &'a Entry<'a>>,
) {
    paragraph(out, &[heading, change.heading(), " (", &counts.get(change).to_string(), ")"]);
    out.push('\n');
    for entry in entries {
        let text = escape(&entry.expectation.text);
        let figures = entry.figures().map(|(before, after)| format!("{before} → {after}. ")).unwrap_or_default();
        line(out, &["- **", &escape(&entry.competency.name), "**: ", &figures, &text]);
        if let (Change::Reworded | Change::Raised | Change::Lowered, Some(before)) = (change, entry.before.first()) {
            line(out, &["  - before: ", &escape(&before.text)]);
        }
    }
}

fn asked<'a>(out: &mut String, heading: &str, requirements: impl Iterator<Item = Asked<'a>>) {
    let mut requirements = requirements.peekable();
    if requirements.peek().is_some() {
        paragraph(out, &[heading, "To get there"]);
        out.push('\n');
        requirements.for_each(|asked| line(out, &["- ", &escape(&asked.to_string())]));
    }
}

fn side_by_side(out: &mut String, row: &Row, names: &[String]) {
    paragraph(out, &["## ", &escape(row.subject.name())]);
    out.push('\n');
    for (cell, name) in row.cells.iter().zip(names) {
        line(out, &["- **", name, "**", if cell.entries.is_empty() { ": nothing" } else { "" }]);
        for entry in cell.entries.iter().chain(&cell.dropped) {
            let mark = entry.change.map(|change| format!(" *({})*", change.word())).unwrap_or_default();
            line(out, &["  - ", &escape(&entry.expectation.text), &mark]);
        }
    }
}

impl Column<'_> {
    /// The level's name; with its ladder's where the comparison is of several.
    pub fn name(&self, comparison: &Comparison) -> String {
        if comparison.is_of_one_ladder() {
            return self.level.name.clone();
        }
        [&self.level.name, " (", &self.ladder.name, ")"].concat()
    }
}

impl<'a> Subject<'a> {
    /// What stands at the head of the row.
    pub fn name(self) -> &'a str {
        match self {
            Self::Competency(competency) => &competency.name,
            Self::Theme(theme) => &theme.name,
            Self::NoTheme => "Without a theme",
        }
    }
}
