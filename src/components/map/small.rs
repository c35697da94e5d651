//! The small picture of a ladder's tracks: lanes, dots and ways. It repeats what the words beside it
//! say, so it is hidden from screen readers.

use rungs_core::ladder::{Card, count};
use rungs_core::map::{Arrow, Map, Node, Sizes, wrap};
use rungs_view::prelude::*;

use super::kind_class;

/// The most tracks that are drawn. More of them are a pattern, not a picture.
const MOST_TRACKS: usize = 12;
/// Room for the line that counts the others.
const LINE: i32 = 20;

/// The picture.
#[component]
pub fn SmallMap(card: Card) -> impl IntoNode {
    let (card, others) = drawn(card);
    let map = Map::of(&card, Sizes::SMALL);
    let rest = (others > 0).then(|| {
        view! { <text class="map-rest" x="0" y=map.height + LINE - 6>{format!("and {}", count(others, "more track"))}</text> }
    });
    let height = if others > 0 { map.height + LINE } else { map.height };
    let ways: Vec<_> = map.arrows.iter().map(|arrow| way(arrow, &card, &map)).collect();
    let stretches: Vec<_> = map
        .lanes
        .iter()
        .filter_map(|lane| {
            let (x, y) = (lane.open_from_x?, lane.y + Sizes::SMALL.node_height / 2);
            let class = kind_class(card.tracks[lane.track].kind);
            Some(view! { <path class=format!("map-open {class}") d=format!("M{x} {y}H{}", map.width) /> })
        })
        .collect();
    let names: Vec<_> = map
        .lanes
        .iter()
        .map(|lane| {
            let track = &card.tracks[lane.track];
            let name = wrap(&track.name, 17, 1).pop().unwrap_or_default();
            let y = lane.y + Sizes::SMALL.node_height - 2;
            view! { <text class=kind_class(track.kind) x="0" y=y>{name}</text> }
        })
        .collect();
    let dots: Vec<_> = map.nodes.iter().map(|node| dot(node, &card)).collect();
    view! {
        <svg
            class="small-map"
            aria-hidden="true"
            width=map.width
            height=height
            viewBox=format!("0 0 {} {height}", map.width)
        >
            {names}
            {stretches}
            {ways}
            {dots}
            {rest}
        </svg>
    }
}

/// The ladder with the first of its tracks, and how many are left out.
fn drawn(mut card: Card) -> (Card, usize) {
    let others = card.tracks.len().saturating_sub(MOST_TRACKS);
    card.tracks.truncate(MOST_TRACKS);
    if others > 0 {
        card.levels.retain(|level| card.tracks.iter().any(|track| track.id == level.track));
    }
    (card, others)
}

fn way(arrow: &Arrow, card: &Card, map: &Map) -> impl IntoNode + use<> {
    let track = map.nodes.iter().find(|node| node.level == arrow.to).map_or(0, |node| node.track);
    view! { <path class=format!("map-way {}", kind_class(card.tracks[track].kind)) d=arrow.path.clone() /> }
}

fn dot(node: &Node, card: &Card) -> impl IntoNode + use<> {
    let radius = Sizes::SMALL.node_width / 2;
    let example = if card.levels[node.level].example { " is-example" } else { "" };
    view! {
        <circle
            class=format!("map-dot {}{example}", kind_class(card.tracks[node.track].kind))
            cx=node.x + radius
            cy=node.y + radius
            r=radius - 1
        />
    }
}
