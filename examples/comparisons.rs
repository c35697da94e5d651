//! What `make bench` times in WASM: a hundred comparisons of two levels of one ladder, word
//! differences included, over the bundled ladders. It prints nothing; whoever runs it holds the clock.

use std::hint::black_box;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use rungs::catalogue;
use rungs_core::compare::Comparison;
use rungs_core::ladder::Ladder;

/// How many comparisons a run makes.
const COMPARISONS: usize = 100;

fn main() {
    let Ok(index) = now(catalogue::index()) else { return };
    let ladders: Vec<_> = index.ladders.iter().filter_map(|card| now(catalogue::ladder(&card.id)).ok()).collect();
    let pairs = ladders.iter().flat_map(|ladder| pairs(ladder)).cycle().take(COMPARISONS);
    for (ladder, from, to) in pairs {
        let comparison = Comparison::between(ladder, &ladder.levels[from], &ladder.levels[to]);
        for entry in comparison.entries(1) {
            black_box(entry.words());
        }
    }
}

/// Every ordered pair of levels of a ladder, as indices.
fn pairs(ladder: &Ladder) -> impl Iterator<Item = (&Ladder, usize, usize)> + Clone {
    let levels = 0..ladder.levels.len();
    let ordered = levels.clone().flat_map(move |from| levels.clone().map(move |to| (from, to)));
    ordered.filter(|(from, to)| from != to).map(move |(from, to)| (ladder, from, to))
}

/// The outcome of a future that is ready at once, as those of bundled ladders are.
fn now<T, E>(future: impl Future<Output = Result<T, E>>) -> Result<T, Option<E>> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(outcome) => outcome.map_err(Some),
        Poll::Pending => Err(None),
    }
}
