//! What the generator writes compiles without a word, and is as large as it says.

use std::collections::BTreeSet;

use rungs_core::ladder::compile::{Compiled, catalogue as compile};
use rungs_core::ladder::diagnostic::Input;
use rungs_core::ladder::{Catalogue, Ladder};
use rungs_generator::{File, catalogue, framework};

fn compiled(files: &[File]) -> Catalogue {
    let input = |file: &File| Input { path: file.name.clone(), text: file.text.clone() };
    let inputs: Vec<Input> = files.iter().map(input).collect();
    let [site, themes, ladders @ ..] = inputs.as_slice() else { panic!("the shared files come first") };
    let Compiled { catalogue, diagnostics } = compile(Some(site), themes, ladders);
    let said: Vec<String> = diagnostics.iter().take(3).map(|diagnostic| diagnostic.render(&inputs)).collect();
    assert!(said.is_empty(), "{}", said.join("\n"));
    catalogue.expect("a folder without an error is a catalogue")
}

#[test]
fn a_catalogue_has_as_many_ladders_as_asked_for_each_of_an_ordinary_size() {
    for count in [3, 100] {
        let ladders = compiled(&catalogue(count, 1)).ladders;
        assert_eq!(ladders.len(), count);
        for Ladder { levels, competencies, expectations, .. } in &ladders {
            assert!((4..=12).contains(&levels.len()) && (6..=12).contains(&competencies.len()));
            assert!((40..=120).contains(&expectations.len()));
        }
        assert!(ladders.iter().any(|ladder| ladder.expectations.iter().any(|stated| !stated.raises.is_empty())));
    }
}

#[test]
fn the_framework_has_exactly_the_size_of_the_one_that_was_seen() {
    let ladders = compiled(&framework(1)).ladders;
    let [ladder] = ladders.as_slice() else { panic!("one ladder") };
    assert_eq!((ladder.tracks.len(), ladder.levels.len(), ladder.competencies.len()), (52, 205, 188));
    let cells = ladder
        .levels
        .iter()
        .flat_map(|level| ladder.holdings(level).map(move |held| (&level.id, &held.expectation.competency)));
    assert_eq!(cells.collect::<BTreeSet<_>>().len(), 1800);
    let texts: Vec<&str> = ladder.expectations.iter().map(|stated| stated.text.as_str()).collect();
    assert_eq!(texts.iter().map(|text| text.split_whitespace().count()).sum::<usize>(), 64_000);
    assert!(texts.iter().collect::<BTreeSet<_>>().len() < 800, "texts repeat");
    assert!(texts.iter().any(|text| text.split_whitespace().count() == 300), "one cell is long");
}

#[test]
fn the_same_seed_gives_the_same_files_and_more_ladders_leave_the_first_ones_as_they_are() {
    assert_eq!(framework(7), framework(7));
    let (few, many) = (catalogue(3, 7), catalogue(5, 7));
    assert_eq!(few[2..], many[2..5]);
    assert_ne!(few[2..], catalogue(3, 8)[2..]);
}
