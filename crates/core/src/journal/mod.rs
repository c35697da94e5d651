//! The journal: what went well, jotted down when it happened, of any ladder or none.
//!
//! A win that is attached to an expectation or a skillset stands there as a piece of evidence under the win's own id, so
//! that it is counted once; what it shows is read from the assessments ([`Showing`]). To which pieces of a portfolio it
//! belongs is said in the win itself.

mod choices;
mod form;

use crate::assessment::{Assessment, Evidence, EvidenceId, EvidencePlace, Wording};
use crate::date::{Date, Month};
use crate::ladder::{Index, LadderId};
use crate::link::SafeUrl;
use crate::record::{Book, EntryId, Extra, Stamp};

pub use choices::{Choice, Choices, choices};

/// Something that went well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Win {
    /// The day on which it happened.
    pub date: Date,
    /// What happened: at most [`LONGEST_NOTE`](crate::record::LONGEST_NOTE) characters.
    pub text: String,
    /// Where to see it.
    pub link: Option<SafeUrl>,
    /// The pieces of portfolios to which it belongs.
    pub pieces: Vec<PieceRef>,
    /// Fields of later versions.
    pub extra: Extra,
}

/// A piece of the portfolio of one ladder's case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PieceRef {
    /// The ladder.
    pub ladder: LadderId,
    /// The piece.
    pub piece: EntryId,
}

impl Win {
    /// A win of that day that says nothing yet.
    pub fn new(date: Date) -> Self {
        Self { date, text: String::new(), link: None, pieces: Vec::new(), extra: Extra::new() }
    }

    /// Whether it says nothing.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty() && self.link.is_none()
    }

    /// The piece of evidence that it becomes.
    pub fn evidence(&self, wording: Wording) -> Evidence {
        let (text, link) = (self.text.clone(), self.link.clone());
        Evidence { date: self.date, text, link, wording, extra: Extra::new() }
    }

    /// How it begins, as a piece of evidence does.
    pub fn title(&self) -> String {
        self.evidence(Wording::of("")).title()
    }

    /// What tells it from others, also from those of its day.
    pub fn name(&self) -> String {
        self.evidence(Wording::of("")).name()
    }

    /// Whether a piece of evidence says what it says.
    fn is_said_by(&self, evidence: &Evidence) -> bool {
        self.date == evidence.date && self.text == evidence.text && self.link == evidence.link
    }

    /// Makes a piece of evidence say what it says.
    fn say_in(&self, evidence: &mut Evidence) {
        evidence.date = self.date;
        evidence.text.clone_from(&self.text);
        evidence.link.clone_from(&self.link);
    }
}

/// All wins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Journal {
    /// The latest day first; of one day, the one noted last.
    pub wins: Vec<(EntryId, Win)>,
    /// How many entries a newer version wrote that this one cannot read.
    pub unread: usize,
}

impl Journal {
    /// The journal in a book.
    pub fn of(book: &Book) -> Self {
        let found = book.all::<Win>();
        let mut wins: Vec<(EntryId, Win)> = Vec::new();
        for entry in found.records.into_iter().rev() {
            let place = wins.partition_point(|(_, other)| other.date >= entry.1.date);
            wins.insert(place, entry);
        }
        Self { wins, unread: found.unread }
    }

    /// Names ladders by their present ids.
    #[must_use]
    pub fn settle_ids(mut self, index: &Index) -> Self {
        for piece in self.wins.iter_mut().flat_map(|(_, win)| &mut win.pieces) {
            if let Some(card) = index.card_ever(&piece.ladder) {
                piece.ladder = card.id.clone();
            }
        }
        self
    }

    /// One win.
    pub fn win(&self, id: &EntryId) -> Option<&Win> {
        self.wins.iter().find(|(other, _)| other == id).map(|(_, win)| win)
    }

    /// The months in which something happened, the latest first.
    pub fn months(&self) -> Vec<Month> {
        let mut months: Vec<Month> = Vec::new();
        months.extend(self.wins.iter().map(|(_, win)| Month::of(win.date)));
        months.dedup();
        months
    }

    /// The wins of a piece of a portfolio, the latest day first.
    pub fn wins_of<'a>(&'a self, ladder: &'a LadderId, piece: &'a EntryId) -> impl Iterator<Item = &'a (EntryId, Win)> {
        let is_its = move |of: &PieceRef| of.ladder == *ladder && of.piece == *piece;
        self.wins.iter().filter(move |(_, win)| win.pieces.iter().any(is_its))
    }
}

/// Puts a win into the journal, another in its place, or deletes it. As evidence it stays where it was attached.
pub fn put(book: &mut Book, id: &EntryId, win: Option<&Win>, now: Stamp) {
    book.put(id, win, now);
}

/// What a win shows, of one ladder's assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Showing {
    /// The win.
    pub win: EntryId,
    /// Where it is evidence.
    pub place: EvidencePlace,
    /// Of what, in words: a statement, or the name of a skillset.
    pub what: String,
}

/// What wins of the journal show in an assessment.
pub fn shown(journal: &Journal, assessment: &Assessment) -> Vec<Showing> {
    let mut shown = Vec::new();
    for (place, id, evidence) in assessment.all_evidence() {
        let win = journal.wins.iter().find(|(win, _)| win.as_str() == id.as_str());
        if let Some((win, _)) = win {
            let what = assessment.shown_by(&place).unwrap_or_else(|| evidence.wording.text.clone());
            shown.push(Showing { win: win.clone(), place, what });
        }
    }
    shown
}

/// Makes the evidence that a win became say what the win says now. A piece that was changed by itself stays as it is.
pub fn revise(assessment: &mut Assessment, id: &EntryId, before: &Win, after: &Win, now: Stamp) {
    let id = EvidenceId::from(id);
    let mut revised = Vec::new();
    for (place, other, evidence) in assessment.all_evidence() {
        if *other == id && before.is_said_by(evidence) {
            let mut evidence = evidence.clone();
            after.say_in(&mut evidence);
            revised.push((place, evidence));
        }
    }
    for (place, evidence) in revised {
        assessment.set_evidence_at(&place, &id, Some(evidence), now);
    }
}
