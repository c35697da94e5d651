//! Requirements of every kind, nested ones included.

use rungs_core::ladder::{Condition, Skillsets};

use crate::support::{ladder, level};

/// The conditions of a level of the bakery, with their ids, in words.
fn required(id: &str) -> Vec<String> {
    let bakery = ladder("bakery");
    let requirements = &level(&bakery, id).requirements;
    requirements.iter().map(|requirement| format!("{}: {}", requirement.id, requirement.condition)).collect()
}

#[test]
fn each_kind_of_requirement_is_read() {
    assert_eq!(
        required("baker"),
        [
            "one-year: 1 year at level 1",
            "doughs: mastery of at least 2 kinds of dough",
            "review: a successful peer review"
        ]
    );
    assert_eq!(
        required("master-baker"),
        ["need: a documented need for the role", "sourdough: mastery of sourdough", "own-word: Wants to teach."]
    );
}

#[test]
fn members_of_any_of_have_ids_former_ids_and_rules_of_their_own() {
    let bakery = ladder("bakery");
    let Condition::AnyOf(members) = &level(&bakery, "shift-lead").requirements[0].condition else {
        panic!("not an any-of")
    };
    assert_eq!(members[1].id.as_str(), "coached");
    assert_eq!(members[1].former_ids[0].as_str(), "trained");
    assert_eq!(members[1].rule.as_ref().unwrap().as_str(), "review");
}

#[test]
fn a_condition_can_depend_on_the_track_from_which_one_comes() {
    let bakery = ladder("bakery");
    let Condition::WhenComingFrom { track, then } = &level(&bakery, "shop-manager").requirements[1].condition else {
        panic!("not a when-coming-from")
    };
    assert_eq!(track.as_str(), "craft");
    let Condition::AnyOf(members) = &**then else { panic!("not an any-of") };
    assert_eq!(members[1].condition, Condition::TimeAtRank { rank: 3, months: 18 });
}

#[test]
fn a_named_skillset_is_apart_from_a_number_of_them() {
    let bakery = ladder("bakery");
    let condition = &level(&bakery, "master-baker").requirements[1].condition;
    assert_eq!(*condition, Condition::Mastery(Skillsets::Named("sourdough".into())));
}

#[test]
fn skillsets_to_choose_from_are_offered_in_the_authors_order() {
    let bakery = ladder("bakery");
    let Condition::Mastery(Skillsets::AtLeast { offers, .. }) = &level(&bakery, "baker").requirements[1].condition
    else {
        panic!("not a number of skillsets")
    };
    assert_eq!(*offers, ["rye", "wheat", "sourdough"]);
}
