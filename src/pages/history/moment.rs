//! Moments of which there are answers: those of snapshots, and now.

use rungs_core::history::{History, Snapshot};
use rungs_core::record::EntryId;

use crate::components::archive::Archive;
use crate::components::capitalised;
use crate::components::stored_name::told_apart;
use crate::store;

/// A moment of which there are answers: that of a snapshot, or now.
pub type Moment = Option<EntryId>;

/// The answers of a moment; those of a snapshot that is gone are those of now.
pub fn answers_of(archive: Archive, moment: &Moment) -> Snapshot {
    let found = archive.with_history(|history| find(history, moment.as_ref()?).cloned());
    found.unwrap_or_else(|| archive.now())
}

/// The snapshot of that id.
pub fn find<'a>(history: &'a History, id: &EntryId) -> Option<&'a Snapshot> {
    history.snapshots.iter().find(|(other, _)| other == id).map(|(_, snapshot)| snapshot)
}

/// "14 March 2027 at 9:05"
pub fn when(snapshot: &Snapshot) -> String {
    store::moment_in_words(snapshot.taken.millis())
}

/// "By hand · version 1.0.0 · 9 rated, 5 with evidence"
pub fn outline(snapshot: &Snapshot) -> String {
    let rated = snapshot.answers.values().filter(|said| said.rating.is_some()).count();
    let evidenced = snapshot.answers.values().filter(|said| !said.evidence.is_empty()).count();
    let version = snapshot.version.map(|version| format!(" · version {version}")).unwrap_or_default();
    let reason = capitalised(snapshot.reason.to_string());
    format!("{reason}{version} · {rated} rated, {evidenced} with evidence")
}

/// What tells a snapshot from the others: "14 March 2027 at 9:05, After the review"; of several that are called the same,
/// all but the first have a number.
pub fn name_among(history: &History, id: &EntryId) -> String {
    let own = find(history, id).map(name).unwrap_or_default();
    let before = history.snapshots.iter().take_while(|(other, _)| other != id);
    let alike = before.filter(|(_, snapshot)| name(snapshot) == own).count();
    told_apart(own, alike)
}

fn name(snapshot: &Snapshot) -> String {
    let told = if snapshot.note.is_empty() { snapshot.reason.to_string() } else { snapshot.note.clone() };
    format!("{}, {told}", when(snapshot))
}
