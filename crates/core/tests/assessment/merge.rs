//! Merging is commutative, associative and idempotent, and what was deleted stays deleted.

use proptest::prelude::*;
use rungs_core::assessment::{Account, Assessment, Rating};

use crate::fixture::{at, evidence, evidence_id, expectation, expectation_id, ladder, level_id, rate};

/// Something that a person, or a restored backup, does in a tab.
#[derive(Clone, Debug)]
enum Deed {
    Present(Option<u8>),
    Target(Option<u8>),
    Rate(u8, Option<usize>),
    Write(u8, u8, String),
    Delete(u8, u8),
    Forget(u8),
    Clear,
    LaterVersion(u8),
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        1 => proptest::option::of(0..3u8).prop_map(Deed::Present),
        1 => proptest::option::of(0..3u8).prop_map(Deed::Target),
        4 => (0..4u8, proptest::option::of(0..4usize)).prop_map(|(of, rating)| Deed::Rate(of, rating)),
        4 => (0..4u8, 0..3u8, "[a-c]{0,2}").prop_map(|(of, id, text)| Deed::Write(of, id, text)),
        2 => (0..4u8, 0..3u8).prop_map(|(of, id)| Deed::Delete(of, id)),
        1 => (0..4u8).prop_map(Deed::Forget),
        1 => Just(Deed::Clear),
        1 => (0..3u8).prop_map(Deed::LaterVersion),
    ]
}

/// The state of a tab after some deeds, at moments close enough together that many coincide.
fn assessment() -> impl Strategy<Value = Assessment> {
    proptest::collection::vec((deed(), 1..8u64), 0..12).prop_map(|deeds| {
        let mut assessment = Assessment::default();
        for (deed, now) in deeds {
            act(&mut assessment, deed, now);
        }
        assessment
    })
}

fn act(assessment: &mut Assessment, deed: Deed, now: u64) {
    let of = |n: u8| expectation(&format!("e{n}"), "c", "text");
    let piece = |n: u8| evidence_id(&format!("v{n}"));
    let level = |n: Option<u8>| n.map(|n| level_id(&format!("l{n}")));
    match deed {
        Deed::Present(n) => assessment.set_present(level(n), at(now)),
        Deed::Target(n) => assessment.set_target(level(n), at(now)),
        Deed::Rate(n, rating) => assessment.rate(&of(n), rating.map(|r| Rating::ALL[r]), at(now)),
        Deed::Write(n, id, text) => assessment.put_evidence(&of(n), &piece(id), evidence(&text), at(now)),
        Deed::Delete(n, id) => assessment.remove_evidence(&of(n), &piece(id), at(now)),
        Deed::Forget(n) => assessment.forget(&of(n).id, at(now)),
        Deed::Clear => assessment.clear(at(now)),
        Deed::LaterVersion(n) => {
            let json = serde_json::json!({
                "wishes": { "n": n, "changed": now },
                "answers": { "e1": { "mood": { "n": n, "changed": now } } },
            });
            assessment.merge(&Assessment::from_json(json).unwrap());
        }
    }
}

fn merged(a: &Assessment, b: &Assessment) -> Assessment {
    let mut result = a.clone();
    result.merge(b);
    result
}

proptest! {
    #[test]
    fn it_does_not_matter_which_tab_takes_over_the_other(a in assessment(), b in assessment()) {
        prop_assert_eq!(merged(&a, &b), merged(&b, &a));
    }

    #[test]
    fn it_does_not_matter_in_which_order_three_are_merged(
        a in assessment(), b in assessment(), c in assessment(),
    ) {
        prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
    }

    #[test]
    fn merging_again_changes_nothing(a in assessment(), b in assessment()) {
        let once = merged(&a, &b);
        prop_assert_eq!(&merged(&once, &b), &once);
        prop_assert_eq!(&merged(&a, &a), &a);
    }

    #[test]
    fn a_change_wins_over_what_it_changed_whatever_the_clock_says(
        a in assessment(), of in 0..4u8, rating in 0..4usize, now in 0..10u64,
    ) {
        let mut later = a.clone();
        act(&mut later, Deed::Rate(of, Some(rating)), now);
        let id = expectation_id(&format!("e{of}"));
        prop_assert_eq!(merged(&a, &later).answer(&id).unwrap().rating(), Some(Rating::ALL[rating]));
    }

    #[test]
    fn deleting_everything_holds_in_a_tab_that_still_has_it(a in assessment(), now in 0..10u64) {
        let mut cleared = a.clone();
        cleared.clear(at(now));
        prop_assert!(merged(&a, &cleared).is_blank());
        prop_assert_eq!(merged(&a, &cleared), cleared);
    }

    #[test]
    fn putting_another_in_its_place_holds_in_a_tab_that_still_has_the_old(
        old in assessment(), other in assessment(), now in 0..10u64,
    ) {
        let mut replaced = old.clone();
        replaced.replace_with(&other, at(now));
        prop_assert_eq!(merged(&old, &replaced), replaced.clone());
        prop_assert_eq!(replaced.present(), other.present());
        let says = |a: &Assessment| a.answers().map(|(id, x)| (id.clone(), x.rating())).collect::<Vec<_>>();
        prop_assert_eq!(says(&replaced), says(&other));
    }

    #[test]
    fn an_account_says_what_merging_does(a in assessment(), b in assessment()) {
        let account = a.account(&b);
        let after = merged(&a, &b);
        if account.new + account.changed + account.deleted == 0 {
            let says = |x: &Assessment| (x.present().cloned(), x.target().cloned(), x.answers().count());
            prop_assert_eq!(says(&after), says(&a));
        }
        prop_assert_eq!(after.account(&after).new, 0);
        prop_assert_eq!(after.account(&after).changed, 0);
    }
}

#[test]
fn in_the_same_millisecond_a_deletion_wins_then_the_greater_value() {
    let ladder = ladder();
    let of = ladder.expectation(&expectation_id("polite")).unwrap();
    let state = |text: &str| {
        let mut assessment = Assessment::default();
        assessment.put_evidence(of, &evidence_id("v"), evidence(text), at(5));
        assessment
    };
    let text = |a: &Assessment| Some(a.answer(&of.id)?.evidence_of(&evidence_id("v"))?.text.clone());
    assert_eq!(text(&merged(&state("a"), &state("b"))), Some("b".to_owned()));
    let json =
        serde_json::json!({ "answers": { "polite": { "evidence": { "v": { "deleted": true, "changed": 5 } } } } });
    let deleted = Assessment::from_json(json).unwrap();
    assert_eq!(text(&merged(&state("a"), &deleted)), None);
}

#[test]
fn evidence_deleted_in_one_tab_does_not_come_back_from_another_nor_from_a_backup() {
    let ladder = ladder();
    let of = ladder.expectation(&expectation_id("polite")).unwrap();
    let mut here = Assessment::default();
    here.put_evidence(of, &evidence_id("v"), evidence("A kind letter"), at(5));
    let elsewhere = here.clone();
    here.remove_evidence(of, &evidence_id("v"), at(6));
    here.prune(at(6 + Assessment::DELETIONS_KEPT));
    assert!(merged(&elsewhere, &here).answers().next().is_none());
}

#[test]
fn marks_of_deletion_are_dropped_after_400_days() {
    let ladder = ladder();
    let mut assessment = Assessment::default();
    rate(&mut assessment, &ladder, "polite", Rating::Sometimes, 5);
    assessment.forget(&expectation_id("polite"), at(6));
    assert_ne!(assessment, Assessment::default());
    assessment.prune(at(7 + Assessment::DELETIONS_KEPT));
    assert_eq!(assessment, Assessment::default());
}

#[test]
fn deleted_evidence_can_be_brought_back() {
    let ladder = ladder();
    let of = ladder.expectation(&expectation_id("polite")).unwrap();
    let mut here = Assessment::default();
    here.put_evidence(of, &evidence_id("v"), evidence("A kind letter"), at(5));
    let elsewhere = here.clone();
    here.remove_evidence(of, &evidence_id("v"), at(6));
    here.put_evidence(of, &evidence_id("v"), evidence("A kind letter"), at(6));
    assert!(merged(&elsewhere, &here).answer(&of.id).unwrap().has_evidence());
}

#[test]
fn what_is_said_again_keeps_the_moment_at_which_it_was_first_said() {
    let ladder = ladder();
    let mut assessment = Assessment::default();
    rate(&mut assessment, &ladder, "polite", Rating::Sometimes, 5);
    rate(&mut assessment, &ladder, "polite", Rating::Sometimes, 9);
    assert_eq!(assessment.latest(), at(5));
}

#[test]
fn the_account_of_a_backup_counts_what_is_new_changed_same_and_older() {
    let ladder = ladder();
    let mut here = Assessment::default();
    rate(&mut here, &ladder, "polite", Rating::Sometimes, 5);
    rate(&mut here, &ladder, "mentoring", Rating::Sometimes, 5);
    rate(&mut here, &ladder, "tickets-75", Rating::Sometimes, 5);
    let mut backup = here.clone();
    rate(&mut here, &ladder, "tickets-75", Rating::NotYet, 7);
    rate(&mut backup, &ladder, "mentoring", Rating::Consistently, 6);
    rate(&mut backup, &ladder, "tickets-90", Rating::NotYet, 6);
    assert_eq!(here.account(&backup), Account { new: 1, changed: 1, same: 1, older: 1, deleted: 0 });
}
