//! The matrix: competencies as rows, levels as columns. It shows the whole text, or for each level
//! only what changes from the level before it.

use std::sync::Arc;

use rungs_core::compare::{Cell, Change, Entry, change_in, has_row, level_before};
use rungs_core::ladder::{Competency, Ladder, Level, TrackId};
use rungs_core::route::{Anchor, Columns, LevelRef, Place, Route, Show, Target};
use rungs_view::prelude::*;

use crate::components::anchor::AnchorLink;
use crate::components::empty_cell::empty_cell;
use crate::components::expectation::Paragraphs;
use crate::state::use_navigator;

/// The table, in a scroller of its own in which the first row and column stay in sight.
#[component]
pub fn Matrix(
    ladder: Arc<Ladder>,
    show: Show,
    /// The only track that is shown; `None`: all.
    track: Option<TrackId>,
) -> impl IntoNode {
    if ladder.competencies.is_empty() {
        return view! { <p class="soft">"This ladder names no competencies yet."</p> }.into_node();
    }
    let levels = ladder.levels.iter().filter(|level| track.as_ref().is_none_or(|track| level.track == *track));
    let columns: Vec<_> = levels.map(|level| Column::of(&ladder, level, show)).collect();
    let rows = rows(&ladder, track.as_ref(), show);
    let heads: Vec<_> = columns.iter().map(|column| column_head(&ladder, column)).collect();
    // Competencies that follow each other under one group's name stand in one body.
    let groups = rows.chunk_by(|a, b| a.group == b.group);
    let bodies: Vec<_> = groups.map(|group| body(&ladder, group, &columns)).collect();
    view! {
        <div class="scroller matrix-scroller" tabindex="0" role="region" aria-labelledby="matrix">
            <table class="matrix" lang=ladder.lang.clone()>
                <thead>
                    <tr>
                        <th scope="col" lang="en">"Competency"</th>
                        {heads}
                    </tr>
                </thead>
                {bodies}
            </table>
        </div>
    }
    .into_node()
}

/// A level, and what it is compared with: the level before, where changes are asked for and there is one.
struct Column<'a> {
    level: &'a Level,
    before: Option<&'a Level>,
}

impl<'a> Column<'a> {
    fn of(ladder: &'a Ladder, level: &'a Level, show: Show) -> Self {
        Self { level, before: level_before(ladder, level).filter(|_| show == Show::Changes) }
    }
}

/// All competencies; of one track those of which it has something to show.
fn rows<'a>(ladder: &'a Ladder, track: Option<&TrackId>, show: Show) -> Vec<&'a Competency> {
    let has_row = |track, competency: &Competency| has_row(ladder, track, show == Show::Changes, &competency.id);
    ladder.competencies.iter().filter(|competency| track.is_none_or(|track| has_row(track, competency))).collect()
}

fn column_head(ladder: &Ladder, column: &Column) -> impl IntoNode + use<> {
    let (navigator, level) = (use_navigator(), column.level);
    let id = |level: &Level| LevelRef::new(ladder.id.clone(), level.id.clone());
    let href = navigator.href(&Route::Level(id(level)).into());
    let against = column.before.map(|before| {
        let columns: Columns = [id(before), id(level)].into_iter().collect();
        let href = navigator.href(&Route::Compare(columns).into());
        view! { <a class="matrix-against" href=href>{format!("from {}", before.name)}</a> }
    });
    view! {
        <th scope="col">
            <a class="matrix-level" href=href>{level.name.clone()}</a>
            <span class="matrix-rank" lang="en">{format!("level {}", level.rank)}</span>
            {against}
        </th>
    }
}

fn body(ladder: &Ladder, rows: &[&Competency], columns: &[Column]) -> impl IntoNode + use<> {
    let group = rows.first().and_then(|competency| competency.group.clone()).map(|group| {
        view! {
            <tr class="matrix-group">
                <th scope="rowgroup" colspan=columns.len() + 1><span>{group}</span></th>
            </tr>
        }
    });
    let rows: Vec<_> = rows.iter().map(|competency| row(ladder, competency, columns)).collect();
    view! {
        <tbody>
            {group}
            {rows}
        </tbody>
    }
}

fn row(ladder: &Ladder, competency: &Competency, columns: &[Column]) -> impl IntoNode + use<> {
    let anchor = Anchor { ladder: None, target: Target::Competency(competency.id.clone()) };
    let id = anchor.element_id();
    let cell = |column: &Column| match column.before {
        Some(before) => changed_cell(&change_in(ladder, before, column.level, competency)),
        None => whole_cell(ladder, column.level, competency),
    };
    let cells: Vec<Node> = columns.iter().map(cell).collect();
    view! {
        <tr id=id>
            <th scope="row">
                {competency.name.clone()}
                " "
                <AnchorLink place=Place::from(Route::Ladder(ladder.id.clone())).at(anchor) name=competency.name.clone() />
            </th>
            {cells}
        </tr>
    }
}

fn whole_cell(ladder: &Ladder, level: &Level, competency: &Competency) -> Node {
    let texts: Vec<_> = ladder
        .cell(level, &competency.id)
        .map(|holding| view! { <li><Paragraphs text=holding.expectation.text.clone() /></li> })
        .collect();
    if texts.is_empty() {
        return empty_cell();
    }
    let step = ladder.step(level, &competency.id).and_then(|step| step.name.clone());
    let step = step.map(|name| view! { <p class="step-name">{name}</p> });
    view! { <td>{step} <ul class="matrix-cell">{texts}</ul></td> }.into_node()
}

/// What changes in a competency; what is kept or dropped is counted.
fn changed_cell(cell: &Cell) -> Node {
    let told: Vec<_> = cell.entries.iter().filter_map(changed_entry).collect();
    let kept = cell.entries.iter().filter(|entry| entry.change == Some(Change::Kept)).count();
    let counts: Vec<_> =
        [(kept, Change::Kept), (cell.dropped.len(), Change::Dropped)].into_iter().filter_map(counted).collect();
    if told.is_empty() && counts.is_empty() {
        return empty_cell();
    }
    let list = (!told.is_empty()).then(|| view! { <ul class="matrix-cell">{told}</ul> });
    view! {
        <td>
            {list}
            {counts}
        </td>
    }
    .into_node()
}

/// "5 kept": what needs no telling in full; the comparison of the two levels has it.
fn counted((count, change): (usize, Change)) -> Option<Node> {
    let class = format!("matrix-count change-{}", change.word());
    (count > 0).then(|| {
        view! { <p class=class lang="en"><span class="change-sign">{change.sign()}</span>{format!(" {count} {}", change.word())}</p> }
            .into_node()
    })
}

fn changed_entry(entry: &Entry) -> Option<Node> {
    let change = entry.change.filter(|change| *change != Change::Kept)?;
    let text = entry.expectation.text.clone();
    let figures = entry.figures().map(|(before, after)| {
        view! { <p class="matrix-figures"><bdi>{before}</bdi> " → " <strong><bdi>{after}</bdi></strong></p> }
    });
    Some(
        view! {
            <li class=format!("change-{}", change.word())>
                <span class="change-sign" lang="en"><span aria-hidden="true">{change.sign()}</span> " " {change.word()}</span>
                {figures}
                <Paragraphs text />
            </li>
        }
        .into_node(),
    )
}
