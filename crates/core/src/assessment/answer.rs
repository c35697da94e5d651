//! An answer: the rating of one expectation, and the evidence for it.

use std::collections::BTreeMap;
use std::fmt;

use super::figure::Figure;
use super::fingerprint::Fingerprint;
use super::json::restamp_others;
use crate::date::Date;
use crate::ladder::{IdError, check_id};
use crate::link::SafeUrl;
use crate::record::{EntryId, Extra, LONGEST_NOTE, Others, Register, Stamp, merge, merge_all};

/// How far the user fulfils an expectation, in the user's own judgement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rating {
    /// Not yet.
    NotYet,
    /// Sometimes.
    Sometimes,
    /// Consistently.
    Consistently,
    /// There was no chance to show it: neither a strength nor a gap.
    NoChance,
}

impl Rating {
    /// All ratings in their order on the screen; the keys 1 to 4 choose them.
    pub const ALL: [Self; 4] = [Self::NotYet, Self::Sometimes, Self::Consistently, Self::NoChance];

    /// The name in stored data.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotYet => "not-yet",
            Self::Sometimes => "sometimes",
            Self::Consistently => "consistently",
            Self::NoChance => "no-chance",
        }
    }

    /// Reads the name in stored data.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rating| rating.as_str() == text)
    }

    /// Whether it leaves something to reach: not yet, or only sometimes.
    pub fn is_gap(self) -> bool {
        matches!(self, Self::NotYet | Self::Sometimes)
    }
}

/// The words on the screen.
impl fmt::Display for Rating {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            Self::NotYet => "Not yet",
            Self::Sometimes => "Sometimes",
            Self::Consistently => "Consistently",
            Self::NoChance => "No chance to show it",
        })
    }
}

/// The statement that was answered: its fingerprint is compared with the ladder's, its text is shown
/// when the ladder has changed or dropped it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wording {
    /// The fingerprint of the text.
    pub fingerprint: Fingerprint,
    /// The statement as the user saw it.
    pub text: String,
}

impl Wording {
    /// The wording of a statement.
    pub fn of(text: &str) -> Self {
        Self { fingerprint: Fingerprint::of(text), text: text.to_owned() }
    }
}

/// A rating and what was rated.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rated {
    /// The rating.
    pub rating: Rating,
    /// The statement that was rated.
    pub wording: Wording,
    /// Fields of later versions.
    pub extra: Extra,
}

/// Names a piece of evidence. Made at random by the page; the form is that of all ids.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EvidenceId(Box<str>);

impl EvidenceId {
    /// Reads an id; a UUID in lower case is one.
    ///
    /// # Errors
    /// [`IdError`] says what is malformed.
    pub fn parse(text: &str) -> Result<Self, IdError> {
        check_id(text).map(|()| Self(text.into()))
    }

    /// The id as it is stored.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What becomes evidence keeps its id, so that it is there once.
impl From<&EntryId> for EvidenceId {
    fn from(id: &EntryId) -> Self {
        Self(id.as_str().into())
    }
}

/// Something that shows the expectation fulfilled.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Evidence {
    /// The day on which it happened.
    pub date: Date,
    /// What happened, in the user's words: at most [`Evidence::LONGEST_TEXT`] characters.
    pub text: String,
    /// Where to see it.
    pub link: Option<SafeUrl>,
    /// The statement for which it was written.
    pub wording: Wording,
    /// Fields of later versions.
    pub extra: Extra,
}

impl Evidence {
    /// The most characters that a text may have.
    pub const LONGEST_TEXT: usize = LONGEST_NOTE;

    /// How it begins: its first line, at most 60 characters of it, or its link; empty where it says nothing.
    pub fn title(&self) -> String {
        beginning(&self.text).or_else(|| self.link.as_ref().map(ToString::to_string)).unwrap_or_default()
    }

    /// What tells it from others, also from those of its day: "12 March 2027: Closed 41 tickets".
    pub fn name(&self) -> String {
        let title = self.title();
        if title.is_empty() { self.date.long() } else { [&self.date.long(), ": ", &title].concat() }
    }
}

/// The first line that says something, at most 60 characters of it; `None` where none does.
fn beginning(text: &str) -> Option<String> {
    const LONGEST: usize = 60;
    let line = text.lines().map(str::trim).find(|line| !line.is_empty())?;
    Some(match line.char_indices().nth(LONGEST) {
        Some((cut, _)) => [line[..cut].trim_end(), "…"].concat(),
        None => line.to_owned(),
    })
}

/// Everything said about one expectation. It may hold nothing but marks of deletion.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    pub(super) rating: Option<Register<Rated>>,
    pub(super) evidence: BTreeMap<EvidenceId, Register<Evidence>>,
    pub(super) figure: Option<Register<Figure>>,
    pub(super) others: Others,
}

impl Answer {
    /// The rating with the statement that was rated.
    pub fn rated(&self) -> Option<&Rated> {
        self.rating.as_ref()?.get()
    }

    /// The rating.
    pub fn rating(&self) -> Option<Rating> {
        self.rated().map(|rated| rated.rating)
    }

    /// The evidence, the latest day first; of one day, the latest id first: ids are given in the order of time.
    pub fn evidence(&self) -> Vec<(&EvidenceId, &Evidence)> {
        let mut found: Vec<(&EvidenceId, &Evidence)> = Vec::new();
        for (id, entry) in self.evidence.iter().rev() {
            if let Some(evidence) = entry.get() {
                let place = found.partition_point(|(_, other)| other.date >= evidence.date);
                found.insert(place, (id, evidence));
            }
        }
        found
    }

    /// One piece of evidence.
    pub fn evidence_of(&self, id: &EvidenceId) -> Option<&Evidence> {
        self.evidence.get(id)?.get()
    }

    /// Whether there is evidence.
    pub fn has_evidence(&self) -> bool {
        self.evidence.values().any(|entry| entry.get().is_some())
    }

    /// The user's own figure, where the expectation has a measure.
    pub fn figure(&self) -> Option<&Figure> {
        self.figure.as_ref()?.get()
    }

    /// Whether there is neither a rating nor evidence nor a figure.
    pub fn is_blank(&self) -> bool {
        self.rated().is_none() && !self.has_evidence() && self.figure().is_none()
    }

    /// The statement as it was last answered.
    pub fn wording(&self) -> Option<&Wording> {
        let evidence = || self.evidence().first().map(|(_, evidence)| &evidence.wording);
        let figure = || self.figure().map(|figure| &figure.wording);
        self.rated().map(|rated| &rated.wording).or_else(evidence).or_else(figure)
    }

    /// Lets everything that is said be about another wording.
    pub(super) fn reword(&mut self, wording: &Wording, now: Stamp) {
        self.rating.iter_mut().for_each(|entry| edit(entry, now, |rated| rated.wording = wording.clone()));
        self.figure.iter_mut().for_each(|entry| edit(entry, now, |figure| figure.wording = wording.clone()));
        self.evidence.values_mut().for_each(|entry| edit(entry, now, |evidence| evidence.wording = wording.clone()));
    }

    /// Takes over what the other says later.
    pub(super) fn merge(&mut self, other: &Self) {
        merge(&mut self.rating, other.rating.as_ref());
        merge(&mut self.figure, other.figure.as_ref());
        merge_all(&mut self.evidence, &other.evidence);
        merge_all(&mut self.others, &other.others);
    }

    /// Keeps the entries that pass. What is left with no entry at all is `hollow`.
    pub(super) fn retain(&mut self, keep: impl Fn(Stamp, bool) -> bool) {
        if self.rating.as_ref().is_some_and(|entry| !keep(entry.changed, entry.value.is_some())) {
            self.rating = None;
        }
        if self.figure.as_ref().is_some_and(|entry| !keep(entry.changed, entry.value.is_some())) {
            self.figure = None;
        }
        self.evidence.retain(|_, entry| keep(entry.changed, entry.value.is_some()));
        self.others.retain(|_, entry| keep(entry.changed, true));
    }

    /// Whether no entry is left, not even a mark of deletion.
    pub(super) fn is_hollow(&self) -> bool {
        self.rating.is_none() && self.evidence.is_empty() && self.figure.is_none() && self.others.is_empty()
    }

    /// Moves the moments of change of all entries.
    pub(super) fn restamp(&mut self, moment: &dyn Fn(Stamp) -> Stamp) {
        self.rating.iter_mut().for_each(|entry| entry.restamp(moment));
        self.figure.iter_mut().for_each(|entry| entry.restamp(moment));
        self.evidence.values_mut().for_each(|entry| entry.restamp(moment));
        restamp_others(&mut self.others, moment);
    }

    /// The moments of all its changes.
    pub(super) fn stamps(&self) -> impl Iterator<Item = Stamp> {
        let rating = self.rating.iter().map(|entry| entry.changed);
        let others = self.others.values().map(|entry| entry.changed);
        let figure = self.figure.iter().map(|entry| entry.changed);
        rating.chain(figure).chain(self.evidence.values().map(|entry| entry.changed)).chain(others)
    }
}

/// Changes a value where there is one. What stays as it is keeps its stamp.
fn edit<T: Ord + Clone>(entry: &mut Register<T>, now: Stamp, change: impl FnOnce(&mut T)) {
    let Some(mut edited) = entry.get().cloned() else { return };
    change(&mut edited);
    if entry.get() != Some(&edited) {
        *entry = Register::new(Some(edited), now.after(entry.changed()));
    }
}
