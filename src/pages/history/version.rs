//! What a new version of the ladder makes of the answers: carried over, reworded, new, retired.

use std::collections::BTreeMap;

use rungs_core::assessment::Answer;
use rungs_core::history::{self, ANSWERED, Migration, VersionState};
use rungs_core::ladder::Version;
use rungs_view::prelude::*;

use super::migration::lists;
use super::reworded::RewordedList;
use crate::components::archive::{Archive, made_room};
use crate::components::focus::focus_when_drawn;
use crate::components::new_version::{ahead, answered_for};
use crate::components::unread::unless_unread;

/// The id of the heading.
const HEADING: &str = "new-version";

/// What was decided on this visit, by the expectation: the answer as it was before.
pub type Decided = RwSignal<BTreeMap<usize, Answer>>;

/// What a new version makes of the answers, and the word that they hold for it. Stays for the visit.
#[component]
pub fn NewVersion(archive: Archive, assess: StoredValue<String>) -> impl IntoNode {
    let state = Memo::new(move |_| archive.version_state());
    let decided: Decided = RwSignal::new(BTreeMap::new());
    let accepted = RwSignal::new(None::<String>);
    effect(move || {
        if state.get() == VersionState::Unnoted {
            archive.note();
        }
    });
    let has_reworded = Memo::new(move |_| !archive.migration().reworded.is_empty());
    let is_here = move || {
        let is_behind =
            matches!(state.get(), VersionState::Behind { .. } | VersionState::Ahead(_) | VersionState::Unread);
        is_behind || accepted.with(Option::is_some) || has_reworded.get() || !decided.with(BTreeMap::is_empty)
    };
    let is_newest = move || !matches!(state.get(), VersionState::Ahead(_) | VersionState::Unread);
    let version = archive.with_ladder(|ladder| ladder.version);
    let head = move || match state.get() {
        VersionState::Behind { from, .. } => head(archive, from),
        VersionState::Ahead(later) => ahead(later, version),
        VersionState::Unread => {
            unless_unread(archive.book(), ANSWERED, "for which version you answered", HEADING, || Node::Empty)
        }
        VersionState::Current | VersionState::Unnoted => Node::Empty,
    };
    let rest = move || match state.get() {
        VersionState::Behind { is_put_off, .. } => Some(view! { <Rest archive is_put_off accepted assess /> }),
        _ => None,
    };
    view! {
        <Show when=is_here>
            <section class="page-part history" aria-labelledby=HEADING>
                <h2 id=HEADING tabindex="-1">{format!("Version {version} of this ladder")}</h2>
                <p role="status">{move || accepted.get()}</p>
                {head}
                // A page that is older than the answers must not bring them back to older wordings.
                <Show when=is_newest><RewordedList archive decided /></Show>
                {rest}
            </section>
        </Show>
    }
}

/// For which version the answers were given, and what this one makes of them in numbers.
fn head(archive: Archive, from: Option<Version>) -> Node {
    view! {
        <p>
            {answered_for(from)} " They stand as they are: nothing is dropped, and nothing has to be decided at once."
        </p>
        {counts(&archive.migration())}
    }
    .into_node()
}

/// What is new, gone and carried over, and the word that the answers hold for this version.
#[component]
fn Rest(
    archive: Archive,
    is_put_off: bool,
    accepted: RwSignal<Option<String>>,
    assess: StoredValue<String>,
) -> impl IntoNode {
    let version = archive.with_ladder(|ladder| ladder.version);
    let accept = move |_| {
        let gone = archive.take(history::accept);
        let snapshot = match &gone {
            Some(_) => "A snapshot of how they were is kept.",
            None => "The snapshot of how they were before the first change is kept.",
        };
        let room = gone.as_deref().and_then(made_room).unwrap_or_default();
        let said = format!("Your answers are for version {version} now. {snapshot} {room}");
        accepted.set(Some(said));
        focus_when_drawn(HEADING.to_owned());
    };
    let later = move |_| {
        archive.put_off();
        focus_when_drawn(HEADING.to_owned());
    };
    let migration = Memo::new(move |_| archive.migration());
    view! {
        {move || migration.with(|migration| lists(archive, migration, &assess.get_value()))}
        <p class="soft small">"A snapshot of your answers is kept before they are taken for the new version."</p>
        <p class="row">
            <button type="button" class="is-primary" on:click=accept>{format!("Use version {version} from now on")}</button>
            {(!is_put_off).then(|| view! { <button type="button" class="is-quiet" on:click=later>"Later"</button> })}
        </p>
    }
}

/// "7 carried over · 2 reworded · 1 new · 1 no longer there"
fn counts(migration: &Migration) -> Node {
    let new = migration.new.as_ref().map(|new| new.len() + migration.new_elsewhere);
    let counts = [
        ("=", "is-kept", Some(migration.carried.len()), "carried over"),
        ("~", "is-reworded", Some(migration.reworded.len()), "reworded since you answered"),
        ("+", "is-new", new, "new"),
        ("−", "is-dropped", Some(migration.retired.len()), "no longer there"),
    ];
    let item = |(sign, class, count, word): (&'static str, &'static str, Option<usize>, &'static str)| {
        let (count, class) = (count?, format!("count {class}"));
        Some(view! {
            <li class=class>
                <span class="count-sign" aria-hidden="true">{sign}</span>
                <strong>{count}</strong>
                " "
                {word}
            </li>
        })
    };
    view! { <ul class="counts">{counts.into_iter().filter_map(item).collect_nodes()}</ul> }.into_node()
}
