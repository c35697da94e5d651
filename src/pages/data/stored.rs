//! Every stored value: what it holds in words, its key, its size and its last change.

use rungs_core::check_in;
use rungs_core::history::History;
use rungs_core::saved::{Key, Size, What};
use rungs_view::prelude::*;

use crate::components::bin::{Bin, Undo};
use crate::components::focus::focus_when_drawn;
use crate::components::stored_name::{colleague_name, stored_name};
use crate::state::{Saved, use_book, use_index, use_navigator, use_saved};
use crate::store::{self, Entry, Handling};

/// The table of stored values.
#[component]
pub fn Stored() -> impl IntoNode {
    let saved = use_saved();
    // Reading each ladder's answers finds what cannot be read, and moves it aside, before it is listed.
    let entries = Memo::new(move |_| {
        saved.begun();
        let mut entries = saved.overview().entries;
        // That something about a colleague was deleted is no data about anybody.
        entries.retain(|entry| !is_mark(saved, entry));
        entries
    });
    let nothing = move || match saved.status().get().refusal() {
        Some(_) => "Nothing is stored. What you entered is in this page only.",
        None => "Nothing. Answers and settings are listed here as soon as there are any.",
    };
    let bin = Bin::new("stored", "answers about colleagues");
    let total = move || Size(entries.with(|entries| entries.iter().map(|entry| entry.bytes).sum()));
    view! {
        <section class="stack" aria-labelledby="data-stored">
            <h2 id="data-stored">"What is stored"</h2>
            <Show when=move || entries.with(Vec::is_empty)>
                <p>{nothing}</p>
            </Show>
            <Show when=move || !entries.with(Vec::is_empty)>
                <table class="data-table data-stored">
                    <thead>
                        <tr>
                            <th scope="col">"What"</th>
                            <th scope="col" class="is-number">"Size"</th>
                            <th scope="col">"Last change"</th>
                        </tr>
                    </thead>
                    <tbody>
                        <For each=move || entries.get() key=|entry| format!("{} {} {}", entry.what, entry.bytes, entry.saved.unwrap_or_default()) let:entry>
                            <Row entry bin />
                        </For>
                    </tbody>
                    <tfoot>
                        <tr>
                            <th scope="row">"Together"</th>
                            <td class="is-number">{move || total().to_string()}</td>
                            <td></td>
                        </tr>
                    </tfoot>
                </table>
            </Show>
            <Undo bin />
        </section>
    }
}

/// Whether a value says of a colleague only that something was deleted.
fn is_mark(saved: Saved, entry: &Entry) -> bool {
    let is_usual = matches!((&entry.what, entry.handling), (What::Colleague(_), Handling::Usual));
    is_usual && saved.book_now(&entry.what).is_blank()
}

/// Deletes what is kept about a colleague.
#[component]
fn DeleteColleague(what: What, name: Memo<String>, bin: Bin) -> impl IntoNode {
    let (saved, book) = (use_saved(), use_book(&what));
    let delete = move |_| {
        let before = book.signal().get_untracked();
        book.update(check_in::delete);
        // At once, for it is about someone else.
        saved.save_now();
        let what = what.clone();
        bin.put("What you entered about a colleague is deleted.", move || {
            saved.book(&what).update(|book, now| book.replace_with(&before, now));
            focus_when_drawn("main".to_owned());
        });
    };
    view! {
        <span class="row">
            <button type="button" class="is-quiet" aria-label=move || name.with(|name| format!("Delete: {name}")) on:click=delete>"Delete"</button>
        </span>
    }
}

/// What a value holds; of a colleague also who it is, by a name that changes with those of others that are called alike.
fn named(what: &What) -> Memo<String> {
    let (saved, name) = (use_saved(), stored_name(what, &use_index()));
    let colleague = match what {
        What::Colleague(id) => Some(id.clone()),
        _ => None,
    };
    Memo::new(move |_| match colleague.as_ref().and_then(|id| colleague_name(saved, id)) {
        Some(of) => format!("{name}: {of}"),
        None => name.clone(),
    })
}

#[component]
fn Row(entry: Entry, bin: Bin) -> impl IntoNode {
    let Entry { what, bytes, saved, handling } = entry;
    let name = named(&what);
    // What a newer version wrote could not be brought back.
    let can_be_deleted = matches!((&what, handling), (What::Colleague(_), Handling::Usual));
    let colleague = can_be_deleted.then(|| {
        view! { <DeleteColleague what=what.clone() name bin /> }
    });
    let key = Key::new(&use_navigator().base(), what.clone()).to_string();
    let note = match (handling, &what) {
        (Handling::Newer, _) => Some("Written by a newer version of this site: left untouched.".to_owned()),
        (Handling::Kept, What::Recovered { .. }) => Some("Kept aside, whole.".to_owned()),
        (Handling::Usual, What::History(_)) => Some(snapshots(&what)),
        (Handling::Usual | Handling::Kept, _) => None,
    };
    let changed = match (&what, saved) {
        (What::Recovered { at, .. }, _) => format!("moved aside on {}", store::day_of(*at).long()),
        (_, Some(moment)) => store::moment_in_words(moment),
        (_, None) => "not known".to_owned(),
    };
    let download = (handling != Handling::Usual).then(|| view! { <Raw what=what.clone() /> });
    view! {
        <tr>
            <th scope="row">
                <span class="data-name">{move || name.get()}</span>
                <code class="data-key">{key}</code>
                {note.map(|note| view! { <span class="data-note">{note}</span> })}
                {download}
                {colleague}
            </th>
            <td class="is-number">{Size(bytes).to_string()}</td>
            <td>{changed}</td>
        </tr>
    }
}

/// How many snapshots a history holds.
fn snapshots(what: &What) -> String {
    let history = History::of(&use_saved().book_now(what));
    match history.snapshots.len() + history.unread {
        0 => "Which version of the ladder you answered; no snapshots.".to_owned(),
        1 => format!("1 snapshot; at most {}.", History::MOST),
        // Merging two devices' data can bring more together.
        many if many > History::MOST => format!("{many} snapshots; the next one leaves {}.", History::MOST),
        many => format!("{many} snapshots; at most {}.", History::MOST),
    }
}

/// What can be done with a value that this site cannot use: save it as a file as it is, or delete it.
#[component]
fn Raw(what: What) -> impl IntoNode {
    let saved = use_saved();
    let what = StoredValue::new(what);
    let download = move |_| {
        let text = what.with_value(|what| saved.stored_text(what)).unwrap_or_default();
        // A browser that refuses this refuses every file; the value stays where it is.
        let _ = store::offer_download("rungs-stored-value.txt", "text/plain", &text);
    };
    let is_aside = what.with_value(|what| matches!(what, What::Recovered { .. }));
    view! {
        <span class="row">
            <button type="button" on:click=download>"Save as a file"</button>
            <Show when=move || is_aside>
                <button
                    type="button"
                    class="is-quiet"
                    on:click=move |_| what.with_value(|what| saved.delete_stored(what))
                >
                    "Delete"
                </button>
            </Show>
        </span>
    }
}
