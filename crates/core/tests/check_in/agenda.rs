//! The agenda of a talk, as Markdown.

use rungs_core::assessment::Rating;
use rungs_core::check_in::{Action, CheckIn, Talk, agenda, put_action, rate, set_note};
use rungs_core::date::Month;
use rungs_core::plan::About;

use super::fixture::{at, check_in, entry_id, expectation_id, ladder, opened_book, row};

#[test]
fn an_agenda_begins_with_the_differences_and_ends_with_what_was_agreed() {
    let (ladder, check_in) = (ladder(), check_in());
    let mut book = opened_book(check_in.clone());
    let rows = |id: &str| row(&check_in, &ladder, id);
    rate(&mut book, &rows("tickets"), Some(Rating::Consistently), at(20));
    rate(&mut book, &rows("polite"), Some(Rating::Consistently), at(20));
    set_note(&mut book, &rows("tickets"), "Look at the last quarter.", at(20));
    set_note(&mut book, &rows("writing"), "Is there room for it?", at(20));
    let about = Some(About::of(&ladder.expectations[2]));
    let action = Action::new(about, Month::parse("2027-03").unwrap());
    let action = Action { text: "Mentor one newcomer.".into(), sign: "They work alone.".into(), ..action };
    put_action(&mut book, &entry_id("a1"), Some(&action), at(20));
    assert_eq!(
        agenda(&check_in, &Talk::of(&book), Some(&ladder)),
        "\
# Ada: senior

Support 1.0.0, from junior. Rated by Ada until 20 November 2026.

## Rated differently (1)

- **casework**: Resolves 90 percent of tickets.
  - Ada: Not yet; me: Consistently
  - Note: Look at the last quarter.

## Rated by one of us (1)

- **conduct**: Mentors.
  - Ada: Sometimes; me: not rated

## Rated the same (1)

- **conduct**: Writes politely.
  - Both: Consistently

## Rated by nobody (1)

- **conduct**: Writes articles.
  - Both: not rated
  - Note: Is there room for it?

## Agreed actions

- [ ] Mentor one newcomer. (by the end of March 2027)
  - For: Mentors.
  - We will know by: They work alone.
"
    );
}

#[test]
fn an_agenda_tells_which_statements_the_file_words_otherwise_and_which_the_ladder_does_not_have() {
    let check_in = check_in();
    let mut ladder = ladder();
    ladder.expectations[0].text = "Resolves 95 percent of tickets.".into();
    ladder.expectations[1].id = expectation_id("friendly");
    let said = agenda(&check_in, &Talk::of(&opened_book(check_in.clone())), Some(&ladder));
    for entry in [
        "\
- **casework**: Resolves 95 percent of tickets.
  - Worded otherwise in the file: Resolves 90 percent of tickets.
  - Ada: Not yet; me: not rated
",
        "\
- **conduct**: Writes politely.
  - The ladder here does not have this expectation.
  - Ada: Consistently; me: not rated
",
        "\
- **conduct**: Mentors.
  - Ada: Sometimes; me: not rated
",
    ] {
        assert!(said.contains(entry), "{said}");
    }
}

#[test]
fn texts_of_a_file_are_texts_and_never_markup() {
    let mut check_in = CheckIn { who: "# <b>Ada</b> | x".into(), ..check_in() };
    check_in.lines[0].wording = rungs_core::assessment::Wording::of("- [link](javascript:x)\n# *bold*");
    let mut book = opened_book(check_in.clone());
    set_note(&mut book, &rungs_core::check_in::rows(&check_in, None)[0], "1. one\n\n2. two `code`", at(20));
    let said = agenda(&check_in, &Talk::of(&book), None);
    assert!(said.starts_with("# \\# \\<b\\>Ada\\</b\\> \\| x: senior\n"), "{said}");
    assert!(said.contains("**: \\- \\[link\\](javascript:x) # \\*bold\\*\n"), "{said}");
    assert!(said.contains("  - Note: 1\\. one 2. two \\`code\\`\n"), "{said}");
}
