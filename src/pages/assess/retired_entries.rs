//! Entries for requirements that the ladder no longer has: listed, kept, exported, until deleted.

use rungs_core::assessment::{Entered, Place, choice};
use rungs_core::ladder::LevelId;
use rungs_view::prelude::*;

use super::desk::{Desk, use_desk};
use crate::components::bin::{EntryBin, Undo};
use crate::components::evidence::{LongText, evidence_link};

/// The entries that have lost their requirement or their level. Stints stand among the dates, wherever they were spent.
pub fn retired_entries(desk: Desk) -> Memo<Vec<(Place, Entered)>> {
    Memo::new(move |_| {
        let mut entries = Vec::new();
        desk.with_ladder(|ladder| {
            desk.with_entries(|saved| {
                let retired = saved.retired_entries(ladder).into_iter();
                let others = retired.filter(|(place, _)| !matches!(place, Place::Stint(_)));
                entries.extend(others.map(|(place, entered)| (place.clone(), entered.clone())));
            });
        });
        entries
    })
}

/// The list of these entries.
#[component]
pub fn RetiredEntries(entries: Memo<Vec<(Place, Entered)>>, bin: EntryBin) -> impl IntoNode {
    let item = move |(place, entered)| view! { <RetiredEntry place entered bin /> };
    view! {
        <ul>{move || entries.get().into_iter().map(item).collect_nodes()}</ul>
        <Undo bin=bin.bin() />
    }
}

#[component]
fn RetiredEntry(place: Place, entered: Entered, bin: EntryBin) -> impl IntoNode {
    let text = about(use_desk(), &place, &entered);
    let label = format!("Delete what you entered for: {text}");
    let link = if let Entered::Evidence(evidence) = &entered { evidence.link.clone() } else { None };
    let note = note(&entered).to_owned();
    let note = (!note.is_empty()).then(|| view! { <LongText text=note /> });
    view! {
        <li class="stack">
            <p dir="auto">{text}</p>
            <p class="small">{said(&entered)} " " {link.map(evidence_link)}</p>
            {note}
            <button
                type="button"
                class="is-quiet small"
                aria-label=label
                on:click=move |_| bin.delete(|saved, now| saved.forget_entry(&place, now))
            >
                "Delete"
            </button>
        </li>
    }
}

/// The level and the requirement as it was answered.
fn about(desk: Desk, place: &Place, entered: &Entered) -> String {
    let name = |id: &LevelId| {
        desk.with_ladder(|ladder| {
            choice(ladder, Some(id)).level().map_or_else(|| id.to_string(), |level| level.name.clone())
        })
    };
    match (place, entered.wording()) {
        (Place::Requirement(level, ..), Some(wording)) => format!("{}: {}", name(level), wording.text),
        (Place::Requirement(level, ..) | Place::Opening(level), _) => {
            format!("{}: whether there is a need", name(level))
        }
        (Place::Stint(_), _) => String::new(),
    }
}

/// What was entered, without its note.
fn said(entered: &Entered) -> String {
    match entered {
        Entered::Word(word) if word.is_met => "By your account, it holds.".to_owned(),
        Entered::Word(_) => "By your account, it does not hold.".to_owned(),
        Entered::Waiver(waiver) => format!("Waived on {}.", waiver.date.long()),
        Entered::Review(review) => format!("Review of {}: {}.", review.date.long(), review.outcome),
        Entered::Skillset(skillset) => format!("Skillset: {}.", skillset.name),
        Entered::Evidence(evidence) => format!("Evidence of {}.", evidence.date.long()),
        Entered::Opening(opening) => format!("{}, on {}.", opening.reply, opening.date.long()),
        Entered::Stint(stint) => format!("From {}.", stint.from.long()),
    }
}

fn note(entered: &Entered) -> &str {
    match entered {
        Entered::Word(word) => &word.note,
        Entered::Waiver(waiver) => &waiver.note,
        Entered::Review(review) => &review.note,
        Entered::Evidence(evidence) => &evidence.text,
        Entered::Opening(opening) => &opening.note,
        Entered::Skillset(_) | Entered::Stint(_) => "",
    }
}
