//! Two moments compared.

use rungs_core::history::{Differences, History};
use rungs_core::record::EntryId;
use rungs_view::prelude::*;

use super::differences::found;
use super::moment::{Moment, answers_of, find, name_among};
use crate::components::archive::Archive;
use crate::components::capitalised;

/// The choice of two moments, and what differs between them.
#[component]
pub fn Compare(archive: Archive) -> impl IntoNode {
    let is_empty = Memo::new(move |_| archive.with_history(|history| history.snapshots.is_empty()));
    let (before, after) = (RwSignal::new(None::<Moment>), RwSignal::new(None::<Moment>));
    let before_now = Memo::new(move |_| before.with(|wanted| chosen(archive, wanted.as_ref(), true)));
    let after_now = Memo::new(move |_| after.with(|wanted| chosen(archive, wanted.as_ref(), false)));
    let differences = Memo::new(move |_| {
        let (before, after) =
            (before_now.with(|id| answers_of(archive, id)), after_now.with(|id| answers_of(archive, id)));
        archive.with_ladder(|ladder| Differences::between(ladder, &before, &after))
    });
    view! {
        <Show when=move || !is_empty.get()>
            <section class="page-part history" aria-labelledby="compare-snapshots">
                <h2 id="compare-snapshots">"Compare two moments"</h2>
                <div class="assess-levels no-print">
                    <MomentField archive id="compare-before" label="From" chosen=before_now wanted=before />
                    <MomentField archive id="compare-after" label="To" chosen=after_now wanted=after />
                </div>
                <p class="on-paper">{move || between(archive, &before_now.get(), &after_now.get())}</p>
                <div class="stack">{move || differences.with(|differences| found(archive, differences))}</div>
            </section>
        </Show>
    }
}

/// "14 March 2027 at 9:05, by hand, to now": what the lists say, for paper.
fn between(archive: Archive, before: &Moment, after: &Moment) -> String {
    let called = |moment: &Moment| {
        let taken = moment.as_ref().map(|id| archive.with_history(|history| name_among(history, id)));
        taken.unwrap_or_else(|| "now".to_owned())
    };
    format!("{} to {}", capitalised(called(before)), called(after))
}

/// The moment that is compared: the wanted one while it is there; else the latest snapshot on the one side, and now on
/// the other.
fn chosen(archive: Archive, wanted: Option<&Moment>, is_before: bool) -> Moment {
    let latest = |history: &History| history.snapshots.last().map(|(id, _)| id.clone());
    archive.with_history(|history| match wanted {
        Some(None) => None,
        Some(Some(id)) if find(history, id).is_some() => Some(id.clone()),
        _ if is_before => latest(history),
        _ => None,
    })
}

#[component]
fn MomentField(
    archive: Archive,
    id: &'static str,
    label: &'static str,
    chosen: Memo<Moment>,
    wanted: RwSignal<Option<Moment>>,
) -> impl IntoNode {
    let listed = Memo::new(move |_| {
        let latest_first = |history: &History| -> Vec<(EntryId, String)> {
            history.snapshots.iter().rev().map(|(id, _)| (id.clone(), name_among(history, id))).collect()
        };
        archive.with_history(latest_first)
    });
    let option = move |(id, name): (EntryId, String)| {
        let value = id.as_str().to_owned();
        let selected = move || chosen.with(|chosen| chosen.as_ref() == Some(&id));
        view! { <option value=value selected=selected>{name}</option> }
    };
    let pick = move |event| wanted.set(Some(EntryId::parse(&event_target_value(&event)).ok()));
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <select id=id on:change=pick>
                <option value="" selected=move || chosen.with(Option::is_none)>"Now"</option>
                {move || listed.get().into_iter().map(option).collect_nodes()}
            </select>
        </div>
    }
}
