//! The skillsets that the user says to have mastered, each with its evidence.

use std::rc::Rc;
use std::sync::Arc;

use rungs_core::assessment::{EntryId, Skillset};
use rungs_core::ladder::{Condition, Skillsets};
use rungs_core::search::folded;
use rungs_view::prelude::*;
use web_sys::SubmitEvent;

use super::asked::Asked;
use crate::components::bin::{EntryBin, Undo, in_place};
use crate::components::evidence::EvidenceList;
use crate::components::fields::{NameField, NameInput};
use crate::components::focus::focus_when_drawn;
use crate::pages::assess::shelf::AnswerShelf;
use crate::store::random_id;

/// The skillsets of a requirement, and the ways to name another.
#[component]
pub fn SkillsetList(asked: Asked) -> impl IntoNode {
    let name_field = asked.element("name");
    let bin = EntryBin::new(asked.desk().saved(), &name_field, &name_field);
    let listed = Memo::new(move |before: Option<&Vec<EntryId>>| {
        let mut ids = Vec::new();
        asked.with_answer(|answer| ids.extend(answer.skillsets().map(|(id, _)| id.clone())));
        in_place(before, ids)
    });
    view! {
        <ul class="entry-list" aria-label="Skillsets">
            <For each=move || listed.get() key=|id| id.as_str().to_owned() let:id>
                <SkillsetFields asked bin id />
            </For>
        </ul>
        <Undo bin=bin.bin() />
        <Offers asked />
        <Another asked />
    }
}

/// The id of the field for the name of a skillset.
fn field(id: &EntryId) -> String {
    format!("skillset-{}", id.as_str())
}

/// Names a skillset, unless there is nothing to its name.
fn name(asked: Asked, name: &str) -> Option<EntryId> {
    let name = Some(name.trim().to_owned()).filter(|name| !name.is_empty())?;
    // A UUID is an id; there is nothing to add where chance gives none.
    let id = EntryId::parse(&random_id()).ok()?;
    set(asked, &id, name);
    Some(id)
}

fn set(asked: Asked, id: &EntryId, name: String) {
    let skillset = Skillset { name, wording: asked.wording(), extra: Default::default() };
    asked.change(|saved, level, of, now| saved.set_skillset(level, of, id, Some(skillset), now));
}

/// What the requirement calls the skillsets, and those that the ladder offers.
fn asked_for(asked: Asked) -> (String, Vec<String>) {
    asked.with(|requirement| match requirement.condition.innermost() {
        Condition::Mastery(Skillsets::AtLeast { of, offers, .. }) => (of.clone(), offers.clone()),
        _ => (String::new(), Vec::new()),
    })
}

/// The skillsets that can be chosen: those of the ladder, and those that were named for other levels.
#[component]
fn Offers(asked: Asked) -> impl IntoNode {
    let open = Memo::new(move |_| {
        let mut offers = asked_for(asked).1;
        asked.desk().with_entries(|saved| offers.extend(saved.skillset_names().into_iter().map(str::to_owned)));
        let mut known = Vec::new();
        asked.with_answer(|answer| known.extend(answer.skillsets().map(|(_, skillset)| folded(&skillset.name))));
        offers.retain(|offer| {
            let offer = folded(offer);
            let is_new = !offer.is_empty() && !known.contains(&offer);
            known.push(offer);
            is_new
        });
        offers
    });
    let button = move |offer: String| {
        let text = offer.clone();
        // The button goes, and the focus with it: it moves on to what was named.
        let choose = move |_| {
            if let Some(id) = name(asked, &offer) {
                focus_when_drawn(field(&id));
            }
        };
        view! { <button type="button" class="small" on:click=choose>{text}</button> }
    };
    view! {
        <Show when=move || !open.with(Vec::is_empty)>
            <div class="row no-print">
                <span class="small soft">"Choose:"</span>
                {move || open.get().into_iter().map(button).collect_nodes()}
            </div>
        </Show>
    }
}

/// The field that names another.
#[component]
fn Another(asked: Asked) -> impl IntoNode {
    let id = asked.element("name");
    let typed = RwSignal::new(String::new());
    let field = id.clone();
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        name(asked, &typed.get_untracked());
        typed.set(String::new());
        focus_when_drawn(field.clone());
    };
    view! {
        <form class="field" on:submit=add>
            <label for=id.clone()>"Name one of your " {asked_for(asked).0}</label>
            <div class="row">
                <NameInput id kept=Memo::new(move |_| typed.get()) enter=Rc::new(move |text| typed.set(text)) />
                <button type="submit">"Add"</button>
            </div>
        </form>
    }
}

#[component]
fn SkillsetFields(asked: Asked, bin: EntryBin, id: EntryId) -> impl IntoNode {
    let field_id = field(&id);
    let id = StoredValue::new(id);
    let kept = Memo::new(move |_| asked.with_answer(|answer| named(answer.skillsets(), &id.get_value())));
    let rename = Rc::new(move |name: String| id.with_value(|id| set(asked, id, name)));
    let delete = move |_| {
        bin.delete(|saved, now| {
            id.with_value(|id| asked.apply(saved, |saved, level, of| saved.set_skillset(level, of, id, None, now)));
        });
    };
    view! {
        <li>
            <div role="group" aria-label=kept>
                <NameField id=field_id label="Skillset" kept enter=rename />
                <EvidenceList shelf=Arc::new(AnswerShelf::Skillset(asked, id))>
                    <button type="button" class="is-quiet small" aria-label=move || format!("Delete the skillset {}", kept.get()) on:click=delete>
                        "Delete the skillset"
                    </button>
                </EvidenceList>
            </div>
        </li>
    }
}

/// The name of one of some skillsets.
fn named<'a>(mut skillsets: impl Iterator<Item = (&'a EntryId, &'a Skillset)>, id: &EntryId) -> String {
    skillsets.find(|(other, _)| *other == id).map(|(_, skillset)| skillset.name.clone()).unwrap_or_default()
}
