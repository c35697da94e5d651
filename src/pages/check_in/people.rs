//! The colleagues whose check-ins are kept here.

use std::sync::Arc;

use rungs_core::check_in::{self, Talk, kept, rows};
use rungs_core::ladder::Ladder;
use rungs_core::record::{Book, EntryId};
use rungs_core::saved::What;
use rungs_view::prelude::*;

use super::open::FIELD;
use super::room::{ladder_of, use_room};
use crate::components::bin::{Bin, Undo};
use crate::components::focus::focus_when_drawn;
use crate::components::stored_name::colleague_name;
use crate::state::{use_book, use_saved};

/// The button that opens a colleague.
pub fn open_button(id: &EntryId) -> String {
    format!("open-{}", id.as_str())
}

/// The colleagues, each with how far one is; nothing where there are none.
#[component]
pub fn People() -> impl IntoNode {
    let saved = use_saved();
    let ids = Memo::new(move |_| saved.colleagues());
    let bin = Bin::new("check-ins", "check-ins and what you entered about them");
    view! {
        <section class="stack check-in-people" aria-label="Your colleagues" hidden=move || ids.with(Vec::is_empty) && !bin.holds_any()>
            <ul class="entry-list">
                <For each=move || ids.get() key=|id| id.as_str().to_owned() let:id>
                    <Person id bin />
                </For>
            </ul>
            <Undo bin />
        </section>
    }
}

#[component]
fn Person(id: EntryId, bin: Bin) -> impl IntoNode {
    let (room, saved) = (use_room(), use_saved());
    let book = use_book(&What::Colleague(id.clone()));
    let at = StoredValue::new(id.clone());
    let name = move || {
        at.with_value(|id| colleague_name(saved, id)).unwrap_or_else(|| "A check-in that cannot be read".to_owned())
    };
    // What is said of it is found under the ids that the ladder knows.
    let ladder = RwSignal::new(None::<Option<Arc<Ladder>>>);
    if let Some(name) = book.signal().with_untracked(kept).map(|check_in| check_in.ladder) {
        spawn(async move {
            // One that does not come now leaves the count away.
            ladder.set(ladder_of(&name).await.ok());
        });
    }
    let state = move || book.signal().with(|book| ladder.with(|ladder| how_far(book, ladder.as_ref())));
    let (opened, deleted, button) = (id.clone(), id.clone(), open_button(&id));
    let open = move |_| {
        let id = opened.clone();
        spawn(async move {
            if let Err(why) = room.show(id, Vec::new()).await {
                room.refuse(why);
                focus_when_drawn(FIELD.to_owned());
            }
        });
    };
    let delete = move |_| {
        let before = book.signal().get_untracked();
        book.update(check_in::delete);
        // At once, for it is about someone else.
        saved.save_now();
        let id = deleted.clone();
        bin.put("The check-in and what you entered about it are deleted.", move || {
            saved.book(&What::Colleague(id.clone())).update(|book, now| book.replace_with(&before, now));
            focus_when_drawn(open_button(&id));
        });
    };
    view! {
        <li class="check-in-person">
            <p>
                <strong><bdi>{name}</bdi></strong>
                <span class="soft small">{state}</span>
            </p>
            <div class="row no-print">
                <button type="button" id=button aria-label=move || format!("Open {}", name()) on:click=open>"Open"</button>
                <button type="button" class="is-quiet" aria-label=move || format!("Delete {}", name()) on:click=delete>
                    "Delete"
                </button>
            </div>
        </li>
    }
}

/// "Senior Engineer · Support · file of 20 November 2026 · 3 of 4 rated by you"; how many are rated once it is known
/// whether there is a ladder.
fn how_far(book: &Book, ladder: Option<&Option<Arc<Ladder>>>) -> Option<String> {
    let check_in = kept(book)?;
    let talk = Talk::of(book);
    let state = match (talk.side_by_side, ladder) {
        (Some(day), _) => format!(" · side by side since {}", day.long()),
        (None, _) if talk.is_revealed() => " · side by side".to_owned(),
        (None, None) => String::new(),
        (None, Some(ladder)) => {
            let rows = rows(&check_in, ladder.as_deref());
            format!(" · {} of {} rated by you", talk.count(&rows), rows.len())
        }
    };
    let (target, ladder, day) = (&check_in.target.name, &check_in.ladder.name, check_in.day.long());
    Some(format!("{target} · {ladder} · file of {day}{state}"))
}
