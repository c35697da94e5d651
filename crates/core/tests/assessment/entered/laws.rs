//! Merging is commutative, associative and idempotent for what is entered too, in older versions as in this one.

use proptest::prelude::*;
use rungs_core::assessment::{Assessment, Entered, Place, Reply};
use serde_json::{Map, Value};

use super::fixture::{at_senior, entry, figure, opening, senior, skillset, word};
use crate::fixture::{at, evidence, evidence_id, expectation};

/// What a person does in a tab.
fn deed() -> impl Strategy<Value = (u8, u8, u8, bool)> {
    (0..6u8, 0..2u8, 0..3u8, prop::bool::weighted(0.7))
}

fn act(assessment: &mut Assessment, (what, of, n, is_set): (u8, u8, u8, bool), now: u64) {
    let (level, id) = (senior(), entry(&format!("i{n}")));
    let of = &level.requirements[usize::from(of)];
    let kept = |said| if is_set { Some(said) } else { None };
    match what {
        0 => assessment.set_stint(&id, is_set.then(at_senior), at(now)),
        1 => assessment.set_opening(&level, is_set.then(|| opening(Reply::ALL[usize::from(n)])), at(now)),
        2 => assessment.set_word(&level, of, kept(word(n == 0)), at(now)),
        3 => assessment.set_skillset(&level, of, &id, is_set.then(|| skillset(&format!("k{n}"))), at(now)),
        4 => {
            let piece = is_set.then(|| evidence("Done"));
            assessment.set_requirement_evidence(&level, of, Some(&id), &evidence_id("v"), piece, at(now));
        }
        _ => {
            let figure = is_set.then(|| figure(i64::from(n)));
            assessment.set_figure(&expectation("polite", "conduct", "Writes politely."), figure, at(now));
        }
    }
}

/// The state of a tab whose changes have moments of `parity` only, so that no two tabs share one.
fn tab(parity: u64) -> impl Strategy<Value = Assessment> {
    proptest::collection::vec(deed(), 0..12).prop_map(move |deeds| {
        let mut assessment = Assessment::default();
        for (number, deed) in deeds.into_iter().enumerate() {
            act(&mut assessment, deed, 10 * (number as u64 + 1) + 2 * parity);
        }
        assessment
    })
}

fn merged(a: &Assessment, b: &Assessment) -> Assessment {
    let mut merged = a.clone();
    merged.merge(b);
    merged
}

/// The same under names that this version does not know, as an older one does not know these.
fn to_older(assessment: &Assessment) -> Assessment {
    let rename = |name: &str| {
        if Place::parse(name).is_some() || name == "figure" { format!("later {name}") } else { name.into() }
    };
    Assessment::from_json(renamed(assessment.to_json(), &rename)).unwrap()
}

fn from_older(assessment: &Assessment) -> Assessment {
    let rename = |name: &str| name.strip_prefix("later ").unwrap_or(name).to_owned();
    Assessment::from_json(renamed(assessment.to_json(), &rename)).unwrap()
}

fn renamed(json: Value, rename: &dyn Fn(&str) -> String) -> Value {
    let Value::Object(fields) = json else { return json };
    let renamed = fields.into_iter().map(|(name, value)| (rename(&name), renamed(value, rename)));
    Value::Object(renamed.collect::<Map<String, Value>>())
}

/// What stands where.
fn said(assessment: &Assessment) -> Vec<(Place, Entered)> {
    assessment.entered().map(|(place, entered)| (place.clone(), entered.clone())).collect()
}

proptest! {
    #[test]
    fn the_revision_changes_with_what_is_entered_and_with_nothing_else(before in tab(0), deed in deed()) {
        let mut after = before.clone();
        act(&mut after, deed, 1_000);
        prop_assert_eq!(before.entry_revision() == after.entry_revision(), said(&before) == said(&after));
    }

    #[test]
    fn merging_does_not_depend_on_order_or_repetition(a in tab(0), b in tab(0), c in tab(1)) {
        let ab = merged(&a, &b);
        prop_assert_eq!(&ab, &merged(&b, &a));
        prop_assert_eq!(merged(&ab, &c), merged(&a, &merged(&b, &c)));
        prop_assert_eq!(&merged(&ab, &b), &ab);
    }

    #[test]
    fn an_older_version_loses_nothing_when_it_merges_two_tabs(a in tab(0), b in tab(1)) {
        let there = merged(&to_older(&a), &to_older(&b));
        prop_assert_eq!(from_older(&there), merged(&a, &b));
    }

    #[test]
    fn putting_another_in_its_place_holds_in_a_tab_that_still_has_the_old(
        old in tab(0), other in tab(1), now in 0..200u64,
    ) {
        let mut replaced = old.clone();
        replaced.replace_with(&other, at(now));
        prop_assert_eq!(&merged(&old, &replaced), &replaced);
        let says = |a: &Assessment| {
            let figure = a.answers().next().and_then(|(_, answer)| answer.figure().cloned());
            (a.entered().map(|(place, said)| (place.clone(), said.clone())).collect::<Vec<_>>(), figure)
        };
        prop_assert_eq!(says(&replaced), says(&other));
    }

    #[test]
    fn what_any_tab_holds_is_read_back(a in tab(0)) {
        prop_assert_eq!(Assessment::from_json(a.to_json()), Ok(a));
    }

    #[test]
    fn a_deed_wins_over_what_it_changed_and_deleting_all_holds(a in tab(0), deed in deed(), now in 0..40u64) {
        let mut later = a.clone();
        act(&mut later, deed, now);
        prop_assert_eq!(&merged(&a, &later), &later);
        later.clear(at(now));
        prop_assert!(merged(&a, &later).is_blank());
    }
}
