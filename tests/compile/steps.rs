//! Steps of a competency, named by levels.

use rungs_core::ladder::CompetencyId;

use crate::support::{compile_valid, holdings, ladder, level};

#[test]
fn a_step_states_what_it_keeps_and_then_its_own() {
    let bakery = ladder("bakery");
    let dough = bakery.competency(&CompetencyId::parse("dough").unwrap()).unwrap();
    let statements = |step: usize| {
        let ids = dough.steps[step].statements.iter().map(|&at| bakery.expectations[at as usize].id.as_str());
        ids.collect::<Vec<_>>()
    };
    assert_eq!(statements(0), ["weighs-exactly", "keeps-times"]);
    assert_eq!(statements(1), ["weighs-exactly", "adjusts-times", "saves-dough"]);
    assert_eq!(statements(2), ["weighs-exactly", "saves-dough", "writes-recipes"]);
}

#[test]
fn the_step_of_a_level_is_found_with_its_name() {
    let bakery = ladder("bakery");
    let name = |id, competency| {
        bakery.step(level(&bakery, id), &CompetencyId::parse(competency).unwrap()).map(|step| step.name.clone())
    };
    assert_eq!(name("baker", "dough"), Some(Some("By judgement".to_owned())));
    assert_eq!(name("master-baker", "dough"), Some(None), "a step without a name");
    assert_eq!(name("shop-manager", "dough"), None);
    assert_eq!(name("baker", "baking"), None, "no steps");
}

#[test]
fn a_statement_knows_the_step_that_first_states_it() {
    let bakery = ladder("bakery");
    let kept = bakery.expectations.iter().find(|expectation| expectation.id.as_str() == "saves-dough").unwrap();
    let place = kept.step.as_ref().unwrap();
    assert_eq!((place.id.as_str(), place.order), ("judgement", 1));
}

#[test]
fn two_levels_may_name_one_step_and_no_step_is_an_empty_cell() {
    let orchestra = ladder("orchestra");
    let listening = CompetencyId::parse("listening").unwrap();
    let cell = |id| orchestra.cell(level(&orchestra, id), &listening).count();
    assert_eq!(cell("substitute"), 0);
    assert_eq!(holdings(&orchestra, "player")[2], "hears-neighbours < player");
    assert_eq!(holdings(&orchestra, "principal")[2], "hears-neighbours < principal");
}

#[test]
fn a_level_may_raise_a_statement_of_the_step_that_it_names() {
    let text = include_str!("../fixtures/ladders/orchestra.toml").to_owned()
        + "[[level.expects]]\nid = \"leads-rehearsals\"\ncompetency = \"leading\"\n\
           text = \"Leads rehearsals of the section.\"\nraises = [\"sets-bowings\"]\n";
    let leader = holdings(&compile_valid(&text), "leader");
    assert!(leader.contains(&"leads-rehearsals < leader".to_owned()));
    assert!(leader.iter().all(|held| !held.starts_with("sets-bowings ")), "{leader:?}");
}

#[test]
fn a_level_may_name_a_lower_step_than_the_level_that_it_extends() {
    let text = include_str!("../fixtures/ladders/orchestra.toml").to_owned()
        + "[[level]]\nid = \"guest\"\nname = \"Guest\"\ntrack = \"desk\"\nrank = 5\nextends = [\"leader\"]\n\
           steps = { playing = \"section\" }\n";
    assert_eq!(
        holdings(&compile_valid(&text), "guest"),
        ["plays-in-tune < guest", "plays-in-time < guest", "hears-all < leader", "sets-bowings < leader"]
    );
}

#[test]
fn a_level_knows_the_steps_that_it_names_in_the_order_of_the_competencies() {
    let orchestra = ladder("orchestra");
    let steps = &level(&orchestra, "leader").steps;
    let named: Vec<_> = steps.iter().map(|(competency, step)| (competency.as_str(), step.as_str())).collect();
    assert_eq!(named, [("playing", "solo"), ("listening", "far"), ("leading", "bowings")]);
}
