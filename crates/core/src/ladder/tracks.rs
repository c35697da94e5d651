//! What is stated on each track of a ladder. The matrix of a large ladder shows one track at a time.

use super::{CompetencyId, Ladder, Level, Track, TrackId};

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

    /// Whether a level of the track states something in the competency.
    pub fn is_stated_on(&self, track: &TrackId, competency: &CompetencyId) -> bool {
        self.levels_of(track).any(|level| self.cell(level, competency).next().is_some())
    }
}
