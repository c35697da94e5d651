//! Check-in files: what is written reads back.

use proptest::prelude::*;
use rungs_core::assessment::{Rating, Wording};
use rungs_core::check_in::{CheckIn, File, LARGEST_FILE, Line, Piece, Unfit, file_name};
use rungs_core::date::Date;

use super::fixture::{check_in, day, expectation_id, opened, text};

#[test]
fn what_is_saved_reads_back_without_a_remark() {
    let opened = opened(&text());
    assert_eq!(opened.file, File::CheckIn(check_in()));
    assert_eq!(opened.remarks, []);
}

#[test]
fn a_file_begins_with_its_format_and_its_name_says_nothing_of_its_content() {
    assert!(text().starts_with(r#"{"format":"rungs-check-in","version":1,"sum":""#), "{}", text());
    assert_eq!(file_name(&File::CheckIn(check_in())), "rungs-check-in-2026-11-20.json");
}

#[test]
fn a_file_that_was_only_laid_out_anew_is_not_called_edited() {
    let value: serde_json::Value = serde_json::from_str(&text()).unwrap();
    let spaced = format!("\n {} \n", value.to_string().replace("\":", "\" : ").replace(",\"", " ,\n \""));
    assert_eq!(opened(&spaced).remarks, []);
}

#[test]
fn a_file_that_nobody_could_open_is_told_before_it_is_saved() {
    assert_eq!(File::CheckIn(check_in()).unfit(), None);
    let nothing = File::CheckIn(CheckIn { lines: Vec::new(), ..check_in() });
    assert_eq!(nothing.unfit(), Some(Unfit::Empty));
    let mut large = check_in();
    // Of two bytes each.
    large.lines[1].evidence[0].text = "ж".repeat(2_000_000);
    let Some(unfit @ Unfit::TooLarge(size)) = File::CheckIn(large).unfit() else { panic!("it is not too large") };
    assert!(size > LARGEST_FILE, "{size}");
    assert_eq!(
        unfit.to_string(),
        "The file would have 4.0 MB, and none of more than 4.0 MB can be opened. Choose “Ratings only”, or shorten \
         your evidence."
    );
}

fn pieces() -> impl Strategy<Value = Vec<Piece>> {
    let piece = (any::<String>(), 1u8..=28).prop_map(|(text, of_month)| Piece {
        date: Date::new(2026, 2, of_month).unwrap(),
        text,
        link: None,
    });
    prop::collection::vec(piece, 0..3)
}

fn lines() -> impl Strategy<Value = Vec<Line>> {
    let rating = prop::option::of(prop::sample::select(Rating::ALL.to_vec()));
    let line = ("[a-z]{1,3}", "[^\\p{C}\\s]{0,9}", any::<String>(), rating, pieces());
    let line = line.prop_map(|(id, competency, text, rating, evidence)| Line {
        expectation: expectation_id(&id),
        competency: competency.replace(['\u{200E}', '\u{200F}', '\u{FEFF}'], ""),
        wording: Wording::of(&text),
        rating,
        evidence,
    });
    prop::collection::vec(line, 1..4)
}

proptest! {
    #[test]
    fn any_text_survives_the_way_through_a_file(lines in lines()) {
        let file = File::CheckIn(CheckIn { lines, day: day("2026-11-22"), ..check_in() });
        let opened = opened(&file.write().unwrap());
        prop_assert_eq!(opened.remarks, []);
        prop_assert_eq!(opened.file, file);
    }
}
