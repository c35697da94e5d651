//! The folder: what is chosen for the document, and the portfolio, kept in a book.

use rungs_core::assessment::Wording;
use rungs_core::case::folder::{
    Folder, Piece, Section, ShownExpectation, leave_out_competency, leave_out_expectation, move_piece, move_section,
    put_piece, set_section, set_who,
};
use rungs_core::ladder::ExpectationId;
use rungs_core::link::SafeUrl;
use rungs_core::record::{Book, Shift};
use serde_json::json;

use crate::blank::{competency, expectation, ladder};
use crate::fixture::{at, entry_id};

fn piece(title: &str) -> Piece {
    Piece { title: title.into(), ..Piece::default() }
}

fn sections(book: &Book) -> Vec<Section> {
    Folder::of(book).sections.into_iter().map(|(section, _)| section).collect()
}

fn titles(book: &Book) -> Vec<String> {
    Folder::of(book).pieces.into_iter().map(|(_, piece)| piece.title).collect()
}

#[test]
fn an_empty_folder_has_every_section_but_growth_in_the_usual_order() {
    let folder = Folder::of(&Book::default());
    let expected = Section::ALL.map(|section| (section, section != Section::Growth));
    assert_eq!(folder.sections, expected);
    assert_eq!((folder.who.as_str(), folder.pieces.len(), folder.unread), ("", 0, 0));
}

#[test]
fn sections_are_left_out_taken_in_and_moved() {
    let mut book = Book::default();
    set_section(&mut book, Section::Growth, true, at(1));
    set_section(&mut book, Section::Gaps, false, at(2));
    let folder = Folder::of(&book);
    assert!(folder.has(Section::Growth) && !folder.has(Section::Gaps));
    move_section(&mut book, Section::Portfolio, Shift::Up, at(3));
    move_section(&mut book, Section::Requirements, Shift::Up, at(4));
    move_section(&mut book, Section::Gaps, Shift::Down, at(5));
    let order = [Section::Requirements, Section::Portfolio, Section::Expectations, Section::Growth, Section::Gaps];
    assert_eq!(sections(&book), order);
}

#[test]
fn a_section_of_a_later_version_keeps_its_place_in_the_order() {
    let order = ["gaps", "from-tomorrow", "portfolio"];
    let stored = json!({ "sections": { "order": order, "hue": 7, "changed": 1 } });
    let mut book = Book::from_json(stored).unwrap();
    move_section(&mut book, Section::Portfolio, Shift::Up, at(2));
    let expected = ["portfolio", "from-tomorrow", "gaps", "requirements", "expectations", "growth"];
    assert_eq!(book.to_json()["sections"], json!({ "order": expected, "hue": 7, "changed": 2 }));
}

#[test]
fn two_tabs_that_choose_different_things_both_have_their_way() {
    let (mut one, mut other) = (Book::default(), Book::default());
    set_section(&mut one, Section::Gaps, false, at(1));
    set_who(&mut one, "Ada", at(1));
    set_section(&mut other, Section::Growth, true, at(2));
    put_piece(&mut other, &entry_id("a"), Some(&piece("Engine")), at(2));
    one.merge(&other);
    let folder = Folder::of(&one);
    assert_eq!((folder.who.as_str(), folder.pieces.len()), ("Ada", 1));
    assert!(folder.has(Section::Growth) && !folder.has(Section::Gaps));
}

#[test]
fn a_name_of_nothing_but_spaces_is_none_and_a_long_one_is_cut() {
    let mut book = Book::default();
    set_who(&mut book, &"é".repeat(600), at(1));
    assert_eq!(Folder::of(&book).who.chars().count(), 500);
    set_who(&mut book, "  ", at(2));
    assert_eq!(Folder::of(&book).who, "");
}

#[test]
fn expectations_and_competencies_are_left_out_under_former_ids_too() {
    let mut ladder = ladder("guild");
    ladder.competencies = vec![competency("craft"), competency("people")];
    ladder.expectations =
        vec![expectation("patient", "craft", "Is patient."), expectation("kind", "people", "Is kind.")];
    let mut book = Book::default();
    leave_out_expectation(&mut book, &ladder.expectations[0], true, at(1));
    leave_out_competency(&mut book, &ladder.competencies[1], true, at(1));
    for (of, former) in ladder.expectations.iter_mut().zip(["patient", "kind"]) {
        of.former_ids = vec![of.id.clone()];
        of.id = ExpectationId::parse(&format!("new-{former}")).unwrap();
    }
    let [patient, kind] = ladder.expectations.as_slice() else { panic!() };
    let folder = Folder::of(&book);
    assert!(folder.leaves_out(patient) && !folder.holds(&ladder, patient));
    assert!(!folder.leaves_out(kind) && !folder.holds(&ladder, kind));
    leave_out_expectation(&mut book, patient, false, at(2));
    leave_out_competency(&mut book, &ladder.competencies[1], false, at(2));
    let folder = Folder::of(&book);
    assert!(folder.holds(&ladder, patient) && folder.holds(&ladder, kind));
}

#[test]
fn pieces_stand_in_the_users_order_and_come_back_to_their_place() {
    let mut book = Book::default();
    for title in ["a", "b", "c"] {
        put_piece(&mut book, &entry_id(title), Some(&piece(title)), at(1));
    }
    move_piece(&mut book, &entry_id("c"), Shift::Up, at(2));
    assert_eq!(titles(&book), ["a", "c", "b"]);
    put_piece(&mut book, &entry_id("c"), None, at(3));
    move_piece(&mut book, &entry_id("b"), Shift::Up, at(4));
    assert_eq!(titles(&book), ["b", "a"]);
    put_piece(&mut book, &entry_id("c"), Some(&piece("c")), at(5));
    assert_eq!(titles(&book), ["b", "c", "a"]);
}

#[test]
fn a_piece_reads_back_as_it_was_written_and_one_that_says_nothing_is_not_kept() {
    let patient = expectation("patient", "craft", "Is patient.");
    let mut whole = Piece {
        title: "Engine".into(),
        what: "Built it.\nTwice.".into(),
        result: "It runs.".into(),
        link: SafeUrl::parse("https://example.com/engine").ok(),
        extra: [("hue".to_owned(), "7".to_owned())].into(),
        ..Piece::default()
    };
    whole.set_shows(&patient, true);
    whole.set_skillset("Looms", true);
    let mut book = Book::default();
    put_piece(&mut book, &entry_id("a"), Some(&whole), at(1));
    put_piece(&mut book, &entry_id("b"), Some(&piece("  ")), at(1));
    let read = Folder::of(&Book::from_json(book.to_json()).unwrap());
    assert_eq!(read.pieces, [(entry_id("a"), whole)]);
}

#[test]
fn one_piece_shows_several_things_each_once() {
    let (patient, kind) = (expectation("patient", "craft", "Is patient."), expectation("kind", "craft", "Is kind."));
    let mut piece = piece("Engine");
    for of in [&patient, &kind, &patient] {
        piece.set_shows(of, true);
    }
    for name in ["Looms", "Cards", "Looms", " "] {
        piece.set_skillset(name, true);
    }
    let ids: Vec<&str> = piece.shows.iter().map(|shown| shown.id.as_str()).collect();
    assert_eq!(
        (ids, piece.skillsets.as_slice()),
        (vec!["kind", "patient"], ["Cards".to_owned(), "Looms".to_owned()].as_slice())
    );
    assert_eq!(piece.shows[1], ShownExpectation { id: patient.id.clone(), wording: Wording::of("Is patient.") });
    piece.set_shows(&patient, false);
    piece.set_skillset("Cards", false);
    assert_eq!((piece.shows.len(), piece.skillsets.len()), (1, 1));
}

#[test]
fn what_a_later_version_wrote_is_counted_and_kept() {
    let stored = json!({
        "piece:a": { "title": 7, "changed": 1 },
        "piece:b": { "title": "b", "what": "", "result": "", "link": "javascript:alert(1)", "changed": 1 },
        "without:Not an id": { "changed": 1 },
    });
    let mut book = Book::from_json(stored.clone()).unwrap();
    assert_eq!(Folder::of(&book).unread, 3);
    set_section(&mut book, Section::Gaps, false, at(2));
    let after = book.to_json();
    for (name, value) in stored.as_object().unwrap() {
        assert_eq!(&after[name], value, "{name}");
    }
}

#[test]
fn a_piece_made_of_a_long_text_has_its_beginning_as_title_and_is_read_again() {
    let mut book = Book::default();
    put_piece(&mut book, &entry_id("long"), Some(&Piece::titled(&"é".repeat(Piece::LONGEST_NAME + 1))), at(1));
    let folder = Folder::of(&book);
    assert_eq!(titles(&book), ["é".repeat(Piece::LONGEST_NAME)]);
    assert_eq!(folder.unread, 0);
}
