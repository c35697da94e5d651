//! The folder of a case: what the user chose for the document, and the portfolio. Kept in a book of its ladder.
//!
//! ```json
//! { "who": { "name": "…", "changed": 1763800000000 },
//!   "section:growth": { "in": true, "changed": 1763800000001 },
//!   "sections": { "order": ["expectations", "requirements"], "changed": 1763800000002 },
//!   "without:unaided-90": { "changed": 1763800000003 },
//!   "without-competency:casework": { "changed": 1763800000004 },
//!   "piece:5f0c…": { "title": "…", "what": "…", "result": "…", "link": "https://…", "skillsets": ["…"],
//!                    "shows": [{ "expectation": "unaided-90", "wording": "…", "statement": "…" }],
//!                    "changed": 1763800000005 },
//!   "pieces": { "order": ["5f0c…"], "changed": 1763800000006 } }
//! ```
//!
//! What is left out is an entry of its own, so that a new expectation is in until the user says otherwise.

mod changes;
mod order;
mod piece;
mod records;
mod section;

use crate::ladder::{Called, Competency, CompetencyId, Expectation, ExpectationId, Ladder};
use crate::record::{Book, EntryId};

pub use changes::{
    WHO, leave_out_competency, leave_out_expectation, move_piece, move_section, put_piece, set_section, set_who,
};
pub use piece::{Piece, ShownExpectation};
pub use section::Section;

use changes::{PIECE_ORDER, SECTION_ORDER};
use order::ordered;
use records::{PieceOrder, SectionIn, SectionOrder, Who, Without, WithoutCompetency};

/// What is in a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folder {
    /// Whose case it is, in the user's words; may be empty.
    pub who: String,
    /// All sections in their order, and whether each is in the document.
    pub sections: Vec<(Section, bool)>,
    /// The pieces of the portfolio, in their order.
    pub pieces: Vec<(EntryId, Piece)>,
    /// Expectations that are left out of the document.
    pub without: Vec<ExpectationId>,
    /// Competencies that are left out of the document as a whole.
    pub without_competencies: Vec<CompetencyId>,
    /// How many entries cannot be read. They stay as they are.
    pub unread: usize,
}

impl Folder {
    /// Reads a book.
    pub fn of(book: &Book) -> Self {
        let pieces = book.all::<Piece>();
        let (without, competencies) = (book.all::<Without>(), book.all::<WithoutCompetency>());
        let ids = |id: &EntryId| ExpectationId::parse(id.as_str()).ok();
        let orders = [SECTION_ORDER, PIECE_ORDER].into_iter().filter(|order| book.is_unread(*order)).count();
        let competency_ids = |id: &EntryId| CompetencyId::parse(id.as_str()).ok();
        Self {
            who: book.only::<Who>().map(|who| who.name).unwrap_or_default(),
            sections: sections(book),
            without: without.records.iter().filter_map(|(id, _)| ids(id)).collect(),
            without_competencies: competencies.records.iter().filter_map(|(id, _)| competency_ids(id)).collect(),
            unread: pieces.unread + without.unread + competencies.unread + orders,
            pieces: in_order(book, pieces.records),
        }
    }

    /// Whether an expectation stands in the document, as far as the sections that tell of it do.
    pub fn holds(&self, ladder: &Ladder, expectation: &Expectation) -> bool {
        let competency = ladder.competency(&expectation.competency);
        !self.leaves_out(expectation) && !competency.is_some_and(|competency| self.leaves_out_competency(competency))
    }

    /// Whether the user left out just this expectation, under its present id or a former one.
    pub fn leaves_out(&self, expectation: &Expectation) -> bool {
        self.without.iter().any(|id| expectation.is_called(id))
    }

    /// Whether the user left out a competency as a whole, under its present id or a former one.
    pub fn leaves_out_competency(&self, competency: &Competency) -> bool {
        self.without_competencies.iter().any(|id| competency.is_called(id))
    }

    /// Whether a section is in the document.
    pub fn has(&self, section: Section) -> bool {
        self.sections.contains(&(section, true))
    }

    /// The pieces that show an expectation.
    pub fn pieces_showing(&self, expectation: &Expectation) -> impl Iterator<Item = &Piece> {
        let is_it = |shown: &ShownExpectation| shown.is_of(expectation);
        self.pieces.iter().map(|(_, piece)| piece).filter(move |piece| piece.shows.iter().any(is_it))
    }
}

fn sections(book: &Book) -> Vec<(Section, bool)> {
    let chosen = book.all::<SectionIn>().records;
    let is_in = |section: Section| {
        let choice = chosen.iter().find(|(id, _)| id.as_str() == section.as_str());
        choice.map_or_else(|| section.is_in_at_first(), |(_, choice)| choice.is_in)
    };
    let names = book.only::<SectionOrder>().map(|order| order.0.names).unwrap_or_default();
    let all: Vec<&str> = Section::ALL.iter().map(|section| section.as_str()).collect();
    let known = ordered(&names, &all).into_iter().filter_map(|name| Section::parse(&name));
    known.map(|section| (section, is_in(section))).collect()
}

fn in_order(book: &Book, mut pieces: Vec<(EntryId, Piece)>) -> Vec<(EntryId, Piece)> {
    let names = book.only::<PieceOrder>().map(|order| order.0.names).unwrap_or_default();
    let ids: Vec<&str> = pieces.iter().map(|(id, _)| id.as_str()).collect();
    let mut listed = Vec::new();
    for name in ordered(&names, &ids) {
        if let Some(place) = pieces.iter().position(|(id, _)| id.as_str() == name) {
            listed.push(pieces.remove(place));
        }
    }
    listed
}
