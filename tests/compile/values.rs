//! Everything else that a file can say, as it arrives in the model.

use rungs_core::ladder::{Bound, Quantity, RuleSubject, Status, TrackKind};

use crate::support::{compile, compile_valid, ladder, level, valid};

#[test]
fn a_ladder_says_what_it_is_and_where_it_comes_from() {
    let bakery = ladder("bakery");
    assert_eq!(bakery.version.to_string(), "2.1.0");
    assert_eq!(bakery.status, Status::Current);
    assert_eq!(bakery.effective.unwrap().to_string(), "2026-11-01");
    assert_eq!(bakery.former_ids[0].as_str(), "bread-shop");
    let source = bakery.source.as_ref().unwrap();
    assert_eq!(source.url.as_ref().unwrap().as_str(), "https://bakery.example/handbook");
    assert_eq!(source.notes.len(), 2);
}

#[test]
fn each_status_is_read() {
    let status = |id| ladder(id).status;
    assert_eq!((status("orchestra"), status("lighthouse")), (Status::Draft, Status::Retired));
}

#[test]
fn a_track_may_be_open_and_hold_two_roles_of_one_rank() {
    let bakery = ladder("bakery");
    let specials = &bakery.tracks[3];
    assert_eq!((specials.kind, specials.open_from), (TrackKind::Specialist, Some(2)));
    assert_eq!(level(&bakery, "cake-artist").rank, level(&bakery, "sourdough-keeper").rank);
    assert!(level(&bakery, "cake-artist").example);
}

#[test]
fn measures_have_bounds_below_above_and_both() {
    let bakery = ladder("bakery");
    let bound = |id: &str| {
        let expectation = bakery.expectations.iter().find(|expectation| expectation.id.as_str() == id).unwrap();
        expectation.measure.as_ref().unwrap().bound
    };
    let whole = |number| Quantity::whole(number).unwrap();
    assert_eq!(bound("sellable-80"), Bound::AtLeast(whole(80)));
    assert_eq!(bound("waiting-time-2-5"), Bound::AtMost(Quantity::thousandths(2_500).unwrap()));
    assert_eq!(bound("leads-shift"), Bound::Between(whole(2), whole(4)));
}

#[test]
fn an_expectation_has_examples_links_paragraphs_and_may_be_left_unrated() {
    let bakery = ladder("bakery");
    let find = |id: &str| bakery.expectations.iter().find(|expectation| expectation.id.as_str() == id).unwrap();
    let teaches = find("teaches");
    assert_eq!(teaches.examples.len(), 2);
    assert_eq!(teaches.links[1].url.as_str(), "mailto:guild@bakery.example");
    assert_eq!(teaches.text.split("\n\n").count(), 2);
    assert!(teaches.assessed && !find("other-duties").assessed);
}

#[test]
fn facts_groups_themes_and_rules_arrive_as_written() {
    let bakery = ladder("bakery");
    assert_eq!(level(&bakery, "apprentice").facts[1].value, "the hour");
    assert_eq!(bakery.competencies[1].group.as_deref(), Some("At the oven"));
    assert_eq!(bakery.competencies[1].themes.len(), 2);
    let rules = |id| bakery.rules_for(&level(&bakery, id).id).map(|rule| rule.id.to_string()).collect::<Vec<_>>();
    assert_eq!(rules("baker"), ["review"]);
    assert_eq!(rules("master-baker"), ["review", "need"]);
    let about = |subject| bakery.rules_about(subject, &level(&bakery, "baker").id).count();
    assert_eq!((about(RuleSubject::StartingReview), about(RuleSubject::Waiver)), (1, 0));
}

#[test]
fn the_index_lists_ladders_by_id_with_themes_and_site() {
    let index = valid().index;
    let ids: Vec<_> = index.ladders.iter().map(|card| card.id.as_str()).collect();
    assert_eq!(ids, ["bakery", "kiosk", "lighthouse", "mathaf", "orchestra", "toshokan"]);
    assert_eq!(index.themes[3].name, "Order and safety");
    assert_eq!(index.site.accent.as_deref(), Some("#2f6f5e"));
    assert_eq!(index.site.imprint.as_deref(), Some("Published for tests.\nNobody works here."));
}

#[test]
fn any_script_is_kept_to_the_letter() {
    assert_eq!(ladder("toshokan").name, "市立図書館 📚");
    let mathaf = ladder("mathaf");
    assert_eq!((mathaf.lang.as_str(), mathaf.levels[1].name.as_str()), ("ar", "مرشد أول"));
}

const KIOSK: &str = include_str!("../fixtures/ladders/kiosk.toml");

#[test]
fn a_date_may_be_written_as_a_text_too() {
    let ladder = compile_valid(&KIOSK.replace("lang =", "effective = \"2027-01-31\"\nlang ="));
    assert_eq!(ladder.effective.unwrap().to_string(), "2027-01-31");
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_do_no_harm() {
    let text = format!("\u{feff}{}", KIOSK.replace('\n', "\r\n"));
    assert!(!compile(&text).has_errors());
}

#[test]
fn without_a_site_file_the_site_has_a_name_all_the_same() {
    assert_eq!(compile(KIOSK).catalogue.unwrap().index.site.name, "Rungs");
}
