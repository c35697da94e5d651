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
    let letters: Vec<char> = wanted.chars().collect();
    if letters.is_empty() || letters.len() > LONGEST {
        return Vec::new();
    }
    let (mut other, mut rows) = (Vec::new(), Rows::default());
    let mut found: Vec<(usize, &str)> = Vec::new();
    for candidate in candidates {
        let lower = candidate.to_ascii_lowercase();
        other.clear();
        other.extend(lower.chars());
        let (shorter, longer) = (letters.len().min(other.len()), letters.len().max(other.len()));
        let allowed = (longer / 3).max(1);
        let contains = shorter >= 3 && (lower.contains(&wanted) || wanted.contains(&lower));
        // Most candidates of a long list are told apart by their lengths.
        if !contains && longer - shorter > allowed {
            continue;
        }
        let most = if contains { longer } else { allowed };
        if let Some(distance) = rows.edit_distance(&letters, &other, most) {
            found.insert(found.partition_point(|(other, _)| *other <= distance), (distance, candidate));
            found.truncate(limit);
        }
    }
    found.into_iter().map(|(_, candidate)| candidate).collect()
}

/// Three rows of the table of distances, used again for each pair of words.
#[derive(Default)]
struct Rows {
    before_last: Vec<usize>,
    last: Vec<usize>,
    row: Vec<usize>,
}

impl Rows {
    /// Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours; `None` where
    /// it is more than `most`.
    fn edit_distance(&mut self, a: &[char], b: &[char], most: usize) -> Option<usize> {
        self.last.clear();
        self.last.extend(0..=b.len());
        for i in 1..=a.len() {
            self.row.clear();
            self.row.push(i);
            let mut least_of_row = i;
            for j in 1..=b.len() {
                let substituted = self.last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
                let mut least = substituted.min(self.last[j] + 1).min(self.row[j - 1] + 1);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    least = least.min(self.before_last[j - 2] + 1);
                }
                self.row.push(least);
                least_of_row = least_of_row.min(least);
            }
            // Two swapped letters come from the row before the last one, so both have to be too far.
            if least_of_row > most + 1 {
                return None;
            }
            std::mem::swap(&mut self.before_last, &mut self.last);
            std::mem::swap(&mut self.last, &mut self.row);
        }
        Some(self.last[b.len()]).filter(|distance| *distance <= most)
    }
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
