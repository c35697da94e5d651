//! The document: what stands in it, section by section, and what the user left out.

use std::sync::LazyLock;

use rungs_core::assessment::{
    Assessment, Evidence, EvidenceId, Extra, Figure, Outcome, Rating, Reply, Review, Skillset, Word, Wording,
};
use rungs_core::case::document::{Block, Document, Entry, Line, Note, Papers, Part, Text, document};
use rungs_core::case::folder::{
    Folder, Piece, Section, leave_out_competency, leave_out_expectation, move_section, put_piece, set_section, set_who,
};
use rungs_core::growth::{self, Worksheet};
use rungs_core::journal::{self, Journal, PieceRef, Win};
use rungs_core::ladder::{Bound, Condition, Held, Ladder, LadderId, Level, Measure, Quantity, Skillsets, TrackId};
use rungs_core::link::SafeUrl;
use rungs_core::record::{Book, Shift};

use crate::blank::{competency, expectation};
use crate::fixture::{
    TODAY, asking, at, day, entry_id, experience, level_id, master, opening, requirement, review, waiver, word,
};

/// `master` asks for one thing of each kind, and expects four things in two competencies.
pub fn ladder() -> Ladder {
    let mut ladder = asking(vec![
        experience("coached"),
        requirement("skills", Condition::Mastery(Skillsets::AtLeast { count: 1, of: "crafts".into(), offers: vec![] })),
        requirement("need", Condition::DocumentedNeed),
        requirement("any", Condition::AnyOf(vec![experience("led"), experience("taught")])),
        requirement(
            "from-core",
            Condition::WhenComingFrom {
                track: TrackId::parse("lead").unwrap(),
                then: Box::new(Condition::Statement("Likes wood.".into())),
            },
        ),
        requirement("review", Condition::PeerReview),
    ]);
    ladder.competencies = vec![competency("craft"), competency("people")];
    ladder.competencies[0].name = "Craft".into();
    ladder.competencies[1].name = "People".into();
    ladder.expectations = vec![
        expectation("ninety", "craft", "Finishes 90 percent."),
        expectation("patient", "craft", "Is patient."),
        expectation("kind", "people", "Is kind."),
        expectation("calm", "people", "Is calm."),
        expectation("duties", "people", "Further duties."),
    ];
    ladder.expectations[0].measure = Some(Measure {
        bound: Bound::AtLeast(Quantity::whole(90).unwrap()),
        unit: "percent".into(),
        of: "pieces finished".into(),
    });
    ladder.expectations[4].assessed = false;
    ladder.levels[2].holds = (0..5).map(|expectation| Held { expectation, origin: level_id("master") }).collect();
    ladder
}

/// An assessment in which something of each kind is entered.
pub fn entered(ladder: &Ladder) -> Assessment {
    let mut saved = Assessment::default();
    let master = master(ladder);
    saved.set_present(Some(level_id("journeyman")), at(1));
    let [coached, skills, _, any, _, of_review] = master.requirements.as_slice() else { panic!() };
    let Condition::AnyOf(branches) = &any.condition else { panic!() };
    saved.set_word(master, coached, Some(Word { note: "Three of them.".into(), ..word(true) }), at(1));
    saved.set_word(master, &branches[1], Some(word(false)), at(1));
    let looms = Skillset { name: "Looms".into(), wording: Wording::of_requirement(skills), extra: Extra::new() };
    saved.set_skillset(master, skills, &entry_id("s"), Some(looms), at(1));
    let wording = Wording::of_requirement(skills);
    let piece = Evidence { wording, ..evidence("2026-02-01", "Wove.", None) };
    let id = EvidenceId::parse("v").unwrap();
    saved.set_requirement_evidence(master, skills, Some(&entry_id("s")), &id, Some(piece), at(1));
    saved.set_opening(master, Some(opening(Reply::Yes, "2026-05-01")), at(1));
    let failed = Review { note: "Come again.".into(), ..review("2026-06-01", Outcome::Unsuccessful) };
    saved.set_review(master, of_review, &entry_id("r"), Some(failed), at(1));
    rate(&mut saved, ladder);
    saved
}

fn rate(saved: &mut Assessment, ladder: &Ladder) {
    let [ninety, patient, kind, ..] = ladder.expectations.as_slice() else { panic!() };
    saved.rate(ninety, Some(Rating::Sometimes), at(1));
    saved.rate(patient, Some(Rating::Consistently), at(1));
    saved.rate(kind, Some(Rating::Consistently), at(1));
    let figure = Figure {
        value: Quantity::whole(80).unwrap(),
        from: day("2026-01-01"),
        until: day("2026-06-30"),
        wording: Wording::of(&ninety.text),
        extra: Extra::new(),
    };
    saved.set_figure(ninety, Some(figure), at(1));
    let link = SafeUrl::parse("https://example.com/1").ok();
    saved.put_evidence(patient, &EvidenceId::parse("e").unwrap(), evidence("2026-03-01", "Waited.", link), at(1));
}

fn evidence(date: &str, text: &str, link: Option<SafeUrl>) -> Evidence {
    Evidence { date: day(date), text: text.into(), link, wording: Wording::of("Is patient."), extra: Extra::new() }
}

/// A piece that shows an expectation of each competency, one that is gone, and a skillset.
pub fn engine(ladder: &Ladder) -> Piece {
    let mut piece = Piece {
        title: "Engine".into(),
        what: "Built it.".into(),
        result: "It runs.".into(),
        link: SafeUrl::parse("https://example.com/engine").ok(),
        ..Piece::default()
    };
    piece.set_shows(&ladder.expectations[1], true);
    piece.set_shows(&ladder.expectations[2], true);
    piece.set_shows(&expectation("gone", "craft", "Is gone."), true);
    piece.set_skillset("Looms", true);
    piece
}

fn folder(change: impl FnOnce(&mut Book)) -> Folder {
    let mut book = Book::default();
    change(&mut book);
    Folder::of(&book)
}

/// A worksheet on which nothing is entered, and a journal.
pub static NO_GROWTH: LazyLock<Worksheet> = LazyLock::new(Worksheet::default);
pub static NO_WINS: LazyLock<Journal> = LazyLock::new(|| Journal::of(&Book::default()));

fn papers<'a>(ladder: &'a Ladder, assessment: &'a Assessment, folder: &'a Folder) -> Papers<'a> {
    let (worksheet, journal) = (&*NO_GROWTH, &*NO_WINS);
    Papers { ladder, target: master(ladder), assessment, folder, worksheet, journal, today: day(TODAY) }
}

fn words(line: &Line) -> String {
    line.iter().map(Text::words).collect()
}

fn headings(document: &Document) -> Vec<String> {
    document.parts.iter().map(|part| part.section.to_string()).collect()
}

fn part<'a>(document: &'a Document, heading: &str) -> &'a Part {
    document.parts.iter().find(|part| part.section.to_string() == heading).unwrap()
}

fn entries(part: &Part) -> Vec<&Entry> {
    let entries =
        part.blocks.iter().filter_map(|block| if let Block::Entries(entries) = block { Some(entries) } else { None });
    entries.flatten().collect()
}

/// An entry as indented lines.
fn told(entry: &Entry) -> Vec<String> {
    let mark = entry.mark.map(|mark| format!("[{}] ", mark.words())).unwrap_or_default();
    let mut lines = vec![format!("{mark}{}", words(&entry.head))];
    for note in &entry.notes {
        match note {
            Note::Said(line) => lines.push(format!("  {}", words(line))),
            Note::Link(url) => lines.push(format!("  <{url}>")),
            Note::List(of, items) => {
                lines.push(format!("  {of}"));
                lines.extend(items.iter().map(|line| format!("    {}", words(line))));
            }
            Note::Dated(date, line, url) => {
                let url = url.as_ref().map(|url| format!(" <{url}>")).unwrap_or_default();
                lines.push(format!("  {date} {}{url}", words(line)));
            }
        }
    }
    lines.extend(entry.within.iter().flat_map(told).map(|line| format!("  {line}")));
    lines
}

fn told_part(document: &Document, heading: &str) -> Vec<String> {
    let block = |block: &Block| match block {
        Block::Heading(line) => vec![format!("# {}", words(line))],
        Block::Paragraph(line) => vec![words(line)],
        Block::Entries(entries) => entries.iter().flat_map(told).collect(),
    };
    part(document, heading).blocks.iter().flat_map(block).collect()
}

#[test]
fn the_head_says_from_where_to_where_whose_and_of_which_day() {
    let ladder = ladder();
    let (saved, none) = (entered(&ladder), Assessment::default());
    let ada = folder(|book| set_who(book, " Ada ", at(1)));
    let whole = document(papers(&ladder, &saved, &ada));
    assert_eq!(words(&whole.kind), "Case for promotion · guild 1.0.0");
    assert_eq!(words(&whole.title), "journeyman → master");
    assert_eq!(words(&whole.byline), "Ada · 23 November 2026");
    let bare = document(papers(&ladder, &none, &Folder::of(&Book::default())));
    assert_eq!((words(&bare.title).as_str(), words(&bare.byline).as_str()), ("master", "23 November 2026"));
}

#[test]
fn the_summary_counts_and_makes_no_score() {
    let ladder = ladder();
    let (saved, folder) = (entered(&ladder), Folder::of(&Book::default()));
    let whole = document(papers(&ladder, &saved, &folder));
    let summary: Vec<String> = whole.summary.iter().map(words).collect();
    let expected = ["Requirements: 3 met, 1 not met, 1 not known.", "Expectations: 3 of 4 rated, 1 with evidence."];
    assert_eq!(summary, expected);
}

#[test]
fn each_requirement_stands_with_state_reason_and_what_was_entered() {
    let ladder = ladder();
    let (saved, folder) = (entered(&ladder), Folder::of(&Book::default()));
    let whole = document(papers(&ladder, &saved, &folder));
    let expected = [
        "[Met] Has done coached",
        "  Met by the author’s account.",
        "  Reworded since it was answered. It was: a requirement",
        "  Three of them.",
        "[Met] Mastery of at least 1 crafts",
        "  1 of 1 crafts named, 1 with evidence; met by the author’s account.",
        "  Looms",
        "    2026-02-01 Wove.",
        "[Met] A documented need for the role",
        "  There is a need, by the author’s organisation’s answer of 1 May 2026.",
        "  Only the organisation can give this.",
        "[Not known] One of these:",
        "  One is enough; none is known to be met.",
        "  [Not known] Has done led",
        "    The author has not said yet whether it is met.",
        "  [Not met] Has done taught",
        "    Not met by the author’s account.",
        "    Reworded since it was answered. It was: a requirement",
        "[Not asked] When coming from Leading: Likes wood.",
        "  Asked only of those who come from this track: Leading.",
        "[Not met] A successful peer review",
        "  The review of 1 June 2026 was not successful.",
        "  Reworded since it was answered. It was: a requirement",
        "  2026-06-01 Review not successful: Come again.",
        "A review may be requested when all other requirements are met.",
    ];
    assert_eq!(told_part(&whole, "Requirements"), expected);
}

#[test]
fn each_expectation_stands_with_rating_figure_and_evidence_by_competency() {
    let ladder = ladder();
    let (saved, folder) = (entered(&ladder), Folder::of(&Book::default()));
    let whole = document(papers(&ladder, &saved, &folder));
    let expected = [
        "# Craft",
        "[Sometimes] Finishes 90 percent.",
        "  80\u{a0}% from 1 January 2026 to 30 June 2026; the ladder asks for 90\u{a0}%: not reached.",
        "[Consistently] Is patient.",
        "  2026-03-01 Waited. <https://example.com/1>",
        "# People",
        "[Consistently] Is kind.",
        "[Not rated] Is calm.",
    ];
    assert_eq!(told_part(&whole, "Expectations"), expected);
}

#[test]
fn an_expectation_that_was_reworded_says_what_was_answered() {
    let ladder = ladder();
    let (saved, folder) = (entered(&ladder), Folder::of(&Book::default()));
    let mut later = ladder.clone();
    later.expectations[2].text = "Is kind to all.".into();
    let whole = document(papers(&later, &saved, &folder));
    let lines = told_part(&whole, "Expectations");
    let at = lines.iter().position(|line| line == "[Consistently] Is kind to all.").unwrap();
    assert_eq!(lines[at + 1], "  Reworded since it was answered. It was: Is kind.");
}

#[test]
fn a_piece_of_the_portfolio_serves_all_that_it_shows() {
    let ladder = ladder();
    let saved = entered(&ladder);
    let folder = folder(|book| put_piece(book, &entry_id("a"), Some(&engine(&ladder)), at(1)));
    let mut later = ladder.clone();
    later.expectations[2].text = "Is kind to all.".into();
    let whole = document(papers(&later, &saved, &folder));
    let expected = [
        "Engine",
        "  Built it.",
        "  Result: It runs.",
        "  <https://example.com/engine>",
        "  Shows:",
        "    Craft: Is patient.",
        "    People: Is kind to all. (reworded since it was chosen)",
        "    Is gone. (no longer in this ladder)",
        "    Skillset: Looms",
    ];
    assert_eq!(told_part(&whole, "Portfolio"), expected);
    let lines = told_part(&whole, "Expectations");
    assert_eq!(lines.iter().filter(|line| *line == "  In the portfolio: Engine").count(), 2);
}

#[test]
fn open_gaps_are_all_told() {
    let ladder = ladder();
    let (saved, folder) = (entered(&ladder), Folder::of(&Book::default()));
    let whole = document(papers(&ladder, &saved, &folder));
    let expected = [
        "# Requirements not met",
        "A successful peer review",
        "  The review of 1 June 2026 was not successful.",
        "# Requirements not known",
        "One of these:",
        "  One is enough; none is known to be met.",
        "# Not yet, or only sometimes",
        "[Sometimes] Craft: Finishes 90 percent.",
        "# Not rated",
        "People: Is calm.",
        "# Consistently, without evidence",
        "People: Is kind.",
    ];
    assert_eq!(told_part(&whole, "Open gaps"), expected);
}

#[test]
fn what_the_portfolio_shows_is_not_without_evidence_while_it_stands_there() {
    let ladder = ladder();
    let saved = entered(&ladder);
    let gaps = |change: &dyn Fn(&mut Book)| {
        let folder = folder(|book| {
            put_piece(book, &entry_id("a"), Some(&engine(&ladder)), at(1));
            change(book);
        });
        told_part(&document(papers(&ladder, &saved, &folder)), "Open gaps")
    };
    let bare = "# Consistently, without evidence".to_owned();
    assert!(!gaps(&|_| {}).contains(&bare));
    assert!(gaps(&|book| set_section(book, Section::Portfolio, false, at(2))).contains(&bare));
}

#[test]
fn without_gaps_that_is_said() {
    let mut ladder = ladder();
    ladder.levels[2].requirements.clear();
    let mut saved = Assessment::default();
    for (of, id) in ladder.expectations.iter().zip(["a", "b", "c", "d"]) {
        saved.rate(of, Some(Rating::Consistently), at(1));
        saved.put_evidence(of, &EvidenceId::parse(id).unwrap(), evidence("2026-03-01", "Done.", None), at(1));
    }
    let whole = document(papers(&ladder, &saved, &Folder::of(&Book::default())));
    assert_eq!(headings(&whole), ["Expectations", "Open gaps"]);
    let sentence = "None: every requirement is met, every expectation is rated as shown consistently, with evidence.";
    assert_eq!(told_part(&whole, "Open gaps"), [sentence]);
}

#[test]
fn what_is_left_out_is_in_no_section_and_is_counted() {
    let ladder = ladder();
    let saved = entered(&ladder);
    let folder = folder(|book| {
        put_piece(book, &entry_id("a"), Some(&engine(&ladder)), at(1));
        leave_out_expectation(book, &ladder.expectations[1], true, at(1));
        leave_out_competency(book, &ladder.competencies[1], true, at(1));
    });
    let whole = document(papers(&ladder, &saved, &folder));
    let all = format!("{:?}", whole.parts);
    for text in ["Is patient", "Waited", "Is kind", "Is calm"] {
        assert!(!all.contains(text), "{text}");
    }
    assert!(all.contains("Finishes 90 percent"));
    let summary: Vec<String> = whole.summary.iter().map(words).collect();
    assert_eq!(
        summary[1..],
        ["Expectations: 3 of 4 rated, 1 with evidence.", "3 expectations are left out of this document."]
    );
}

#[test]
fn sections_that_are_left_out_are_named_where_they_have_something_to_say() {
    let ladder = ladder();
    let saved = entered(&ladder);
    let out = |book: &mut Book, section| set_section(book, section, false, at(1));
    let folder = folder(|book| Section::ALL.into_iter().for_each(|section| out(book, section)));
    let whole = document(papers(&ladder, &saved, &folder));
    assert_eq!(whole.parts.len(), 0);
    let said = words(whole.summary.last().unwrap());
    assert_eq!(said, "Sections left out of this document: Requirements, Expectations, Open gaps.");
    let all = document(papers(&ladder, &saved, &Folder::of(&Book::default())));
    assert!(!all.summary.iter().any(|line| words(line).contains("Sections left out")));
}

#[test]
fn sections_stand_in_the_users_order_and_those_with_nothing_to_say_do_not() {
    let ladder = ladder();
    let saved = entered(&ladder);
    let folder = folder(|book| {
        set_section(book, Section::Growth, true, at(1));
        move_section(book, Section::Gaps, Shift::Up, at(1));
    });
    let papers = papers(&ladder, &saved, &folder);
    assert_eq!(headings(&document(papers)), ["Requirements", "Expectations", "Open gaps"]);
    let worksheet = worksheet(None);
    let whole = document(Papers { worksheet: &worksheet, ..papers });
    assert_eq!(headings(&whole), ["Requirements", "Expectations", "Open gaps", "Growth"]);
}

/// A path, two priorities, work for one of them, and work for none.
pub fn worksheet(target: Option<growth::Target>) -> Worksheet {
    let mut book = Book::default();
    growth::change_path(&mut book, "Craft, not people.".into(), at(1));
    growth::add_priority(&mut book, &entry_id("p1"), "Fewer faults".into(), at(1));
    growth::add_priority(&mut book, &entry_id("p2"), "More trade".into(), at(1));
    let work = growth::Work {
        what: "Looms anew".into(),
        input: "Looms renewed".into(),
        from: "2".into(),
        to: "9".into(),
        by: Some(day("2027-03-31")),
        output: "Faults a week".into(),
        serves: Some(entry_id("p1")),
        ..growth::Work::default()
    };
    growth::put_work(&mut book, &entry_id("w1"), Some(&work), at(1));
    let adrift = growth::Work { what: "Tea rota".into(), ..growth::Work::default() };
    growth::put_work(&mut book, &entry_id("w2"), Some(&adrift), at(1));
    growth::choose_target(&mut book, target.as_ref(), at(1));
    Worksheet::of(&book)
}

fn target(level: &str) -> growth::Target {
    growth::Target { ladder: LadderId::parse("guild").unwrap(), level: level_id(level), extra: Extra::new() }
}

#[test]
fn growth_tells_path_priorities_work_and_what_it_comes_to() {
    let ladder = ladder();
    let saved = entered(&ladder);
    let folder = folder(|book| set_section(book, Section::Growth, true, at(1)));
    let worksheet = worksheet(Some(target("master")));
    let whole = document(Papers { worksheet: &worksheet, ..papers(&ladder, &saved, &folder) });
    let lines = told_part(&whole, "Growth");
    let expected = [
        "The path: Craft, not people.",
        "Priority 1: Fewer faults",
        "  Looms anew",
        "    Input metric: Looms renewed from 2 to 9, by 31 March 2027",
        "    Output metric: Faults a week",
        "Priority 2: More trade",
        "Tea rota",
        "Impact is tied to one of two priorities; there is an opening, by the answer of 1 May 2026.",
    ];
    assert_eq!(lines[..expected.len()], expected);
}

#[test]
fn a_worksheet_about_another_level_is_none_of_this_case() {
    let ladder = ladder();
    let saved = entered(&ladder);
    let folder = folder(|book| set_section(book, Section::Growth, true, at(1)));
    let worksheet = worksheet(Some(target("dean")));
    let whole = document(Papers { worksheet: &worksheet, ..papers(&ladder, &saved, &folder) });
    assert!(!headings(&whole).contains(&"Growth".to_owned()));
}

#[test]
fn wins_of_the_journal_stand_with_the_piece_to_which_they_belong() {
    let ladder = ladder();
    let saved = entered(&ladder);
    let folder = folder(|book| put_piece(book, &entry_id("a"), Some(&engine(&ladder)), at(1)));
    let mut wins = Book::default();
    for (id, piece) in [("1", "a"), ("2", "b")] {
        let pieces = vec![PieceRef { ladder: ladder.id.clone(), piece: entry_id(piece) }];
        let win = Win { text: format!("Win {id}."), pieces, ..Win::new(day("2026-04-01")) };
        journal::put(&mut wins, &entry_id(id), Some(&win), at(1));
    }
    let journal = Journal::of(&wins);
    let whole = document(Papers { journal: &journal, ..papers(&ladder, &saved, &folder) });
    let lines = told_part(&whole, "Portfolio");
    assert!(lines.contains(&"  2026-04-01 Win 1.".to_owned()));
    assert!(!lines.concat().contains("Win 2."));
}

#[test]
fn a_waived_requirement_is_met_with_its_note() {
    let ladder = ladder();
    let mut saved = Assessment::default();
    saved.set_waiver(master(&ladder), &master(&ladder).requirements[0], Some(waiver("2026-05-01")), at(1));
    let whole = document(papers(&ladder, &saved, &Folder::of(&Book::default())));
    let requirements = part(&whole, "Requirements");
    assert_eq!(told(entries(requirements)[0])[..2], ["[Met] Has done coached", "  Waived on 1 May 2026."]);
    assert!(told(entries(requirements)[0]).contains(&"  urgent".to_owned()));
}

#[test]
fn levels_of_one_name_are_told_apart_in_the_title() {
    let mut ladder = ladder();
    let names: [&mut Level; 2] = ladder.levels.get_disjoint_mut([1, 2]).unwrap();
    for level in names {
        level.name = "Smith".into();
    }
    ladder.levels[1].track = TrackId::parse("lead").unwrap();
    let (saved, folder) = (entered(&ladder), Folder::of(&Book::default()));
    assert_eq!(words(&document(papers(&ladder, &saved, &folder)).title), "Smith (Leading) → Smith (Craft)");
}
