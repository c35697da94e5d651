//! An id that goes away stays known.

use crate::support::{ladder, level, valid};

#[test]
fn ladders_levels_competencies_expectations_and_requirements_keep_their_former_ids() {
    let bakery = ladder("bakery");
    assert_eq!(bakery.former_ids[0].as_str(), "bread-shop");
    assert_eq!(level(&bakery, "baker").former_ids[0].as_str(), "journeyman");
    let guests = bakery.competencies.iter().find(|competency| competency.id.as_str() == "guests").unwrap();
    assert_eq!(guests.former_ids[0].as_str(), "customers");
    let swept = bakery.expectations.iter().find(|expectation| expectation.id.as_str() == "oven-cleaned").unwrap();
    assert_eq!(swept.former_ids[0].as_str(), "oven-swept");
    assert_eq!(level(&bakery, "baker").requirements[1].former_ids[0].as_str(), "dough-kinds");
}

#[test]
fn the_index_knows_former_ids_without_a_ladders_body() {
    let index = valid().index;
    let card = index.ladders.iter().find(|card| card.id.as_str() == "bakery").unwrap();
    assert_eq!(card.former_ids[0].as_str(), "bread-shop");
    assert_eq!(card.levels[1].former_ids[0].as_str(), "journeyman");
}
