//! What is known of the opportunity: the worksheet's answers, and the assessment's on whether there is an opening.

use super::question::{Question, Topic};
use super::worksheet::{Answer, Worksheet};
use crate::assessment::{Opening, Reply};
use crate::date::Date;

/// The level that the worksheet is about, by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Aim<'a> {
    /// The level's name.
    pub level: &'a str,
    /// The ladder's name.
    pub ladder: &'a str,
}

/// A question, with what was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked<'a> {
    /// The question.
    pub question: Question,
    /// The answer; not known yet is one, too.
    pub answer: Option<Said<'a>>,
}

/// An answer, wherever it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said<'a> {
    /// Yes, no, or not known yet.
    pub reply: Reply,
    /// The day of the answer.
    pub date: Date,
    /// Further words.
    pub note: &'a str,
}

/// The questions that arise, in their order on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opportunity<'a> {
    /// Each with its answer.
    pub asked: Vec<Asked<'a>>,
    today: Date,
}

impl<'a> Opportunity<'a> {
    /// What is known of it today. Who is ahead does not matter where the number of roles is not limited.
    pub fn of(sheet: &'a Worksheet, opening: Option<&'a Opening>, today: Date) -> Self {
        let is_unlimited = sheet.answers.get(&Topic::Limit).is_some_and(|answer| answer.reply == Reply::No);
        let arises = |question: &Question| *question != Question::Other(Topic::Queue) || !is_unlimited;
        let asked = |question: Question| {
            let answer = match question {
                Question::Opening => opening.map(Said::from),
                Question::Other(topic) => sheet.answers.get(&topic).map(Said::from),
            };
            Asked { question, answer }
        };
        Self { asked: Question::ALL.into_iter().filter(arises).map(asked).collect(), today }
    }

    /// The questions whose answer is not known.
    pub fn open(&self) -> impl Iterator<Item = Question> {
        self.asked.iter().filter(|asked| self.known(asked).is_none()).map(|asked| asked.question)
    }

    /// The questions whose answer stands against growing here.
    pub fn against(&self) -> impl Iterator<Item = Question> {
        let is_against = |asked: &&Asked| self.known(asked).is_some_and(|said| asked.question.is_against(said.reply));
        self.asked.iter().filter(is_against).map(|asked| asked.question)
    }

    /// The answer to a question, if it is yes or no and not of a day to come.
    pub fn known(&self, asked: &Asked<'a>) -> Option<Said<'a>> {
        asked.answer.filter(|said| said.reply != Reply::Unknown && said.date <= self.today)
    }
}

impl<'a> From<&'a Answer> for Said<'a> {
    fn from(answer: &'a Answer) -> Self {
        Self { reply: answer.reply, date: answer.date, note: &answer.note }
    }
}

impl<'a> From<&'a Opening> for Said<'a> {
    fn from(opening: &'a Opening) -> Self {
        Self { reply: opening.reply, date: opening.date, note: &opening.note }
    }
}
