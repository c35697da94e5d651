//! What holds for every query and every text.

use proptest::prelude::*;
use rungs_core::search::{Marked, SearchIndex};

use super::shelf::{Shelf, shelf};

/// Marks are in order, apart from each other, not empty, and on character boundaries.
fn well_formed(marked: &Marked) -> bool {
    let inside = marked.marks.iter().all(|mark| mark.start < mark.end && marked.text.get(mark.clone()).is_some());
    inside && marked.marks.windows(2).all(|pair| pair[0].end < pair[1].start)
}

fn one_expectation(text: &str) -> SearchIndex {
    let ladder = Shelf::new("a", "A", "").level("b", "B", "").competency("c", "C").expects(0, "c", "d", text);
    SearchIndex::build([&ladder.0])
}

proptest! {
    #[test]
    fn any_query_is_answered(query in "\\PC{0,60}|(lead|e|顧客|ï|ß|%| ){0,9}", limit in 0_usize..5) {
        let findings = shelf().find(&query, limit);
        prop_assert!(findings.found.len() == findings.total.min(limit));
        for found in findings.found {
            prop_assert!(found.context.iter().chain([&found.name, &found.text]).all(well_formed));
        }
        if let Some(better) = shelf().suggest(&query) {
            prop_assert!(shelf().find(&better, 1).total > 0);
        }
    }

    #[test]
    fn a_word_of_any_text_finds_it_and_the_mark_spells_the_word(
        before in "[a-zß🎉é漢 ]{0,400}",
        word in "[a-zA-Zéßœ]{3,9}|[漢字仮名]{2,4}|[а-яА-Я]{2,9}",
        after in "[a-z漢 ]{0,400}",
    ) {
        let index = one_expectation(&format!("{before} {word} {after}"));
        let findings = index.find(&word, 9);
        let found = findings.found.iter().find(|found| !found.text.text.is_empty());
        let text = &found.expect("the expectation is found").text;
        prop_assert!(well_formed(text));
        prop_assert!(text.text.chars().count() <= 162);
        prop_assert!(!text.marks.is_empty());
        for mark in &text.marks {
            // What is marked, searched for in a text that is nothing else, answers the same word.
            prop_assert_eq!(one_expectation(&text.text[mark.clone()]).find(&word, 9).total, 1);
        }
    }
}
