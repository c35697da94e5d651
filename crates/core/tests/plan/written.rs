//! Plans as Markdown and as calendar files, with whatever people write into them.

use rungs_core::ladder::Ladder;
use rungs_core::plan::{Item, calendar, markdown};

use super::fixture::{at, book, day, item, ladder, plan};

/// Commas, newlines, pipes, emoji and text that runs from right to left.
const HARD: &str = "Ask Anna, Ben; plan | 🧗\r\n# שלום \\ *all*";

fn hard() -> Item {
    Item { sign: "a | b\nc".into(), agreed: "Ben, 1. May".into(), ..item("polite", HARD, "2027-02") }
}

#[test]
fn markdown_has_a_heading_for_each_month_and_a_box_for_each_item() {
    let done = Item { done: Some(day("2027-03-14")), ..item("mentoring", "Mentor Kim", "2027-03") };
    let book = book(&[("a", hard()), ("b", done), ("c", item("none", "", "2027-03"))]);
    let expected = "\
# Plan: Support

November 2026 to April 2027

## February 2027

- [ ] Ask Anna, Ben; plan \\| 🧗 # שלום \\\\ \\*all\\*
  - Expectation: Writes politely.
  - How I will know: a \\| b c
  - Agreed: Ben, 1. May

## March 2027

- [x] Mentor Kim (done on 14 March 2027)
  - Expectation: Mentors.
- [ ] Not said yet
";
    assert_eq!(markdown(&ladder(), &plan(&book)), expected);
}

#[test]
fn a_calendar_has_each_item_on_the_last_day_of_its_month_and_a_finished_one_on_its_day() {
    let done = Item { done: Some(day("2027-03-14")), ..item("mentoring", "Mentor Kim", "2027-03") };
    let text = calendar(&ladder(), &plan(&book(&[("0190-a", hard()), ("b", done)])), at(0));
    let whole = text.replace("\r\n ", "");
    let of = |name: &str| -> Vec<&str> { whole.split("\r\n").filter_map(|line| line.strip_prefix(name)).collect() };
    assert_eq!(of("UID:"), ["0190-a@rungs", "b@rungs"]);
    assert_eq!(of("DTSTART;VALUE=DATE:"), ["20270228", "20270314"]);
    assert_eq!(of("SUMMARY:"), ["Ask Anna\\, Ben\\; plan | 🧗", "Done: Mentor Kim"]);
    assert_eq!(
        of("DESCRIPTION:")[0],
        "Ask Anna\\, Ben\\; plan | 🧗\\n# שלום \\\\ *all*\\nExpectation: Writes politely.\\n\
         How I will know: a | b\\nc\\nAgreed: Ben\\, 1. May"
    );
}

#[test]
fn exports_say_what_became_of_an_expectation() {
    let book = book(&[("a", item("polite", "Ask", "2027-02"))]);
    let mut today = ladder();
    today.expectations[1].text = "Writes with courtesy.".into();
    let reworded = "  - Expectation: Writes with courtesy.\n  - When it was picked: Writes politely.\n";
    assert!(markdown(&today, &plan(&book)).contains(reworded));
    let retired = Ladder { expectations: vec![], ..today };
    let gone = "  - Expectation, no longer in the ladder: Writes politely.\n";
    assert!(markdown(&retired, &plan(&book)).contains(gone));
}
