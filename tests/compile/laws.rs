//! Laws that hold for every ladder: inheritance, the journey through bytes, and that no text whatever
//! makes the compiler fall over.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use rungs_core::ladder::{Contents, Ladder};

use crate::support::{compile, compile_valid, valid};

/// One level of a random ladder: whom it extends, what it raises, replaces and drops, by chance numbers
/// that are brought into range where the text is written.
#[derive(Clone, Debug)]
struct Plan {
    extends: BTreeSet<usize>,
    raises: Vec<usize>,
    replaces: Option<usize>,
    drops: Option<usize>,
}

fn plans() -> impl Strategy<Value = Vec<Plan>> {
    let plan = (
        proptest::collection::btree_set(0..8_usize, 0..3),
        proptest::collection::vec(0..16_usize, 0..2),
        proptest::option::of(0..16_usize),
        proptest::option::of(0..16_usize),
    );
    let plan = plan.prop_map(|(extends, raises, replaces, drops)| Plan { extends, raises, replaces, drops });
    proptest::collection::vec(plan, 1..8)
}

/// A ladder of levels `l0`, `l1`, … of rising rank, each with the two expectations `l0-a`, `l0-b`.
/// `inherited` says what each level inherits, as it was found for the levels before.
fn text_of(plans: &[Plan], turned: bool, inherited: &BTreeMap<usize, Vec<String>>) -> String {
    let mut text = String::from(
        "format = 1\nname = \"T\"\nversion = \"1.0.0\"\nstatus = \"current\"\nlang = \"en\"\nsummary = \"T\"\n\
         [[track]]\nid = \"t\"\nname = \"T\"\nkind = \"core\"\n[[competency]]\nid = \"c\"\nname = \"C\"\n",
    );
    let list = |ids: &[String]| ids.iter().map(|id| format!("\"{id}\"")).collect::<Vec<_>>().join(", ");
    for (level, plan) in plans.iter().enumerate() {
        let mut extends: Vec<String> = parents(plan, level).into_iter().map(|parent| format!("l{parent}")).collect();
        if turned {
            extends.reverse();
        }
        let pick = |at: Option<usize>| {
            let known = inherited.get(&level)?;
            at.filter(|_| !known.is_empty()).map(|at| known[at % known.len()].clone())
        };
        let drops: Vec<String> = pick(plan.drops).into_iter().collect();
        let replaces: Vec<String> = pick(plan.replaces).into_iter().collect();
        let raises: BTreeSet<String> =
            plan.raises.iter().filter(|_| level > 0).map(|at| format!("l{}-a", at % level)).collect();
        let raises: Vec<String> = raises.into_iter().collect();
        text += &format!(
            "[[level]]\nid = \"l{level}\"\nname = \"L\"\ntrack = \"t\"\nrank = {level}\nextends = [{}]\ndrops = [{}]\n\
             [[level.expects]]\nid = \"l{level}-a\"\ncompetency = \"c\"\ntext = \"a{level}\"\nraises = [{}]\n\
             [[level.expects]]\nid = \"l{level}-b\"\ncompetency = \"c\"\ntext = \"b{level}\"\nreplaces = [{}]\n",
            list(&extends),
            list(&drops),
            list(&raises),
            list(&replaces),
        );
    }
    text
}

fn parents(plan: &Plan, level: usize) -> BTreeSet<usize> {
    plan.extends.iter().filter(|_| level > 0).map(|parent| parent % level).collect()
}

/// Compiles the plan level by level, so that each knows what it can drop and replace.
fn ladder_of(plans: &[Plan], turned: bool) -> Ladder {
    let mut inherited = BTreeMap::new();
    for level in 0..plans.len() {
        let ladder = compile_valid(&text_of(&plans[..=level], false, &inherited));
        let mut known = BTreeSet::new();
        for parent in parents(&plans[level], level) {
            known.extend(ladder.holdings(&ladder.levels[parent]).map(|holding| holding.expectation.id.to_string()));
        }
        inherited.insert(level, known.into_iter().collect());
    }
    compile_valid(&text_of(plans, turned, &inherited))
}

/// What holds at each level, without the order.
fn sets(ladder: &Ladder) -> Vec<BTreeSet<(String, String)>> {
    let of_level = |level| {
        let pairs = ladder.holdings(level).map(|held| (held.expectation.id.to_string(), held.origin.to_string()));
        pairs.collect()
    };
    ladder.levels.iter().map(of_level).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn each_expectation_is_held_at_most_once_and_what_a_level_states_always_holds(plans in plans()) {
        let ladder = ladder_of(&plans, false);
        for level in &ladder.levels {
            let ids: Vec<_> = ladder.holdings(level).map(|held| held.expectation.id.to_string()).collect();
            prop_assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
            let has_own = ["a", "b"].iter().all(|own| ids.contains(&format!("{}-{own}", level.id)));
            prop_assert!(has_own, "{:?}", ids);
        }
    }

    #[test]
    fn nothing_dropped_raised_or_replaced_holds(plans in plans()) {
        let ladder = ladder_of(&plans, false);
        for level in &ladder.levels {
            for held in ladder.holdings(level) {
                prop_assert!(!level.drops.contains(&held.expectation.id));
                for other in ladder.holdings(level) {
                    prop_assert!(!other.expectation.raises.contains(&held.expectation.id));
                    prop_assert!(!other.expectation.replaces.contains(&held.expectation.id));
                }
            }
        }
    }

    #[test]
    fn what_holds_does_not_depend_on_the_order_of_extends(plans in plans()) {
        prop_assert_eq!(sets(&ladder_of(&plans, false)), sets(&ladder_of(&plans, true)));
    }

    #[test]
    fn whatever_holds_is_stated_by_the_level_itself_or_held_by_one_that_it_extends(plans in plans()) {
        let ladder = ladder_of(&plans, false);
        let sets = sets(&ladder);
        for (level, set) in ladder.levels.iter().zip(&sets) {
            for held in set.iter().filter(|(_, origin)| *origin != level.id.to_string()) {
                let parents = ladder.levels.iter().zip(&sets).filter(|(other, _)| level.extends.contains(&other.id));
                prop_assert!(parents.into_iter().any(|(_, parent)| parent.contains(held)));
            }
        }
    }

    #[test]
    fn no_text_makes_the_compiler_fall_over(text in "\\PC*") {
        compile(&text).diagnostics.iter().for_each(|diagnostic| drop(diagnostic.render(&[])));
    }

    #[test]
    fn no_mangled_ladder_makes_the_compiler_fall_over(at in 0..6000_usize, cut in 0..40_usize, put in "[\\PC\n]{0,8}") {
        let mut text = include_str!("../fixtures/ladders/bakery.toml").to_owned();
        let boundary = |at: usize| (at..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
        let (start, end) = (boundary(at.min(text.len())), boundary((at + cut).min(text.len())));
        text.replace_range(start..end, &put);
        let file = rungs_core::ladder::diagnostic::Input { path: "test.toml".into(), text: text.clone() };
        for diagnostic in compile(&text).diagnostics {
            prop_assert!(!diagnostic.render(std::slice::from_ref(&file)).is_empty());
        }
    }

    #[test]
    fn no_damaged_bytes_make_the_decoder_fall_over(at in 0..4000_usize, put in any::<u8>(), cut in 0..4000_usize) {
        let mut blobs = valid().encode().unwrap();
        let contents = Contents::decode(&blobs.index).unwrap();
        let place = at % blobs.bodies.len();
        blobs.bodies[place] = put;
        blobs.bodies.truncate(blobs.bodies.len().saturating_sub(cut.saturating_sub(3000)));
        for position in 0..contents.index.ladders.len() {
            if let Ok(ladder) = contents.ladder(position, &blobs.bodies) {
                ladder.levels.iter().for_each(|level| assert!(ladder.holdings(level).count() < 100));
            }
        }
        let place = at % blobs.index.len();
        blobs.index[place] = put;
        let _ = Contents::decode(&blobs.index);
    }
}

#[test]
fn a_catalogue_comes_back_from_its_bytes_as_it_was() {
    let catalogue = valid();
    let blobs = catalogue.encode().unwrap();
    let contents = Contents::decode(&blobs.index).unwrap();
    assert_eq!(*contents.index, catalogue.index);
    for (position, ladder) in catalogue.ladders.iter().enumerate() {
        assert_eq!(contents.ladder(position, &blobs.bodies).as_ref(), Ok(ladder));
    }
}

#[test]
fn bytes_that_are_not_a_catalogue_are_refused_in_a_sentence() {
    let error = Contents::decode(b"<!doctype html>").unwrap_err();
    assert_eq!(
        error.to_string(),
        "the data of this site is damaged: a file did not arrive whole, or belongs to another release"
    );
}
