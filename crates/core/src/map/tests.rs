use super::{Map, Sizes, wrap};
use crate::ladder::{Card, LadderId, LevelId, LevelOutline, Status, TrackId, TrackKind, TrackOutline};

fn track(id: &str, open_from: Option<u8>) -> TrackOutline {
    TrackOutline { id: TrackId::parse(id).unwrap(), name: id.into(), kind: TrackKind::Core, open_from }
}

fn level(id: &str, track: &str, rank: u8, from: &[&str]) -> LevelOutline {
    LevelOutline {
        id: LevelId::parse(id).unwrap(),
        former_ids: Vec::new(),
        name: id.into(),
        grade: None,
        track: TrackId::parse(track).unwrap(),
        rank,
        from: from.iter().map(|id| LevelId::parse(id).unwrap()).collect(),
        example: false,
    }
}

fn card(tracks: Vec<TrackOutline>, levels: Vec<LevelOutline>) -> Card {
    Card {
        id: LadderId::parse("bakery").unwrap(),
        former_ids: Vec::new(),
        name: "Bakery".into(),
        summary: String::new(),
        lang: "en".into(),
        status: Status::Current,
        tracks,
        levels,
    }
}

fn fork() -> Card {
    card(
        vec![track("core", None), track("hands", None), track("other", Some(2))],
        vec![
            level("baker", "core", 1, &[]),
            level("master", "hands", 2, &["baker"]),
            level("confectioner", "other", 4, &["master"]),
            level("chocolatier", "other", 4, &["confectioner"]),
        ],
    )
}

#[test]
fn tracks_are_lanes_and_ranks_in_use_are_columns() {
    let map = Map::of(&fork(), Sizes::LARGE);
    assert_eq!(map.columns.iter().map(|column| column.rank).collect::<Vec<_>>(), [1, 2, 4]);
    let x = |level: usize| map.nodes[level].x;
    assert!(x(0) < x(1) && x(1) < x(2));
    assert_eq!(x(2), x(3));
    assert!(map.lanes.windows(2).all(|pair| pair[0].y + pair[0].height < pair[1].y));
}

#[test]
fn two_roles_of_one_rank_stand_one_below_the_other_in_a_taller_lane() {
    let map = Map::of(&fork(), Sizes::LARGE);
    assert!(map.nodes[3].y >= map.nodes[2].y + Sizes::LARGE.node_height);
    assert!(map.lanes[2].height > map.lanes[1].height);
    assert!(map.nodes[3].y + Sizes::LARGE.node_height <= map.height);
}

#[test]
fn an_open_track_says_from_where_further_roles_may_stand() {
    let map = Map::of(&fork(), Sizes::LARGE);
    assert_eq!(map.lanes[2].open_from_x, Some(map.columns[1].x));
    assert_eq!(map.lanes[0].open_from_x, None);
}

#[test]
fn arrows_lead_ahead_within_a_column_and_back() {
    let mut back = fork();
    back.levels[0].from = vec![LevelId::parse("master").unwrap()];
    let map = Map::of(&back, Sizes::SMALL);
    let ends: Vec<(usize, usize)> = map.arrows.iter().map(|arrow| (arrow.from, arrow.to)).collect();
    assert_eq!(ends, [(1, 0), (0, 1), (1, 2), (2, 3)]);
    assert!(map.arrows[3].path.contains('V'), "within a column: {}", map.arrows[3].path);
}

#[test]
fn an_empty_ladder_has_an_empty_map() {
    let map = Map::of(&card(Vec::new(), Vec::new()), Sizes::LARGE);
    assert!(map.nodes.is_empty() && map.arrows.is_empty() && map.width > 0);
}

#[test]
fn names_break_between_words_and_long_or_wide_ones_within() {
    assert_eq!(wrap("Senior Customer Support Rep", 16, 3), ["Senior Customer", "Support Rep"]);
    assert_eq!(wrap("Donaudampfschiffahrtskapitän", 16, 3), ["Donaudampfschiff", "ahrtskapitän"]);
    assert_eq!(wrap("一二三四五六七八九", 16, 3), ["一二三四五六七八", "九"]);
    assert_eq!(wrap("a b c d", 1, 2), ["a", "b…"]);
    assert!(wrap("", 16, 3).is_empty());
}
