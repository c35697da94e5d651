//! The fields of one stint: at which level, from when, and until when if it ended before the next.

use std::rc::Rc;

use rungs_core::assessment::{EntryId, Extra, Post, Stint, choice};
use rungs_core::date::Date;
use rungs_core::ladder::{Ladder, Level, LevelId, Track};
use rungs_view::prelude::*;

use super::career::{ADD_BUTTON, Doubts};
use super::desk::{Desk, use_desk};
use super::levels::levels_of;
use crate::components::bin::EntryBin;
use crate::components::fields::{DayField, Days, NameField};
use crate::components::focus::focus_when_drawn;

/// What the fields say. Saved once there is a first day.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Draft {
    post: Post,
    from: Option<Date>,
    until: Option<Date>,
    extra: Extra,
}

/// The fields of a stint, and the place where it is saved.
#[derive(Clone, Copy)]
struct Form {
    desk: Desk,
    id: StoredValue<EntryId>,
    draft: RwSignal<Draft>,
    /// Whether something is entered that cannot be saved: there is no first day yet.
    lacks_day: RwSignal<bool>,
}

impl Form {
    fn new(desk: Desk, id: EntryId) -> Self {
        let saved = untrack(|| saved(desk, &id));
        let draft = saved.map_or_else(|| Draft::blank(desk), Draft::of);
        Self { desk, id: StoredValue::new(id), draft: RwSignal::new(draft), lacks_day: RwSignal::new(false) }
    }

    fn change(self, change: impl FnOnce(&mut Draft)) {
        self.draft.update(change);
        let stint = self.draft.with_untracked(Draft::stint);
        self.lacks_day.set(stint.is_none());
        let Some(stint) = stint else { return };
        self.id.with_value(|id| self.desk.change(|saved, now| saved.set_stint(id, Some(stint), now)));
    }

    /// Takes over what another tab saved.
    fn follow(self) {
        if let Some(draft) = self.id.with_value(|id| saved(self.desk, id)).map(Draft::of)
            && self.draft.with_untracked(|own| *own != draft)
        {
            self.draft.set(draft);
        }
    }

    fn element(self, part: &str) -> String {
        self.id.with_value(|id| element(id, part))
    }
}

impl Draft {
    /// At the present level, if one is chosen, or else at the first.
    fn blank(desk: Desk) -> Self {
        let chosen = desk.peek_saved(|saved| saved.present().cloned());
        let level = chosen.or_else(|| desk.with_ladder(|ladder| ladder.levels.first().map(|level| level.id.clone())));
        let post = level.map_or_else(Self::elsewhere, Post::Level);
        Self { post, from: None, until: None, extra: Extra::default() }
    }

    fn elsewhere() -> Post {
        Post::Other { name: String::new(), rank: None }
    }

    fn of(stint: Stint) -> Self {
        Self { post: stint.post, from: Some(stint.from), until: stint.until, extra: stint.extra }
    }

    fn stint(&self) -> Option<Stint> {
        Some(Stint { post: self.post.clone(), from: self.from?, until: self.until, extra: self.extra.clone() })
    }

    /// The value of the list of levels: empty for elsewhere.
    fn level(&self) -> String {
        if let Post::Level(level) = &self.post { level.to_string() } else { String::new() }
    }
}

fn saved(desk: Desk, id: &EntryId) -> Option<Stint> {
    desk.with_entries(|saved| saved.stints().find(|(other, _)| *other == id).map(|(_, stint)| stint.clone()))
}

fn element(id: &EntryId, part: &str) -> String {
    format!("stint-{}-{part}", id.as_str())
}

/// The id of the first field of a stint.
pub fn first_field(id: &EntryId) -> String {
    element(id, "level")
}

/// The fields of a stint, and what is doubtful about it.
#[component]
pub fn StintFields(bin: EntryBin, doubts: Doubts, id: EntryId) -> impl IntoNode {
    let form = Form::new(use_desk(), id);
    effect(move || form.follow());
    let from = Memo::new(move |_| form.draft.with(|draft| draft.from));
    let until = Memo::new(move |_| form.draft.with(|draft| draft.until));
    let begin = Rc::new(move |day: Option<Date>| form.change(|draft| draft.from = day.or(draft.from)));
    let end = Rc::new(move |day: Option<Date>| form.change(|draft| draft.until = day));
    let delete = move |_| {
        form.id.with_value(|id| {
            bin.delete(|saved, now| saved.set_stint(id, None, now));
            // One that was not saved yet leaves nothing to bring back.
            let fresh = form.desk.fresh_stint();
            if fresh.with_untracked(|fresh| fresh.as_ref() == Some(id)) {
                fresh.set(None);
                focus_when_drawn(ADD_BUTTON.to_owned());
            }
        });
    };
    let named = move || {
        let day = from.get().map(|day| format!(" of {}", day.long())).unwrap_or_default();
        format!("Delete the time at a level{day}")
    };
    view! {
        <li>
            <div role="group" aria-label="Time at a level">
                <div class="field-row">
                    <PostField form />
                    <DayField id=form.element("from") label="From" days=Days::Any kept=from enter=begin />
                    <DayField id=form.element("until") label="Until" days=Days::AnyOrNone kept=until enter=end />
                    <button type="button" class="is-quiet small" aria-label=named on:click=delete>"Delete"</button>
                </div>
                <Elsewhere form />
                <Show when=move || form.lacks_day.get()>
                    <p class="field-error small" role="status">"Not saved yet: give the first day."</p>
                </Show>
                {move || form.id.with_value(|id| doubts.with(|doubts| about(doubts, id)))}
            </div>
        </li>
    }
}

fn about(doubts: &[(Option<EntryId>, String)], id: &EntryId) -> Node {
    let its = doubts.iter().filter(|(of, _)| of.as_ref() == Some(id));
    its.map(|(_, said)| view! { <p class="field-error small" role="status">{said.clone()}</p> }).collect_nodes()
}

#[component]
fn PostField(form: Form) -> impl IntoNode {
    let groups = form.desk.with_ladder(|ladder| {
        let group = |track: &Track| {
            let option = |level: &Level| {
                view! { <option value=level.id.to_string()>{level.name.clone()}</option> }
            };
            let options = levels_of(ladder, track).into_iter().map(option).collect_nodes();
            view! { <optgroup label=track.name.clone()>{options}</optgroup> }
        };
        ladder.tracks.iter().map(group).collect_nodes()
    });
    let gone = form.draft.with_untracked(|draft| form.desk.with_ladder(|ladder| gone(ladder, &draft.post)));
    let pick = move |event| {
        let level = LevelId::parse(&event_target_value(&event)).ok();
        form.change(|draft| draft.post = level.map_or_else(Draft::elsewhere, Post::Level));
    };
    view! {
        <div class="field">
            <label for=form.element("level")>"Level"</label>
            <select
                id=form.element("level")
                prop:value=move || form.draft.with(Draft::level)
                on:change=pick
            >
                {groups}
                {gone}
                <option value="">"Elsewhere, or on leave"</option>
            </select>
        </div>
    }
}

/// A level that the ladder no longer has, as an option of its own; one that was renamed as what it is today.
fn gone(ladder: &Ladder, post: &Post) -> Option<impl IntoNode + use<>> {
    let Post::Level(id) = post else { return None };
    let known = choice(ladder, Some(id)).level();
    let name = known.map_or_else(|| format!("{id} (no longer in this ladder)"), |level| level.name.clone());
    ladder.level(id).is_none().then(|| view! { <option value=id.to_string()>{name}</option> })
}

/// Where the user was, if not at a level of this ladder, and at which rank it counts.
#[component]
fn Elsewhere(form: Form) -> impl IntoNode {
    let is_elsewhere = Memo::new(move |_| form.draft.with(|draft| matches!(draft.post, Post::Other { .. })));
    view! {
        <Show when=move || is_elsewhere.get()>
            <div class="field-row">
                <RoleField form />
                <RankField form />
            </div>
        </Show>
    }
}

#[component]
fn RoleField(form: Form) -> impl IntoNode {
    let kept = Memo::new(move |_| {
        form.draft.with(|draft| if let Post::Other { name, .. } = &draft.post { name.clone() } else { String::new() })
    });
    let typed = move |text: String| {
        form.change(|draft| {
            if let Post::Other { name, .. } = &mut draft.post {
                *name = text;
            }
        });
    };
    view! { <NameField id=form.element("role") label="What it was" kept enter=Rc::new(typed) /> }
}

#[component]
fn RankField(form: Form) -> impl IntoNode {
    let mut ranks: Vec<u8> = Vec::new();
    form.desk.with_ladder(|ladder| {
        for level in &ladder.levels {
            let place = ranks.partition_point(|rank| *rank < level.rank);
            if ranks.get(place) != Some(&level.rank) {
                ranks.insert(place, level.rank);
            }
        }
    });
    let option = |rank: u8| view! { <option value=rank.to_string()>"Time at level " {rank}</option> };
    let options = ranks.into_iter().map(option).collect_nodes();
    let kept = move || {
        let rank = form.draft.with(|draft| if let Post::Other { rank, .. } = draft.post { rank } else { None });
        rank.map(|rank| rank.to_string()).unwrap_or_default()
    };
    let pick = move |event| {
        form.change(|draft| {
            if let Post::Other { rank, .. } = &mut draft.post {
                *rank = event_target_value(&event).parse().ok();
            }
        });
    };
    view! {
        <div class="field">
            <label for=form.element("rank")>"Counts as"</label>
            <select id=form.element("rank") prop:value=kept on:change=pick>
                <option value="">"No time at a level"</option>
                {options}
            </select>
        </div>
    }
}
