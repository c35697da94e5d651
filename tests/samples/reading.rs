//! How the facts are read off a compiled ladder, and how a lost one is reported.

use std::path::Path;

use rungs_core::ladder::compile::{Compiled, Folder};
use rungs_core::ladder::{
    CompetencyId, Condition, Expectation, Holding, Ladder, Level, LevelId, Requirement, Skillsets, Status,
};

/// The folder `ladders/` as it is now, and what came of compiling it.
pub fn ladders() -> (Folder, Compiled) {
    let folder = Folder::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("ladders")).unwrap();
    let compiled = folder.compile();
    (folder, compiled)
}

/// The sample of that id, or `None` (and a note) where it is not here.
pub fn sample(id: &str) -> Option<Ladder> {
    let (folder, compiled) = ladders();
    let files = folder.files();
    let Some(catalogue) = compiled.catalogue else {
        let report: Vec<String> = compiled.diagnostics.iter().map(|problem| problem.render(&files)).collect();
        panic!("ladders/ does not compile:\n{}", report.join("\n"));
    };
    let found = catalogue.ladders.into_iter().find(|ladder| ladder.id.as_str() == id);
    let sample = found.filter(|ladder| ladder.status == Status::Sample);
    if sample.is_none() {
        println!("the sample `{id}` is not here: nothing to check");
    }
    sample
}

/// Fails with the names of all facts that do not hold.
pub fn assert_facts<'a>(facts: impl IntoIterator<Item = (&'a str, bool)>) {
    let lost: Vec<&str> = facts.into_iter().filter(|(_, holds)| !holds).map(|(fact, _)| fact).collect();
    assert!(lost.is_empty(), "facts of the source that are lost:\n  {}", lost.join("\n  "));
}

pub fn level<'a>(ladder: &'a Ladder, id: &str) -> &'a Level {
    let id = LevelId::parse(id).unwrap();
    ladder.level(&id).unwrap_or_else(|| panic!("there is no level `{id}`"))
}

/// What a level expects in a competency.
pub fn cell<'a>(ladder: &'a Ladder, level_id: &str, competency: &str) -> Vec<Holding<'a>> {
    let level = level(ladder, level_id);
    let competency = CompetencyId::parse(competency).unwrap();
    assert!(ladder.competency(&competency).is_some(), "there is no competency `{competency}`");
    ladder.holdings(level).filter(|holding| holding.expectation.competency == competency).collect()
}

/// The expectations that a level states itself.
pub fn own<'a>(ladder: &'a Ladder, level_id: &str) -> Vec<&'a Expectation> {
    let level = level(ladder, level_id);
    ladder.holdings(level).filter(|holding| *holding.origin == level.id).map(|holding| holding.expectation).collect()
}

/// Whether a text holds all these words, in any order and case.
pub fn says(text: &str, words: &[&str]) -> bool {
    let text = text.to_lowercase();
    words.iter().all(|word| text.contains(&word.to_lowercase()))
}

/// The words of a table: `"75 %; without help"` are two.
pub fn words(list: &str) -> Vec<&str> {
    list.split(';').map(str::trim).collect()
}

/// A requirement in the shortest words that hold all of its facts.
pub fn short(requirement: &Requirement) -> String {
    condition(&requirement.condition)
}

fn condition(condition_: &Condition) -> String {
    match condition_ {
        Condition::TimeAtRank { rank, months } => format!("{months} months at {rank}"),
        Condition::Mastery(Skillsets::AtLeast { count, of, .. }) => format!("at least {count} {of}"),
        Condition::Mastery(Skillsets::Named(skillset)) => format!("master {skillset}"),
        Condition::PeerReview => "peer review".into(),
        Condition::DocumentedNeed => "documented need".into(),
        Condition::Experience(text) => format!("experience: {text}"),
        Condition::Statement(text) => format!("statement: {text}"),
        Condition::AnyOf(branches) => branches.iter().map(short).collect::<Vec<_>>().join(" | "),
        Condition::WhenComingFrom { track, then } => format!("from {track}: {}", condition(then)),
    }
}
