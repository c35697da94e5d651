//! Queries with all that they find.

use rungs_core::route::Base;
use rungs_core::search::{Findings, Found, Kind, Marked, SearchIndex};

use super::shelf::{Shelf, shelf};

fn find(query: &str) -> Findings {
    shelf().find(query, 30)
}

/// The addresses of the results, in order.
fn places(query: &str) -> Vec<String> {
    find(query).found.iter().map(|found| found.place.print(&Base::new("/"))).collect()
}

/// A text with its marks as brackets.
fn bracketed(marked: &Marked) -> String {
    let show = |(is_marked, piece): (bool, &str)| if is_marked { format!("[{piece}]") } else { piece.to_owned() };
    marked.pieces().into_iter().map(show).collect()
}

fn shown(found: &Found) -> String {
    format!("{}{}", bracketed(&found.name), bracketed(&found.text))
}

#[test]
fn names_come_before_texts_and_whole_words_before_beginnings() {
    assert_eq!(
        places("lead"),
        [
            "/ladders/support/lead/",
            "/ladders/support/#competency-leadership",
            "/ladders/support/engineer/#expectation-solves"
        ]
    );
}

#[test]
fn every_kind_of_thing_is_found_where_it_is_shown() {
    assert_eq!(places("taiou"), Vec::<String>::new());
    assert_eq!(places("customer engineering")[0], "/ladders/support/");
    assert_eq!(places("waiver"), ["/ladders/support/#rule-waiver"]);
    assert_eq!(places("casework"), ["/ladders/support/#competency-casework"]);
    assert_eq!(places("plans work"), ["/ladders/support/lead/#expectation-leads"]);
    assert_eq!(places("l2"), ["/ladders/support/lead/"]);
}

#[test]
fn all_words_have_to_match_and_the_context_helps() {
    assert_eq!(places("engineer 75 casework"), ["/ladders/support/engineer/#expectation-solves"]);
    assert_eq!(places("engineer gardening"), Vec::<String>::new());
}

#[test]
fn the_context_alone_finds_nothing() {
    assert!(!places("casework").iter().any(|place| place.contains("expectation")));
}

#[test]
fn case_and_accents_do_not_matter_either_way() {
    for query in ["NAIVE cafe", "naïve CAFÉ", "cafe\u{301}"] {
        assert_eq!(places(query), ["/ladders/support/engineer/#expectation-naive"], "{query}");
    }
    assert_eq!(shown(&find("cafe naive").found[0]), "Never leaves a [naïve] question at the [café] unanswered.");
}

#[test]
fn writing_without_spaces_is_found_by_any_part() {
    assert_eq!(places("解決"), ["/ladders/taiou/tantou/#expectation-kaiketsu"]);
    assert_eq!(shown(&find("解決").found[0]), "問題を自力で[解決]する。");
    assert_eq!(places("品"), ["/ladders/taiou/#competency-hinshitsu"]);
}

#[test]
fn a_beginning_is_marked_rather_than_a_middle() {
    let found = find("e");
    let engineer = found.found.iter().find(|found| found.kind == Kind::Level).unwrap();
    assert_eq!(shown(engineer), "Customer [E]ngineer");
    assert_eq!(shown(&find("gin").found[0]), "Customer En[gin]eering");
}

#[test]
fn results_of_a_kind_follow_each_other() {
    let kinds: Vec<Kind> = find("customer").found.iter().map(|found| found.kind).collect();
    assert_eq!(kinds, [Kind::Ladder, Kind::Level, Kind::Rule]);
}

#[test]
fn the_list_is_bounded_and_the_total_is_told() {
    let findings = shelf().find("e", 2);
    assert_eq!((findings.found.len(), findings.total), (2, find("e").total));
    assert!(findings.total > 2);
}

#[test]
fn a_result_says_what_it_belongs_to() {
    let context: Vec<String> = find("resolves").found[0].context.iter().map(bracketed).collect();
    assert_eq!(context, ["Casework", "Customer Engineer", "Customer Engineering"]);
    let context: Vec<String> = find("l1 customer").found[0].context.iter().map(bracketed).collect();
    assert_eq!(context, ["[L1]", "Core", "[Customer] Engineering"]);
}

#[test]
fn a_long_text_is_cut_between_words_around_what_was_found() {
    let long = format!("{}plans ahead {}", "before it all ".repeat(20), "after it all ".repeat(20));
    let ladder = Shelf::new("a", "A", "").level("b", "B", "").competency("c", "C").expects(0, "c", "d", &long);
    let found = SearchIndex::build([&ladder.0]).find("plans", 1);
    let shown = shown(&found.found[0]);
    assert!(shown.starts_with("\u{2026}it all before it all before it all [plans] ahead after it all"), "{shown}");
    assert!(shown.ends_with("all\u{2026}"), "{shown}");
}

#[test]
fn an_empty_query_finds_nothing() {
    for query in ["", "  ", "%", "—"] {
        assert_eq!(find(query), Findings::default());
    }
}

#[test]
fn a_mistyped_word_gets_a_suggestion_that_finds_something() {
    assert_eq!(shelf().suggest("casewrok").as_deref(), Some("casework"));
    assert_eq!(shelf().suggest("teem lead").as_deref(), Some("team lead"));
    assert_eq!(shelf().suggest("xylophone"), None);
    assert_eq!(shelf().suggest("lead"), None);
}
