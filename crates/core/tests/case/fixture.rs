//! A small ladder whose top level asks what a test is about, and short ways to enter something.

use rungs_core::assessment::{
    Assessment, EntryId, Evidence, EvidenceId, Extra, Opening, Outcome, Post, Reply, Review, Skillset, Stamp, Stint,
    Waiver, Word, Wording,
};
use rungs_core::case::{Checked, State, evaluate};
use rungs_core::date::Date;
use rungs_core::ladder::{Condition, Ladder, Level, LevelId, Requirement, RequirementId, TrackId, TrackKind};

use super::blank::{self, track};

pub const TODAY: &str = "2026-11-23";

pub fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

pub fn at(millis: u64) -> Stamp {
    Stamp::from_millis(millis)
}

pub fn level_id(text: &str) -> LevelId {
    LevelId::parse(text).unwrap()
}

pub fn entry_id(text: &str) -> EntryId {
    EntryId::parse(text).unwrap()
}

pub fn requirement(id: &str, condition: Condition) -> Requirement {
    Requirement { id: RequirementId::parse(id).unwrap(), former_ids: vec![], rule: None, condition }
}

pub fn experience(id: &str) -> Requirement {
    requirement(id, Condition::Experience(format!("has done {id}")))
}

fn level(id: &str, track: &str, rank: u8) -> Level {
    Level { track: TrackId::parse(track).unwrap(), ..blank::level(id, rank) }
}

/// A ladder in which `master`, of rank 3 on the track `craft`, asks this.
pub fn asking(requirements: Vec<Requirement>) -> Ladder {
    let master = Level { requirements, ..level("master", "craft", 3) };
    Ladder {
        tracks: vec![
            track("core", "Core", TrackKind::Core),
            track("craft", "Craft", TrackKind::Individual),
            track("lead", "Leading", TrackKind::Management),
            track("special", "Specials", TrackKind::Specialist),
        ],
        levels: vec![
            level("apprentice", "core", 1),
            level("journeyman", "craft", 2),
            master,
            level("foreman", "lead", 2),
            level("gilder", "special", 2),
            level("dean", "lead", 4),
        ],
        ..blank::ladder("guild")
    }
}

/// A ladder whose `master` asks this one thing, under the id `it`.
pub fn asking_for(condition: Condition) -> Ladder {
    asking(vec![requirement("it", condition)])
}

/// The level `master`.
pub fn master(ladder: &Ladder) -> &Level {
    ladder.level(&level_id("master")).unwrap()
}

/// The state and the sentence of what `master` asks first.
pub fn found(ladder: &Ladder, assessment: &Assessment) -> (State, String) {
    found_on(ladder, assessment, TODAY)
}

pub fn found_on(ladder: &Ladder, assessment: &Assessment, today: &str) -> (State, String) {
    let checked = evaluate(ladder, master(ladder), assessment, day(today));
    (checked[0].state(), checked[0].finding.to_string())
}

pub fn first<'a>(ladder: &'a Ladder, assessment: &'a Assessment) -> Checked<'a> {
    evaluate(ladder, master(ladder), assessment, day(TODAY)).remove(0)
}

pub fn stint(level: &str, from: &str, until: Option<&str>) -> Stint {
    Stint { post: Post::Level(level_id(level)), from: day(from), until: until.map(day), extra: Extra::new() }
}

pub fn elsewhere(rank: Option<u8>, from: &str, until: Option<&str>) -> Stint {
    let post = Post::Other { name: "elsewhere".into(), rank };
    Stint { post, ..stint("master", from, until) }
}

/// An assessment with these stints.
pub fn career(stints: Vec<Stint>) -> Assessment {
    let mut assessment = Assessment::default();
    for (number, stint) in stints.into_iter().enumerate() {
        assessment.set_stint(&entry_id(&format!("s{number}")), Some(stint), at(1));
    }
    assessment
}

pub fn wording() -> Wording {
    Wording::of("a requirement")
}

pub fn word(is_met: bool) -> Word {
    Word { is_met, note: String::new(), wording: wording(), extra: Extra::new() }
}

pub fn waiver(date: &str) -> Waiver {
    Waiver { date: day(date), note: "urgent".into(), wording: wording(), extra: Extra::new() }
}

pub fn review(date: &str, outcome: Outcome) -> Review {
    Review { date: day(date), outcome, note: String::new(), wording: wording(), extra: Extra::new() }
}

pub fn opening(reply: Reply, date: &str) -> Opening {
    Opening { reply, date: day(date), note: String::new(), extra: Extra::new() }
}

pub fn evidence(date: &str) -> Evidence {
    Evidence { date: day(date), text: "done".into(), link: None, wording: wording(), extra: Extra::new() }
}

/// Notes a piece of evidence for a requirement of `master`, or for one of its skillsets.
pub fn prove(assessment: &mut Assessment, ladder: &Ladder, of: &Requirement, skillset: Option<&str>, date: &str) {
    let id = EvidenceId::parse("v").unwrap();
    let skillset = skillset.map(entry_id);
    let piece = Some(evidence(date));
    assessment.set_requirement_evidence(master(ladder), of, skillset.as_ref(), &id, piece, at(1));
}

/// Names a skillset for a requirement of `master`.
pub fn name_skillset(assessment: &mut Assessment, ladder: &Ladder, of: &Requirement, id: &str, name: &str) {
    let skillset = Skillset { name: name.into(), wording: wording(), extra: Extra::new() };
    assessment.set_skillset(master(ladder), of, &entry_id(id), Some(skillset), at(1));
}
