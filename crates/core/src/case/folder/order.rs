//! An order that the user gives to things which come and go.

use crate::record::Shift;

/// All names in their order: those that were ordered, whether they are there or not, then those that are new.
pub(super) fn ordered(names: &[String], there: &[&str]) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for name in names.iter().map(String::as_str).chain(there.iter().copied()) {
        if !all.iter().any(|known| known == name) {
            all.push(name.to_owned());
        }
    }
    all
}

/// The order in which one name has changed places with its neighbour among those that are there; the same where it has
/// none. What is not there keeps its place: it may come back.
pub(super) fn moved(names: &[String], there: &[&str], name: &str, step: Shift) -> Vec<String> {
    let mut all = ordered(names, there);
    let is_there = |at: &usize| there.contains(&all[*at].as_str());
    let Some(from) = all.iter().position(|known| known == name) else { return all };
    let to = match step {
        Shift::Up => (0..from).rev().find(is_there),
        Shift::Down => (from + 1..all.len()).find(is_there),
    };
    if let Some(to) = to {
        all.swap(from, to);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::{moved, ordered};
    use crate::record::Shift;

    fn names(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn what_was_never_ordered_comes_last() {
        assert_eq!(ordered(&names("c a c"), &["a", "b", "c", "d"]), names("c a b d"));
    }

    #[test]
    fn a_step_passes_what_is_not_there() {
        let there = ["a", "b", "c"];
        let cases = [
            ("a gone b c", "a", Shift::Down, "b gone a c"),
            ("a gone b c", "b", Shift::Up, "b gone a c"),
            ("a b c gone", "c", Shift::Down, "a b c gone"),
            ("gone a b c", "a", Shift::Up, "gone a b c"),
            ("", "c", Shift::Up, "a c b"),
            ("a b c", "unknown", Shift::Up, "a b c"),
        ];
        for (before, name, step, after) in cases {
            assert_eq!(moved(&names(before), &there, name, step), names(after), "{before}: {name}");
        }
    }
}
