//! What is entered for requirements: its stored form, its merging, what is gone, and what an older version does with it.

mod fixture;
mod laws;

use rungs_core::assessment::{Account, Assessment, Extra, Outcome, Place, Post, Reply, Review, Stint, Waiver, Wording};
use rungs_core::date::Date;
use rungs_core::ladder::{Condition, Ladder, Level, Requirement};
use rungs_core::saved::Reading;
use serde_json::{Value, json};

use self::fixture::{at_senior, day, entry, figure, opening, requirement, senior, skillset, stint, word};
use crate::fixture::{at, evidence, evidence_id, expectation, ladder, level_id};

fn filled() -> Assessment {
    let (level, mut assessment) = (senior(), Assessment::default());
    let of = &level.requirements[0];
    let wording = Wording::of("a requirement");
    let leave = Stint {
        until: Some(Date::parse("2026-11-30").unwrap()),
        ..stint(Post::Other { name: "Leave".into(), rank: Some(2) })
    };
    let waiver = Waiver { date: day(), note: "w".into(), wording: wording.clone(), extra: Extra::new() };
    let review = Review { date: day(), outcome: Outcome::Pending, note: "r".into(), wording, extra: Extra::new() };
    assessment.set_stint(&entry("a"), Some(at_senior()), at(1));
    assessment.set_stint(&entry("b"), Some(leave), at(2));
    assessment.set_stint(&entry("c"), Some(at_senior()), at(2));
    assessment.set_stint(&entry("c"), None, at(3));
    assessment.set_opening(&level, Some(opening(Reply::Unknown)), at(4));
    assessment.set_word(&level, of, Some(word(true)), at(5));
    assessment.set_waiver(&level, of, Some(waiver), at(6));
    assessment.set_review(&level, of, &entry("r"), Some(review), at(7));
    assessment.set_skillset(&level, of, &entry("k"), Some(skillset("Linux")), at(8));
    assessment.set_requirement_evidence(&level, of, None, &evidence_id("v"), Some(evidence("Done")), at(9));
    assessment.set_requirement_evidence(
        &level,
        of,
        Some(&entry("k")),
        &evidence_id("w"),
        Some(evidence("Too")),
        at(10),
    );
    assessment.set_figure(&expectation("polite", "conduct", "Writes politely."), Some(figure(82)), at(11));
    assessment
}

#[test]
fn each_entry_is_a_field_of_its_own_with_these_names() {
    let worded = |mut fields: Value| {
        fields["wording"] = json!("475bd1cb62e13c7f");
        fields["statement"] = json!("a requirement");
        fields
    };
    let stated = |mut fields: Value| {
        fields["wording"] = json!("1f50e8cb790cdfa1");
        fields["statement"] = json!("a statement");
        fields
    };
    let expected = json!({
        "stint:a": { "level": "senior", "from": "2026-11-22", "changed": 1 },
        "stint:b": { "role": "Leave", "rank": 2, "from": "2026-11-22", "until": "2026-11-30", "changed": 2 },
        "stint:c": { "deleted": true, "changed": 3 },
        "opening:senior": { "reply": "unknown", "date": "2026-11-22", "note": "", "changed": 4 },
        "requirement:senior:coached:word": worded(json!({ "met": true, "note": "n", "changed": 5 })),
        "requirement:senior:coached:waiver": worded(json!({ "date": "2026-11-22", "note": "w", "changed": 6 })),
        "requirement:senior:coached:review:r":
            worded(json!({ "date": "2026-11-22", "outcome": "pending", "note": "r", "changed": 7 })),
        "requirement:senior:coached:skillset:k": worded(json!({ "name": "Linux", "changed": 8 })),
        "requirement:senior:coached:evidence:v":
            stated(json!({ "date": "2026-11-22", "text": "Done", "changed": 9 })),
        "requirement:senior:coached:skillset:k:evidence:w":
            stated(json!({ "date": "2026-11-22", "text": "Too", "changed": 10 })),
        "answers": { "polite": {
            "figure": stated(json!({ "value": "82", "from": "2026-11-22", "until": "2026-11-22", "changed": 11 })),
        } },
    });
    assert_eq!(filled().to_json(), expected);
}

#[test]
fn what_is_written_is_read_back() {
    let assessment = filled();
    assert_eq!(Assessment::from_json(assessment.to_json()), Ok(assessment));
}

#[test]
fn fields_of_later_versions_stay_with_their_entries_and_later_slots_stay_as_they_are() {
    let mut json = filled().to_json();
    for (name, value) in json.as_object_mut().unwrap() {
        if Place::parse(name).is_some() && value.get("deleted").is_none() {
            value["mood"] = json!({ "is": ["fine"] });
        }
    }
    json["answers"]["polite"]["figure"]["source"] = json!("the board");
    json["requirement:senior:coached:mentor:m"] = json!({ "name": "Ada", "changed": 3 });
    json["stint:a:b"] = json!({ "changed": 3 });
    let assessment = Assessment::from_json(json.clone()).unwrap();
    assert_eq!(assessment.to_json(), json);
}

#[test]
fn names_of_places_round_trip_and_others_are_none() {
    for (place, _) in filled().entered() {
        assert_eq!(Place::parse(&place.to_string()).as_ref(), Some(place));
    }
    for name in [
        "stint",
        "stint:",
        "stint:A",
        "stint:a:b",
        "opening:",
        "requirement:a",
        "requirement:a:b",
        "requirement:a:b:c",
        "requirement:a:b:word:c",
        "requirement:a:b:skillset:c:evidence",
        "requirement:a:b:skillset:c:word:d",
        "requirement:a:b:skillset:c:evidence:d:e",
        "Requirement:a:b:word",
        "figure",
    ] {
        assert_eq!(Place::parse(name), None, "{name}");
    }
}

#[test]
fn an_error_names_the_place_and_the_rest_can_be_read() {
    let whole = filled().to_json();
    let word = "requirement:senior:coached:word";
    let cases = [
        ("stint:a", "level", json!("Senior!"), "stint:a.level is not an id"),
        ("stint:a", "from", json!("2026-02-30"), "stint:a.from is not a date"),
        ("stint:b", "rank", json!(256), "stint:b.rank is not a rank"),
        ("stint:b", "rank", json!(-1), "stint:b.rank is not a rank"),
        ("stint:b", "role", json!("x".repeat(501)), "stint:b.role is not a text of at most 500 characters"),
        ("opening:senior", "reply", json!("perhaps"), "opening:senior.reply is not a reply"),
        ("opening:senior", "changed", json!(-1), "opening:senior.changed is not a moment"),
        (word, "met", json!("yes"), "requirement:senior:coached:word.met is not true or false"),
        (
            word,
            "note",
            json!("x".repeat(200_001)),
            "requirement:senior:coached:word.note is not a text of at most 200,000 characters",
        ),
        (
            "requirement:senior:coached:review:r",
            "outcome",
            json!(1),
            "requirement:senior:coached:review:r.outcome is not an outcome",
        ),
        (
            "requirement:senior:coached:evidence:v",
            "link",
            json!("javascript:x"),
            "requirement:senior:coached:evidence:v.link is not a safe link",
        ),
    ];
    for (name, field, value, message) in cases {
        let mut spoilt = whole.clone();
        spoilt[name][field] = value;
        assert_eq!(Assessment::from_json(spoilt.clone()).unwrap_err().to_string(), message);
        let mut rest = whole.clone();
        rest.as_object_mut().unwrap().remove(name);
        assert_eq!(Assessment::readable_part(spoilt), Ok((Assessment::from_json(rest).unwrap(), 1)), "{message}");
    }
}

#[test]
fn a_figure_that_cannot_be_read_leaves_the_answer_readable() {
    let mut json = filled().to_json();
    json["answers"]["polite"]["rating"] =
        json!({ "rating": "sometimes", "wording": "af63dc4c8601ec8c", "statement": "a", "changed": 1 });
    json["answers"]["polite"]["figure"]["value"] = json!("many");
    let error = Assessment::from_json(json.clone()).unwrap_err().to_string();
    assert_eq!(error, "answers.polite.figure.value is not a number");
    let (part, left_out) = Assessment::readable_part(json).unwrap();
    assert_eq!((part.answers().count(), left_out), (1, 1));
}

#[test]
fn an_assessment_stored_before_requirements_were_answered_reads_as_it_did() {
    let stored = r#"{"format":"assessment","version":1,"saved":5,"data":{"cleared":1,
        "present":{"level":"senior","changed":3},"answers":{"polite":{"rating":{"rating":"sometimes",
        "wording":"af63dc4c8601ec8c","statement":"a","changed":4}}}}}"#;
    let Reading::<Assessment>::Current(assessment) = Reading::of(stored) else { panic!() };
    assert_eq!((assessment.present(), assessment.entered().count()), (Some(&level_id("senior")), 0));
    assert_eq!(assessment.to_json()["answers"]["polite"]["rating"]["rating"], json!("sometimes"));
}

#[test]
fn what_was_entered_can_be_confirmed_for_the_requirement_as_it_is_worded_now() {
    let (level, mut assessment) = (senior(), filled());
    let of = &level.requirements[0];
    assert!(assessment.requirement_answer(&level, of).former_wording(of).is_some());
    assessment.confirm_requirement(&level, of, at(20));
    let answer = assessment.requirement_answer(&level, of);
    assert_eq!(answer.former_wording(of), None);
    assert_eq!(answer.word().map(|word| (word.is_met, word.note.as_str())), Some((true, "n")));
    assert_eq!(answer.skillset_evidence(&entry("k")).count(), 1);
}

#[test]
fn deleting_a_skillset_deletes_its_evidence() {
    let (level, mut assessment) = (senior(), filled());
    assessment.set_skillset(&level, &level.requirements[0], &entry("k"), None, at(20));
    let left: Vec<String> = assessment.entered().map(|(place, _)| place.to_string()).collect();
    assert!(left.iter().all(|place| !place.contains("skillset")), "{left:?}");
    assert!(assessment.retired_entries(&with(level)).is_empty());
}

/// A ladder with this level.
fn with(level: Level) -> Ladder {
    Ladder { levels: vec![level], ..ladder() }
}

#[test]
fn entries_whose_level_requirement_or_skillset_is_gone_are_listed_and_can_be_deleted_and_brought_back() {
    let mut assessment = filled();
    let gone = |assessment: &Assessment, level: Level| {
        assessment.retired_entries(&with(level)).iter().map(|(place, _)| place.to_string()).collect::<Vec<_>>()
    };
    assert!(gone(&assessment, senior()).is_empty());
    let other = Level { id: level_id("expert"), ..senior() };
    assert_eq!(gone(&assessment, other.clone()).len(), 8, "all but the stint elsewhere");
    let renamed = Level { former_ids: vec![level_id("senior")], ..other };
    assert!(gone(&assessment, renamed).is_empty());
    let without = Level { requirements: vec![requirement("managed")], ..senior() };
    assert_eq!(gone(&assessment, without).len(), 6);
    let skillset = Place::parse("requirement:senior:coached:skillset:k").unwrap();
    let kept = assessment.entered().find(|(place, _)| **place == skillset).map(|(_, entered)| entered.clone()).unwrap();
    assessment.forget_entry(&skillset, at(20));
    assert_eq!(gone(&assessment, senior()), ["requirement:senior:coached:skillset:k:evidence:w"]);
    assessment.bring_entry_back(&skillset, kept, at(20));
    assert!(gone(&assessment, senior()).is_empty());
}

#[test]
fn nested_requirements_are_known() {
    let mut assessment = Assessment::default();
    let branches = vec![requirement("coached"), requirement("managed")];
    let group = Requirement { condition: Condition::AnyOf(branches), ..requirement("people") };
    let level = Level { requirements: vec![group], ..senior() };
    assessment.set_word(&level, &requirement("managed"), Some(word(true)), at(1));
    assert!(assessment.retired_entries(&with(level)).is_empty());
}

#[test]
fn what_is_entered_is_something_to_keep_and_a_change() {
    let mut assessment = Assessment::default();
    assessment.set_stint(&entry("a"), Some(at_senior()), at(5));
    assert!(!assessment.is_blank());
    assert_eq!((assessment.latest(), assessment.changes_since(at(4)), assessment.changes_since(at(5))), (at(5), 1, 0));
    assessment.set_stint(&entry("a"), None, at(6));
    assert!(assessment.is_blank() && assessment != Assessment::default());
    assessment.prune(at(7 + Assessment::DELETIONS_KEPT));
    assert_eq!(assessment, Assessment::default());
}

#[test]
fn a_figure_alone_is_an_answer() {
    let (of, mut assessment) = (expectation("polite", "conduct", "Writes politely."), Assessment::default());
    assessment.set_figure(&of, Some(figure(82)), at(1));
    let (_, answer) = assessment.answers().next().unwrap();
    assert_eq!(answer.wording().map(|wording| wording.text.as_str()), Some("a statement"));
    assessment.forget(&of.id, at(2));
    assert_eq!(assessment.answers().count(), 0);
}

#[test]
fn the_account_of_a_backup_counts_what_is_entered() {
    let level = senior();
    let mut here = filled();
    let mut backup = here.clone();
    here.set_stint(&entry("a"), Some(stint(Post::Level(level_id("junior")))), at(20));
    backup.set_opening(&level, Some(opening(Reply::Yes)), at(20));
    backup.set_stint(&entry("d"), Some(at_senior()), at(20));
    assert_eq!(here.account(&backup), Account { new: 1, changed: 1, same: 8, older: 1, deleted: 0 });
}

#[test]
fn skillsets_that_were_named_once_are_offered_again() {
    let (level, mut assessment) = (senior(), filled());
    assessment.set_skillset(&level, &level.requirements[1], &entry("m"), Some(skillset("Linux")), at(20));
    assessment.set_skillset(&level, &level.requirements[1], &entry("n"), Some(skillset("Rust")), at(20));
    assert_eq!(assessment.skillset_names(), ["Linux", "Rust"]);
}

#[test]
fn the_fingerprint_of_a_requirement_is_that_of_what_it_asks() {
    let worded = |condition| Wording::of_requirement(&Requirement { condition, ..requirement("it") });
    let stated = worded(Condition::Statement("Wants to teach.".into()));
    assert_eq!(stated, Wording::of("Wants to teach."));
    let time = worded(Condition::TimeAtRank { rank: 1, months: 12 });
    assert_eq!(
        (time.text.as_str(), time.fingerprint),
        ("1 year at level 1", Wording::of("time-at-rank 1 12").fingerprint)
    );
}
