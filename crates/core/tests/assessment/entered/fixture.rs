//! A level that asks for two experiences, and short ways to say what is entered for it.

use rungs_core::assessment::{EntryId, Extra, Figure, Opening, Post, Reply, Skillset, Stint, Word, Wording};
use rungs_core::date::Date;
use rungs_core::ladder::{Condition, Level, Quantity, Requirement, RequirementId};

use crate::blank;
use crate::fixture::level_id;

pub fn requirement(id: &str) -> Requirement {
    let condition = Condition::Experience("has coached".into());
    Requirement { id: RequirementId::parse(id).unwrap(), former_ids: vec![], rule: None, condition }
}

pub fn senior() -> Level {
    Level { requirements: vec![requirement("coached"), requirement("managed")], ..blank::level("senior", 2) }
}

pub fn entry(id: &str) -> EntryId {
    EntryId::parse(id).unwrap()
}

pub fn day() -> Date {
    Date::parse("2026-11-22").unwrap()
}

pub fn stint(post: Post) -> Stint {
    Stint { post, from: day(), until: None, extra: Extra::new() }
}

pub fn at_senior() -> Stint {
    stint(Post::Level(level_id("senior")))
}

pub fn opening(reply: Reply) -> Opening {
    Opening { reply, date: day(), note: String::new(), extra: Extra::new() }
}

pub fn word(is_met: bool) -> Word {
    Word { is_met, note: "n".into(), wording: Wording::of("a requirement"), extra: Extra::new() }
}

pub fn skillset(name: &str) -> Skillset {
    Skillset { name: name.into(), wording: Wording::of("a requirement"), extra: Extra::new() }
}

pub fn figure(value: i64) -> Figure {
    let value = Quantity::whole(value).unwrap();
    Figure { value, from: day(), until: day(), wording: Wording::of("a statement"), extra: Extra::new() }
}
