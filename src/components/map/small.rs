//! The small picture of a ladder's tracks: lanes, dots and ways. It repeats what the words beside it
//! say, so it is hidden from screen readers.

use rungs_core::ladder::Card;
use rungs_core::map::{Arrow, Map, Node, Sizes, wrap};
use rungs_view::prelude::*;

use super::kind_class;

/// The picture.
#[component]
pub fn SmallMap(card: Card) -> impl IntoNode {
    let map = Map::of(&card, Sizes::SMALL);
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
            height=map.height
            viewBox=format!("0 0 {} {}", map.width, map.height)
        >
            {names}
            {stretches}
            {ways}
            {dots}
        </svg>
    }
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
