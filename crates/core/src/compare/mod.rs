//! Levels in, changes out: two to four levels side by side, and what became of each expectation
//! between a column and its left neighbour.
//!
//! Promises: every expectation of every column stands in exactly one cell; a level compared with
//! itself changes nothing; swapping two columns swaps new with dropped and raised with lowered. Levels
//! of different ladders are laid side by side by theme, and nothing is said to have changed between them.

pub mod markdown;

mod assign;
mod likeness;
mod matching;
mod summary;
mod words;

pub use summary::{Asked, Counts, Summary};
pub use words::{Mark, Span, diff};

use crate::ladder::{Competency, CompetencyId, Expectation, Holding, Ladder, Level, LevelId, Theme, ThemeId, TrackId};

/// What is said wherever levels of different ladders stand side by side.
pub const NO_EQUIVALENCE: &str =
    "These levels are from different ladders. They are laid side by side by theme; no equivalence is claimed.";

/// A level to be compared, with its ladder.
#[derive(Clone, Copy, Debug)]
pub struct Column<'a> {
    /// The ladder.
    pub ladder: &'a Ladder,
    /// A level of that ladder.
    pub level: &'a Level,
}

/// What became of an expectation between a column and the one to its left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// Not asked before.
    New,
    /// More of the same.
    Raised,
    /// Less of the same.
    Lowered,
    /// The same in other words, or something in its place.
    Reworded,
    /// No longer asked.
    Dropped,
    /// Asked as before.
    Kept,
}

impl Change {
    /// Every change, in the order in which summaries name them.
    pub const ALL: [Self; 6] = [Self::New, Self::Raised, Self::Lowered, Self::Reworded, Self::Dropped, Self::Kept];

    /// The order in which pages and Markdown tell a step: what asks for attention first.
    pub const TOLD: [Self; 6] = [Self::Raised, Self::New, Self::Reworded, Self::Lowered, Self::Dropped, Self::Kept];

    /// The design's word for it, in lower case.
    pub fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Raised => "raised",
            Self::Lowered => "lowered",
            Self::Reworded => "reworded",
            Self::Dropped => "dropped",
            Self::Kept => "kept",
        }
    }

    /// The same word at the head of a section.
    pub fn heading(self) -> &'static str {
        match self {
            Self::New => "New",
            Self::Raised => "Raised",
            Self::Lowered => "Lowered",
            Self::Reworded => "Reworded",
            Self::Dropped => "Dropped",
            Self::Kept => "Kept",
        }
    }

    /// The sign that stands beside the word, so that colour is never the only signal.
    pub fn sign(self) -> &'static str {
        match self {
            Self::New => "+",
            Self::Raised => "↑",
            Self::Lowered => "↓",
            Self::Reworded => "≈",
            Self::Dropped => "−",
            Self::Kept => "=",
        }
    }
}

/// An expectation in a cell, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// The competency in which it stands.
    pub competency: &'a Competency,
    /// The expectation.
    pub expectation: &'a Expectation,
    /// The level that states it.
    pub origin: &'a LevelId,
    /// What became of it; `None` in the first column, and beside a level of another ladder.
    pub change: Option<Change>,
    /// What it was in the left neighbour: empty where it is new or dropped, or nothing is compared; more
    /// than one only where the author merged several, the one that it raises first.
    pub before: Vec<&'a Expectation>,
}

impl<'a> Entry<'a> {
    /// The words that changed, where something was raised, lowered or reworded.
    pub fn words(&self) -> Option<Vec<Span<'a>>> {
        let before = self.before.first()?;
        (self.change != Some(Change::Kept)).then(|| diff(&before.text, &self.expectation.text))
    }

    /// The figures before and after, where both texts set a number of the same thing and it differs.
    pub fn figures(&self) -> Option<(String, String)> {
        let after = self.expectation.measure.as_ref()?;
        let before = self.before.iter().filter_map(|before| before.measure.as_ref());
        let before = before.into_iter().find(|before| before.is_comparable(after) && before.bound != after.bound)?;
        Some((before.figure(), after.figure()))
    }
}

/// What one column holds in one row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell<'a> {
    /// What the level expects here, in the ladder's order.
    pub entries: Vec<Entry<'a>>,
    /// What the left neighbour expects here and this level does not: all [`Change::Dropped`].
    pub dropped: Vec<Entry<'a>>,
}

/// What the cells of a row have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject<'a> {
    /// The competency of the one ladder.
    Competency(&'a Competency),
    /// The theme by which competencies of several ladders stand side by side.
    Theme(&'a Theme),
    /// Competencies without a theme.
    NoTheme,
}

/// A row: one cell for each column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row<'a> {
    /// What the row is about.
    pub subject: Subject<'a>,
    /// A cell for each column; at least one holds something.
    pub cells: Vec<Cell<'a>>,
}

/// Levels side by side.
#[derive(Clone, Debug)]
pub struct Comparison<'a> {
    /// The levels, from left to right.
    pub columns: Vec<Column<'a>>,
    /// Rows in the order of the ladder's competencies, or of the themes.
    pub rows: Vec<Row<'a>>,
}

impl<'a> Comparison<'a> {
    /// Lays levels side by side. `themes` is the shared vocabulary in its order; it matters only where
    /// the columns are of several ladders.
    pub fn new(columns: Vec<Column<'a>>, themes: &'a [Theme]) -> Self {
        let one_ladder = columns.windows(2).all(|pair| pair[0].ladder.id == pair[1].ladder.id);
        let subjects: Vec<Subject> = match columns.first() {
            Some(first) if one_ladder => first.ladder.competencies.iter().map(Subject::Competency).collect(),
            _ => themes.iter().map(Subject::Theme).chain([Subject::NoTheme]).collect(),
        };
        let rows = subjects.into_iter().map(|subject| row(&columns, subject, themes));
        let rows = rows.filter(|row| row.cells.iter().any(|cell| !cell.entries.is_empty())).collect();
        Self { columns, rows }
    }

    /// What changes from one level to another of the same ladder.
    pub fn between(ladder: &'a Ladder, before: &'a Level, after: &'a Level) -> Self {
        Self::new(vec![Column { ladder, level: before }, Column { ladder, level: after }], &[])
    }

    /// The same comparison of these competencies alone; of all where none is named.
    #[must_use]
    pub fn only(mut self, competencies: &[CompetencyId]) -> Self {
        if competencies.is_empty() {
            return self;
        }
        let is_wanted = |entry: &Entry| competencies.contains(&entry.competency.id);
        for cell in self.rows.iter_mut().flat_map(|row| &mut row.cells) {
            cell.entries.retain(is_wanted);
            cell.dropped.retain(is_wanted);
        }
        self.rows.retain(|row| row.cells.iter().any(|cell| !cell.entries.is_empty()));
        self
    }

    /// Whether all levels are of one ladder.
    pub fn is_of_one_ladder(&self) -> bool {
        (1..self.columns.len()).all(|column| self.left_of(column).is_some())
    }

    /// The column with which a column is compared: its left neighbour, if that is of the same ladder.
    pub fn left_of(&self, column: usize) -> Option<Column<'a>> {
        left_of(&self.columns, column)
    }

    /// All that became something in a column: its expectations, and what its left neighbour's lost, row by row.
    pub fn entries(&self, column: usize) -> impl Iterator<Item = &Entry<'a>> {
        self.rows.iter().flat_map(move |row| row.cells[column].entries.iter().chain(&row.cells[column].dropped))
    }

    /// The entries of a column with that change.
    pub fn changed(&self, column: usize, change: Change) -> impl Iterator<Item = &Entry<'a>> {
        self.entries(column).filter(move |entry| entry.change == Some(change))
    }

    /// How many expectations became what in a column, and what the step to it requires besides; `None`
    /// where the column is compared with nothing.
    pub fn summary(&self, column: usize) -> Option<Summary<'a>> {
        let from = self.left_of(column)?;
        let counts = Counts::of(self.entries(column).filter_map(|entry| entry.change));
        Some(Summary::new(counts, from, self.columns[column]))
    }
}

impl Comparison<'_> {
    /// "Customer Engineer → Senior Engineer: 5 new, 1 raised": what the link of two levels of one ladder says first. What
    /// is kept is no change. `None` where it is not of two levels of one ladder.
    pub fn headline(&self) -> Option<String> {
        let [from, to] = self.columns[..] else { return None };
        let counts = self.summary(1)?.counts;
        let changed = counts.present().filter(|(change, _)| *change != Change::Kept);
        let changed: Vec<String> = changed.map(|(change, count)| format!("{count} {}", change.word())).collect();
        let changed = if changed.is_empty() { "nothing changes".to_owned() } else { changed.join(", ") };
        Some(format!("{} → {}: {changed}", from.level.name, to.level.name))
    }

    /// "From Customer Engineer to Senior Engineer in Customer Engineering: 5 new, 1 raised; also required: peer review.": what
    /// the link says next. `None` as for [`Self::headline`].
    pub fn description(&self) -> Option<String> {
        let [from, to] = self.columns[..] else { return None };
        let summary = self.summary(1)?;
        Some(format!("From {} to {} in {}: {summary}.", from.level.name, to.level.name, to.ladder.name))
    }
}

/// The level against which a level is best read: the first of the usual ways in.
pub fn level_before<'a>(ladder: &'a Ladder, level: &Level) -> Option<&'a Level> {
    level.from.iter().find_map(|id| ladder.level(id))
}

/// What changes in one competency from one level to another of the same ladder: the last cell of its row in
/// [`Comparison::between`], by itself.
pub fn change_in<'a>(ladder: &'a Ladder, before: &'a Level, after: &'a Level, of: &'a Competency) -> Cell<'a> {
    let mut cell = Cell::default();
    fill(&mut cell, Column { ladder, level: after }, Some(before), of);
    cell
}

/// Whether the matrix of a track has a row for a competency: one of its levels states something there or, where changes are
/// shown, the level before it does.
pub fn has_row(ladder: &Ladder, track: &TrackId, shows_changes: bool, competency: &CompetencyId) -> bool {
    let says = |level: &Level| ladder.cell(level, competency).next().is_some();
    let before = |level| level_before(ladder, level).is_some_and(says);
    ladder.levels_of(track).any(|level| says(level) || (shows_changes && before(level)))
}

fn left_of<'a>(columns: &[Column<'a>], column: usize) -> Option<Column<'a>> {
    let left = *columns.get(column.checked_sub(1)?)?;
    (left.ladder.id == columns[column].ladder.id).then_some(left)
}

fn row<'a>(columns: &[Column<'a>], subject: Subject<'a>, themes: &[Theme]) -> Row<'a> {
    let cells = columns.iter().enumerate().map(|(at, column)| {
        let left = left_of(columns, at);
        let mut cell = Cell::default();
        for competency in covered(subject, column.ladder, themes) {
            fill(&mut cell, *column, left.map(|left| left.level), competency);
        }
        cell
    });
    Row { subject, cells: cells.collect() }
}

/// The competencies of a ladder that stand in the row: its own, or those whose first known theme it is.
fn covered<'a>(subject: Subject<'a>, ladder: &'a Ladder, themes: &[Theme]) -> Vec<&'a Competency> {
    let theme = match subject {
        Subject::Competency(own) => return vec![own],
        Subject::Theme(theme) => Some(&theme.id),
        Subject::NoTheme => None,
    };
    let is_known = |id: &&ThemeId| themes.iter().any(|theme| theme.id == **id);
    ladder.competencies.iter().filter(|competency| competency.themes.iter().find(is_known) == theme).collect()
}

/// Adds to a cell what a level expects in a competency, and what became of it since the level to its left.
fn fill<'a>(cell: &mut Cell<'a>, column: Column<'a>, left: Option<&'a Level>, competency: &'a Competency) {
    let here: Vec<Holding> = column.ladder.cell(column.level, &competency.id).collect();
    let there: Vec<Holding> = left.map(|left| column.ladder.cell(left, &competency.id).collect()).unwrap_or_default();
    let expectations = |cell: &[Holding<'a>]| cell.iter().map(|holding| holding.expectation).collect::<Vec<_>>();
    let pairs = matching::pairs(column.ladder, &expectations(&there), &expectations(&here));
    let entry = |holding: &Holding<'a>, change, before| Entry {
        competency,
        expectation: holding.expectation,
        origin: holding.origin,
        change,
        before,
    };
    cell.entries.extend(here.iter().enumerate().map(|(at, holding)| {
        let own = || pairs.iter().filter(|pair| pair.right == at);
        let change = own().map(|pair| pair.change).min().unwrap_or(Change::New);
        let (first, rest) = (own().filter(|pair| pair.change == change), own().filter(|pair| pair.change != change));
        let before = first.chain(rest).map(|pair| there[pair.left].expectation).collect();
        entry(holding, left.is_some().then_some(change), before)
    }));
    let lost = there.iter().enumerate().filter(|(at, _)| pairs.iter().all(|pair| pair.left != *at));
    cell.dropped.extend(lost.map(|(_, holding)| entry(holding, Some(Change::Dropped), Vec::new())));
}
