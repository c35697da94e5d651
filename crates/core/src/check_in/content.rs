//! What a check-in holds: ratings, and evidence where its author wants it, of what one level asks. Nothing else.

use crate::assessment::{Assessment, Rating, Wording, answer_to, choice, questions};
use crate::date::Date;
use crate::ladder::{Expectation, ExpectationId, Ladder, LadderId, Level, LevelId, Version};
use crate::link::SafeUrl;
use crate::record::EntryId;

/// What someone shows a colleague.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckIn {
    /// Tells it from every other.
    pub id: EntryId,
    /// The name that its author gave; may be empty.
    pub who: String,
    /// The day on which it was saved.
    pub day: Date,
    /// The ladder, as it was then.
    pub ladder: LadderName,
    /// The author's level.
    pub present: Option<LevelName>,
    /// The level whose expectations are rated.
    pub target: LevelName,
    /// What that level asks, in the order of the ladder.
    pub lines: Vec<Line>,
}

/// A ladder, as people and programs name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LadderName {
    /// Its id.
    pub id: LadderId,
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: Version,
}

/// A level, as people and programs name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelName {
    /// Its id.
    pub id: LevelId,
    /// Its name.
    pub name: String,
}

/// One expectation and what its author says to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The expectation.
    pub expectation: ExpectationId,
    /// The name of its competency.
    pub competency: String,
    /// The statement that was rated; of one that was not, as the ladder had it.
    pub wording: Wording,
    /// The rating.
    pub rating: Option<Rating>,
    /// The evidence, the latest day first, where it is shown.
    pub evidence: Vec<Piece>,
}

/// A piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The day on which it happened.
    pub date: Date,
    /// What happened.
    pub text: String,
    /// Where to see it.
    pub link: Option<SafeUrl>,
}

/// How much is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum With {
    /// Ratings only.
    Ratings,
    /// Ratings and evidence.
    Evidence,
}

impl CheckIn {
    /// The most characters of a name.
    pub const LONGEST_NAME: usize = 500;

    /// The check-in of an assessment, under an id that no other has; `None` where no level of the ladder is aimed at.
    pub fn of(ladder: &Ladder, assessment: &Assessment, with: With, id: EntryId, who: &str, day: Date) -> Option<Self> {
        let target = choice(ladder, assessment.target()).level()?;
        let present = choice(ladder, assessment.present()).level();
        let asked = questions(ladder, present, target);
        let line = |expectation: &Expectation| Line::of(ladder, assessment, expectation, with);
        Some(Self {
            id,
            who: one_line(who),
            day,
            ladder: LadderName::of(ladder),
            present: present.map(|level| LevelName::of(ladder, level)),
            target: LevelName::of(ladder, target),
            lines: asked.iter().map(|question| line(&ladder.expectations[question.expectation])).collect(),
        })
    }

    /// How many expectations are rated.
    pub fn rated(&self) -> usize {
        self.lines.iter().filter(|line| line.rating.is_some()).count()
    }

    /// The name that the author gave, or what stands for it.
    pub fn name(&self) -> &str {
        if self.who.is_empty() { "Your colleague" } else { &self.who }
    }

    /// How a list names it: by its author, or by the day.
    pub fn title(&self) -> String {
        title(&self.who, self.day)
    }

    /// What it holds, in sentences for its author.
    pub fn contents(&self) -> Vec<String> {
        let Self { day, ladder, target, lines, .. } = self;
        let mut said = vec![if self.who.is_empty() {
            format!("No name, only the day: {}.", day.long())
        } else {
            format!("Your name, {}, and the day: {}.", self.who, day.long())
        }];
        said.push(match &self.present {
            Some(present) => format!("Your present level, {}, and your target, {}.", present.name, target.name),
            None => format!("Your target, {}.", target.name),
        });
        let asked = lines.len();
        let statements = if asked == 1 { "statement" } else { "statements" };
        let of = format!("of {} {}", ladder.name, ladder.version);
        said.push(format!("{asked} {statements} {of}, and your ratings of {}.", self.rated()));
        said.push(self.evidence_in_words());
        said
    }

    fn evidence_in_words(&self) -> String {
        let pieces = || self.lines.iter().flat_map(|line| &line.evidence);
        let links = pieces().filter(|piece| piece.link.is_some()).count();
        match (pieces().count(), links) {
            (0, _) => "No evidence.".to_owned(),
            (1, 0) => "1 piece of evidence.".to_owned(),
            (1, _) => "1 piece of evidence, with its link.".to_owned(),
            (several, 0) => format!("{several} pieces of evidence."),
            (several, links) => format!("{several} pieces of evidence, {links} of them with a link."),
        }
    }
}

/// How a list names a check-in: by its author, or by the day.
pub(super) fn title(who: &str, day: Date) -> String {
    if who.is_empty() { format!("Check-in of {}", day.long()) } else { who.to_owned() }
}

impl LadderName {
    /// The name of a ladder as it is now.
    pub fn of(ladder: &Ladder) -> Self {
        Self { id: ladder.id.clone(), name: ladder.name.clone(), version: ladder.version }
    }
}

impl LevelName {
    fn of(ladder: &Ladder, level: &Level) -> Self {
        Self { id: level.id.clone(), name: ladder.full_name(level) }
    }
}

impl Line {
    fn of(ladder: &Ladder, assessment: &Assessment, expectation: &Expectation, with: With) -> Self {
        let answer = answer_to(assessment, expectation);
        let rated = answer.rated();
        let competency = ladder.competency(&expectation.competency);
        let pieces = if with == With::Evidence { answer.evidence() } else { Vec::new() };
        let piece =
            |text: &str, date, link: &Option<SafeUrl>| Piece { date, text: text.to_owned(), link: link.clone() };
        Self {
            expectation: expectation.id.clone(),
            competency: competency.map(|competency| competency.name.clone()).unwrap_or_default(),
            wording: rated.map_or_else(|| Wording::of(&expectation.text), |rated| rated.wording.clone()),
            rating: rated.map(|rated| rated.rating),
            evidence: pieces.into_iter().map(|(_, said)| piece(&said.text, said.date, &said.link)).collect(),
        }
    }
}

/// A text on one line, of at most [`CheckIn::LONGEST_NAME`] characters, without characters that change the direction of
/// what stands around it.
pub(super) fn one_line(text: &str) -> String {
    let mut line = String::new();
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.extend(word.chars().filter(|c| !is_control(*c)));
    }
    let end = line.char_indices().nth(CheckIn::LONGEST_NAME).map_or(line.len(), |(at, _)| at);
    line.truncate(end);
    line
}

fn is_control(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}
