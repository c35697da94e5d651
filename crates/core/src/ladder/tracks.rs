//! What is stated on each track of a ladder. The matrix of a large ladder shows one track at a time.

use super::{Ladder, Level, Track, TrackId};

impl Ladder {
    /// How many cells a matrix may have, levels times competencies, that is shown whole.
    ///
    /// A browser lays out some hundreds of cells in the time of a few frames, and a reader still finds a way in them.
    /// The largest framework seen in public has 38,540, of which nineteen in twenty are empty.
    pub const LARGEST_MATRIX: usize = 400;

    /// Whether the matrix shows one track at a time: it would be too large, and there is something to choose from.
    pub fn has_matrix_by_track(&self) -> bool {
        self.levels.len() * self.competencies.len() > Self::LARGEST_MATRIX && self.used_tracks().nth(1).is_some()
    }

    /// The tracks that have levels, in the ladder's order.
    pub fn used_tracks(&self) -> impl Iterator<Item = &Track> {
        self.tracks.iter().filter(|track| self.levels_of(&track.id).next().is_some())
    }

    /// The levels of a track, in the ladder's order.
    pub fn levels_of<'a>(&'a self, track: &'a TrackId) -> impl Iterator<Item = &'a Level> {
        self.levels.iter().filter(move |level| level.track == *track)
    }

    /// The track that the matrix shows: the one that is named, if it has levels, or else the first; `None` where the matrix
    /// is shown whole.
    pub fn matrix_track<'a>(&'a self, named: Option<&TrackId>) -> Option<&'a TrackId> {
        let mut tracks = self.used_tracks().map(|track| &track.id).filter(|_| self.has_matrix_by_track());
        let first = tracks.next()?;
        Some(std::iter::once(first).chain(tracks).find(|track| Some(*track) == named).unwrap_or(first))
    }
}
