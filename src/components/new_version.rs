//! The note that a ladder has a new version since it was answered.

use rungs_core::history::VersionState;
use rungs_core::ladder::Version;
use rungs_core::route::{Own, Route};
use rungs_view::prelude::*;

use super::archive::Archive;
use super::focus::focus_when_drawn;
use crate::state::use_navigator;

/// The id of the link to what has changed.
const WAY: &str = "new-version-way";

/// Says that the answers were given for another version, and leads to what has changed. Writes down which version is
/// answered where that is plain.
#[component]
pub fn NewVersion(archive: Archive) -> impl IntoNode {
    let (version, id) = archive.with_ladder(|ladder| (ladder.version, ladder.id.clone()));
    let state = Memo::new(move |_| archive.version_state());
    effect(move || {
        if state.get() == VersionState::Unnoted {
            archive.note();
        }
    });
    let href = use_navigator().href(&Route::Own(Own::History, id).into());
    move || match state.get() {
        VersionState::Current | VersionState::Unnoted => Node::Empty,
        VersionState::Behind { from, is_put_off: false } => new(archive, from, version, href.clone()),
        VersionState::Behind { is_put_off: true, .. } => waiting(version, href.clone()),
        VersionState::Ahead(later) => ahead(later, version),
        VersionState::Unread => unread(href.clone()),
    }
}

/// What the answers were given for, in a sentence.
pub fn answered_for(from: Option<Version>) -> String {
    match from {
        Some(from) => format!("Your answers were given for version {from}."),
        None => "Your answers were given for an earlier version.".to_owned(),
    }
}

fn new(archive: Archive, from: Option<Version>, version: Version, href: String) -> Node {
    let later = move |_| {
        archive.put_off();
        focus_when_drawn(WAY.to_owned());
    };
    view! {
        <div class="notice page-note stack no-print">
            <p>{format!("This ladder has a new version, {version}.")} " " {answered_for(from)} " They stand as they are."</p>
            <p class="row">
                <a class="button" id=WAY href=href>"See what has changed"</a>
                <button type="button" class="is-quiet" on:click=later>"Later"</button>
            </p>
        </div>
    }
    .into_node()
}

fn waiting(version: Version, href: String) -> Node {
    view! {
        <p class="small page-note no-print">
            {format!("Version {version} of this ladder is still to be looked at: ")}
            <a id=WAY href=href>"see what has changed"</a>
        </p>
    }
    .into_node()
}

/// That this version cannot tell for which version of the ladder the answers were given.
fn unread(href: String) -> Node {
    view! {
        <p class="notice is-warning page-note no-print">
            "A newer version of this site wrote down for which version of this ladder your answers were given. They stand as they \
             are. Reload the page to get the newest version, or " <a href=href>"look at the ladder’s versions"</a> "."
        </p>
    }
    .into_node()
}

/// That another tab or device shows a later version than this page.
pub fn ahead(later: Version, version: Version) -> Node {
    let said = format!(
        "Your answers were brought to version {later} of this ladder; this page has version {version}. \
         Reload the page to get the newest version."
    );
    view! { <p class="notice is-warning page-note no-print">{said}</p> }.into_node()
}
