//! Entries on the page: where links to them lead.

use std::cell::RefCell;
use std::collections::BTreeSet;

use rungs_core::compare::{Comparison, Entry};
use rungs_core::ladder::LadderId;
use rungs_core::route::{Anchor, Columns, LevelRef, Place, Route, Target};
use rungs_view::prelude::*;

use crate::components::anchor::AnchorLink;
use crate::state::use_view;

/// Gives each part of the page an anchor once: an expectation that is kept stands in several columns,
/// and links lead to the first.
pub(super) struct Anchors {
    page: Place,
    names_ladders: bool,
    given: RefCell<BTreeSet<String>>,
}

impl Anchors {
    /// The anchors of this comparison's page.
    pub(super) fn of(comparison: &Comparison) -> Self {
        let levels = comparison.columns.iter();
        let columns: Columns =
            levels.map(|column| LevelRef::new(column.ladder.id.clone(), column.level.id.clone())).collect();
        let page = Place { view: use_view().get_untracked(), ..Route::Compare(columns).into() };
        Self { page, names_ladders: !comparison.is_of_one_ladder(), given: RefCell::default() }
    }

    /// The element's id and the link to it; `None` if the part has an anchor elsewhere on the page.
    pub(super) fn give(&self, ladder: &LadderId, target: Target, name: &str) -> (Option<String>, Option<Node>) {
        let anchor = if self.names_ladders { Anchor::of_ladder(target, ladder.clone()) } else { Anchor::from(target) };
        self.place(anchor, name)
    }

    fn place(&self, anchor: Anchor, name: &str) -> (Option<String>, Option<Node>) {
        let id = anchor.element_id();
        if !self.given.borrow_mut().insert(id.clone()) {
            return (None, None);
        }
        let place = self.page.clone().at(anchor);
        let name = name.to_owned();
        (Some(id), Some(view! { <AnchorLink place name /> }.into_node()))
    }

    /// The anchor of a row; themes are the same in every ladder.
    pub(super) fn of_row(&self, ladder: &LadderId, target: Target, name: &str) -> (Option<String>, Option<Node>) {
        match target {
            Target::Theme(_) => self.place(Anchor::from(target), name),
            other => self.give(ladder, other, name),
        }
    }

    /// The anchor of an expectation.
    pub(super) fn of_entry(&self, ladder: &LadderId, entry: &Entry) -> (Option<String>, Option<Node>) {
        self.give(ladder, Target::Expectation(entry.expectation.id.clone()), &entry.expectation.text)
    }
}
