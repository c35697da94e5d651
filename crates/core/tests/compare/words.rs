//! Word-level differences.

use proptest::prelude::*;
use rungs_core::compare::{Mark, diff};

/// The difference in one line: `[-deleted-]{+inserted+}`.
fn line(before: &str, after: &str) -> String {
    let spans = diff(before, after);
    let written = spans.iter().map(|span| match span.mark {
        Mark::Kept => span.text.to_owned(),
        Mark::Deleted => format!("[-{}-]", span.text),
        Mark::Inserted => format!("{{+{}+}}", span.text),
    });
    written.collect()
}

/// The later text (kept and inserted) or the earlier one (kept and deleted), put together again.
fn joined(before: &str, after: &str, without: Mark) -> String {
    diff(before, after).iter().filter(|span| span.mark != without).map(|span| span.text).collect()
}

#[test]
fn one_changed_word_is_all_that_is_marked() {
    assert_eq!(
        line("Resolves at least 75 percent of issues alone.", "Resolves at least 90 percent of issues alone."),
        "Resolves at least [-75-]{+90+} percent of issues alone."
    );
}

#[test]
fn inserted_and_deleted_words_take_one_space_with_them() {
    assert_eq!(line("Helps engineers in.", "Helps new engineers in."), "Helps {+new +}engineers in.");
    assert_eq!(line("Helps new engineers in.", "Helps engineers in."), "Helps [-new -]engineers in.");
}

#[test]
fn neighbouring_changed_words_are_marked_as_one_phrase() {
    assert_eq!(
        line("Runs one team well today", "Runs two groups well today"),
        "Runs [-one team-]{+two groups+} well today"
    );
}

#[test]
fn the_space_after_a_changed_phrase_is_kept() {
    assert_eq!(
        line("Helps team members along", "Works with team members along"),
        "[-Helps-]{+Works with+} team members along"
    );
}

#[test]
fn a_short_word_between_two_longer_changes_counts_as_changed() {
    assert_eq!(
        line(
            "Takes part in the planning of releases every quarter",
            "Takes part in the coaching of colleagues every quarter"
        ),
        "Takes part in the [-planning of releases-]{+coaching of colleagues+} every quarter"
    );
}

#[test]
fn texts_with_little_in_common_are_wholly_changed() {
    assert_eq!(line("Asks the team", "Designs the products"), "[-Asks the team-]{+Designs the products+}");
}

#[test]
fn words_of_scripts_without_spaces_are_found() {
    assert_eq!(line("独立解决客户的问题", "独立解决客户的难题"), "独立解决客户的[-问-]{+难+}题");
}

#[test]
fn an_accent_stays_with_its_letter_and_a_family_in_one_piece() {
    assert_eq!(line("cafe\u{301} here now", "cafe here now"), "[-cafe\u{301}-]{+cafe+} here now");
    let (family, couple) = ("👨\u{200d}👩\u{200d}👧", "👨\u{200d}👩");
    assert_eq!(line(&format!("team {family}"), &format!("team {couple}")), format!("team [-{family}-]{{+{couple}+}}"));
}

#[test]
fn equal_texts_have_one_kept_span_and_empty_texts_none() {
    assert_eq!(line("The same.", "The same."), "The same.");
    assert!(diff("", "").is_empty());
    assert_eq!(line("", "New"), "{+New+}");
    assert_eq!(line("Old", ""), "[-Old-]");
}

#[test]
fn a_long_text_that_is_rewritten_is_not_searched_word_by_word() {
    let before: String = (0..600).map(|n| format!("b{n} ")).collect();
    let after: String = (0..600).map(|n| format!("a{n} ")).collect();
    assert_eq!(diff(&before, &after).len(), 2);
}

fn texts() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        4 => prop::sample::select(vec!["the", "team", "helps", "90", " ", " ", " ", ".", ", ", "customers", "\n"]),
        1 => prop::sample::select(vec![
            "問題", "お客様", "カタカナ", "e\u{301}", "🇩🇪", "👩\u{200d}💻", "\u{202e}", "\r\n", "العربية", "\u{200d}",
        ]),
    ];
    prop_oneof![prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat()), any::<String>()]
}

proptest! {
    #[test]
    fn kept_and_inserted_words_are_the_later_text(before in texts(), after in texts()) {
        prop_assert_eq!(joined(&before, &after, Mark::Deleted), after);
    }

    #[test]
    fn kept_and_deleted_words_are_the_earlier_text(before in texts(), after in texts()) {
        prop_assert_eq!(joined(&before, &after, Mark::Inserted), before);
    }

    #[test]
    fn a_text_against_itself_is_kept_whole(text in texts()) {
        prop_assert!(diff(&text, &text).iter().all(|span| span.mark == Mark::Kept));
    }

    #[test]
    fn no_span_is_empty_and_no_two_neighbours_have_the_same_mark(before in texts(), after in texts()) {
        let spans = diff(&before, &after);
        prop_assert!(spans.iter().all(|span| !span.text.is_empty()));
        prop_assert!(spans.windows(2).all(|pair| pair[0].mark != pair[1].mark));
    }
}
