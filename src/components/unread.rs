//! What a newer version of the site wrote and this one cannot read.

use rungs_view::prelude::*;

/// Says how many entries a newer version wrote, if there are any.
#[component]
pub fn UnreadNote(unread: Memo<usize>) -> impl IntoNode {
    let said = |unread: usize| match unread {
        0 => None,
        1 => Some("1 entry was written by a newer version of this site, and is kept.".to_owned()),
        several => Some(format!("{several} entries were written by a newer version of this site, and are kept.")),
    };
    move || said(unread.get()).map(|said| view! { <p class="small soft">{said}</p> })
}
