//! The levels that the page compares, loaded, and the comparison made of them.

use std::sync::Arc;

use rungs_core::compare::{Column, Comparison};
use rungs_core::ladder::{CompetencyId, Index};
use rungs_core::route::{LevelRef, Show};

use crate::state;

/// The columns with what a comparison needs besides; cheap to clone.
#[derive(Clone)]
pub(super) struct Levels {
    columns: Arc<[state::Column]>,
    index: Arc<Index>,
}

impl Levels {
    pub(super) fn new(columns: Vec<state::Column>, index: Arc<Index>) -> Self {
        Self { columns: columns.into(), index }
    }

    pub(super) fn len(&self) -> usize {
        self.columns.len()
    }

    /// The columns as links name them.
    pub(super) fn refs(&self) -> Vec<LevelRef> {
        self.columns.iter().map(|(ladder, level)| LevelRef::new(ladder.id.clone(), level.clone())).collect()
    }

    /// Lays the levels side by side and hands the comparison on, narrowed to these competencies if there are any.
    pub(super) fn with_comparison<T>(&self, only: &[CompetencyId], then: impl FnOnce(&Comparison) -> T) -> T {
        let columns = self.columns.iter().filter_map(|(ladder, level)| {
            let level = ladder.level(level)?;
            Some(Column { ladder, level })
        });
        then(&Comparison::new(columns.collect(), &self.index.themes).only(only))
    }

    /// "Customer Engineer → Senior Engineer".
    pub(super) fn title(&self) -> String {
        let arrow = if self.is_of_one_ladder() { " → " } else { " · " };
        let names = self.columns.iter().filter_map(|(ladder, level)| Some(ladder.level(level)?.name.as_str()));
        let title = names.collect::<Vec<_>>().join(arrow);
        if title.is_empty() { "Compare".to_owned() } else { title }
    }

    /// The title of the window, which tells the comparison from all others: "Customer Engineer → Senior Engineer · Customer
    /// Engineering".
    pub(super) fn window_title(&self) -> String {
        let Some((ladder, _)) = self.columns.first().filter(|_| self.is_of_one_ladder()) else { return self.title() };
        let names = self.columns.iter().filter_map(|(ladder, level)| Some(ladder.full_name(ladder.level(level)?)));
        format!("{} · {}", names.collect::<Vec<_>>().join(" → "), ladder.name)
    }

    pub(super) fn is_of_one_ladder(&self) -> bool {
        self.columns.windows(2).all(|pair| pair[0].0.id == pair[1].0.id)
    }

    /// Whether any two neighbours are of one ladder, so that there are changes to show.
    pub(super) fn has_steps(&self) -> bool {
        self.columns.windows(2).any(|pair| pair[0].0.id == pair[1].0.id)
    }

    /// What is shown where the link does not say: the changes within a ladder, else all side by side.
    pub(super) fn usual_show(&self) -> Show {
        if self.is_of_one_ladder() { Show::Changes } else { Show::Whole }
    }
}
