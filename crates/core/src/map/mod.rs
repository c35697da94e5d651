//! The map of a ladder, worked out: where lanes, nodes and arrows stand, in whole CSS pixels from
//! the upper left corner. Tracks are lanes from top to bottom, ranks are columns from left to right.
//! It draws nothing; a view turns it into SVG.

mod wrap;

use crate::ladder::{Card, LevelOutline};
pub use wrap::wrap;

/// The sizes from which a map is built, in CSS pixels.
#[derive(Clone, Copy, Debug)]
pub struct Sizes {
    /// Room at the left for the names of lanes.
    pub gutter: i32,
    /// Room at the top for the names of columns.
    pub top: i32,
    /// Width of a node.
    pub node_width: i32,
    /// Height of a node.
    pub node_height: i32,
    /// Room between two columns, in which arrows turn.
    pub column_gap: i32,
    /// Room between two nodes of different lanes.
    pub lane_gap: i32,
    /// Room between two nodes of one lane and rank.
    pub stack_gap: i32,
}

impl Sizes {
    /// The map on a ladder's own page: nodes hold their names.
    pub const LARGE: Self =
        Self { gutter: 136, top: 40, node_width: 144, node_height: 60, column_gap: 72, lane_gap: 36, stack_gap: 26 };

    /// The picture beside a ladder's name: nodes are dots.
    pub const SMALL: Self =
        Self { gutter: 120, top: 0, node_width: 12, node_height: 12, column_gap: 40, lane_gap: 14, stack_gap: 5 };
}

/// A map, laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Map {
    /// Width of the whole.
    pub width: i32,
    /// Height of the whole.
    pub height: i32,
    /// One column for each rank in use, lowest first.
    pub columns: Vec<Column>,
    /// One lane for each track, in the ladder's order.
    pub lanes: Vec<Lane>,
    /// One node for each level, in the ladder's order.
    pub nodes: Vec<Node>,
    /// The usual ways in.
    pub arrows: Vec<Arrow>,
}

/// A rank's column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The rank.
    pub rank: u8,
    /// The left edge of its nodes.
    pub x: i32,
}

/// A track's lane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// Index of the track.
    pub track: usize,
    /// Upper edge of its highest node.
    pub y: i32,
    /// Distance from there to the lower edge of its lowest node.
    pub height: i32,
    /// Where the stretch begins in which further roles may stand, if there is one.
    pub open_from_x: Option<i32>,
}

/// A level's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Index of the level.
    pub level: usize,
    /// Index of its track.
    pub track: usize,
    /// Left edge.
    pub x: i32,
    /// Upper edge.
    pub y: i32,
}

/// A usual way from one level to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrow {
    /// Index of the level it leaves.
    pub from: usize,
    /// Index of the level it reaches.
    pub to: usize,
    /// SVG path data of the way.
    pub path: String,
    /// SVG path data of its head, to be filled.
    pub head: String,
}

impl Map {
    /// Lays out the map of a ladder.
    pub fn of(card: &Card, sizes: Sizes) -> Self {
        let columns = columns(&card.levels, sizes);
        let (lanes, nodes) = lanes_and_nodes(card, &columns, sizes);
        let arrows = arrows(&card.levels, &nodes, sizes);
        let right = columns.last().map_or(sizes.gutter, |column| column.x + sizes.node_width);
        let bottom = lanes.last().map_or(sizes.top, |lane| lane.y + lane.height);
        Self { width: right + sizes.gutter.min(16), height: bottom + sizes.lane_gap / 2, columns, lanes, nodes, arrows }
    }
}

fn columns(levels: &[LevelOutline], sizes: Sizes) -> Vec<Column> {
    let mut ranks: Vec<u8> = Vec::new();
    for level in levels {
        if let Err(place) = ranks.binary_search(&level.rank) {
            ranks.insert(place, level.rank);
        }
    }
    let step = sizes.node_width + sizes.column_gap;
    ranks.into_iter().zip(0..).map(|(rank, place)| Column { rank, x: sizes.gutter + place * step }).collect()
}

fn lanes_and_nodes(card: &Card, columns: &[Column], sizes: Sizes) -> (Vec<Lane>, Vec<Node>) {
    let mut y = sizes.top + sizes.lane_gap / 2;
    let mut lanes = Vec::with_capacity(card.tracks.len());
    let mut nodes = Vec::with_capacity(card.levels.len());
    for (track, outline) in card.tracks.iter().enumerate() {
        let mut tallest = 1;
        for column in columns {
            let here = card.levels.iter().enumerate().filter(|(_, l)| l.track == outline.id && l.rank == column.rank);
            let mut stacked = 0;
            for (level, _) in here {
                let node = Node { level, track, x: column.x, y: y + stacked * (sizes.node_height + sizes.stack_gap) };
                nodes.insert(nodes.partition_point(|other: &Node| other.level < level), node);
                stacked += 1;
            }
            tallest = tallest.max(stacked);
        }
        let height = tallest * sizes.node_height + (tallest - 1) * sizes.stack_gap;
        let open_from_x =
            outline.open_from.and_then(|rank| columns.iter().find(|column| column.rank >= rank).map(|column| column.x));
        lanes.push(Lane { track, y, height, open_from_x });
        y += height + sizes.lane_gap;
    }
    (lanes, nodes)
}

fn arrows(levels: &[LevelOutline], nodes: &[Node], sizes: Sizes) -> Vec<Arrow> {
    let node = |index: usize| nodes.iter().find(|node| node.level == index);
    levels
        .iter()
        .enumerate()
        .flat_map(|(to, level)| level.from.iter().map(move |from| (from, to)))
        .filter_map(|(from, to)| {
            let from = levels.iter().position(|level| level.id == *from)?;
            let (path, head) = path(node(from)?, node(to)?, sizes);
            Some(Arrow { from, to, path, head })
        })
        .collect()
}

/// The way from one node to another, and its head: ahead from side to side, within a column from edge
/// to edge, and back from side to side.
fn path(from: &Node, to: &Node, sizes: Sizes) -> (String, String) {
    let (width, height) = (sizes.node_width, sizes.node_height);
    let (middle, half) = (height / 2, sizes.column_gap / 2);
    if to.x > from.x {
        let (x1, y1, x2, y2) = (from.x + width, from.y + middle, to.x, to.y + middle);
        let turn = x2 - half;
        let path = if y1 == y2 {
            format!("M{x1} {y1}H{x2}")
        } else {
            let before = if turn - half == x1 { String::new() } else { format!("H{}", turn - half) };
            format!("M{x1} {y1}{before}C{turn} {y1} {turn} {y2} {x2} {y2}")
        };
        return (path, head(x2, y2, -HEAD, 0));
    }
    if to.x == from.x {
        let x = from.x + width / 2;
        let down = to.y > from.y;
        let (y1, y2) = if down { (from.y + height, to.y) } else { (from.y, to.y + height) };
        return (format!("M{x} {y1}V{y2}"), head(x, y2, 0, if down { -HEAD } else { HEAD }));
    }
    let (x1, y1, x2, y2) = (from.x, from.y + middle, to.x + width, to.y + middle);
    (format!("M{x1} {y1}C{} {y1} {} {y2} {x2} {y2}", x1 - half, x2 + half), head(x2, y2, HEAD, 0))
}

/// Length of an arrow's head.
const HEAD: i32 = 8;

/// A head whose point is at `x`, `y` and whose base lies off by `dx`, `dy`, of which one is 0.
fn head(x: i32, y: i32, dx: i32, dy: i32) -> String {
    let (across_x, across_y) = (dy / 2, dx / 2);
    // From the point on: heads of one direction are one text, which packs well.
    format!("M{x} {y}l{} {}l{} {}Z", dx + across_x, dy + across_y, -2 * across_x, -2 * across_y)
}

#[cfg(test)]
mod tests;
