//! How ratings were spread over each competency, moment by moment. Counts only: there is no average in here.

use super::snapshot::Snapshot;
use crate::assessment::{Mark, Question, Tally};
use crate::ladder::Ladder;

/// The counts of one competency over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// Index into [`Ladder::competencies`].
    pub competency: usize,
    /// The counts in each snapshot, in their order.
    pub tallies: Vec<Tally>,
}

/// The counts of every competency that has questions, in each of the snapshots. The questions are the same for all, so
/// that moments can be compared: what an earlier target asked and these do not is not counted.
pub fn series(ladder: &Ladder, questions: &[Question], snapshots: &[&Snapshot]) -> Vec<Series> {
    let mut found: Vec<Series> = Vec::new();
    for question in questions {
        let place = found.partition_point(|series| series.competency < question.competency);
        if found.get(place).is_none_or(|series| series.competency != question.competency) {
            let tallies = vec![Tally::default(); snapshots.len()];
            found.insert(place, Series { competency: question.competency, tallies });
        }
        let expectation = &ladder.expectations[question.expectation];
        for (tally, snapshot) in found[place].tallies.iter_mut().zip(snapshots) {
            let said = snapshot.said(expectation);
            tally.count(Mark {
                rating: said.and_then(|said| said.rating),
                has_evidence: said.is_some_and(|said| !said.evidence.is_empty()),
            });
        }
    }
    found
}
