//! The snapshots: taking one, the list of all, deleting one.

use std::rc::Rc;

use rungs_core::history::{History, Snapshot, put, take};
use rungs_core::record::EntryId;
use rungs_core::saved::Size;
use rungs_view::prelude::*;

use super::moment::{name_among, outline, when};
use crate::components::archive::{Archive, made_room};
use crate::components::bin::{Bin, Undo};
use crate::components::fields::NameField;
use crate::components::focus::focus_when_drawn;
use crate::components::unread::UnreadNote;

/// The id of the button that takes a snapshot.
const TAKE: &str = "snapshot-take";

/// The snapshots of a ladder's answers.
#[component]
pub fn Snapshots(archive: Archive) -> impl IntoNode {
    let unread = Memo::new(move |_| archive.with_history(|history| history.unread));
    view! {
        <section class="page-part history" aria-labelledby="snapshots">
            <h2 id="snapshots">"Snapshots"</h2>
            <p class="no-print">
                "A snapshot keeps your ratings and figures, your levels, and which evidence there was. It does not repeat
                the texts of the evidence, nor what you entered for requirements. One is taken by itself before you
                accept a new version of the ladder, and before a backup is restored."
            </p>
            <p class="soft small no-print">
                {format!("{} are kept of each ladder; when there are more, the oldest makes room.", History::MOST)}
                {move || archive.with_history(told)}
            </p>
            <UnreadNote unread />
            <Take archive />
            <List archive />
        </section>
    }
}

/// What there is to know of snapshots that made room, and which would go next.
fn told(history: &History) -> String {
    let mut told = String::new();
    if let Some(thinned) = &history.thinned {
        let latest = crate::store::moment_in_words(thinned.latest.millis());
        told += &match thinned.count {
            1 => format!(" One of {latest} has made room so far."),
            many => format!(" {many} have made room so far, the latest of {latest}."),
        };
    }
    if let Some((_, next)) = history.making_room().last() {
        told += &match history.making_room().len() {
            1 => format!(" The next one takes the place of that of {}.", when(next)),
            many => format!(" The next one takes the place of the {many} oldest, up to that of {}.", when(next)),
        };
    }
    told
}

#[component]
fn Take(archive: Archive) -> impl IntoNode {
    let note = RwSignal::new(String::new());
    let said = RwSignal::new(String::new());
    let take = move |_| {
        let cut = note.with_untracked(|note| note.trim().chars().take(Snapshot::LONGEST_NOTE).collect());
        let taken = Snapshot { note: cut, ..untrack(|| archive.now()) };
        let gone = archive.take(|book, _, _, id, now| Some(take(book, id, &taken, now)));
        note.set(String::new());
        said.set(["The snapshot is taken. ", &made_room(&gone.unwrap_or_default()).unwrap_or_default()].concat());
    };
    view! {
        <div class="field-row no-print">
            <NameField
                id="snapshot-note".to_owned()
                label="Note on the snapshot (optional)"
                kept=Memo::new(move |_| note.get())
                enter=Rc::new(move |text| note.set(text))
            />
            <button type="button" class="is-primary" id=TAKE on:click=take>"Take a snapshot"</button>
        </div>
        <p class="small" role="status">{said}</p>
    }
}

#[component]
fn List(archive: Archive) -> impl IntoNode {
    let bin = Bin::new("snapshots", "snapshots");
    let ids = Memo::new(move |_| {
        let latest_first = |history: &History| history.snapshots.iter().rev().map(|(id, _)| id.clone()).collect();
        archive.with_history(latest_first)
    });
    let is_empty = move || ids.with(Vec::<EntryId>::is_empty);
    view! {
        <Undo bin />
        <Show when=is_empty>
            <p class="soft">"None yet."</p>
        </Show>
        <ul class="entry-list">
            <For each=move || ids.get() key=|id| id.as_str().to_owned() let:id>
                <Item archive id bin />
            </For>
        </ul>
        <Show when=move || !is_empty()>
            <p class="soft small">{move || archive.with_history(together)}</p>
        </Show>
    }
}

fn together(history: &History) -> String {
    let bytes = history.snapshots.iter().map(|(_, snapshot)| snapshot.bytes()).sum();
    match history.snapshots.len() {
        1 => format!("1 snapshot: {}", Size(bytes)),
        many => format!("{many} snapshots: {}", Size(bytes)),
    }
}

/// The id of the button that deletes a snapshot.
fn delete_button(id: &EntryId) -> String {
    format!("snapshot-delete-{}", id.as_str())
}

#[component]
fn Item(archive: Archive, id: EntryId, bin: Bin) -> impl IntoNode {
    // A snapshot never changes; one that another tab deletes goes with its row.
    let kept = archive.with_history(|history| super::moment::find(history, &id).cloned());
    let Some(snapshot) = kept else { return Node::Empty };
    let (when, outline, size) = (when(&snapshot), outline(&snapshot), Size(snapshot.bytes()));
    let label = archive.with_history(|history| format!("Delete the snapshot of {}", name_among(history, &id)));
    let note = snapshot.note.clone();
    let note = (!note.is_empty()).then(|| view! { <p dir="auto">{note}</p> });
    let button = delete_button(&id);
    let delete = move |_| {
        archive.change(|book, now| put(book, &id, None, now));
        let (id, snapshot) = (id.clone(), snapshot.clone());
        bin.put("The snapshot is deleted.", move || {
            archive.change(|book, now| put(book, &id, Some(&snapshot), now));
            focus_when_drawn(delete_button(&id));
        });
    };
    view! {
        <li>
            <div class="row">
                <strong>{when}</strong>
                <button type="button" class="is-quiet small" id=button aria-label=label on:click=delete>"Delete"</button>
            </div>
            <p class="soft small">{outline} " · " {size.to_string()}</p>
            {note}
        </li>
    }
    .into_node()
}
