//! Reading a backup file: choose it, see what would change, agree, and undo if need be.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::html;
use rungs_core::assessment::Stamp;
use rungs_core::ladder::{Ladder, LadderId};
use rungs_core::saved::{Backup, LARGEST_BACKUP, ReadBack};
use rungs_view::prelude::*;
use web_sys::File;

use super::preview::Preview;
use crate::catalogue;
use crate::components::archive::made_room;
use crate::components::focus::focus_when_drawn;
use crate::state::{Before, Snapshots, use_announcer, use_saved};
use crate::store;

/// How far reading a file has come.
#[derive(Clone)]
pub enum Phase {
    /// No file is chosen.
    Choose,
    /// The file was refused, for this reason. Nothing changed.
    Refused(String),
    /// The file can be read; nothing changes before the user agrees.
    Agree(Arc<Opened>),
    /// It was read back.
    Done(Arc<Before>),
    /// Reading it back was undone.
    Undone,
}

/// The id of the file field.
const FIELD: &str = "data-file";
/// The id of the button that undoes reading a file back.
const UNDO: &str = "data-undo";

/// A backup file that can be read, with those of its ladders that this site has.
pub struct Opened {
    /// What the file holds.
    pub backup: Backup,
    /// The ladders, to tell which of the file's ids they do not have.
    pub ladders: BTreeMap<LadderId, Arc<Ladder>>,
}

/// The file field and what follows from it.
#[component]
pub fn ReadBackFile() -> impl IntoNode {
    let phase = RwSignal::new(Phase::Choose);
    let field = NodeRef::<html::Input>::new();
    let choose = move |_| {
        let Some(input) = field.get_untracked() else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            spawn(async move {
                let next = open(&file).await.map_or_else(Phase::Refused, |opened| Phase::Agree(Arc::new(opened)));
                phase.set(next);
            });
        }
        // So that the same file can be chosen once more.
        input.set_value("");
    };
    view! {
        <section class="stack" aria-labelledby="data-read">
            <h2 id="data-read">"Restore a backup"</h2>
            <p id="data-file-note">
                "Choose a file that this site saved. You see what it would change before anything does."
            </p>
            <p>
                <label class="data-file">
                    <span>"Backup file"</span>
                    <input
                        type="file"
                        id=FIELD
                        accept=".json,application/json"
                        aria-describedby="data-file-note"
                        node_ref=field
                        on:change=choose
                    />
                </label>
            </p>
            <div role="status">{move || outcome(phase)}</div>
            {move || match phase.get() {
                Phase::Agree(opened) => Some(view! { <Agree opened phase /> }),
                _ => None,
            }}
        </section>
    }
}

/// What became of the file, in a sentence.
fn outcome(phase: RwSignal<Phase>) -> Node {
    match phase.get() {
        Phase::Choose => ().into_node(),
        Phase::Agree(_) => {
            view! { <p class="visually-hidden">"The file can be read. See below what it would change."</p> }.into_node()
        }
        Phase::Refused(why) => view! { <p class="notice is-error">{why}</p> }.into_node(),
        Phase::Undone => view! { <p class="notice">"Undone: everything is as it was before."</p> }.into_node(),
        Phase::Done(before) => {
            let saved = use_saved();
            let snapshots = kept(&before.snapshots);
            let can_be_undone = {
                let before = before.clone();
                Memo::new(move |_| saved.is_as_read_back(&before))
            };
            let undo = move |_| {
                saved.undo(&before);
                phase.set(Phase::Undone);
                focus_when_drawn(FIELD.to_owned());
            };
            view! {
                <div class="notice row">
                    <p>
                        "The backup is read back. " {snapshots}
                        {move || (!can_be_undone.get()).then_some(" It was changed since: undoing would take that away.")}
                    </p>
                    <button type="button" id=UNDO hidden=move || !can_be_undone.get() on:click=undo>"Undo"</button>
                </div>
            }
            .into_node()
        }
    }
}

/// Which snapshots were taken of how it was, and which made room for them.
fn kept(snapshots: &Snapshots) -> String {
    let taken = match snapshots.taken {
        0 => return String::new(),
        1 => "A snapshot of your answers as they were is kept in their history.".to_owned(),
        many => format!("Snapshots of your answers as they were are kept in the history of {many} ladders."),
    };
    let gone = made_room(&snapshots.gone).unwrap_or_default();
    format!("{taken} {gone}")
}

/// Reads the file, as far as that can be done without changing anything.
async fn open(file: &File) -> Result<Opened, String> {
    let text = store::read_text(file, LARGEST_BACKUP).await.map_err(|error| error.to_string())?;
    let mut backup = Backup::read(&text, Stamp::from_millis(store::now())).map_err(|error| error.to_string())?;
    if backup.is_empty() && backup.left_out.is_empty() {
        return Err("The file is a backup, but it holds nothing.".to_owned());
    }
    if let Ok(index) = catalogue::index().await {
        backup.settle_ids(&index);
    }
    let mut ladders = BTreeMap::new();
    for id in backup.assessments.keys() {
        if let Ok(ladder) = catalogue::ladder(id).await {
            ladders.insert(id.clone(), ladder);
        }
    }
    Ok(Opened { backup, ladders })
}

/// What the file would change, and the choice to let it.
#[component]
fn Agree(opened: Arc<Opened>, phase: RwSignal<Phase>) -> impl IntoNode {
    let saved = use_saved();
    let announcer = use_announcer();
    let way = RwSignal::new(ReadBack::Merge);
    let file = opened.clone();
    let agree = move |_| {
        let before = saved.read_back(&file.backup, way.get_untracked());
        phase.set(Phase::Done(Arc::new(before)));
        focus_when_drawn(UNDO.to_owned());
        announcer.say("The backup is read back");
    };
    let leave = move |_| {
        phase.set(Phase::Choose);
        focus_when_drawn(FIELD.to_owned());
    };
    let choice = move |value: ReadBack, text: &'static str| {
        view! {
            <label>
                <input
                    type="radio"
                    name="data-way"
                    prop:checked=move || way.get() == value
                    on:change=move |_| way.set(value)
                />
                <span>{text}</span>
            </label>
        }
    };
    view! {
        <div class="data-preview stack">
            <fieldset class="data-way">
                <legend>"What is to be done with the answers that are here"</legend>
                {choice(ReadBack::Merge, "Merge: of each answer the later one holds; what is only here stays")}
                {choice(ReadBack::Replace, "Replace: the ladders of the file become as the file has them")}
            </fieldset>
            <Preview opened way />
            <div class="row">
                <button type="button" class="is-primary" on:click=agree>"Read it back"</button>
                <button type="button" on:click=leave>"Leave everything as it is"</button>
            </div>
        </div>
    }
}
