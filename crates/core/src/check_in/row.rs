//! A check-in read against the ladder that is here: of another version, or not here at all.

use std::fmt;

use super::action::Agreed;
use super::colleague::Talk;
use super::content::{CheckIn, Line, Piece};
use crate::assessment::{Choice, Fingerprint, Rating, choice};
use crate::ladder::{Expectation, ExpectationId, Ladder, Version};

/// A line of a check-in, and its expectation as the ladder here has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row<'a> {
    /// The place of the line in the check-in, from 0.
    pub place: usize,
    /// The line; where the file has several of one expectation, the first of them.
    pub line: &'a Line,
    /// The expectation, by its present or a former id.
    pub here: Option<&'a Expectation>,
    check_in: &'a CheckIn,
    is_ladder_here: bool,
}

/// What became of the statement of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Today {
    /// The ladder says the same.
    Same,
    /// The ladder says something else.
    Reworded,
    /// The ladder here has no such expectation.
    Gone,
    /// The ladder is not here, so this is not known.
    Unknown,
}

/// The lines of a check-in, each expectation once, in their order. Which line stands for an expectation does not depend
/// on what was rated, so that it tells nothing of that.
pub fn rows<'a>(check_in: &'a CheckIn, ladder: Option<&'a Ladder>) -> Vec<Row<'a>> {
    let mut rows: Vec<Row> = Vec::new();
    for row in (0..check_in.lines.len()).filter_map(|place| Row::of(check_in, place, ladder)) {
        if rows.iter().all(|other| other.id() != row.id()) {
            rows.push(row);
        }
    }
    rows
}

impl<'a> Row<'a> {
    /// The line at a place, and its expectation in the ladder, if that is here; `None` beyond the last line.
    pub fn of(check_in: &'a CheckIn, place: usize, ladder: Option<&'a Ladder>) -> Option<Self> {
        let line = check_in.lines.get(place)?;
        let here = ladder.and_then(|ladder| ladder.expectation_ever(&line.expectation));
        Some(Self { place, line, here, check_in, is_ladder_here: ladder.is_some() })
    }

    /// The id under which it is answered: the present one, where the ladder knows it.
    pub fn id(&self) -> &'a ExpectationId {
        self.here.map_or(&self.line.expectation, |here| &here.id)
    }

    /// All ids under which it may have been answered.
    pub fn ids(&self) -> impl Iterator<Item = &'a ExpectationId> + use<'a> {
        let former = self.here.map(|here| here.former_ids.iter()).into_iter().flatten();
        [self.id(), &self.line.expectation].into_iter().chain(former)
    }

    /// The statement to be rated: that of the ladder here, or the file's where there is none.
    pub fn text(&self) -> &'a str {
        self.here.map_or(self.line.wording.text.as_str(), |here| here.text.as_str())
    }

    /// What the colleague says. Not to be shown before both sets stand side by side.
    pub fn theirs(&self) -> Option<Rating> {
        self.lines().find_map(|line| line.rating)
    }

    /// The evidence in the file.
    pub fn evidence(&self) -> impl Iterator<Item = &'a Piece> + use<'a> {
        self.lines().flat_map(|line| &line.evidence)
    }

    /// All lines of the file about the expectation.
    fn lines(&self) -> impl Iterator<Item = &'a Line> + use<'a> {
        let ids: Vec<_> = self.ids().collect();
        self.check_in.lines.iter().filter(move |line| ids.contains(&&line.expectation))
    }

    /// What became of the statement in the file. That it was reworded is not to be shown before both sets stand side by
    /// side: a rating keeps the wording that was rated.
    pub(super) fn today(&self) -> Today {
        match self.here {
            Some(here) if Fingerprint::of(&here.text) == self.line.wording.fingerprint => Today::Same,
            Some(_) => Today::Reworded,
            None if self.is_ladder_here => Today::Gone,
            None => Today::Unknown,
        }
    }
}

/// Something in which a check-in and what is here do not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mismatch {
    /// The ladder is not here.
    NoLadder(String),
    /// The ladder is of another version.
    OtherVersion {
        /// That of the file.
        file: Version,
        /// That of the ladder here.
        here: Version,
    },
    /// The ladder here no longer has the target.
    TargetGone(String),
    /// So many statements say something else here.
    Reworded(usize),
    /// So many expectations are not in the ladder here.
    Gone(usize),
    /// The target asks so many that the file does not hold.
    Added(usize),
}

/// In what a check-in and the ladder here do not fit. How many statements are worded otherwise is told once both sets
/// stand side by side: before, it would tell what was rated.
pub fn mismatches(check_in: &CheckIn, talk: &Talk, ladder: Option<&Ladder>) -> Vec<Mismatch> {
    let Some(ladder) = ladder else { return vec![Mismatch::NoLadder(check_in.ladder.name.clone())] };
    let (file, here) = (check_in.ladder.version, ladder.version);
    let rows = rows(check_in, Some(ladder));
    let count = |today: Today| rows.iter().filter(|row| row.today() == today).count();
    let mut found = Vec::new();
    if file != here {
        found.push(Mismatch::OtherVersion { file, here });
    }
    match choice(ladder, Some(&check_in.target.id)) {
        Choice::Level(level) => {
            let asked = ladder.holdings(level).filter(|held| held.expectation.assessed);
            let added = asked.filter(|held| rows.iter().all(|row| *row.id() != held.expectation.id)).count();
            found.push(Mismatch::Added(added));
        }
        Choice::None | Choice::Gone(_) => found.push(Mismatch::TargetGone(check_in.target.name.clone())),
    }
    if talk.is_revealed() {
        found.push(Mismatch::Reworded(count(Today::Reworded)));
    }
    found.push(Mismatch::Gone(count(Today::Gone)));
    found.retain(|mismatch| !matches!(mismatch, Mismatch::Added(0) | Mismatch::Reworded(0) | Mismatch::Gone(0)));
    found
}

/// In what agreed actions and the ladder here do not fit. What became of a statement is told in the plan too, as long as
/// the action stands there.
pub fn agreed_mismatches(agreed: &Agreed, ladder: &Ladder) -> Vec<Mismatch> {
    let (file, here) = (agreed.ladder.version, ladder.version);
    let abouts = || agreed.actions.iter().filter_map(|(_, action)| action.about.as_ref());
    let gone = abouts().filter(|about| ladder.expectation_ever(&about.expectation).is_none()).count();
    let versions = (file != here).then_some(Mismatch::OtherVersion { file, here });
    versions.into_iter().chain((gone > 0).then_some(Mismatch::Gone(gone))).collect()
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::NoLadder(name) => {
                write!(f, "This site does not have the ladder {name}. The statements are those of the file.")
            }
            Self::OtherVersion { file, here } => {
                write!(f, "The file is of version {file} of the ladder; this site has version {here}.")
            }
            Self::TargetGone(name) => write!(f, "The ladder here does not have the level {name}."),
            Self::Reworded(1) => f.write_str("1 statement is worded otherwise here; both wordings are shown."),
            Self::Reworded(count) => {
                write!(f, "{count} statements are worded otherwise here; both wordings are shown.")
            }
            Self::Gone(1) => f.write_str("1 statement of the file is not in the ladder here."),
            Self::Gone(count) => write!(f, "{count} statements of the file are not in the ladder here."),
            Self::Added(1) => f.write_str("1 statement that the level asks here is not in the file."),
            Self::Added(count) => write!(f, "{count} statements that the level asks here are not in the file."),
        }
    }
}
