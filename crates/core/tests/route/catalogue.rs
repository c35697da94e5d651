//! A small catalogue to look links up in.

use rungs_core::ladder::{
    Card, Index, LadderId, LevelId, LevelOutline, Site, Status, TrackId, TrackKind, TrackOutline,
};
use rungs_core::route::{Base, LevelRef, Resolved, parse, resolve};

/// Two ladders; the first was once `tech-support`, its second level once `engineer-two`.
pub fn index() -> Index {
    Index {
        site: Site { name: "Rungs".into(), accent: None, imprint: None, address: None, repository: None },
        themes: vec![],
        ladders: vec![
            card(
                "customer-engineering",
                &["tech-support"],
                "Customer Engineering",
                vec![
                    level("customer-engineer", &[], "Customer Engineer", 1),
                    level("senior-engineer", &["engineer-two"], "Senior Engineer", 2),
                    level("staff-engineer", &[], "Staff Engineer", 3),
                    level("team-lead", &[], "Team Lead", 3),
                    level("manager", &[], "Manager", 4),
                ],
            ),
            card("design", &[], "Design", vec![level("designer", &[], "Designer", 1)]),
        ],
    }
}

fn card(id: &str, former: &[&str], name: &str, levels: Vec<LevelOutline>) -> Card {
    Card {
        id: LadderId::parse(id).unwrap(),
        former_ids: former.iter().map(|id| LadderId::parse(id).unwrap()).collect(),
        name: name.into(),
        summary: String::new(),
        lang: "en".into(),
        status: Status::Current,
        tracks: vec![TrackOutline {
            id: TrackId::parse("core").unwrap(),
            name: "Core".into(),
            kind: TrackKind::Core,
            open_from: None,
        }],
        levels,
    }
}

fn level(id: &str, former: &[&str], name: &str, rank: u8) -> LevelOutline {
    LevelOutline {
        id: LevelId::parse(id).unwrap(),
        former_ids: former.iter().map(|id| LevelId::parse(id).unwrap()).collect(),
        name: name.into(),
        grade: Some(format!("L{rank}")),
        track: TrackId::parse("core").unwrap(),
        rank,
        from: vec![],
        example: false,
    }
}

/// The level that `customer-engineering.manager` names.
pub fn level_ref(text: &str) -> LevelRef {
    let (ladder, level) = text.split_once('.').unwrap();
    LevelRef::new(LadderId::parse(ladder).unwrap(), LevelId::parse(level).unwrap())
}

/// The base path of all tests that do not say otherwise.
pub fn base() -> Base {
    Base::new("/rungs/")
}

/// What a link comes to, given below the base, with its query and fragment.
pub fn open(link: &str) -> Resolved {
    let (rest, fragment) = link.split_once('#').unwrap_or((link, ""));
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    resolve(&parse(&base(), &format!("/rungs{path}"), query, fragment), &index())
}

/// The address that replaces a link, below the base.
pub fn address(link: &str) -> String {
    let place = open(link).place.unwrap_or_else(|| panic!("{link} names no page"));
    place.print(&base())["/rungs".len()..].to_owned()
}
