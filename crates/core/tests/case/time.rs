//! Time at a rank: months as the calendar has them, over stints and tracks.

use rungs_core::assessment::{Assessment, Stint};
use rungs_core::case::{Finding, State, TimeDoubt};
use rungs_core::ladder::{Condition, Ladder};

use crate::fixture::{TODAY, asking_for, career, day, elsewhere, first, found_on, level_id, stint};

/// A ladder that asks for so many months at rank 2.
fn asking(months: u16) -> Ladder {
    asking_for(Condition::TimeAtRank { rank: 2, months })
}

struct Case {
    name: &'static str,
    stints: Vec<Stint>,
    months: u16,
    today: &'static str,
    state: State,
    sentence: &'static str,
}

fn hold(cases: Vec<Case>) {
    for Case { name, stints, months, today, state, sentence } in cases {
        assert_eq!(found_on(&asking(months), &career(stints), today), (state, sentence.to_owned()), "{name}");
    }
}

fn open(from: &str) -> Stint {
    stint("journeyman", from, None)
}

fn closed(from: &str, until: &str) -> Stint {
    stint("journeyman", from, Some(until))
}

#[test]
fn one_stint_counts_to_the_same_day_of_a_later_month() {
    let case = |name, from, months, today, state, sentence| Case {
        name,
        stints: vec![open(from)],
        months,
        today,
        state,
        sentence,
    };
    use State::{Met, NotMet};
    hold(vec![
        case("on the way", "2026-03-14", 12, TODAY, NotMet, "8 of 12 months at level 2; met on 14 March 2027"),
        case("the day before", "2025-11-24", 12, TODAY, NotMet, "11 of 12 months at level 2; met on 24 November 2026"),
        case("on the day", "2025-11-23", 12, TODAY, Met, "12 of 12 months at level 2; met on 23 November 2026"),
        case("long ago", "2019-05-01", 12, TODAY, Met, "12 of 12 months at level 2; met on 1 May 2020"),
        case("today", TODAY, 1, TODAY, NotMet, "0 of 1 month at level 2; met on 23 December 2026"),
        case("a short month", "2026-01-31", 1, "2026-02-28", Met, "1 of 1 month at level 2; met on 28 February 2026"),
        case("not sooner", "2026-01-31", 1, "2026-02-27", NotMet, "0 of 1 month at level 2; met on 28 February 2026"),
        case(
            "a leap day",
            "2024-02-29",
            12,
            "2025-02-27",
            NotMet,
            "11 of 12 months at level 2; met on 28 February 2025",
        ),
        case("a leap year", "2023-03-01", 12, "2024-02-29", NotMet, "11 of 12 months at level 2; met on 1 March 2024"),
    ]);
}

#[test]
fn stints_and_tracks_add_up() {
    let case = |name, stints, months, state, sentence| Case { name, stints, months, today: TODAY, state, sentence };
    use State::{Met, NotMet};
    let foreman = |from| stint("foreman", from, None);
    hold(vec![
        case(
            "another track at the same rank goes on where the first stood",
            vec![open("2025-12-15"), foreman("2026-06-10")],
            12,
            NotMet,
            "11 of 12 months at level 2; met on 15 December 2026",
        ),
        case(
            "a gap counts for nothing",
            vec![closed("2024-01-01", "2024-06-30"), open("2026-05-01")],
            12,
            Met,
            "12 of 12 months at level 2; met on 1 November 2026",
        ),
        case(
            "days that two stints share count once",
            vec![closed("2025-01-01", "2025-06-30"), closed("2025-04-01", "2025-09-30")],
            9,
            Met,
            "9 of 9 months at level 2; met on 1 October 2025",
        ),
        case(
            "a level above ends the time",
            vec![open("2025-01-01"), stint("master", "2025-07-01", None)],
            12,
            NotMet,
            "6 of 12 months at level 2; no time is being added now",
        ),
        case(
            "coming back goes on",
            vec![
                stint("apprentice", "2020-01-01", None),
                open("2025-01-01"),
                stint("dean", "2025-07-01", Some("2026-08-31")),
                open("2026-09-01"),
            ],
            12,
            NotMet,
            "8 of 12 months at level 2; met on 4 March 2027",
        ),
        case(
            "elsewhere at that rank counts if the user says so",
            vec![elsewhere(Some(2), "2024-01-01", None)],
            24,
            Met,
            "24 of 24 months at level 2; met on 1 January 2026",
        ),
        case(
            "elsewhere without a rank ends the time",
            vec![open("2025-01-01"), elsewhere(None, "2025-03-01", Some("2025-12-31"))],
            12,
            NotMet,
            "2 of 12 months at level 2; no time is being added now",
        ),
        case(
            "time that will end too early",
            vec![closed("2026-03-14", "2026-12-31")],
            12,
            NotMet,
            "8 of 12 months at level 2; the time entered ends on 31 December 2026, before that is enough",
        ),
        case(
            "of two levels reached on one day the higher counts",
            vec![open("2025-01-01"), stint("master", "2025-01-01", None)],
            12,
            NotMet,
            "0 of 12 months at level 2; no time is being added now",
        ),
        case(
            "a rank above elsewhere is no hire above",
            vec![elsewhere(Some(4), "2010-01-01", None), open("2026-03-14")],
            12,
            NotMet,
            "8 of 12 months at level 2; met on 14 March 2027",
        ),
        case(
            "none at that rank",
            vec![stint("apprentice", "2025-01-01", None)],
            12,
            NotMet,
            "0 of 12 months at level 2; no time is being added now",
        ),
    ]);
}

#[test]
fn what_the_dates_cannot_tell_is_not_known() {
    let case =
        |name, stints, sentence| Case { name, stints, months: 12, today: TODAY, state: State::NotKnown, sentence };
    hold(vec![
        case("no dates at all", vec![], "0 of 12 months at level 2; you have not entered when you reached your levels"),
        case(
            "nothing but the future",
            vec![open("2026-11-24")],
            "0 of 12 months at level 2; you have not entered when you reached your levels",
        ),
        case(
            "hired above",
            vec![stint("master", "2020-01-01", None)],
            "0 of 12 months at level 2; your dates on this ladder begin higher, at level 3, and only your organisation \
             can say what that means",
        ),
        case(
            "hired above, whatever came before elsewhere",
            vec![elsewhere(None, "2010-01-01", None), stint("dean", "2020-01-01", None)],
            "0 of 12 months at level 2; your dates on this ladder begin higher, at level 4, and only your organisation \
             can say what that means",
        ),
        case(
            "a level that is gone",
            vec![stint("artisan", "2020-01-01", None), open("2026-08-01")],
            "3 of 12 months at level 2; met on 1 August 2027 at the latest; your dates name the level artisan, which is \
             no longer in this ladder",
        ),
        case(
            "hired above, and there since",
            vec![stint("master", "2020-01-01", None), open("2026-03-14")],
            "8 of 12 months at level 2; met on 14 March 2027 at the latest; your dates on this ladder begin higher, at \
             level 3, and only your organisation can say what that means",
        ),
        case(
            "hired above, after a lower rank elsewhere",
            vec![elsewhere(Some(1), "2010-01-01", None), stint("master", "2020-01-01", None)],
            "0 of 12 months at level 2; your dates on this ladder begin higher, at level 3, and only your organisation \
             can say what that means",
        ),
    ]);
}

#[test]
fn what_is_enough_is_enough_whatever_else_is_not_known() {
    let met = |stints: Vec<Stint>| found_on(&asking(12), &career(stints), TODAY).0 == State::Met;
    assert!(met(vec![stint("master", "2018-01-01", None), open("2020-01-01")]), "hired above, then a year there");
    assert!(met(vec![stint("artisan", "2018-01-01", None), open("2020-01-01")]), "a level that is gone");
}

#[test]
fn a_level_counts_under_its_former_id() {
    let mut ladder = asking(12);
    ladder.levels[1].former_ids = vec![level_id("artisan")];
    let assessment = career(vec![stint("artisan", "2020-01-01", None)]);
    assert_eq!(found_on(&ladder, &assessment, TODAY).0, State::Met);
}

#[test]
fn the_reason_is_there_as_data() {
    let (ladder, assessment) = (asking(12), career(vec![open("2026-03-14")]));
    let Finding::Time(time) = first(&ladder, &assessment).finding else { panic!() };
    assert_eq!((time.rank, time.asked, time.served, time.doubt), (2, 12, 8, None));
    assert_eq!(time.met_on, Some(day("2027-03-14")));
    let nothing = Assessment::default();
    let Finding::Time(time) = first(&ladder, &nothing).finding else { panic!() };
    assert_eq!((time.met_on, time.doubt), (None, Some(TimeDoubt::NoDates)));
}

#[test]
fn time_that_no_calendar_holds_is_never_met() {
    let (ladder, assessment) = (asking(u16::MAX), career(vec![open("9998-01-01"), closed("0001-01-01", "0001-01-02")]));
    assert_eq!(found_on(&ladder, &assessment, "9999-12-31").0, State::NotMet);
}

#[test]
fn a_day_more_takes_nothing_away_though_months_differ_in_length() {
    let february = closed("2026-02-01", "2026-02-28");
    let met = |stints: Vec<Stint>| found_on(&asking(1), &career(stints), TODAY);
    let sentence = "1 of 1 month at level 2; met on 1 March 2026";
    assert_eq!(met(vec![february.clone()]), (State::Met, sentence.into()));
    let january = closed("2025-01-01", "2025-01-01");
    assert_eq!(met(vec![january, february]), (State::Met, sentence.into()));
}
