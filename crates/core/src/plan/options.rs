//! What could be planned: what the target asks, by where the user stands.

use crate::assessment::{Assessment, Mark, Question, Rating, answer_to, questions};
use crate::ladder::{Ladder, Level};

/// Where the user stands in one expectation: the one rule for what is a strength and what a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Rated as not yet or sometimes.
    Gap,
    /// Rated as consistently, without anything that shows it.
    Unshown,
    /// Not rated, or there was no chance to show it.
    Open,
    /// Rated as consistently, with evidence.
    Strength,
}

impl Standing {
    /// All, in the order in which they are worth planning for.
    pub const ALL: [Self; 4] = [Self::Gap, Self::Unshown, Self::Open, Self::Strength];

    /// By how it is answered.
    pub fn of(mark: Mark) -> Self {
        match mark.rating {
            Some(Rating::NotYet | Rating::Sometimes) => Self::Gap,
            Some(Rating::Consistently) if mark.has_evidence => Self::Strength,
            Some(Rating::Consistently) => Self::Unshown,
            Some(Rating::NoChance) | None => Self::Open,
        }
    }
}

/// The words on the screen, above what stands so.
impl std::fmt::Display for Standing {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str(match self {
            Self::Gap => "Gaps: not yet, or only sometimes",
            Self::Unshown => "Consistently, without evidence",
            Self::Open => "Not rated, or no chance to show it",
            Self::Strength => "Strengths: consistently, with evidence",
        })
    }
}

/// What the target asks, by where the user stands; the questions keep the order of the competencies, but of gaps those
/// without evidence come first.
pub type Options = Vec<(Standing, Vec<Question>)>;

/// Sorts what a target asks. Standings with nothing in them are left out.
pub fn options(ladder: &Ladder, assessment: &Assessment, present: Option<&Level>, target: &Level) -> Options {
    let mut sorted: Options = Vec::new();
    sorted.extend(Standing::ALL.map(|standing| (standing, Vec::new())));
    let mut evidenced = Vec::new();
    for question in questions(ladder, present, target) {
        let answer = answer_to(assessment, &ladder.expectations[question.expectation]);
        let mark = Mark { rating: answer.rating(), has_evidence: answer.has_evidence() };
        match Standing::of(mark) {
            Standing::Gap if mark.has_evidence => evidenced.push(question),
            standing => sorted[standing as usize].1.push(question),
        }
    }
    sorted[Standing::Gap as usize].1.extend(evidenced);
    sorted.retain(|(_, questions)| !questions.is_empty());
    sorted
}
