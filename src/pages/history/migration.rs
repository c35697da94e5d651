//! What is new in a version of the ladder, what is no longer there, and what is carried over.

use rungs_core::history::Migration;
use rungs_core::ladder::{ExpectationId, Ladder, LevelId};
use rungs_view::prelude::*;

use crate::components::archive::Archive;

/// All that a new version changes but for the wordings; `assess` is the address of the assessment.
pub fn lists(archive: Archive, migration: &Migration, assess: &str) -> Node {
    let parts = [
        new(archive, migration, assess),
        elsewhere(migration),
        retired(archive, migration, assess),
        levels(migration),
        entries(migration),
        carried(archive, migration),
    ];
    parts.into_iter().flatten().collect_nodes()
}

fn way(assess: &str) -> Node {
    view! { <a href=assess.to_owned()>"Assessment"</a> }.into_node()
}

fn new(archive: Archive, migration: &Migration, assess: &str) -> Option<Node> {
    let Some(new) = &migration.new else {
        let said = "Which expectations are new is not known: it was not written down for which version you answered.";
        return Some(view! { <p class="soft small">{said}</p> }.into_node());
    };
    (!new.is_empty()).then(|| {
        view! {
            <h3>"New"</h3>
            <ul class="entry-list">{statements(archive, new)}</ul>
            <p class="small">"To be rated whenever you like: " {way(assess)}</p>
        }
        .into_node()
    })
}

fn elsewhere(migration: &Migration) -> Option<Node> {
    let said = match migration.new_elsewhere {
        0 => return None,
        1 => "1 expectation is new at levels that you do not work toward.".to_owned(),
        many => format!("{many} expectations are new at levels that you do not work toward."),
    };
    Some(view! { <p class="soft small">{said}</p> }.into_node())
}

fn retired(archive: Archive, migration: &Migration, assess: &str) -> Option<Node> {
    let items = migration.retired.iter().map(|id| retired_answer(archive, id)).collect_nodes();
    (!migration.retired.is_empty()).then(|| {
        view! {
            <h3>"No longer in this ladder"</h3>
            <ul class="entry-list">{items}</ul>
            <p class="small">"Your answers to these are kept, at the end of the page: " {way(assess)}</p>
        }
        .into_node()
    })
}

fn retired_answer(archive: Archive, id: &ExpectationId) -> Node {
    let said = archive.with_answers(|answers| {
        let answer = answers.answer(id)?;
        Some((answer.wording()?.text.clone(), answer.rating().map(|rating| rating.to_string())))
    });
    let (text, rating) = said.unwrap_or_else(|| (id.to_string(), None));
    view! {
        <li>
            <p dir="auto">{text}</p>
            {rating.map(|rating| view! { <p class="small">"Your rating: " {rating}</p> })}
        </li>
    }
    .into_node()
}

/// The levels that were chosen and are gone.
fn levels(migration: &Migration) -> Option<Node> {
    let level = |id: &LevelId| {
        let said = format!("The level you chose, {id}, is no longer in this ladder. Choose another in the assessment.");
        view! { <p class="notice is-warning small">{said}</p> }
    };
    Some(migration.levels_gone.iter().map(level).collect_nodes())
}

/// What was entered for requirements that are gone.
fn entries(migration: &Migration) -> Option<Node> {
    let said = match migration.entries_retired {
        0 => return None,
        1 => "1 entry is about a requirement that is no longer there; it is kept.".to_owned(),
        many => format!("{many} entries are about requirements that are no longer there; they are kept."),
    };
    Some(view! { <p class="small">{said}</p> }.into_node())
}

fn carried(archive: Archive, migration: &Migration) -> Option<Node> {
    let count = migration.carried.len();
    (count > 0).then(|| {
        view! {
            <details>
                <summary>{format!("Carried over ({count})")}</summary>
                <ul class="entry-list">{statements(archive, &migration.carried)}</ul>
            </details>
        }
        .into_node()
    })
}

fn statements(archive: Archive, indices: &[usize]) -> Node {
    archive.with_ladder(|ladder| indices.iter().map(|index| statement(ladder, *index)).collect_nodes())
}

/// An expectation with its competency.
fn statement(ladder: &Ladder, index: usize) -> Node {
    let expectation = &ladder.expectations[index];
    let competency = ladder.competency(&expectation.competency).map(|competency| competency.name.clone());
    view! {
        <li>
            <p class="soft small">{competency}</p>
            <p dir="auto">{expectation.text.clone()}</p>
        </li>
    }
    .into_node()
}
