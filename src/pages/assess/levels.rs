//! The two questions before all others: where one is, and where one wants to go.

use rungs_core::assessment::{Choice, choice};
use rungs_core::case::{TargetProblem, target_problem};
use rungs_core::ladder::{Ladder, Level, LevelId, Track};
use rungs_view::prelude::*;

use super::desk::{Desk, use_desk};
use crate::components::focus::focus_when_drawn;
use crate::store::today;

/// Which of the two levels a control is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Present,
    Target,
}

impl End {
    fn id(self) -> &'static str {
        match self {
            Self::Present => "assess-present",
            Self::Target => "assess-target",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Present => "My present level",
            Self::Target => "The level I work toward",
        }
    }

    /// The id that is saved, whether the ladder knows it or not.
    fn saved(self, desk: Desk) -> Option<LevelId> {
        desk.with_entries(|saved| match self {
            Self::Present => saved.present().cloned(),
            Self::Target => saved.target().cloned(),
        })
    }

    fn set(self, desk: Desk, level: Option<LevelId>) {
        desk.change(|saved, now| match self {
            Self::Present => saved.set_present(level, now),
            Self::Target => saved.set_target(level, now),
        });
    }
}

/// The choice of both levels.
#[component]
pub fn Levels() -> impl IntoNode {
    let desk = use_desk();
    let target = Memo::new(move |_| End::Target.saved(desk));
    view! {
        <div class="assess-levels">
            <LevelSelect end=End::Present />
            <LevelSelect end=End::Target />
        </div>
        {move || doubt(desk).map(|said| view! { <p class="notice is-warning small">{said}</p> })}
        <Show when=move || target.get().is_none()>
            <NextLevels />
        </Show>
    }
}

/// What is doubtful about the target: that it is the present level, or below it.
fn doubt(desk: Desk) -> Option<String> {
    desk.with_ladder(|ladder| {
        desk.with_entries(|saved| {
            // Without a target there is nothing to say, and where pages are printed no day either.
            saved.target()?;
            match target_problem(ladder, saved, today())? {
                problem @ (TargetProblem::Present(_) | TargetProblem::Below { .. }) => Some(problem.to_string()),
                TargetProblem::None | TargetProblem::Gone(_) => None,
            }
        })
    })
}

#[component]
fn LevelSelect(end: End) -> impl IntoNode {
    let desk = use_desk();
    let saved = Memo::new(move |_| end.saved(desk));
    let known = Memo::new(move |_| {
        let level = |ladder: &Ladder| saved.with(|saved| choice(ladder, saved.as_ref()).level().map(|l| l.id.clone()));
        desk.with_ladder(level)
    });
    let groups = desk.with_ladder(|ladder| {
        let group = |track: &Track| level_group(ladder, track, known);
        ladder.tracks.iter().filter_map(group).collect_nodes()
    });
    let pick = move |event| end.set(desk, LevelId::parse(&event_target_value(&event)).ok());
    view! {
        <div class="field">
            <label for=end.id()>{end.label()}</label>
            <select id=end.id() on:change=pick>
                <option value="" selected=move || known.with(Option::is_none)>"Choose a level"</option>
                {groups}
            </select>
            {move || desk.with_ladder(|ladder| saved.with(|saved| gone(ladder, saved.as_ref())))}
        </div>
    }
}

/// The levels of a track by rank.
pub fn levels_of<'a>(ladder: &'a Ladder, track: &Track) -> Vec<&'a Level> {
    let mut levels: Vec<&Level> = Vec::new();
    for level in ladder.levels.iter().filter(|level| level.track == track.id) {
        levels.insert(levels.partition_point(|other| other.rank <= level.rank), level);
    }
    levels
}

fn level_group(ladder: &Ladder, track: &Track, known: Memo<Option<LevelId>>) -> Option<Node> {
    let levels = levels_of(ladder, track);
    let option = |level: &Level| {
        let id = level.id.clone();
        let selected = move || known.with(|known| known.as_ref() == Some(&id));
        view! { <option value=level.id.to_string() selected=selected>{level.name.clone()}</option> }
    };
    let options = levels.iter().map(|level| option(level)).collect_nodes();
    (!levels.is_empty()).then(|| view! { <optgroup label=track.name.clone()>{options}</optgroup> }.into_node())
}

fn gone(ladder: &Ladder, saved: Option<&LevelId>) -> Option<impl IntoNode + use<>> {
    let Choice::Gone(id) = choice(ladder, saved) else { return None };
    let sentence = format!("The level you chose, {id}, is no longer in this ladder. Your answers are kept.");
    Some(view! { <p class="notice is-warning small">{sentence}</p> })
}

/// Before a target is chosen: what the page does, and the levels that usually follow the present one.
#[component]
fn NextLevels() -> impl IntoNode {
    let desk = use_desk();
    let next = Memo::new(move |_| {
        let present = End::Present.saved(desk);
        desk.with_ladder(|ladder| next_levels(ladder, choice(ladder, present.as_ref()).level()))
    });
    let choose = move |id: LevelId| {
        End::Target.set(desk, Some(id));
        focus_when_drawn(End::Target.id().to_owned());
    };
    let suggestion = move |(id, name): (LevelId, String)| {
        view! {
            <button type="button" on:click=move |_| choose(id.clone())>{name}</button>
        }
    };
    view! {
        <div class="assess-empty stack">
            <p>
                "Choose the level you work toward. What it expects is then listed here, one competency at a time,
                for you to rate. Your answers stay in this browser."
            </p>
            <Show when=move || !next.with(Vec::is_empty)>
                <div class="row">
                    <span class="soft">"Usual next steps:"</span>
                    {move || next.get().into_iter().map(suggestion).collect_nodes()}
                </div>
            </Show>
        </div>
    }
}

fn next_levels(ladder: &Ladder, present: Option<&Level>) -> Vec<(LevelId, String)> {
    let Some(present) = present else { return Vec::new() };
    let follows = |level: &&Level| level.from.contains(&present.id);
    ladder.levels.iter().filter(follows).map(|level| (level.id.clone(), level.name.clone())).collect()
}
