//! Laws: more evidence never unmeets a requirement, time only moves toward met, and nothing entered stops the
//! evaluation.

use proptest::prelude::*;
use rungs_core::assessment::{Assessment, EvidenceId, Outcome, Post, Reply, Stint};
use rungs_core::case::{Career, Checked, State, Summary, Tenure, evaluate};
use rungs_core::date::Date;
use rungs_core::ladder::{Condition, Ladder, Requirement, Skillsets, TrackId};

use crate::fixture::{
    asking, at, day, elsewhere, entry_id, evidence, experience, master, name_skillset, opening, requirement, review,
    stint, waiver, word,
};

/// A level that asks for one of everything.
fn ladder() -> Ladder {
    let coached = Condition::AnyOf(vec![experience("coached"), experience("managed")]);
    let from_craft = Condition::WhenComingFrom { track: TrackId::parse("craft").unwrap(), then: Box::new(coached) };
    let doughs = Skillsets::AtLeast { count: 2, of: "doughs".into(), offers: vec![] };
    asking(vec![
        requirement("time", Condition::TimeAtRank { rank: 2, months: 12 }),
        requirement("doughs", Condition::Mastery(doughs)),
        requirement("sourdough", Condition::Mastery(Skillsets::Named("sourdough".into()))),
        requirement("people", from_craft),
        requirement("teach", Condition::Statement("wants to teach".into())),
        requirement("need", Condition::DocumentedNeed),
        requirement("review", Condition::PeerReview),
    ])
}

/// The requirements of `master`, nested ones included.
fn all(ladder: &Ladder) -> Vec<&Requirement> {
    let mut found: Vec<&Requirement> = Vec::new();
    for requirement in &master(ladder).requirements {
        found.push(requirement);
        if let Condition::AnyOf(branches) = requirement.condition.innermost() {
            found.extend(branches);
        }
    }
    found
}

/// Something that adds to what speaks for the user.
#[derive(Clone, Debug)]
enum More {
    Stint(u8, Stint),
    Named(usize, u8, String),
    Proven(usize, Option<u8>, u8, Date),
    Reviewed(usize, u8, Date, Outcome),
    Waived(usize),
    Affirmed(usize),
    Needed,
    At(Option<u8>),
}

fn some_day() -> impl Strategy<Value = Date> {
    let from = day("2023-01-01").day_number();
    (from..from + 1_500).prop_map(|number| Date::from_day_number(number).unwrap())
}

/// A stint that counts at rank 2.
fn stint_at_rank() -> impl Strategy<Value = Stint> {
    let post = prop_oneof![
        Just(stint("journeyman", "2020-01-01", None)),
        Just(stint("foreman", "2020-01-01", None)),
        Just(elsewhere(Some(2), "2020-01-01", None)),
    ];
    (post, some_day(), proptest::option::of(some_day())).prop_map(|(stint, from, until)| Stint { from, until, ..stint })
}

fn any_stint() -> impl Strategy<Value = Stint> {
    let other = prop_oneof![
        Just(stint("apprentice", "2020-01-01", None)),
        Just(stint("master", "2020-01-01", None)),
        Just(stint("artisan", "2020-01-01", None)),
        Just(elsewhere(None, "2020-01-01", None)),
    ];
    let other = (other, some_day(), proptest::option::of(some_day())).prop_map(|(stint, from, until)| Stint {
        from,
        until,
        ..stint
    });
    prop_oneof![stint_at_rank(), other]
}

fn more() -> impl Strategy<Value = More> {
    let outcome = (0..3usize).prop_map(|n| Outcome::ALL[n]);
    let of = 0..9usize;
    prop_oneof![
        (10..14u8, stint_at_rank()).prop_map(|(id, stint)| More::Stint(id, stint)),
        (of.clone(), 0..4u8, "[a-b ]{0,2}").prop_map(|(of, id, name)| More::Named(of, id, name)),
        (of.clone(), proptest::option::of(0..4u8), 0..3u8, some_day())
            .prop_map(|(of, skillset, id, date)| More::Proven(of, skillset, id, date)),
        (of.clone(), any::<u8>(), some_day(), outcome)
            .prop_map(|(of, id, date, outcome)| More::Reviewed(of, id, date, outcome)),
        of.clone().prop_map(More::Waived),
        of.prop_map(More::Affirmed),
        Just(More::Needed),
    ]
}

/// The same, and what may speak against the user.
fn anything() -> impl Strategy<Value = More> {
    prop_oneof![
        4 => more(),
        2 => (0..4u8, any_stint()).prop_map(|(id, stint)| More::Stint(id, stint)),
        1 => proptest::option::of(0..7u8).prop_map(More::At),
    ]
}

fn enter(assessment: &mut Assessment, ladder: &Ladder, more: &More) {
    let all = all(ladder);
    let of = |n: usize| all[n % all.len()];
    match more {
        More::Stint(id, stint) => {
            // Putting another in its place may take time away: only new ones add.
            let id = entry_id(&format!("s{id}"));
            if !assessment.stints().any(|(known, _)| *known == id) {
                assessment.set_stint(&id, Some(stint.clone()), at(1));
            }
        }
        More::Named(n, id, name) => {
            // Renaming may make two skillsets one: only new ones add.
            let id = format!("k{id}");
            if !assessment.requirement_answer(master(ladder), of(*n)).skillsets().any(|(known, _)| known.as_str() == id)
            {
                name_skillset(assessment, ladder, of(*n), &id, name);
            }
        }
        More::Proven(n, skillset, id, date) => {
            let skillset = skillset.map(|id| entry_id(&format!("k{id}")));
            let id = EvidenceId::parse(&format!("v{id}-{date}")).unwrap();
            let piece = Some(evidence(&date.to_string()));
            assessment.set_requirement_evidence(master(ladder), of(*n), skillset.as_ref(), &id, piece, at(1));
        }
        More::Reviewed(n, id, date, outcome) => {
            let id = entry_id(&format!("r{id}-{date}-{}", outcome.as_str()));
            assessment.set_review(master(ladder), of(*n), &id, Some(review(&date.to_string(), *outcome)), at(1));
        }
        More::Waived(n) => assessment.set_waiver(master(ladder), of(*n), Some(waiver("2024-01-01")), at(1)),
        More::Affirmed(n) => assessment.set_word(master(ladder), of(*n), Some(word(true)), at(1)),
        More::Needed => {
            assessment.set_opening(master(ladder), Some(opening(Reply::Yes, "2023-06-01")), at(1));
        }
        More::At(level) => {
            let level = level
                .map(|n| ladder.levels.get(usize::from(n)).map_or(crate::fixture::level_id("gone"), |l| l.id.clone()));
            assessment.set_present(level, at(1));
        }
    }
}

fn entered(ladder: &Ladder, deeds: &[More]) -> Assessment {
    let mut assessment = Assessment::default();
    deeds.iter().for_each(|more| enter(&mut assessment, ladder, more));
    assessment
}

/// The ids of everything that is met, alternatives included.
fn met(checked: &[Checked]) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for one in checked {
        ids.extend((one.state() == State::Met).then(|| one.requirement.id.to_string()));
        ids.extend(met(&one.branches));
    }
    ids
}

proptest! {
    #[test]
    fn what_is_met_stays_met_whatever_is_added(
        before in proptest::collection::vec(anything(), 0..24),
        added in proptest::collection::vec(more(), 1..6),
        today in some_day(),
    ) {
        let ladder = ladder();
        let mut assessment = entered(&ladder, &before);
        let met_before = met(&evaluate(&ladder, master(&ladder), &assessment, today));
        // A stint more may tell where one comes from: said once, it no longer does.
        let present = rungs_core::case::present_level(&ladder, &assessment, today).map(|level| level.id.clone());
        assessment.set_present(present.or(assessment.present().cloned()), at(9));
        added.iter().for_each(|more| enter(&mut assessment, &ladder, more));
        let met_after = met(&evaluate(&ladder, master(&ladder), &assessment, today));
        for id in met_before {
            prop_assert!(met_after.contains(&id), "{} is not met any more", id);
        }
    }

    #[test]
    fn time_only_moves_toward_met(
        entries in proptest::collection::vec(anything(), 0..24), one in some_day(), other in some_day(),
    ) {
        let ladder = ladder();
        let mut assessment = entered(&ladder, &entries);
        assessment.set_present(Some(crate::fixture::level_id("journeyman")), at(9));
        let met_on = |day| met(&evaluate(&ladder, master(&ladder), &assessment, day));
        let after = met_on(one.max(other));
        for id in met_on(one.min(other)) {
            prop_assert!(after.contains(&id), "{} is not met any more", id);
        }
    }

    #[test]
    fn months_are_complete_on_the_day_that_was_foretold(
        stints in proptest::collection::vec(any_stint(), 0..6), months in 1..30u32, today in some_day(),
    ) {
        let (ladder, assessment) = (ladder(), crate::fixture::career(stints));
        let career = Career::of(&ladder, &assessment, today);
        let tenure = Tenure::at(2, &career);
        let foretold = tenure.complete_on(months);
        prop_assert_eq!(tenure.months_on(today) >= months, foretold.is_some_and(|day| day <= today));
        if let Some(day) = foretold {
            let before = Date::from_day_number(day.day_number() - 1).unwrap();
            prop_assert!(tenure.months_on(day) >= months && tenure.months_on(before) < months);
        }
    }

    #[test]
    fn one_stint_has_the_months_of_the_calendar(from in some_day(), today in some_day()) {
        let (ladder, assessment) =
            (ladder(), crate::fixture::career(vec![Stint { from, ..stint("journeyman", "2020-01-01", None) }]));
        let tenure = Tenure::at(2, &Career::of(&ladder, &assessment, today.max(from)));
        prop_assert_eq!(tenure.months_on(today), from.months_until(today));
        prop_assert_eq!(tenure.complete_on(12), from.plus_months(12));
    }

    #[test]
    fn changing_tracks_at_one_rank_changes_nothing(from in some_day(), days in 1..400u32, months in 1..30u32) {
        let changed = Date::from_day_number(from.day_number() + days).unwrap();
        let (ladder, today) = (ladder(), day("2030-01-01"));
        let alone = crate::fixture::career(vec![Stint { from, ..stint("journeyman", "2020-01-01", None) }]);
        let both = crate::fixture::career(vec![
            Stint { from, ..stint("journeyman", "2020-01-01", None) },
            Stint { from: changed, ..stint("foreman", "2020-01-01", None) },
        ]);
        let complete = |assessment| Tenure::at(2, &Career::of(&ladder, assessment, today)).complete_on(months);
        prop_assert_eq!(complete(&alone), complete(&both));
    }

    #[test]
    fn every_sentence_can_be_said_whatever_was_entered(
        entries in proptest::collection::vec(anything(), 0..24),
        from in (0..=Date::LAST.day_number()), until in (0..=Date::LAST.day_number()),
        today in (0..=Date::LAST.day_number()),
    ) {
        let ladder = ladder();
        let day = |number| Date::from_day_number(number).unwrap();
        let mut assessment = entered(&ladder, &entries);
        let post = Post::Other { name: String::new(), rank: Some(2) };
        let odd = Stint { post, from: day(from), until: Some(day(until)), extra: Default::default() };
        assessment.set_stint(&entry_id("odd"), Some(odd), at(1));
        let summary = Summary::of(&ladder, master(&ladder), &assessment, day(today));
        for checked in &summary.requirements {
            let sentence = checked.finding.to_string();
            prop_assert!(!sentence.is_empty() && !sentence.contains("  ") && !sentence.contains(" %"));
        }
        for problem in Career::of(&ladder, &assessment, day(today)).problems {
            prop_assert!(problem.to_string().ends_with('.'));
        }
    }
}
