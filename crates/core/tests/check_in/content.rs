//! What a check-in holds, and what it never holds.

use rungs_core::assessment::{
    Answer, Assessment, Evidence, EvidenceId, Extra, Figure, Opening, Rating, Reply, Wording,
};
use rungs_core::check_in::{CheckIn, File, With};
use rungs_core::ladder::{Measure, Quantity};

use super::fixture::{assessment, at, check_in, check_in_of, day, entry_id, expectation_id, ladder, level_id, rate};

#[test]
fn a_check_in_holds_what_the_target_asks_with_ratings() {
    let check_in = check_in();
    let said: Vec<_> = check_in.lines.iter().map(|line| (line.expectation.as_str(), line.rating)).collect();
    assert_eq!(
        said,
        [
            ("tickets", Some(Rating::NotYet)),
            ("polite", Some(Rating::Consistently)),
            ("mentoring", Some(Rating::Sometimes)),
            ("writing", None),
        ]
    );
    assert_eq!((check_in.target.name.as_str(), check_in.rated()), ("senior", 3));
    assert_eq!(check_in.lines[0].wording, Wording::of("Resolves 90 percent of tickets."));
}

#[test]
fn a_check_in_of_ratings_only_holds_no_evidence() {
    let ladder = ladder();
    let check_in = check_in_of(&ladder, &assessment(&ladder), With::Ratings);
    assert!(check_in.lines.iter().all(|line| line.evidence.is_empty()));
    let text = File::CheckIn(check_in).write().unwrap();
    assert!(!text.contains("Thanked") && !text.contains("example.com"), "{text}");
}

#[test]
fn a_statement_that_was_reworded_since_it_was_rated_stands_as_it_was_rated() {
    let mut ladder = ladder();
    let assessment = assessment(&ladder);
    ladder.expectations[0].text = "Resolves nearly all tickets.".into();
    let check_in = check_in_of(&ladder, &assessment, With::Ratings);
    assert_eq!(check_in.lines[0].wording.text, "Resolves 90 percent of tickets.");
}

#[test]
fn without_a_target_there_is_nothing_to_check_in() {
    let ladder = ladder();
    let mut assessment = assessment(&ladder);
    assessment.set_target(None, at(9));
    assert_eq!(CheckIn::of(&ladder, &assessment, With::Ratings, entry_id("x"), "", day("2026-11-20")), None);
    assessment.set_target(Some(level_id("gone")), at(10));
    assert_eq!(CheckIn::of(&ladder, &assessment, With::Ratings, entry_id("x"), "", day("2026-11-20")), None);
}

/// Everything that an assessment can hold, each with a word by which it would be found.
fn full_assessment() -> (rungs_core::ladder::Ladder, Assessment) {
    let mut ladder = ladder();
    let percent = |text: &str| Quantity::parse(text).unwrap();
    ladder.expectations[0].measure = Some(Measure {
        bound: rungs_core::ladder::Bound::AtLeast(percent("90")),
        unit: "percent".into(),
        of: "tickets".into(),
    });
    let mut assessment = assessment(&ladder);
    let figure = Figure {
        value: percent("4711"),
        from: day("2026-01-01"),
        until: day("2026-06-30"),
        wording: Wording::of("x"),
        extra: Extra::new(),
    };
    assessment.set_figure(&ladder.expectations[0], Some(figure), at(7));
    let opening =
        Opening { reply: Reply::Yes, date: day("2026-11-01"), note: "secret-opening".into(), extra: Extra::new() };
    assessment.set_opening(&ladder.levels[1], Some(opening), at(7));
    let elsewhere = &ladder.expectations[4];
    let evidence = Evidence {
        date: day("2026-10-01"),
        text: "secret-elsewhere".into(),
        link: None,
        wording: Wording::of(&elsewhere.text),
        extra: [("later".to_owned(), "\"secret-later\"".to_owned())].into(),
    };
    assessment.put_evidence(elsewhere, &EvidenceId::parse("a").unwrap(), evidence.clone(), at(7));
    let polite = &ladder.expectations[1];
    let known = Evidence { text: "shown".into(), ..evidence };
    assessment.put_evidence(polite, &EvidenceId::parse("b").unwrap(), known, at(7));
    (ladder, assessment)
}

#[test]
fn nothing_else_of_an_assessment_is_in_the_file() {
    let (ladder, assessment) = full_assessment();
    let text = File::CheckIn(check_in_of(&ladder, &assessment, With::Evidence)).write().unwrap();
    assert!(text.contains("shown"), "{text}");
    for secret in ["4711", "2026-06-30", "secret", "opening", "later", "duties"] {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
}

#[test]
fn the_author_reads_what_it_holds_before_it_is_saved() {
    assert_eq!(
        check_in().contents(),
        [
            "Your name, Ada, and the day: 20 November 2026.",
            "Your present level, junior, and your target, senior.",
            "4 statements of Support 1.0.0, and your ratings of 3.",
            "1 piece of evidence, with its link.",
        ]
    );
    let ladder = ladder();
    let mut assessment = assessment(&ladder);
    assessment.set_present(None, at(9));
    let with = With::Ratings;
    let bare = CheckIn::of(&ladder, &assessment, with, entry_id("x"), " ", day("2026-11-20")).unwrap();
    assert_eq!(
        bare.contents(),
        [
            "No name, only the day: 20 November 2026.",
            "Your target, senior.",
            "4 statements of Support 1.0.0, and your ratings of 3.",
            "No evidence.",
        ]
    );
    assert_eq!((bare.title().as_str(), bare.name()), ("Check-in of 20 November 2026", "Your colleague"));
}

#[test]
fn a_name_stands_on_one_line_and_cannot_turn_what_is_around_it() {
    let ladder = ladder();
    let name = |who: &str| {
        let assessment = assessment(&ladder);
        CheckIn::of(&ladder, &assessment, With::Ratings, entry_id("x"), who, day("2026-11-20")).unwrap().who
    };
    assert_eq!(name(" Ada\n\tLovelace "), "Ada Lovelace");
    assert_eq!(name("\u{202E}adA\u{2066}"), "adA");
    assert_eq!(name("عائشة 🌱"), "عائشة 🌱");
    assert_eq!(name(&"é".repeat(600)).chars().count(), CheckIn::LONGEST_NAME);
}

#[test]
fn answers_under_a_former_id_are_in_the_check_in_under_the_present_one() {
    let mut ladder = ladder();
    let mut assessment = Assessment::default();
    assessment.set_target(Some(level_id("senior")), at(1));
    rate(&mut assessment, &ladder, "tickets", Rating::Sometimes);
    ladder.expectations[0].id = expectation_id("cases");
    ladder.expectations[0].former_ids = vec![expectation_id("tickets")];
    let check_in = check_in_of(&ladder, &assessment, With::Ratings);
    assert_eq!(check_in.lines[0].expectation.as_str(), "cases");
    assert_eq!(check_in.lines[0].rating, Some(Rating::Sometimes));
    assert_eq!(assessment.answer(&expectation_id("tickets")).and_then(Answer::rating), Some(Rating::Sometimes));
}
