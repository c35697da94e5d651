//! Numbers and lists in words.

/// A number as a sentence says it: in words up to twelve.
pub(super) fn number(number: usize) -> String {
    const WORDS: [&str; 13] =
        ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    WORDS.get(number).map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// "a", "a and b", "a, b and c".
pub(super) fn list<'a>(clauses: impl Iterator<Item = &'a str>) -> String {
    let clauses: Vec<&str> = clauses.collect();
    match clauses.as_slice() {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => [&first.join(", "), " and ", last].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::{list, number};

    #[test]
    fn numbers_are_words_up_to_twelve() {
        assert_eq!([0, 1, 12, 13].map(number), ["none", "one", "twelve", "13"]);
    }

    #[test]
    fn a_list_ends_with_and() {
        let cases: [(&[&str], &str); 4] =
            [(&[], ""), (&["a"], "a"), (&["a", "b"], "a and b"), (&["a", "b", "c"], "a, b and c")];
        for (clauses, text) in cases {
            assert_eq!(list(clauses.iter().copied()), text);
        }
    }
}
