//! Changing what is in a folder.

use super::order::moved;
use super::piece::Piece;
use super::records::{Order, PieceOrder, SectionIn, SectionOrder, Who, Without, WithoutCompetency};
use super::section::Section;
use crate::ladder::{Competency, Expectation};
use crate::record::{Book, EntryId, Extra, OnlyEntry, Shift, Stamp};

/// Whose case it is, for a page to ask whether it can be read.
pub const WHO: OnlyEntry = OnlyEntry::of::<Who>();
pub(super) const SECTION_ORDER: OnlyEntry = OnlyEntry::of::<SectionOrder>();
pub(super) const PIECE_ORDER: OnlyEntry = OnlyEntry::of::<PieceOrder>();

/// Says whose case it is; nothing but white space takes that back.
pub fn set_who(book: &mut Book, name: &str, now: Stamp) {
    let name: String = name.chars().take(Piece::LONGEST_NAME).collect();
    let extra = book.only::<Who>().map(|who| who.extra).unwrap_or_default();
    let who = (!name.trim().is_empty()).then_some(Who { name, extra });
    book.put_only(who.as_ref(), now);
}

/// Takes a section into the document, or leaves it out.
pub fn set_section(book: &mut Book, section: Section, is_in: bool, now: Stamp) {
    if let Some(id) = entry(section.as_str()) {
        let extra = book.one::<SectionIn>(&id).map(|choice| choice.extra).unwrap_or_default();
        book.put(&id, Some(&SectionIn { is_in, extra }), now);
    }
}

/// Moves a section one place. An order that cannot be read makes room for the one that the user gives.
pub fn move_section(book: &mut Book, section: Section, step: Shift, now: Stamp) {
    let Order { names, extra } = book.only::<SectionOrder>().unwrap_or_default().0;
    let all: Vec<&str> = Section::ALL.iter().map(|section| section.as_str()).collect();
    let names = moved(&names, &all, section.as_str(), step);
    book.give_up(SECTION_ORDER, now);
    book.put_only(Some(&SectionOrder(Order { names, extra })), now);
}

/// Leaves an expectation out of the document, or takes it in again.
pub fn leave_out_expectation(book: &mut Book, expectation: &Expectation, is_out: bool, now: Stamp) {
    for former in expectation.former_ids.iter().filter_map(|id| entry(id.as_str())) {
        book.put::<Without>(&former, None, now);
    }
    if let Some(id) = entry(expectation.id.as_str()) {
        book.put(&id, is_out.then(|| Without { extra: Extra::new() }).as_ref(), now);
    }
}

/// Leaves a competency out of the document, or takes it in again.
pub fn leave_out_competency(book: &mut Book, competency: &Competency, is_out: bool, now: Stamp) {
    for former in competency.former_ids.iter().filter_map(|id| entry(id.as_str())) {
        book.put::<WithoutCompetency>(&former, None, now);
    }
    if let Some(id) = entry(competency.id.as_str()) {
        book.put(&id, is_out.then(|| WithoutCompetency { extra: Extra::new() }).as_ref(), now);
    }
}

/// Puts a piece into the portfolio, changes it, or deletes it. One that says nothing is not kept.
pub fn put_piece(book: &mut Book, id: &EntryId, piece: Option<&Piece>, now: Stamp) {
    book.put(id, piece.filter(|piece| !piece.is_blank()), now);
}

/// Moves a piece of the portfolio one place. An order that cannot be read makes room for the one that the user gives.
pub fn move_piece(book: &mut Book, id: &EntryId, step: Shift, now: Stamp) {
    let Order { names, extra } = book.only::<PieceOrder>().unwrap_or_default().0;
    let pieces = book.all::<Piece>().records;
    let there: Vec<&str> = pieces.iter().map(|(id, _)| id.as_str()).collect();
    let names = moved(&names, &there, id.as_str(), step);
    book.give_up(PIECE_ORDER, now);
    book.put_only(Some(&PieceOrder(Order { names, extra })), now);
}

/// Ids of ladders and of sections have the form of all ids.
fn entry(id: &str) -> Option<EntryId> {
    EntryId::parse(id).ok()
}
