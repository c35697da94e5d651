//! The stored form: explicit names, round trips, kept fields, and errors that name the place.

use rungs_core::assessment::{Assessment, Rating};
use rungs_core::ladder::Ladder;
use rungs_core::link::SafeUrl;
use serde_json::{Value, json};

use crate::fixture::{at, evidence, evidence_id, expectation_id, ladder, level_id, rate};

fn filled(ladder: &Ladder) -> Assessment {
    let mut assessment = Assessment::default();
    assessment.set_present(Some(level_id("junior")), at(1));
    assessment.set_target(Some(level_id("senior")), at(2));
    rate(&mut assessment, ladder, "polite", Rating::NoChance, 3);
    let of = ladder.expectation(&expectation_id("polite")).unwrap();
    let mut letter = evidence("A kind letter");
    letter.link = Some(SafeUrl::parse("https://example.com/1").unwrap());
    assessment.put_evidence(of, &evidence_id("v1"), letter, at(4));
    assessment.put_evidence(of, &evidence_id("v2"), evidence("Gone"), at(5));
    assessment.remove_evidence(of, &evidence_id("v2"), at(6));
    assessment
}

#[test]
fn format_1_is_written_with_these_names() {
    let expected = json!({
        "present": { "level": "junior", "changed": 1 },
        "target": { "level": "senior", "changed": 2 },
        "answers": { "polite": {
            "rating": {
                "rating": "no-chance", "wording": "f0c35416919f248d", "statement": "Writes politely.", "changed": 3,
            },
            "evidence": {
                "v1": {
                    "date": "2026-11-22", "text": "A kind letter", "link": "https://example.com/1",
                    "wording": "1f50e8cb790cdfa1", "statement": "a statement", "changed": 4,
                },
                "v2": { "deleted": true, "changed": 6 },
            },
        } },
    });
    assert_eq!(filled(&ladder()).to_json(), expected);
}

#[test]
fn what_is_written_is_read_back() {
    let mut assessment = filled(&ladder());
    let text = serde_json::to_string(&assessment).unwrap();
    assert_eq!(serde_json::from_str::<Assessment>(&text).unwrap(), assessment);
    assessment.clear(at(9));
    let text = serde_json::to_string(&assessment).unwrap();
    assert_eq!(text, r#"{"cleared":9}"#);
    assert_eq!(serde_json::from_str::<Assessment>(&text).unwrap(), assessment);
}

#[test]
fn an_empty_object_is_a_blank_assessment() {
    assert_eq!(Assessment::from_json(json!({})), Ok(Assessment::default()));
}

#[test]
fn what_a_later_version_adds_is_kept() {
    let mut json = filled(&ladder()).to_json();
    json["wishes"] = json!({ "list": [1, 2], "changed": 8 });
    json["answers"]["polite"]["rating"]["mood"] = json!("fine");
    json["answers"]["polite"]["evidence"]["v1"]["skillset"] = json!({ "id": "linux" });
    json["answers"]["polite"]["mood"] = json!({ "value": 82, "changed": 8 });
    let assessment = Assessment::from_json(json.clone()).unwrap();
    assert_eq!(assessment.to_json(), json);
    let mut merged = filled(&ladder());
    merged.merge(&assessment);
    assert_eq!(merged.to_json()["answers"]["polite"]["mood"], json["answers"]["polite"]["mood"]);
}

#[test]
fn what_a_later_version_adds_outlives_a_replacement_and_the_next_reading() {
    let mut json = filled(&ladder()).to_json();
    json["wishes"] = json!({ "list": [1, 2], "changed": 8 });
    json["answers"]["polite"]["mood"] = json!({ "value": 82, "changed": 8 });
    let mut here = filled(&ladder());
    here.replace_with(&Assessment::from_json(json).unwrap(), at(20));
    let stored = here.to_json();
    assert_eq!(Assessment::from_json(stored.clone()), Ok(here));
    assert_eq!(stored["wishes"], json!({ "list": [1, 2], "changed": 21 }));
    assert_eq!(stored["answers"]["polite"]["mood"], json!({ "value": 82, "changed": 21 }));
}

#[test]
fn text_that_looks_like_markup_and_a_hundred_thousand_characters_come_back_as_they_were() {
    let ladder = ladder();
    let of = ladder.expectation(&expectation_id("polite")).unwrap();
    for text in ["<script>alert(1)</script>\u{202E}\u{0}\"\\".to_owned(), "ü".repeat(100_000)] {
        let mut assessment = Assessment::default();
        assessment.put_evidence(of, &evidence_id("v"), evidence(&text), at(1));
        let back: Assessment = serde_json::from_str(&serde_json::to_string(&assessment).unwrap()).unwrap();
        assert_eq!(back.answer(&of.id).unwrap().evidence_of(&evidence_id("v")).unwrap().text, text);
    }
}

#[test]
fn an_error_names_the_place_and_what_was_expected() {
    let whole = filled(&ladder()).to_json();
    let spoilt = |pointer: &str, value: Value| {
        let mut json = whole.clone();
        *json.pointer_mut(pointer).unwrap() = value;
        Assessment::from_json(json).unwrap_err().to_string()
    };
    let rating = "/answers/polite/rating";
    let piece = "/answers/polite/evidence/v1";
    let cases = [
        (String::new(), json!([]), "it is not an object"),
        ("/present/level".into(), json!("Junior!"), "present.level is not an id"),
        ("/answers".into(), json!({ "A B": {} }), "answers.A B is not an id"),
        (format!("{rating}/rating"), json!("often"), "answers.polite.rating.rating is not a rating"),
        (format!("{rating}/wording"), json!("x"), "answers.polite.rating.wording is not a fingerprint"),
        (format!("{rating}/changed"), json!(-1), "answers.polite.rating.changed is not a moment"),
        (format!("{rating}/changed"), json!(1e300), "answers.polite.rating.changed is not a moment"),
        (format!("{piece}/link"), json!("javascript:alert(1)"), "answers.polite.evidence.v1.link is not a safe link"),
        (format!("{piece}/date"), json!("2026-02-30"), "answers.polite.evidence.v1.date is not a date"),
        (piece.to_owned(), json!({ "changed": 1 }), "answers.polite.evidence.v1.date is missing"),
        (
            format!("{piece}/text"),
            json!("x".repeat(200_001)),
            "answers.polite.evidence.v1.text is not a text of at most 200,000 characters",
        ),
    ];
    for (pointer, value, message) in cases {
        assert_eq!(spoilt(&pointer, value), message);
    }
}

#[test]
fn entries_that_are_not_of_the_form_leave_the_others_readable() {
    let whole = filled(&ladder()).to_json();
    let rating = "/answers/polite/rating";
    let pieces = "/answers/polite/evidence";
    let cases = [
        ("/present".to_owned(), json!({ "level": "Junior!", "changed": 1 }), "/present".to_owned()),
        ("/target".into(), json!(7), "/target".into()),
        (format!("{rating}/rating"), json!("often"), rating.into()),
        (format!("{rating}/changed"), json!(-1), rating.into()),
        (format!("{pieces}/v1/link"), json!("javascript:alert(1)"), format!("{pieces}/v1")),
        (format!("{pieces}/v2"), json!([]), format!("{pieces}/v2")),
        (pieces.to_owned(), json!("none"), pieces.into()),
        ("/answers/polite".into(), json!(true), "/answers/polite".into()),
    ];
    for (place, value, lost) in cases {
        let mut spoilt = whole.clone();
        *spoilt.pointer_mut(&place).unwrap() = value;
        let mut rest = whole.clone();
        let (parent, name) = lost.rsplit_once('/').unwrap();
        rest.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(name);
        let expected = (Assessment::from_json(rest).unwrap(), 1);
        assert_eq!(Assessment::readable_part(spoilt), Ok(expected), "{place}");
    }
}

#[test]
fn every_entry_that_is_left_out_counts() {
    let mut json = filled(&ladder()).to_json();
    json["target"] = json!("senior");
    json["answers"]["A B"] = json!({});
    json["answers"]["polite"]["evidence"]["v1"]["date"] = json!("2026-02-30");
    json["answers"]["polite"]["evidence"]["v2"]["changed"] = json!("now");
    assert_eq!(Assessment::readable_part(json).unwrap().1, 4);
    assert_eq!(Assessment::readable_part(filled(&ladder()).to_json()), Ok((filled(&ladder()), 0)));
}

#[test]
fn without_its_outer_shape_or_the_moment_of_clearing_no_part_is_read() {
    for json in [json!([]), json!({ "answers": [1] }), json!({ "cleared": "x", "present": null })] {
        assert!(Assessment::readable_part(json.clone()).is_err(), "{json}");
    }
}
