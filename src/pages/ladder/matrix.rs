//! The matrix: competencies as rows, levels as columns. It shows the whole text, or for each level
//! only what changes from the level before it.

use std::sync::Arc;

use rungs_core::compare::{Change, Comparison, Entry, Subject, level_before};
use rungs_core::ladder::{Competency, Ladder, Level};
use rungs_core::route::{Anchor, Columns, LevelRef, Place, Route, Show, Target};
use rungs_view::prelude::*;

use crate::components::anchor::AnchorLink;
use crate::components::expectation::Paragraphs;
use crate::state::use_navigator;

/// The table, in a scroller of its own in which the first row and column stay in sight.
#[component]
pub fn Matrix(ladder: Arc<Ladder>, show: Show) -> impl IntoNode {
    if ladder.competencies.is_empty() {
        return view! { <p class="soft">"This ladder names no competencies yet."</p> }.into_node();
    }
    let place = Place::from(Route::Ladder(ladder.id.clone()));
    // For each level, what changes from the level before, where that is asked for and there is one.
    let changes: Vec<Option<Comparison>> = ladder
        .levels
        .iter()
        .map(|level| {
            let before = level_before(&ladder, level).filter(|_| show == Show::Changes)?;
            Some(Comparison::between(&ladder, before, level))
        })
        .collect();
    let heads: Vec<_> = ladder.levels.iter().map(|level| column_head(&ladder, level, show)).collect();
    let bodies: Vec<_> =
        groups(&ladder.competencies).into_iter().map(|group| body(&ladder, group, &changes, &place)).collect();
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

/// Competencies that follow each other under one group's name.
fn groups(competencies: &[Competency]) -> Vec<&[Competency]> {
    competencies.chunk_by(|a, b| a.group == b.group).collect()
}

fn column_head(ladder: &Ladder, level: &Level, show: Show) -> impl IntoNode + use<> {
    let navigator = use_navigator();
    let id = |level: &Level| LevelRef::new(ladder.id.clone(), level.id.clone());
    let href = navigator.href(&Route::Level(id(level)).into());
    let against = level_before(ladder, level).filter(|_| show == Show::Changes).map(|before| {
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

fn body(
    ladder: &Ladder,
    competencies: &[Competency],
    changes: &[Option<Comparison>],
    place: &Place,
) -> impl IntoNode + use<> {
    let group = competencies.first().and_then(|competency| competency.group.clone()).map(|group| {
        view! {
            <tr class="matrix-group">
                <th scope="rowgroup" colspan=ladder.levels.len() + 1><span>{group}</span></th>
            </tr>
        }
    });
    let rows: Vec<_> = competencies.iter().map(|competency| row(ladder, competency, changes, place)).collect();
    view! {
        <tbody>
            {group}
            {rows}
        </tbody>
    }
}

fn row(
    ladder: &Ladder,
    competency: &Competency,
    changes: &[Option<Comparison>],
    place: &Place,
) -> impl IntoNode + use<> {
    let anchor = Anchor { ladder: None, target: Target::Competency(competency.id.clone()) };
    let id = anchor.element_id();
    let cells: Vec<_> = ladder
        .levels
        .iter()
        .zip(changes)
        .map(|(level, changes)| match changes {
            Some(changes) => view! { <td>{changed_cell(changes, competency)}</td> },
            None => view! { <td>{whole_cell(ladder, level, competency)}</td> },
        })
        .collect();
    view! {
        <tr id=id>
            <th scope="row">
                {competency.name.clone()}
                " "
                <AnchorLink place=place.clone().at(anchor) name=competency.name.clone() />
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
        return empty();
    }
    let step = ladder.step(level, &competency.id).and_then(|step| step.name.clone());
    let step = step.map(|name| view! { <p class="step-name">{name}</p> });
    view! { {step} <ul class="matrix-cell">{texts}</ul> }.into_node()
}

/// What changes in a competency; what is kept or dropped is counted.
fn changed_cell(changes: &Comparison, competency: &Competency) -> Node {
    let row = changes.rows.iter().find(|row| row.subject == Subject::Competency(competency));
    let Some(cell) = row.and_then(|row| row.cells.last()) else { return empty() };
    let told: Vec<_> = cell.entries.iter().filter_map(changed_entry).collect();
    let kept = cell.entries.iter().filter(|entry| entry.change == Some(Change::Kept)).count();
    let counts: Vec<_> =
        [(kept, Change::Kept), (cell.dropped.len(), Change::Dropped)].into_iter().filter_map(counted).collect();
    if told.is_empty() && counts.is_empty() {
        return empty();
    }
    view! {
        <ul class="matrix-cell">{told}</ul>
        {counts}
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
            <li class=format!("is-change change-{}", change.word())>
                <span class="change-sign" lang="en"><span aria-hidden="true">{change.sign()}</span> " " {change.word()}</span>
                {figures}
                <Paragraphs text />
            </li>
        }
        .into_node(),
    )
}

fn empty() -> Node {
    view! { <span class="matrix-empty"><span aria-hidden="true">"—"</span><span class="visually-hidden" lang="en">"nothing stated"</span></span> }
        .into_node()
}
