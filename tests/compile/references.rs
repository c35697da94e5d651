//! Links and answers hold on to ids: nothing in a compiled catalogue names what is not there.

use std::collections::BTreeSet;

use crate::support::valid;

#[test]
fn every_id_used_in_the_valid_fixtures_is_defined() {
    let catalogue = valid();
    let themes: BTreeSet<_> = catalogue.index.themes.iter().map(|theme| &theme.id).collect();
    for ladder in &catalogue.ladders {
        for competency in &ladder.competencies {
            assert!(competency.themes.iter().all(|theme| themes.contains(theme)));
        }
        for expectation in &ladder.expectations {
            assert!(ladder.competency(&expectation.competency).is_some());
            assert!(expectation.raises.iter().chain(&expectation.replaces).all(|id| ladder.expectation(id).is_some()));
        }
        for level in &ladder.levels {
            assert!(ladder.track(&level.track).is_some());
            assert!(level.extends.iter().chain(&level.from).all(|id| ladder.level(id).is_some()));
            assert!(level.holds.iter().all(|held| ladder.level(&held.origin).is_some()));
        }
    }
}
