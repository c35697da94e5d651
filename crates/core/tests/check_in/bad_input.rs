//! Files that are not what they should be: each is refused, or read in part, with a sentence.

use proptest::prelude::*;
use rungs_core::assessment::Rating;
use rungs_core::check_in::{self, CheckIn, File, FileError};

use super::fixture::{TODAY, check_in, day, opened, refused, remarks, text};

const EDITED: &str = "The file was changed after it was saved. What can be read of it is shown.";

fn check_in_in(text: &str) -> CheckIn {
    match opened(text).file {
        File::CheckIn(check_in) => check_in,
        File::Agreed(_) => panic!("a file of agreed actions"),
    }
}

#[test]
fn every_beginning_of_a_file_is_refused_without_a_panic() {
    let text = text();
    for end in 0..text.len() {
        let error = check_in::open(&text[..end], day(TODAY)).unwrap_err();
        let expected =
            if end < "{\"format\":\"rungs-check-in".len() { FileError::NotOurs } else { FileError::Truncated };
        assert_eq!(error, expected, "{}", &text[..end]);
    }
    assert_eq!(refused(&text[..text.len() / 2]), "The file ends too early: a part of it is missing. Nothing was read.");
}

#[test]
fn other_files_are_refused_in_a_sentence() {
    for text in ["", "hello", "[]", "null", "{}", r#"{"format":"rungs","version":1}"#, r#"{"format":7}"#] {
        assert_eq!(refused(text), "This is neither a check-in file nor a file of agreed actions.", "{text}");
    }
    assert_eq!(check_in::open(&"[".repeat(100_000), day(TODAY)), Err(FileError::NotOurs));
}

#[test]
fn a_backup_is_not_opened_in_place_of_a_check_in() {
    let sentence = "This is a backup file: it holds everything that its owner entered, and was not opened. Ask for a \
                    check-in file instead. A backup of your own can be restored in My data.";
    assert_eq!(refused(r#"{"format":"rungs-backup","version":1,"saved":5,"values":{}}"#), sentence);
    assert_eq!(refused(r#"{"format":"rungs-backup","version":1,"sa"#), sentence);
}

#[test]
fn a_newer_file_is_refused_whatever_else_it_holds() {
    assert_eq!(
        refused(r#"{"format":"rungs-check-in","version":2,"pages":[]}"#),
        "A newer version of this site wrote this file (format 2; this site reads up to 1). \
         Reload the page to get the newest version, then try again."
    );
}

#[test]
fn a_file_damaged_in_the_middle_is_told_from_one_that_ends_early() {
    assert_eq!(
        refused(&text().replace("\"data\":", "\"data\"")),
        "The file begins like a check-in file but is damaged. Nothing was read."
    );
}

#[test]
fn a_file_without_what_it_cannot_do_without_is_refused_with_its_place() {
    let cases = [
        ("\"version\":1", "\"version\":\"1\"", "version is not a number"),
        ("\"id\":\"support\"", "\"id\":\"Support!\"", "ladder.id is not an id"),
        ("\"version\":\"1.0.0\"", "\"version\":\"1\"", "ladder.version is not a version"),
        ("\"day\":\"2026-11-20\"", "\"day\":\"2026-02-30\"", "day is not a date"),
        ("\"lines\":[", "\"lines\":7,\"rest\":[", "lines is not a list that a person can have made"),
        ("\"target\":{", "\"aim\":{", "target is missing"),
    ];
    for (from, to, what) in cases {
        let text = text();
        assert!(text.contains(from), "{from}");
        assert_eq!(refused(&text.replace(from, to)), format!("The file cannot be used: {what}. Nothing was read."));
    }
}

#[test]
fn a_file_that_asks_nothing_is_refused() {
    let file = File::CheckIn(CheckIn { lines: Vec::new(), ..check_in() });
    assert_eq!(refused(&file.write().unwrap()), "The file holds no expectation and no action. Nothing was read.");
}

#[test]
fn a_file_edited_by_hand_is_read_and_told() {
    let edited = text().replace("\"rating\":\"not-yet\"", "\"rating\":\"consistently\"");
    assert_eq!(remarks(&edited), [EDITED]);
    assert_eq!(check_in_in(&edited).lines[0].rating, Some(Rating::Consistently));
    let no_sum = text().replace("\"sum\":", "\"old\":");
    assert_eq!(
        remarks(&no_sum),
        [EDITED, "The file holds more than such a file may: old. That was left out and is not kept."]
    );
}

#[test]
fn the_fingerprint_of_an_edited_statement_is_that_of_its_text() {
    let edited = text().replace("Resolves 90 percent", "Resolves 10 percent");
    assert_eq!(remarks(&edited), [EDITED]);
    let wording = &check_in_in(&edited).lines[0].wording;
    assert_eq!(*wording, rungs_core::assessment::Wording::of("Resolves 10 percent of tickets."));
}

#[test]
fn what_no_check_in_may_hold_is_left_out_and_named() {
    let stuffed = text()
        .replace("\"version\":1,\"sum\"", "\"version\":1,\"settings\":{\"last_backup\":1},\"sum\"")
        .replace("\"who\":", "\"journal\":{\"win:1\":{}},\"who\":")
        .replacen("\"rating\":", "\"note\":\"secret\",\"rating\":", 1)
        .replace("\"link\":", "\"customer\":\"secret\",\"link\":");
    let said = remarks(&stuffed);
    assert_eq!(
        said,
        [
            EDITED,
            "The file holds more than such a file may: settings, lines.1.note, lines.2.evidence.1.customer, journal. \
             That was left out and is not kept.",
        ]
    );
    assert_eq!(check_in_in(&stuffed), check_in());
}

#[test]
fn a_part_that_cannot_be_read_is_left_out_and_the_rest_stands() {
    let broken = text()
        .replace("\"who\":\"Ada\"", "\"who\":7")
        .replace("\"rating\":\"not-yet\"", "\"rating\":\"great\"")
        .replace("\"link\":\"https:", "\"link\":\"javascript:")
        .replace("\"expectation\":\"mentoring\"", "\"expectation\":\"Mentoring!\"");
    assert_eq!(
        remarks(&broken),
        [
            EDITED,
            "A part of the file cannot be read and was left out: who is not a text, lines.1.rating is not a rating, \
             lines.2.evidence.1.link is not a safe link, lines.3.expectation is not an id.",
        ]
    );
    let read = check_in_in(&broken);
    assert_eq!(read.lines.len(), 3);
    assert_eq!((read.lines[0].rating, read.lines[1].rating), (None, Some(Rating::Consistently)));
    assert_eq!(read.lines[1].evidence[0].link, None);
}

fn remarks_on_a_file_of(saved: &str) -> Vec<String> {
    remarks(&File::CheckIn(CheckIn { day: day(saved), ..check_in() }).write().unwrap())
}

#[test]
fn a_file_of_the_day_after_tomorrow_is_read_and_told() {
    assert_eq!(
        remarks_on_a_file_of("2026-11-25"),
        ["The file says that it was saved on 25 November 2026, which is in the future."]
    );
}

#[test]
fn a_file_of_tomorrow_comes_from_where_it_is_tomorrow_already() {
    assert!(remarks_on_a_file_of("2026-11-24").is_empty());
}

#[test]
fn names_that_a_file_makes_up_stay_short_and_few() {
    let many: String = (0..50).map(|n| format!("\"{}{n}\\u202e\":1,", "x".repeat(200))).collect();
    let said = remarks(&text().replace("\"who\":", &format!("{many}\"who\":")));
    assert_eq!(said.len(), 2);
    assert!(said[1].ends_with(" and 42 more. That was left out and is not kept."), "{}", said[1]);
    assert!(said[1].chars().count() < 800 && !said[1].contains('\u{202E}'), "{}", said[1]);
}

#[test]
fn more_lines_than_any_level_has_are_not_looked_through() {
    let line = check_in().lines[0].clone();
    let file = File::CheckIn(CheckIn { lines: vec![line; 2_001], ..check_in() });
    assert_eq!(
        refused(&file.write().unwrap()),
        "The file cannot be used: lines is not a list that a person can have made. Nothing was read."
    );
}

proptest! {
    #[test]
    fn whatever_stands_in_a_file_nothing_panics(at in 0usize..900, with in "[\"{}\\[\\]:,a-z0-9\\\\é]{0,6}") {
        let mut text = text();
        let at = at.min(text.len());
        if text.is_char_boundary(at) {
            text.insert_str(at, &with);
        }
        let _ = check_in::open(&text, day(TODAY));
    }
}
