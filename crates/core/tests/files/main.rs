//! A catalogue as files: what is written comes back, names and hashes are those of the content, and what is damaged is
//! refused.

#[path = "../blank/mod.rs"]
mod blank;

use std::io::Read;

use flate2::read::GzDecoder;
use rungs_core::files::Listing;
use rungs_core::ladder::{
    Card, Catalogue, Condition, Expectation, Fact, Index, Ladder, LadderId, Level, Requirement, RequirementId, Site,
};
use rungs_core::search::SearchIndex;

/// A sentence that is longer than what a repetition costs.
const LONG: &str = "Says the same thing in so many words that nobody wants to read them twice over.";

/// A ladder in which the same texts stand in many places.
fn repetitive(id: &str) -> Ladder {
    let expectation = |id: &str, text: &str| Expectation {
        examples: vec![LONG.into(), String::new()],
        ..blank::expectation(id, "craft", text)
    };
    let condition = |text: &str| Condition::WhenComingFrom {
        track: blank::track("core", "", rungs_core::ladder::TrackKind::Core).id,
        then: Box::new(Condition::AnyOf(vec![requirement("x", Condition::Statement(text.into()))])),
    };
    let level = |id: &str| Level {
        summary: LONG.into(),
        facts: vec![
            Fact { name: "Team".into(), value: "Only here.".into() },
            Fact { name: "".into(), value: LONG.into() },
        ],
        requirements: vec![requirement("y", condition(LONG)), requirement("z", Condition::Experience("Once.".into()))],
        ..blank::level(id, 1)
    };
    Ladder {
        competencies: vec![blank::competency("craft")],
        expectations: vec![expectation("a", LONG), expectation("b", "Another."), expectation("c", LONG)],
        levels: vec![level("one"), level("two")],
        ..blank::ladder(id)
    }
}

fn requirement(id: &str, condition: Condition) -> Requirement {
    Requirement { id: RequirementId::parse(id).unwrap(), former_ids: vec![], rule: None, condition }
}

fn catalogue() -> Catalogue {
    let ladders = vec![repetitive("first"), blank::ladder("second")];
    let site = Site { name: "Rungs".into(), accent: None, imprint: None, address: None, repository: None };
    Catalogue { index: Index { site, themes: vec![], ladders: ladders.iter().map(Card::of).collect() }, ladders }
}

#[test]
fn a_text_that_stands_in_a_ladder_often_is_written_once_and_read_everywhere() {
    let ladder = repetitive("first");
    let bytes = ladder.encode().unwrap();
    assert_eq!(bytes.windows(LONG.len()).filter(|part| *part == LONG.as_bytes()).count(), 1);
    assert_eq!(Ladder::decode(&ladder.id, &bytes), Ok(ladder));
}

#[test]
fn the_bytes_of_another_ladder_and_damaged_ones_are_refused() {
    let ladder = repetitive("first");
    let bytes = ladder.encode().unwrap();
    assert!(Ladder::decode(&LadderId::parse("other").unwrap(), &bytes).is_err());
    for cut in 0..bytes.len() {
        assert!(Ladder::decode(&ladder.id, &bytes[..cut]).is_err(), "{cut} bytes");
    }
    for at in 0..bytes.len() {
        let mut bytes = bytes.clone();
        bytes[at] ^= 0x55;
        // Not all damage can be seen in the bytes, which is why files have hashes; but none makes the reader fall over.
        let _ = Ladder::decode(&ladder.id, &bytes);
    }
}

#[test]
fn the_index_names_the_file_of_each_ladder_by_its_content() {
    let catalogue = catalogue();
    let files = catalogue.files().unwrap();
    let listing = Listing::decode(&files.index.bytes).unwrap();
    assert_eq!(*listing.index, catalogue.index);
    for (ladder, (id, data)) in catalogue.ladders.iter().zip(&files.ladders) {
        assert_eq!(listing.file(id).as_ref(), Some(&data.file));
        assert_eq!(Ladder::decode(id, &data.bytes).as_ref(), Ok(ladder));
        assert!(data.file.name.starts_with(&format!("data-ladder-{id}-")), "{}", data.file.name);
        assert_eq!(
            (data.file.name.len(), data.file.integrity.len()),
            ("data-ladder--.bin".len() + id.as_str().len() + 16, 51)
        );
    }
    assert_eq!(listing.file(&LadderId::parse("third").unwrap()), None);
    assert_eq!(files.all().count(), 4);
    for data in files.all() {
        let mut unpacked = Vec::new();
        GzDecoder::new(&data.packed[..]).read_to_end(&mut unpacked).unwrap();
        assert_eq!(unpacked, data.bytes, "{}", data.file.name);
    }

    let mut changed = catalogue.clone();
    changed.ladders[1].name.push('!');
    let changed = changed.files().unwrap();
    assert_eq!(changed.ladders[0], files.ladders[0], "an unchanged ladder keeps its file");
    assert_ne!(changed.ladders[1].1.file, files.ladders[1].1.file);
}

#[test]
fn an_index_that_is_cut_short_or_changed_is_refused_or_read_without_falling_over() {
    let bytes = catalogue().files().unwrap().index.bytes;
    for cut in 0..bytes.len() {
        assert!(Listing::decode(&bytes[..cut]).is_err(), "{cut} bytes");
    }
    for at in 0..bytes.len() {
        let mut bytes = bytes.clone();
        bytes[at] ^= 0x55;
        if let Ok(listing) = Listing::decode(&bytes) {
            listing.index.ladders.iter().for_each(|card| drop(listing.file(&card.id)));
        }
    }
}

#[test]
fn the_search_index_of_a_file_is_the_one_that_a_page_would_make() {
    let catalogue = catalogue();
    let bytes = catalogue.files().unwrap().search.bytes;
    assert_eq!(SearchIndex::decode(&bytes), Ok(SearchIndex::build(&catalogue.ladders)));
    for cut in 0..bytes.len() {
        assert!(SearchIndex::decode(&bytes[..cut]).is_err(), "{cut} bytes");
    }
    for (at, bits) in (0..bytes.len()).flat_map(|at| [(at, 0x01), (at, 0x55), (at, 0x80), (at, 0xff)]) {
        let mut bytes = bytes.clone();
        bytes[at] ^= bits;
        if let Ok(index) = SearchIndex::decode(&bytes) {
            ["same", "e", "craft one"].iter().for_each(|query| drop((index.find(query, 9), index.suggest(query))));
        }
    }
}
