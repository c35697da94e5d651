//! `extends`, `drops`, `replaces`, `raises`: what holds at a level, and who states it.

use crate::support::{compile_valid, holdings, ladder, level};

#[test]
fn a_level_that_extends_another_holds_what_that_one_expects_and_knows_who_states_it() {
    assert_eq!(
        holdings(&ladder("bakery"), "baker"),
        [
            "oven-cleaned < apprentice",
            "sellable-95 < baker",
            "weighs-exactly < baker",
            "adjusts-times < baker",
            "saves-dough < baker",
            "answers < baker",
            "waiting-time-2-5 < baker",
            "other-duties < apprentice",
        ]
    );
}

#[test]
fn inheritance_goes_through_several_levels_and_keeps_the_first_origin() {
    assert_eq!(
        holdings(&ladder("bakery"), "master-baker"),
        [
            "sellable-95 < baker",
            "weighs-exactly < master-baker",
            "saves-dough < master-baker",
            "writes-recipes < master-baker",
            "answers < baker",
            "waiting-time-2-5 < baker",
            "teaches < master-baker",
        ]
    );
}

#[test]
fn what_is_dropped_does_not_hold() {
    let bakery = ladder("bakery");
    let keeper = holdings(&bakery, "sourdough-keeper");
    assert!(
        keeper.iter().all(|held| !held.starts_with("greets ") && !held.starts_with("waiting-time-5 ")),
        "{keeper:?}"
    );
}

#[test]
fn what_is_replaced_gives_its_place() {
    let lead = holdings(&ladder("bakery"), "shift-lead");
    assert!(lead.contains(&"leads-shift < shift-lead".to_owned()));
    assert!(lead.iter().all(|held| !held.starts_with("other-duties ")), "{lead:?}");
}

#[test]
fn a_level_may_raise_what_it_does_not_inherit() {
    let bakery = ladder("bakery");
    assert_eq!(holdings(&bakery, "shop-manager"), ["regulars < shop-manager", "leads-shop < shop-manager"]);
    let raised = bakery.expectations.iter().find(|expectation| expectation.id.as_str() == "leads-shop").unwrap();
    assert_eq!(raised.raises[0].as_str(), "leads-shift");
}

#[test]
fn ways_in_are_those_named_or_else_the_rank_below_on_the_same_track() {
    let bakery = ladder("bakery");
    let from = |id| level(&bakery, id).from.iter().map(|id| id.as_str().to_owned()).collect::<Vec<_>>();
    assert_eq!(from("apprentice"), [""; 0]);
    assert_eq!(from("shift-lead"), ["apprentice", "baker"]);
    assert_eq!(from("master-baker"), ["baker"], "the rank below");
    assert_eq!(from("sourdough-keeper"), [""; 0], "named as none");
    let orchestra = ladder("orchestra");
    assert_eq!(level(&orchestra, "leader").from[0].as_str(), "principal", "across a gap in the ranks");
}

const TRACKS: &str = r#"
format = 1
name = "T"
version = "1.0.0"
status = "current"
lang = "en"
summary = "T"
[[track]]
id = "core"
name = "Core"
kind = "core"
[[track]]
id = "other"
name = "Other"
kind = "individual"
[[competency]]
id = "c"
name = "C"
"#;

fn stated(level: &str, track: &str, rank: u8, more: &str, expects: &[(&str, &str)]) -> String {
    let mut text = format!("[[level]]\nid = \"{level}\"\nname = \"L\"\ntrack = \"{track}\"\nrank = {rank}\n{more}\n");
    for (id, more) in expects {
        text += &format!("[[level.expects]]\nid = \"{id}\"\ncompetency = \"c\"\ntext = \"{id}\"\n{more}\n");
    }
    text
}

#[test]
fn an_expectation_inherited_by_two_ways_appears_once() {
    let ladder = compile_valid(
        &[
            TRACKS.to_owned(),
            stated("a", "core", 1, "", &[("x", "")]),
            stated("b", "core", 2, "extends = [\"a\"]", &[("y", "")]),
            stated("c", "other", 2, "extends = [\"a\"]", &[("z", "")]),
            stated("d", "core", 3, "extends = [\"b\", \"c\"]", &[]),
        ]
        .concat(),
    );
    assert_eq!(holdings(&ladder, "d"), ["x < a", "y < b", "z < c"]);
}

#[test]
fn of_two_inherited_expectations_one_of_which_raises_the_other_only_the_higher_holds() {
    let ladder = compile_valid(
        &[
            TRACKS.to_owned(),
            stated("a", "core", 1, "", &[("x75", "")]),
            stated("b", "core", 2, "extends = [\"a\"]", &[("x90", "raises = [\"x75\"]")]),
            stated("c", "core", 3, "extends = [\"b\"]", &[("x95", "raises = [\"x90\"]")]),
            stated("d", "other", 4, "extends = [\"a\", \"c\"]", &[]),
        ]
        .concat(),
    );
    assert_eq!(holdings(&ladder, "d"), ["x95 < c"]);
}
