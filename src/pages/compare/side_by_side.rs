//! Everything that each level expects, in columns under their names, with what changed marked.

use rungs_core::compare::{Cell, Change, Comparison, Entry, Row, Subject};
use rungs_core::ladder::LadderId;
use rungs_core::route::Target;
use rungs_view::prelude::*;

use super::entry::Anchors;
use super::heading::level_link;
use crate::components::change::{change_class, change_tag, statement};
use crate::components::empty_cell::empty_cell;

/// The table.
pub(super) fn view(comparison: &Comparison) -> Node {
    let anchors = Anchors::of(comparison);
    let heads = (0..comparison.columns.len()).map(|column| head(comparison, column)).collect::<Vec<_>>();
    let rows = comparison.rows.iter().map(|row| row_view(comparison, row, &anchors)).collect::<Vec<_>>();
    let what = if comparison.is_of_one_ladder() { "Competency" } else { "Theme" };
    let class = format!("side-by-side has-{}", comparison.columns.len());
    view! {
        <div class="scroller side-by-side-scroller" tabindex="0" role="region" aria-label="The levels side by side">
            <table class=class>
                <thead>
                    <tr>
                        <th scope="col">{what}</th>
                        {heads}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_node()
}

/// A level's name; its ladder's where there are several; what changes since the column to its left.
fn head(comparison: &Comparison, column: usize) -> Node {
    let ladder = comparison.columns[column].ladder;
    let of = (!comparison.is_of_one_ladder()).then(|| {
        let (name, lang) = (ladder.name.clone(), ladder.lang.clone());
        view! { <span class="side-of" lang=lang>{name}</span> }
    });
    let summary = comparison.summary(column).map(|summary| {
        view! { <span class="side-of">{summary.counts.to_string()}</span> }
    });
    view! {
        <th scope="col">
            {level_link(&comparison.columns[column])}
            {of}
            {summary}
        </th>
    }
    .into_node()
}

fn row_view(comparison: &Comparison, row: &Row, anchors: &Anchors) -> Node {
    let ladder = &comparison.columns[0].ladder.id;
    let target = match row.subject {
        Subject::Competency(competency) => Some(Target::Competency(competency.id.clone())),
        Subject::Theme(theme) => Some(Target::Theme(theme.id.clone())),
        Subject::NoTheme => None,
    };
    let name = row.subject.name().to_owned();
    let (id, link) = target.map(|target| anchors.of_row(ladder, target, &name)).unwrap_or_default();
    let cells = row.cells.iter().zip(&comparison.columns).map(|(cell, column)| {
        cell_view(cell, &column.ladder.id, &column.ladder.lang, anchors, !comparison.is_of_one_ladder())
    });
    view! {
        <tr id=id>
            <th scope="row">{name} {link}</th>
            {cells.collect::<Vec<_>>()}
        </tr>
    }
    .into_node()
}

fn cell_view(cell: &Cell, ladder: &LadderId, lang: &str, anchors: &Anchors, names_competencies: bool) -> Node {
    if cell.entries.is_empty() && cell.dropped.is_empty() {
        return empty_cell();
    }
    let lang = lang.to_owned();
    let mut last = None;
    let entries = cell.entries.iter().chain(&cell.dropped).map(|entry| {
        let is_first = last != Some(&entry.competency.id);
        last = Some(&entry.competency.id);
        item(entry, ladder, anchors, names_competencies && is_first)
    });
    view! { <td lang=lang><ul class="side-list">{entries.collect::<Vec<_>>()}</ul></td> }.into_node()
}

fn item(entry: &Entry, ladder: &LadderId, anchors: &Anchors, names_competency: bool) -> Node {
    let (id, link) = anchors.of_entry(ladder, entry);
    let tag = entry.change.filter(|change| *change != Change::Kept).map(change_tag);
    let class = format!("side-entry {}", entry.change.map(change_class).unwrap_or_default());
    let competency = names_competency.then(|| {
        let name = entry.competency.name.clone();
        view! { <p class="side-competency">{name}</p> }
    });
    view! {
        <li class=class id=id>
            {competency}
            {tag}
            {statement(entry)}
            {link}
        </li>
    }
    .into_node()
}
