//! An assessment read against its ladder: what is asked, what is answered, what is left.
//!
//! Counts and lists only. There is no score in here, and none can be made of it honestly.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::answer::{Answer, Rating};
use super::fingerprint::Fingerprint;
use super::state::Assessment;
use crate::compare::{Change, Comparison};
use crate::ladder::{Called, Expectation, ExpectationId, Ladder, Level, LevelId};

/// A level that the user chose, as the ladder knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice<'a> {
    /// None is chosen.
    None,
    /// A level of the ladder, by its present or a former id.
    Level(&'a Level),
    /// A level that the ladder no longer has.
    Gone(&'a LevelId),
}

impl<'a> Choice<'a> {
    /// The level, if there is one.
    pub fn level(self) -> Option<&'a Level> {
        match self {
            Self::Level(level) => Some(level),
            Self::None | Self::Gone(_) => None,
        }
    }
}

/// Finds the level that was chosen by that id.
pub fn choice<'a>(ladder: &'a Ladder, chosen: Option<&'a LevelId>) -> Choice<'a> {
    let Some(id) = chosen else { return Choice::None };
    ladder.level_ever(id).map_or(Choice::Gone(id), Choice::Level)
}

/// What the target asks of someone at the present level, in one statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Addition {
    /// The present level asks it too, or no present level is chosen.
    None,
    /// More of something that the present level asks.
    Raised,
    /// Something that the present level does not ask.
    New,
}

/// One expectation to be rated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Index into [`Ladder::expectations`].
    pub expectation: usize,
    /// Index into [`Ladder::competencies`].
    pub competency: usize,
    /// Whether the target adds it.
    pub addition: Addition,
    /// The fingerprint of its wording now.
    pub wording: Fingerprint,
}

impl Question {
    /// Whether the answer was given to another wording than today's.
    pub fn is_reworded(&self, answer: &Answer) -> bool {
        answer.rated().is_some_and(|rated| rated.wording.fingerprint != self.wording)
    }
}

/// What there is to rate for a target, in the order of the competencies: every expectation of the
/// target that can be assessed. What it adds is what comparing the two levels says.
pub fn questions(ladder: &Ladder, present: Option<&Level>, target: &Level) -> Vec<Question> {
    let additions = present.map(|present| additions(ladder, present, target)).unwrap_or_default();
    let question = |index: usize| {
        let expectation = &ladder.expectations[index];
        let competency = ladder.competencies.iter().position(|row| row.id == expectation.competency)?;
        let addition = additions.iter().find(|(id, _)| **id == expectation.id);
        let addition = addition.map_or(Addition::None, |(_, addition)| *addition);
        let wording = Fingerprint::of(&expectation.text);
        Some(Question { expectation: index, competency, addition, wording })
    };
    let held = target.holds.iter().map(|held| held.expectation as usize);
    held.filter(|index| ladder.expectations[*index].assessed).filter_map(question).collect()
}

/// What the target adds, by the id of the expectation.
fn additions<'a>(ladder: &'a Ladder, present: &'a Level, target: &'a Level) -> Vec<(&'a ExpectationId, Addition)> {
    let comparison = Comparison::between(ladder, present, target);
    let entries = comparison.entries(1).filter_map(|entry| {
        let addition = match entry.change? {
            Change::New => Addition::New,
            Change::Raised => Addition::Raised,
            Change::Lowered | Change::Reworded | Change::Kept | Change::Dropped => return None,
        };
        Some((&entry.expectation.id, addition))
    });
    entries.collect()
}

/// What was answered to an expectation, under its present id and its former ones.
pub fn answer_to<'a>(assessment: &'a Assessment, expectation: &Expectation) -> Cow<'a, Answer> {
    let mut answers = expectation.ids().filter_map(|id| assessment.answer(id));
    let first = answers.next().map_or_else(|| Cow::Owned(Answer::default()), Cow::Borrowed);
    answers.fold(first, |mut all, answer| {
        all.to_mut().merge(answer);
        all
    })
}

/// How a question is answered, as far as answers are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// The rating.
    pub rating: Option<Rating>,
    /// Whether there is evidence.
    pub has_evidence: bool,
}

/// How some questions are answered, in their order.
pub fn marks(ladder: &Ladder, assessment: &Assessment, questions: &[Question]) -> Vec<Mark> {
    let mark = |question: &Question| {
        let answer = answer_to(assessment, &ladder.expectations[question.expectation]);
        Mark { rating: answer.rating(), has_evidence: answer.has_evidence() }
    };
    questions.iter().map(mark).collect()
}

/// How many of some questions are answered, and how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// All questions.
    pub asked: usize,
    /// Rated "not yet".
    pub not_yet: usize,
    /// Rated "sometimes".
    pub sometimes: usize,
    /// Rated "consistently".
    pub consistently: usize,
    /// Rated "no chance to show it".
    pub no_chance: usize,
    /// With at least one piece of evidence, rated or not.
    pub evidenced: usize,
}

impl Tally {
    /// Counts the answers to some questions.
    pub fn of(ladder: &Ladder, assessment: &Assessment, questions: &[Question]) -> Self {
        let mut tally = Self::default();
        marks(ladder, assessment, questions).into_iter().for_each(|mark| tally.count(mark));
        tally
    }

    /// Adds one question by how it is answered.
    pub fn count(&mut self, mark: Mark) {
        self.asked += 1;
        self.evidenced += usize::from(mark.has_evidence);
        match mark.rating {
            Some(Rating::NotYet) => self.not_yet += 1,
            Some(Rating::Sometimes) => self.sometimes += 1,
            Some(Rating::Consistently) => self.consistently += 1,
            Some(Rating::NoChance) => self.no_chance += 1,
            None => {}
        }
    }

    /// How many have one rating.
    pub fn rated_as(&self, rating: Rating) -> usize {
        match rating {
            Rating::NotYet => self.not_yet,
            Rating::Sometimes => self.sometimes,
            Rating::Consistently => self.consistently,
            Rating::NoChance => self.no_chance,
        }
    }

    /// How many are rated.
    pub fn rated(&self) -> usize {
        self.not_yet + self.sometimes + self.consistently + self.no_chance
    }

    /// How many are not rated yet.
    pub fn unrated(&self) -> usize {
        self.asked - self.rated()
    }

    /// How many have no evidence.
    pub fn without_evidence(&self) -> usize {
        self.asked - self.evidenced
    }

    /// How many are not met yet, or only sometimes.
    pub fn gaps(&self) -> usize {
        self.not_yet + self.sometimes
    }
}

/// The next question without a rating after the one at `after`, going round at the end; among the
/// additions only, if that is asked. Indices are into `questions`.
pub fn next_unrated(
    ladder: &Ladder,
    assessment: &Assessment,
    questions: &[Question],
    after: Option<usize>,
    only_additions: bool,
) -> Option<usize> {
    let start = after.map_or(0, |index| index + 1);
    let is_open = |index: &usize| {
        let question = &questions[*index];
        let answer = answer_to(assessment, &ladder.expectations[question.expectation]);
        (!only_additions || question.addition != Addition::None) && answer.rating().is_none()
    };
    (start..questions.len()).chain(0..start.min(questions.len())).find(is_open)
}

/// An answer to an expectation that the ladder no longer has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retired<'a> {
    /// The id of the expectation.
    pub id: &'a ExpectationId,
    /// What was answered.
    pub answer: &'a Answer,
}

/// The answers whose expectation the ladder no longer has under any id.
pub fn retired<'a>(ladder: &Ladder, assessment: &'a Assessment) -> Vec<Retired<'a>> {
    // Collecting into a set would bring a sort of its own into the page.
    let mut known: BTreeSet<&ExpectationId> = BTreeSet::new();
    known.extend(ladder.expectations.iter().flat_map(Called::ids));
    let gone = assessment.answers().filter(|(id, _)| !known.contains(id));
    gone.map(|(id, answer)| Retired { id, answer }).collect()
}
