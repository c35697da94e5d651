//! What a newer version of the site wrote and this one cannot read.

use rungs_core::record::OnlyEntry;
use rungs_view::prelude::*;

use super::focus::{focus_page_if_lost, focus_when_drawn};
use crate::state::SavedBook;

/// Says how many entries a newer version wrote, if there are any.
#[component]
pub fn UnreadNote(unread: Memo<usize>) -> impl IntoNode {
    let said = |unread: usize| match unread {
        0 => None,
        1 => Some("1 entry was written by a newer version of this site, and is kept.".to_owned()),
        several => Some(format!("{several} entries were written by a newer version of this site, and are kept.")),
    };
    move || said(unread.get()).map(|said| view! { <p class="small soft no-print">{said}</p> })
}

/// Shows the fields of something of which there is only one, unless a newer version wrote it. Then it says so, and lets
/// the user set it anew; the field of that id takes the focus.
pub fn unless_unread(
    book: SavedBook,
    entry: OnlyEntry,
    what: &'static str,
    field: &'static str,
    fields: impl Fn() -> Node + 'static,
) -> Node {
    let is_unread = Memo::new(move |_| book.signal().with(|book| book.is_unread(entry)));
    let give_up = move |_| {
        book.update(|book, now| book.give_up(entry, now));
        focus_when_drawn(field.to_owned());
        // Where the question is gone for good, so is its field.
        focus_page_if_lost();
    };
    let told = move || {
        view! {
            <div class="notice stack no-print">
                <p>"A newer version of this site wrote " {what} ". This one cannot read it, and keeps it as it is."</p>
                <p>
                    <button type="button" on:click=give_up>"Set it anew"</button>
                </p>
            </div>
        }
    };
    Node::Dynamic(Box::new(move || if is_unread.get() { told().into_node() } else { fields() }))
}
