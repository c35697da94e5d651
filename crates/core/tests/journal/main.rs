//! The journal: its stored form and order, and what its wins show.

#[path = "../blank/mod.rs"]
mod blank;

use rungs_core::assessment::{Assessment, EntryId, Evidence, EvidenceId, EvidencePlace, Skillset, Wording};
use rungs_core::date::Date;
use rungs_core::journal::{Choice, Journal, PieceRef, Showing, Win, choices, put, revise, shown};
use rungs_core::ladder::{
    Card, Condition, ExpectationId, Held, Index, Ladder, LadderId, Level, Requirement, RequirementId, Site, Skillsets,
    Status, TrackId,
};
use rungs_core::link::SafeUrl;
use rungs_core::record::{Book, Extra, Stamp};
use serde_json::json;

fn at(millis: u64) -> Stamp {
    Stamp::from_millis(millis)
}

fn id(text: &str) -> EntryId {
    EntryId::parse(text).unwrap()
}

fn win(day: &str, text: &str) -> Win {
    Win { text: text.into(), ..Win::new(Date::parse(day).unwrap()) }
}

fn book(wins: &[(&str, Win)]) -> Book {
    let mut book = Book::default();
    wins.iter().for_each(|(name, win)| put(&mut book, &id(name), Some(win), at(1)));
    book
}

/// A ladder whose one level has an expectation and a requirement of skillsets.
fn ladder() -> Ladder {
    let condition = Condition::Experience("has done it".into());
    let requirement =
        Requirement { id: RequirementId::parse("skills").unwrap(), former_ids: vec![], rule: None, condition };
    let senior = blank::level("senior", 2).id;
    let holds = vec![Held { expectation: 0, origin: senior }];
    Ladder {
        competencies: vec![blank::competency("conduct")],
        expectations: vec![blank::expectation("polite", "conduct", "Writes politely.")],
        levels: vec![Level { requirements: vec![requirement], holds, ..blank::level("senior", 2) }],
        ..blank::ladder("support")
    }
}

fn attach(assessment: &mut Assessment, ladder: &Ladder, name: &str, win: &Win, now: u64) {
    let of = &ladder.expectations[0];
    assessment.put_evidence(of, &EvidenceId::from(&id(name)), win.evidence(Wording::of(&of.text)), at(now));
}

/// Attaches a win to the skillset `s`, called "Queues".
fn attach_to_skillset(assessment: &mut Assessment, ladder: &Ladder, name: &str, win: &Win) {
    let (level, of) = (&ladder.levels[0], &ladder.levels[0].requirements[0]);
    let wording = Wording::of_requirement(of);
    let skillset = Skillset { name: "Queues".into(), wording: wording.clone(), extra: Extra::new() };
    assessment.set_skillset(level, of, &id("s"), Some(skillset), at(1));
    let evidence = Some(win.evidence(wording));
    assessment.set_requirement_evidence(level, of, Some(&id("s")), &EvidenceId::from(&id(name)), evidence, at(1));
}

#[test]
fn wins_of_one_day_are_told_apart_by_how_they_begin() {
    let named = |text: &str| win("2026-11-12", text).name();
    assert_eq!(named("\n  Calmed the oven. \nAgain."), "12 November 2026: Calmed the oven.");
    assert_eq!(named(&"😀".repeat(61)), format!("12 November 2026: {}…", "😀".repeat(60)));
    assert_eq!(named(" "), "12 November 2026");
    let link = Some(SafeUrl::parse("https://example.org/oven").unwrap());
    let linked = Win { link, ..win("2026-11-12", "") };
    assert_eq!(linked.name(), "12 November 2026: https://example.org/oven");
}

#[test]
fn the_latest_day_comes_first_and_of_one_day_what_was_noted_last() {
    let book = book(&[
        ("a", win("2026-11-02", "a")),
        ("b", win("2026-11-20", "b")),
        ("c", win("2026-10-31", "c")),
        ("d", win("2026-11-02", "d")),
    ]);
    let journal = Journal::of(&book);
    let texts: Vec<&str> = journal.wins.iter().map(|(_, win)| win.text.as_str()).collect();
    assert_eq!(texts, ["b", "d", "a", "c"]);
    let months: Vec<String> = journal.months().into_iter().map(|month| month.to_string()).collect();
    assert_eq!(months, ["2026-11", "2026-10"]);
}

#[test]
fn a_win_is_stored_by_the_names_of_its_parts_and_reads_back() {
    let of = PieceRef { ladder: LadderId::parse("support").unwrap(), piece: id("p") };
    let link = SafeUrl::parse("https://example.com/1").ok();
    let whole = Win { link, pieces: vec![of.clone()], ..win("2026-11-02", "Ü | 🧗\nשלום") };
    let book = book(&[("a", whole.clone())]);
    let stored = json!({
        "date": "2026-11-02", "text": "Ü | 🧗\nשלום", "link": "https://example.com/1",
        "pieces": [{ "ladder": "support", "piece": "p" }], "changed": 1,
    });
    assert_eq!(book.to_json()["win:a"], stored);
    let journal = Journal::of(&Book::from_json(book.to_json()).unwrap());
    assert_eq!(journal.win(&id("a")), Some(&whole));
    assert_eq!(journal.wins_of(&of.ladder, &of.piece).count(), 1);
    assert_eq!(journal.wins_of(&of.ladder, &id("q")).count(), 0);
}

#[test]
fn a_piece_of_a_portfolio_is_found_by_the_present_id_of_its_ladder() {
    let ladder = |id| LadderId::parse(id).unwrap();
    let card = Card {
        id: ladder("support"),
        former_ids: vec![ladder("helpdesk")],
        name: "Support".into(),
        summary: String::new(),
        lang: "en".into(),
        status: Status::Current,
        tracks: Vec::new(),
        levels: Vec::new(),
    };
    let site = Site { name: "Test".into(), accent: None, imprint: None, address: None, repository: None };
    let index = Index { site, themes: Vec::new(), ladders: vec![card] };
    let of = |ladder| PieceRef { ladder, piece: id("p") };
    let pieces = vec![of(ladder("helpdesk")), of(ladder("elsewhere"))];
    let journal = Journal::of(&book(&[("a", Win { pieces, ..win("2026-11-02", "a") })])).settle_ids(&index);
    assert_eq!(journal.wins_of(&ladder("support"), &id("p")).count(), 1);
    assert_eq!(journal.wins_of(&ladder("elsewhere"), &id("p")).count(), 1);
}

#[test]
fn what_this_version_cannot_read_is_counted_and_kept() {
    let stored = json!({
        "win:a": { "date": "2026-11-02", "text": "a", "mood": "good", "changed": 5 },
        "win:b": { "date": "2026-02-31", "text": "b", "changed": 5 },
        "win:c": { "date": "2026-11-02", "text": "c", "link": "javascript:1", "changed": 5 },
    });
    let mut book = Book::from_json(stored.clone()).unwrap();
    let journal = Journal::of(&book);
    assert_eq!((journal.wins.len(), journal.unread), (1, 2));
    put(&mut book, &id("a"), Some(&Win { text: "better".into(), ..journal.wins[0].1.clone() }), at(6));
    let kept = book.to_json();
    assert_eq!((&kept["win:a"]["mood"], &kept["win:b"]), (&json!("good"), &stored["win:b"]));
}

#[test]
fn an_attached_win_is_evidence_once_however_often_it_is_attached() {
    let (ladder, mut assessment) = (ladder(), Assessment::default());
    let win = win("2026-11-02", "a");
    attach(&mut assessment, &ladder, "a", &win, 1);
    attach(&mut assessment, &ladder, "a", &win, 2);
    attach_to_skillset(&mut assessment, &ladder, "a", &win);
    let journal = Journal::of(&book(&[("a", win), ("b", Win::new(Date::LAST))]));
    let found = shown(&journal, &assessment);
    let what: Vec<(&str, &str)> = found.iter().map(|shown| (shown.win.as_str(), shown.what.as_str())).collect();
    assert_eq!(what, [("a", "Writes politely."), ("a", "Queues")]);
}

#[test]
fn a_win_that_is_taken_off_can_be_put_back_where_it_was() {
    let (ladder, mut assessment) = (ladder(), Assessment::default());
    let win = win("2026-11-02", "a");
    attach(&mut assessment, &ladder, "a", &win, 1);
    attach_to_skillset(&mut assessment, &ladder, "a", &win);
    let before: Vec<(EvidencePlace, EvidenceId, Evidence)> =
        assessment.all_evidence().map(|(place, id, piece)| (place, id.clone(), piece.clone())).collect();
    for (place, id, _) in &before {
        assessment.set_evidence_at(place, id, None, at(5));
    }
    assert_eq!(assessment.all_evidence().count(), 0);
    for (place, id, piece) in &before {
        assessment.set_evidence_at(place, id, Some(piece.clone()), at(6));
    }
    let after: Vec<_> =
        assessment.all_evidence().map(|(place, id, piece)| (place, id.clone(), piece.clone())).collect();
    assert_eq!(after, before);
}

#[test]
fn evidence_follows_its_win_unless_it_was_changed_by_itself() {
    let (ladder, mut assessment) = (ladder(), Assessment::default());
    let (before, after) = (win("2026-11-02", "a"), win("2026-11-03", "better"));
    attach(&mut assessment, &ladder, "a", &before, 1);
    attach_to_skillset(&mut assessment, &ladder, "a", &win("2026-11-02", "in other words"));
    revise(&mut assessment, &id("a"), &before, &after, at(5));
    let texts: Vec<&str> = assessment.all_evidence().map(|(_, _, piece)| piece.text.as_str()).collect();
    assert_eq!(texts, ["better", "in other words"]);
}

#[test]
fn evidence_of_other_ids_is_nothing_that_the_journal_shows() {
    let (ladder, mut assessment) = (ladder(), Assessment::default());
    attach(&mut assessment, &ladder, "other", &win("2026-11-02", "a"), 1);
    let journal = Journal::of(&book(&[("a", win("2026-11-02", "a"))]));
    assert_eq!(shown(&journal, &assessment), Vec::<Showing>::new());
}

/// Where a win can be attached, as "competency: text, …", with a star where it is.
fn offered(ladder: &Ladder, assessment: &Assessment, journal: &Journal) -> Vec<String> {
    let found = shown(journal, assessment);
    let is_there = |choice: &Choice| found.iter().any(|shown| shown.place == choice.place);
    let groups = choices(ladder, assessment, &id("a"), &found);
    let line = |choice: &Choice| format!("{}{}", choice.text, if is_there(choice) { "*" } else { "" });
    let lines = groups.iter().map(|group| {
        let texts: Vec<String> = group.choices.iter().map(line).collect();
        format!("{}: {}", group.competency.as_deref().unwrap_or("skillsets"), texts.join(", "))
    });
    lines.collect()
}

#[test]
fn a_win_can_be_attached_to_what_the_target_asks_and_to_the_skillsets_named_for_it() {
    let (mut ladder, mut assessment) = (ladder(), Assessment::default());
    let win = win("2026-11-02", "a");
    let journal = Journal::of(&book(&[("a", win.clone())]));
    assert!(offered(&ladder, &assessment, &journal).is_empty(), "without a target");

    assessment.set_target(Some(ladder.levels[0].id.clone()), at(1));
    assert_eq!(offered(&ladder, &assessment, &journal), ["conduct: Writes politely."]);

    attach(&mut assessment, &ladder, "a", &win, 2);
    attach_to_skillset(&mut assessment, &ladder, "other", &win);
    assert_eq!(offered(&ladder, &assessment, &journal), ["conduct: Writes politely.*", "skillsets: Queues"]);

    attach_to_skillset(&mut assessment, &ladder, "a", &win);
    let expectation = &mut ladder.expectations[0];
    expectation.former_ids = vec![std::mem::replace(&mut expectation.id, ExpectationId::parse("kind").unwrap())];
    assert_eq!(offered(&ladder, &assessment, &journal), ["conduct: Writes politely.*", "skillsets: Queues*"]);
}

#[test]
fn a_win_can_be_attached_to_a_skillset_that_the_ladder_names() {
    let (mut ladder, mut assessment) = (ladder(), Assessment::default());
    let requirement = |id: &str, condition| {
        let id = RequirementId::parse(id).unwrap();
        Requirement { id, former_ids: vec![], rule: None, condition }
    };
    let named = |id: &str, name: &str| requirement(id, Condition::Mastery(Skillsets::Named(name.into())));
    let either = Condition::AnyOf(vec![named("own-tools", "tools"), named("own-queues", "queues")]);
    let moved = Condition::WhenComingFrom { track: TrackId::parse("craft").unwrap(), then: Box::new(either) };
    ladder.levels[0].requirements = vec![named("own-words", "plain words"), requirement("from-craft", moved)];
    assessment.set_target(Some(ladder.levels[0].id.clone()), at(1));
    let win = win("2026-11-02", "a");
    let journal = Journal::of(&book(&[("a", win.clone())]));
    assert_eq!(offered(&ladder, &assessment, &journal)[1..], ["skillsets: plain words, tools, queues"]);

    for choice in choices(&ladder, &assessment, &id("a"), &[])[1].choices.iter().take(2) {
        let piece = win.evidence(choice.wording.clone());
        assessment.set_evidence_at(&choice.place, &EvidenceId::from(&id("a")), Some(piece), at(2));
    }
    let level = &mut ladder.levels[0];
    let (tools, _) = level.requirements[1].masteries()[0];
    let answer = assessment.requirement_answer(level, tools);
    assert_eq!(answer.evidence().count(), 1, "it is evidence of the requirement that names the skillset");
    let words = &mut level.requirements[0];
    words.former_ids = vec![std::mem::replace(&mut words.id, RequirementId::parse("words").unwrap())];
    assert_eq!(offered(&ladder, &assessment, &journal)[1..], ["skillsets: plain words*, tools*, queues"]);
}
