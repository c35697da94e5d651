//! Two ladders to search in.

use rungs_core::ladder::{Competency, Held, Ladder, Level, Rule, RuleId};
use rungs_core::search::SearchIndex;

use super::blank;

/// Customer Engineering, with names and texts that share words, and one in Japanese.
pub fn shelf() -> SearchIndex {
    let support = Shelf::new("support", "Customer Engineering", "From first ticket to running teams.")
        .level("engineer", "Customer Engineer", "L1")
        .level("lead", "Team Lead", "L2")
        .competency("leadership", "Leadership")
        .competency("casework", "Casework")
        .expects(0, "casework", "solves", "Resolves 75 % of issues without help; asks the lead about the rest.")
        .expects(0, "casework", "naive", "Never leaves a naïve question at the café unanswered.")
        .expects(1, "leadership", "leads", "Plans the work of the team.")
        .rule("waiver", "Waiver", "The head of customer engineering may waive a year at a level.");
    let japanese = Shelf::new("taiou", "顧客対応", "最初の問い合わせから。")
        .level("tantou", "担当者", "一")
        .competency("hinshitsu", "品質");
    let japanese = japanese.expects(0, "hinshitsu", "kaiketsu", "問題を自力で解決する。");
    SearchIndex::build([&support.0, &japanese.0])
}

/// A ladder in the making.
pub struct Shelf(pub Ladder);

impl Shelf {
    pub fn new(id: &str, name: &str, summary: &str) -> Self {
        Self(Ladder { name: name.into(), summary: summary.into(), ..blank::ladder(id) })
    }

    pub fn level(mut self, id: &str, name: &str, grade: &str) -> Self {
        let rank = 1 + self.0.levels.len() as u8;
        self.0.levels.push(Level { name: name.into(), grade: Some(grade.into()), ..blank::level(id, rank) });
        self
    }

    pub fn competency(mut self, id: &str, name: &str) -> Self {
        self.0.competencies.push(Competency { name: name.into(), ..blank::competency(id) });
        self
    }

    /// An expectation, stated by the level at that position and inherited by those after it.
    pub fn expects(mut self, level: usize, competency: &str, id: &str, text: &str) -> Self {
        let expectation = self.0.expectations.len() as u32;
        self.0.expectations.push(blank::expectation(id, competency, text));
        let origin = self.0.levels[level].id.clone();
        for level in &mut self.0.levels[level..] {
            level.holds.push(Held { expectation, origin: origin.clone() });
        }
        self
    }

    pub fn rule(mut self, id: &str, name: &str, text: &str) -> Self {
        let id = RuleId::parse(id).unwrap();
        self.0.rules.push(Rule { id, name: name.into(), text: text.into(), levels: vec![], about: None });
        self
    }
}
