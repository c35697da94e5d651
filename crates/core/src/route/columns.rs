//! The columns of a comparison: at most four levels, each once.

use std::fmt;
use std::ops::Deref;

use crate::ladder::{LadderId, LevelId};

/// A level of a ladder, as links name it: `customer-engineering.senior-engineer`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LevelRef {
    /// The ladder.
    pub ladder: LadderId,
    /// The level in it.
    pub level: LevelId,
}

impl LevelRef {
    /// The level of that ladder.
    pub fn new(ladder: LadderId, level: LevelId) -> Self {
        Self { ladder, level }
    }
}

impl fmt::Display for LevelRef {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}.{}", self.ladder, self.level)
    }
}

/// Up to four distinct levels, in the order of the columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns(Vec<LevelRef>);

/// Why a level did not become a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoColumn {
    /// It is one already.
    Repeated,
    /// There are as many as there can be.
    Full,
}

impl Columns {
    /// The most levels that a comparison holds.
    pub const MOST: usize = 4;

    /// Adds a level at the right.
    ///
    /// # Errors
    /// `NoColumn` where the level stands there already or no column is free.
    pub fn push(&mut self, level: LevelRef) -> Result<(), NoColumn> {
        if self.0.contains(&level) {
            return Err(NoColumn::Repeated);
        }
        if self.0.len() == Self::MOST {
            return Err(NoColumn::Full);
        }
        self.0.push(level);
        Ok(())
    }
}

impl Deref for Columns {
    type Target = [LevelRef];
    fn deref(&self) -> &[LevelRef] {
        &self.0
    }
}

/// Repeated levels and those beyond the fourth are left out.
impl FromIterator<LevelRef> for Columns {
    fn from_iter<T: IntoIterator<Item = LevelRef>>(levels: T) -> Self {
        let mut columns = Self::default();
        for level in levels {
            // A level that is refused is left out, as promised.
            let _ = columns.push(level);
        }
        columns
    }
}

/// Repeated levels and those beyond the fourth are left out.
impl From<Vec<LevelRef>> for Columns {
    fn from(levels: Vec<LevelRef>) -> Self {
        levels.into_iter().collect()
    }
}
