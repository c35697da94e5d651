//! One sight, one address.

use std::num::NonZeroU16;

use proptest::prelude::*;
use rungs_core::ladder::{CompetencyId, ExpectationId, LadderId, LevelId, RequirementId, RuleId, ThemeId, TrackId};
use rungs_core::route::{Anchor, Base, Columns, LevelRef, Own, Place, Route, Show, Target, View, parse, resolve};

use super::catalogue::{address, base, index, level_ref, open};

#[test]
fn every_page_has_the_address_of_the_table() {
    let ladder = || LadderId::parse("design").unwrap();
    let compare = |levels: &[&str]| Route::Compare(levels.iter().map(|text| level_ref(text)).collect());
    let cases = [
        (Route::Ladders, "/rungs/"),
        (Route::MoreLadders(NonZeroU16::MIN), "/rungs/more/1/"),
        (Route::Ladder(ladder()), "/rungs/ladders/design/"),
        (Route::Level(level_ref("design.designer")), "/rungs/ladders/design/designer/"),
        (compare(&[]), "/rungs/compare/"),
        (compare(&["a.b"]), "/rungs/compare/?with=a.b"),
        (compare(&["a.b", "a.c"]), "/rungs/compare/a/b/c/"),
        (compare(&["a.b", "c.b"]), "/rungs/compare/?with=a.b&with=c.b"),
        (compare(&["a.b", "a.c", "a.d"]), "/rungs/compare/?with=a.b&with=a.c&with=a.d"),
        (Route::AssessChoice, "/rungs/assess/"),
        (Route::Assess(ladder()), "/rungs/assess/design/"),
        (Route::Own(Own::Plan, ladder()), "/rungs/plan/design/"),
        (Route::Own(Own::Case, ladder()), "/rungs/case/design/"),
        (Route::Own(Own::History, ladder()), "/rungs/history/design/"),
        (Route::Growth, "/rungs/growth/"),
        (Route::Journal, "/rungs/journal/"),
        (Route::CheckIn, "/rungs/check-in/"),
        (Route::Data, "/rungs/data/"),
        (Route::About, "/rungs/about/"),
    ];
    for (route, expected) in cases {
        assert_eq!(Place::from(route).print(&base()), expected);
    }
}

#[test]
fn view_and_anchor_follow_the_page() {
    let id = |text| CompetencyId::parse(text).unwrap();
    let place = Place {
        route: Route::Compare(["a.b", "a.c"].map(level_ref).into_iter().collect()),
        view: View { show: Some(Show::Changes), track: None, competencies: vec![id("casework"), id("craft")] },
        anchor: Some(Anchor::of_ladder(
            Target::Expectation(ExpectationId::parse("unaided-90").unwrap()),
            LadderId::parse("a").unwrap(),
        )),
    };
    let expected = "/compare/a/b/c/?show=changes&competency=casework&competency=craft#expectation-a.unaided-90";
    assert_eq!(place.print(&Base::new("/")), expected);
}

#[test]
fn a_base_begins_and_ends_with_a_slash() {
    for (text, base) in [("", "/"), ("/", "/"), ("rungs", "/rungs/"), ("/a//b", "/a/b/"), (" /rungs/ ", "/rungs/")] {
        assert_eq!(Base::new(text).as_str(), base);
    }
}

#[test]
fn other_spellings_lead_to_the_one_address() {
    let cases = [
        ("", "/"),
        ("/index.html", "/"),
        ("/ladders/", "/"),
        ("/ladders/design", "/ladders/design/"),
        ("//ladders///DESIGN/index.html", "/ladders/design/"),
        ("/ladders/design/?utm_source=mail&show=whole&x", "/ladders/design/?show=whole"),
        ("/ladders/de%73ign/", "/ladders/design/"),
        ("/data/?show=changes", "/data/"),
        ("/Case/Design", "/case/design/"),
        ("/check-in/?person=7", "/check-in/"),
        ("/ladders/design/?track=Core&show=whole", "/ladders/design/?show=whole&track=core"),
        ("/ladders/design/designer/?track=core", "/ladders/design/designer/"),
        ("/about/#main", "/about/"),
        ("/compare/design/designer", "/compare/?with=design.designer"),
        ("/compare/?show=side-by-side&with=design.designer", "/compare/?with=design.designer&show=whole"),
        (
            "/compare/?with=customer-engineering.manager&amp;with=customer-engineering.team-lead",
            "/compare/customer-engineering/manager/team-lead/",
        ),
        (
            "/compare/customer-engineering/manager/team-lead/?with=design.designer",
            "/compare/?with=customer-engineering.manager&with=customer-engineering.team-lead&with=design.designer",
        ),
    ];
    for (link, expected) in cases {
        assert_eq!(address(link), expected, "{link}");
        assert!(open(link).problems.is_empty(), "{link}");
    }
}

#[test]
fn former_ids_lead_to_the_present_ones() {
    assert_eq!(address("/ladders/tech-support/engineer-two/"), "/ladders/customer-engineering/senior-engineer/");
    assert_eq!(address("/assess/tech-support/"), "/assess/customer-engineering/");
    assert_eq!(
        address("/compare/tech-support/engineer-two/manager/?show=changes"),
        "/compare/customer-engineering/senior-engineer/manager/?show=changes"
    );
}

fn id() -> impl Strategy<Value = String> {
    "[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,2}"
}

fn ladder_id() -> impl Strategy<Value = LadderId> {
    id().prop_map(|id| LadderId::parse(&id).unwrap())
}

fn any_level() -> impl Strategy<Value = LevelRef> {
    (ladder_id(), id()).prop_map(|(ladder, id)| LevelRef::new(ladder, LevelId::parse(&id).unwrap()))
}

fn any_route() -> impl Strategy<Value = Route> {
    let same_ladder = (ladder_id(), proptest::collection::vec(id(), 0..=4)).prop_map(|(ladder, ids)| {
        ids.iter().map(|id| LevelRef::new(ladder.clone(), LevelId::parse(id).unwrap())).collect::<Columns>()
    });
    prop_oneof![
        Just(Route::Ladders),
        any::<NonZeroU16>().prop_map(Route::MoreLadders),
        Just(Route::AssessChoice),
        Just(Route::Growth),
        Just(Route::Journal),
        Just(Route::CheckIn),
        Just(Route::Data),
        Just(Route::About),
        (prop::sample::select(&Own::ALL), ladder_id()).prop_map(|(own, ladder)| Route::Own(own, ladder)),
        ladder_id().prop_map(Route::Ladder),
        ladder_id().prop_map(Route::Assess),
        any_level().prop_map(Route::Level),
        same_ladder.prop_map(Route::Compare),
        proptest::collection::vec(any_level(), 0..=5).prop_map(|levels| Route::Compare(levels.into())),
    ]
}

fn any_anchor() -> impl Strategy<Value = Anchor> {
    let target = prop_oneof![
        id().prop_map(|id| Target::Competency(CompetencyId::parse(&id).unwrap())),
        id().prop_map(|id| Target::Expectation(ExpectationId::parse(&id).unwrap())),
        id().prop_map(|id| Target::Requirement(RequirementId::parse(&id).unwrap())),
        id().prop_map(|id| Target::Rule(RuleId::parse(&id).unwrap())),
        id().prop_map(|id| Target::Theme(ThemeId::parse(&id).unwrap())),
    ];
    (proptest::option::of(ladder_id()), target).prop_map(|(ladder, target)| Anchor { ladder, target })
}

prop_compose! {
    fn any_place()(
        route in any_route(),
        show in proptest::option::of(prop_oneof![Just(Show::Changes), Just(Show::Whole)]),
        track in proptest::option::of(id()),
        competencies in proptest::collection::btree_set(id(), 0..4),
        anchor in proptest::option::of(any_anchor()),
    ) -> Place {
        let competencies = competencies.iter().map(|id| CompetencyId::parse(id).unwrap()).collect();
        let track = track.map(|id| TrackId::parse(&id).unwrap());
        Place { route, view: View { show, track, competencies }, anchor }.canonical()
    }
}

/// Path, query and fragment, as the browser's location parts them.
fn part(link: &str) -> (&str, &str, &str) {
    let (rest, fragment) = link.split_once('#').unwrap_or((link, ""));
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    (path, query, fragment)
}

proptest! {
    #[test]
    fn printing_and_reading_round_trip(place in any_place(), below in "(/[a-z0-9]{1,5}){0,2}") {
        let base = Base::new(&below);
        let link = place.print(&base);
        let (path, query, fragment) = part(&link);
        prop_assert_eq!(parse(&base, path, query, fragment).place(), Some(place));
    }

    #[test]
    fn any_text_is_read_without_panic_and_its_address_is_canonical(
        path in any::<String>(),
        query in "(\\PC{0,20}|&with=|with=|&|=|%|customer-engineering|\\.|senoir-engineer|show=){0,12}",
        fragment in "\\PC{0,20}|expectation-\\PC{0,9}",
    ) {
        for path in [path.clone(), format!("/rungs/ladders/{path}"), format!("/rungs/compare/{path}/x/y")] {
            let resolved = resolve(&parse(&base(), &path, &query, &fragment), &index());
            let sentences = resolved.problems.iter().map(ToString::to_string);
            prop_assert!(sentences.clone().count() <= 9);
            prop_assert!(sentences.into_iter().all(|sentence| sentence.chars().count() < 250));
            if let Some(place) = resolved.place {
                let link = place.print(&base());
                let (path, query, fragment) = part(&link);
                let again = resolve(&parse(&base(), path, query, fragment), &index());
                prop_assert_eq!(again.place, Some(place));
                prop_assert!(again.problems.is_empty());
            }
        }
    }
}
