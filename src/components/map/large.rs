//! The map on a ladder's own page: every level a link, its ways in and out lit under the pointer or
//! the focus, and a mark beside it to choose it for a comparison.

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use rungs_core::ladder::{Card, LevelId, LevelOutline};
use rungs_core::map::{Arrow, Lane, Map, Node, Sizes, wrap};
use rungs_core::route::{LevelRef, Route};
use rungs_view::prelude::*;

use super::kind_class;
use crate::state::use_navigator;

const SIZES: Sizes = Sizes::LARGE;
/// Columns of text and lines that a node holds.
const NODE_TEXT: (usize, usize) = (15, 3);
/// Columns of text and lines that the name of a lane may take.
const LANE_TEXT: (usize, usize) = (15, 3);
const LINE: i32 = 18;
/// The most levels of a map that dims what is not near the pointer. A larger one does not fit into a window, and to paint
/// all of it anew takes many frames.
const MOST_DIMMED: usize = 60;

/// What the pointer or the focus is on: a signal for each of the card's levels, so that only what is near one hears of
/// it, and one for the map, by which the stylesheet dims the rest.
#[derive(Clone)]
struct Lit {
    any: RwSignal<bool>,
    levels: Arc<[RwSignal<bool>]>,
}

impl Lit {
    fn new(levels: usize) -> Self {
        Self { any: RwSignal::new(false), levels: (0..levels).map(|_| RwSignal::new(false)).collect() }
    }

    /// What lights a level, or puts it out.
    fn set(&self, level: usize) -> impl Fn(bool) + Copy + use<> {
        let (any, level) = (self.any, self.levels[level]);
        move |is_lit| {
            any.set(is_lit);
            level.set(is_lit);
        }
    }

    /// Whether one of these levels is lit.
    fn one_of(&self, levels: &[usize]) -> impl Fn() -> bool + use<> {
        let levels: Vec<_> = levels.iter().map(|level| self.levels[*level]).collect();
        // Each is read, so that each is heard of.
        move || levels.iter().fold(false, |is_lit, level| is_lit | level.get())
    }
}

/// Whether each level of the card is chosen: a signal for each, as for what is lit, so that a choice is heard of by those that
/// it concerns and not by all of some hundred.
fn marks(card: &Card, chosen: RwSignal<Vec<LevelId>>) -> Vec<ReadSignal<bool>> {
    let marks: Vec<_> = card.levels.iter().map(|level| (level.id.clone(), RwSignal::new(false))).collect();
    let heard = marks.iter().map(|(_, mark)| (*mark).into()).collect();
    effect(move || {
        chosen.with(|chosen| {
            for (level, mark) in &marks {
                let is_chosen = chosen.contains(level);
                if mark.get_untracked() != is_chosen {
                    mark.set(is_chosen);
                }
            }
        });
    });
    heard
}

/// The map. `chosen` holds the levels chosen for a comparison, in the order of choice.
#[component]
pub fn LadderMap(card: Card, chosen: RwSignal<Vec<LevelId>>) -> impl IntoNode {
    let map = Map::of(&card, SIZES);
    let lit = Lit::new(card.levels.len());
    let (any, dims) = (lit.any, card.levels.len() <= MOST_DIMMED);
    let heads: Vec<_> = map.columns.iter().map(|column| column_head(column.x, column.rank)).collect();
    let lanes: Vec<_> = map.lanes.iter().map(|lane| lane_view(lane, &card, map.width)).collect();
    let arrows: Vec<_> = map.arrows.iter().map(|arrow| arrow_view(arrow, &map, &card, &lit)).collect();
    let marks = marks(&card, chosen);
    let view = |node: &Node| {
        let choice = choice(node, &card.levels[node.level], marks[node.level], chosen);
        node_view(node, &map, &card, &lit, choice)
    };
    let nodes: Vec<_> = map.nodes.iter().map(view).collect();
    view! {
        <p class="map-hint needs-script soft small no-print">"Choose two to four levels with + to compare them."</p>
        <div class="scroller map-scroller" tabindex="0" role="region" aria-label=format!("Map of {}", card.name)>
            <svg
                class="map"
                class:is-lit=move || dims && any.get()
                role="group"
                aria-label="Levels by rank, tracks as lanes"
                width=map.width
                height=map.height
                viewBox=format!("0 0 {} {}", map.width, map.height)
            >
                {heads}
                {lanes}
                {arrows}
                {nodes}
            </svg>
        </div>
    }
}

fn column_head(x: i32, rank: u8) -> impl IntoNode {
    view! { <text class="map-rank" aria-hidden="true" x=x + SIZES.node_width / 2 y="20">{format!("Level {rank}")}</text> }
}

fn lane_view(lane: &Lane, card: &Card, width: i32) -> impl IntoNode + use<> {
    let track = &card.tracks[lane.track];
    let half_gap = SIZES.lane_gap / 2;
    let lines = wrap(&track.name, LANE_TEXT.0, LANE_TEXT.1);
    let text = text_lines("map-lane-name", 10, lane.y + SIZES.node_height / 2, &lines);
    let middle = lane.y + SIZES.node_height / 2;
    // The note stands above the nodes, left of the mark at the corner of one in the last column.
    let open = lane.open_from_x.map(|x| {
        view! {
            <path class="map-open" d=format!("M{x} {middle}H{}", width - 8) />
            <text class="map-open-note" x=width - 32 y=lane.y - 2 text-anchor="end">"further roles may stand here"</text>
        }
    });
    view! {
        <g class=format!("map-lane {}", kind_class(track.kind)) aria-hidden="true">
            <rect class="map-band" x="0" y=lane.y - half_gap + 4 width=width height=lane.height + SIZES.lane_gap - 8 rx="8" />
            {text}
            {open}
        </g>
    }
}

/// Lines of text around the height `y`.
fn text_lines(class: &'static str, x: i32, y: i32, lines: &[String]) -> impl IntoNode + use<> {
    let first = y - (lines.len() as i32 - 1) * LINE / 2 + 5;
    let spans: Vec<_> = lines
        .iter()
        .zip(0..)
        .map(|(line, place)| view! { <tspan x=x y=first + place * LINE>{format!("{line} ")}</tspan> })
        .collect();
    view! { <text class=class>{spans}</text> }
}

fn arrow_view(arrow: &Arrow, map: &Map, card: &Card, lit: &Lit) -> impl IntoNode + use<> {
    let (from, to) = (arrow.from, arrow.to);
    let track = map.nodes[to].track;
    view! {
        <g
            class=format!("map-arrow {}", kind_class(card.tracks[track].kind))
            class:is-near=lit.one_of(&[from, to])
            aria-hidden="true"
        >
            <path class="map-way" d=arrow.path.clone() />
            <path class="map-head" d=arrow.head.clone() />
        </g>
    }
}

fn node_view<C: IntoNode>(node: &Node, map: &Map, card: &Card, lit: &Lit, choice: C) -> impl IntoNode + use<C> {
    let level = &card.levels[node.level];
    let index = node.level;
    let touching = map.arrows.iter().filter(|arrow| arrow.from == index || arrow.to == index);
    let mut near: Vec<usize> = touching.flat_map(|arrow| [arrow.from, arrow.to]).chain([index]).collect();
    near.sort_unstable();
    near.dedup();
    let light = lit.set(index);
    let href = use_navigator().href(&Route::Level(LevelRef::new(card.id.clone(), level.id.clone())).into());
    let lines = wrap(&level.name, NODE_TEXT.0, NODE_TEXT.1);
    let example = level.example.then(|| {
        view! { <text class="map-note" x=node.x + 12 y=node.y + SIZES.node_height + 14>"an example"</text> }
    });
    let link = view! {
        <a href=href aria-label=format!("{}, level {}", level.name, level.rank)>
            <rect x=node.x y=node.y width=SIZES.node_width height=SIZES.node_height rx="6" />
            {text_lines("map-name", node.x + 12, node.y + SIZES.node_height / 2, &lines)}
        </a>
    };
    let mut class = format!("map-node {}", kind_class(card.tracks[node.track].kind));
    if level.example {
        class.push_str(" is-example");
    }
    view! {
        <g
            class=class
            class:is-near=lit.one_of(&near)
            on:mouseenter=move |_| light(true)
            on:mouseleave=move |_| light(false)
            // Listening to the focus makes it a stop of the Tab key in some browsers.
            tabindex="-1"
            on:focusin=move |_| light(true)
            on:focusout=move |_| light(false)
        >
            {link}
            {example}
            {choice}
        </g>
    }
}

/// The mark at a node's corner that chooses the level for a comparison.
fn choice(
    node: &Node,
    level: &LevelOutline,
    is_chosen: ReadSignal<bool>,
    chosen: RwSignal<Vec<LevelId>>,
) -> impl IntoNode + use<> {
    let (x, y) = (node.x + SIZES.node_width - 2, node.y + 2);
    let id = level.id.clone();
    let toggle = move || {
        chosen.update(|chosen| match chosen.iter().position(|other| *other == id) {
            Some(place) => drop(chosen.remove(place)),
            None => chosen.push(id.clone()),
        });
    };
    let press = {
        let toggle = toggle.clone();
        move |event: KeyboardEvent| {
            if matches!(event.key().as_str(), " " | "Enter") {
                event.prevent_default();
                toggle();
            }
        }
    };
    view! {
        <g
            class="map-choice"
            transform=format!("translate({x} {y})")
            class:is-chosen=move || is_chosen.get()
            role="checkbox"
            tabindex="0"
            aria-checked=move || is_chosen.get().to_string()
            aria-label=format!("Choose {} for a comparison", level.name)
            on:click=move |_| toggle()
            on:keydown=press
        >
            <circle class="map-choice-target" r="14" />
            <circle class="map-choice-mark" r="9" />
            <path d=move || if is_chosen.get() { CHOSEN } else { CHOOSE } />
        </g>
    }
}

/// A plus, around the middle of the mark.
const CHOOSE: &str = "M-4 0h8M0 -4v8";
/// A tick.
const CHOSEN: &str = "M-4 0l3 3l5 -6";
