//! "Did you mean": the names most like a mistyped one.

/// The candidates that `wanted` may have been meant to be, most alike first, at most `limit`.
///
/// A candidate counts when at most a third of the longer name (and at least one character) differs,
/// or when one contains the other and both have three characters or more. The case of
/// ASCII letters is ignored: ids have no others, and the tables of all scripts weigh more than all of this. Ties keep
/// the order given.
pub fn nearest<'a>(wanted: &str, candidates: impl IntoIterator<Item = &'a str>, limit: usize) -> Vec<&'a str> {
    nearest_of(wanted, &mut candidates.into_iter(), limit)
}

/// The same for all iterators at once: the page holds this code a single time.
fn nearest_of<'a>(wanted: &str, candidates: &mut dyn Iterator<Item = &'a str>, limit: usize) -> Vec<&'a str> {
    /// Names longer than this are not names: a hostile link must not cost quadratic time.
    const LONGEST: usize = 80;
    let wanted = wanted.to_ascii_lowercase();
    let wanted_len = wanted.chars().count();
    if wanted_len == 0 || wanted_len > LONGEST {
        return Vec::new();
    }
    let mut found: Vec<(usize, &str)> = Vec::new();
    for candidate in candidates {
        let lower = candidate.to_ascii_lowercase();
        let lower_len = lower.chars().count();
        let longer = wanted_len.max(lower_len);
        let distance = edit_distance(&wanted, &lower);
        let contains = wanted_len.min(lower_len) >= 3 && (lower.contains(&wanted) || wanted.contains(&lower));
        if contains || distance <= (longer / 3).max(1) {
            found.insert(found.partition_point(|(other, _)| *other <= distance), (distance, candidate));
            found.truncate(limit);
        }
    }
    found.into_iter().map(|(_, candidate)| candidate).collect()
}

/// Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours.
fn edit_distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let substituted = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = substituted.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before_last[j - 2] + 1);
            }
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    const LEVELS: [&str; 4] = ["customer-engineer", "senior-engineer", "staff-engineer", "team-lead"];

    #[test]
    fn a_swapped_pair_of_letters_is_one_mistake() {
        assert_eq!(nearest("senoir-engineer", LEVELS, 1), ["senior-engineer"]);
    }

    #[test]
    fn a_part_of_a_name_finds_the_whole() {
        assert_eq!(nearest("staff", LEVELS, 3), ["staff-engineer"]);
    }

    #[test]
    fn a_word_of_two_letters_is_not_a_part_of_everything() {
        assert!(nearest("word-processing", ["or"], 1).is_empty());
        assert_eq!(nearest("l3", ["l2"], 1), ["l2"]);
    }

    #[test]
    fn nothing_alike_finds_nothing() {
        assert!(nearest("gardener", LEVELS, 3).is_empty());
        assert!(nearest("", LEVELS, 3).is_empty());
        assert!(nearest(&"x".repeat(100_000), LEVELS, 3).is_empty());
    }
}
