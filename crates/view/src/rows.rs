//! Nodes that are known again by their keys.

use std::rc::Rc;

use leptos::prelude::{Owner, untrack};
use web_sys::Text;

use crate::mounted::{Mounted, Place};
use crate::node::Node;

/// Which list rows belong to: the same keys in another list are other rows.
#[derive(Clone)]
pub struct List(Rc<()>);

impl List {
    pub(crate) fn new() -> Self {
        Self(Rc::new(()))
    }
}

/// A node with its key, not made yet: it is made only if no row of that key is on the page.
pub struct Row {
    key: String,
    /// Whose child the owner of the row is. Without one it is whoever owns the place.
    owner: Option<Owner>,
    make: Box<dyn FnOnce() -> Node>,
}

impl Row {
    pub(crate) fn new(key: String, owner: Option<Owner>, make: Box<dyn FnOnce() -> Node>) -> Self {
        Self { key, owner, make }
    }

    /// Makes what it shows under an owner of its own, and does something with it.
    pub(crate) fn made<T>(self, with: impl FnOnce(Node) -> T) -> (T, Owner) {
        let owner = self.owner.map_or_else(Owner::new, |owner| owner.with(Owner::new));
        let make = self.make;
        let made = owner.with(|| untrack(|| with(make())));
        (made, owner)
    }

    fn mount(mut self, place: &Place) -> MountedRow {
        let key = std::mem::take(&mut self.key);
        let (mounted, owner) = self.made(|node| Mounted::build(node, place));
        MountedRow { key, mounted, owner }
    }
}

struct MountedRow {
    key: String,
    mounted: Mounted,
    owner: Owner,
}

impl MountedRow {
    fn remove(self) {
        self.mounted.remove();
        drop(self.mounted);
        self.owner.cleanup();
    }
}

/// Rows on the page, and the empty text that ends them.
pub(crate) struct MountedRows {
    list: List,
    rows: Vec<MountedRow>,
    end: Text,
}

impl MountedRows {
    pub(crate) fn build(list: List, rows: Vec<Row>, place: &Place) -> Self {
        let rows = rows.into_iter().map(|row| row.mount(place)).collect();
        let end = place.text("");
        Self { list, rows, end }
    }

    pub(crate) fn are_of(&self, list: &List) -> bool {
        Rc::ptr_eq(&self.list.0, &list.0)
    }

    /// For rows of the same list. Drops the rows whose keys went, makes those whose keys are new, and moves those that are not next in turn. A key
    /// stands for one row: of several with the same key the later ones are made anew.
    pub(crate) fn patch(self, rows: Vec<Row>, is_svg: bool) -> Self {
        let Self { list, rows: before, end } = self;
        let mut kept = Vec::with_capacity(before.len());
        for row in before {
            if rows.iter().any(|new| new.key == row.key) { kept.push(Some(row)) } else { row.remove() }
        }
        // What stands at the cursor is the first row that has not found its place.
        let mut after = Vec::with_capacity(rows.len());
        for row in rows {
            let cursor = kept.iter().flatten().next().map_or_else(|| end.clone().into(), |row| row.mounted.first());
            let found = kept.iter_mut().find(|old| old.as_ref().is_some_and(|old| old.key == row.key));
            after.push(match found.and_then(Option::take) {
                Some(old) => {
                    if old.mounted.first() != cursor {
                        old.mounted.move_before(&cursor);
                    }
                    old
                }
                None => row.mount(&Place::before(&cursor, is_svg)),
            });
        }
        // Left over are rows whose key stands in the list once more than it should.
        kept.into_iter().flatten().for_each(MountedRow::remove);
        Self { list, rows: after, end }
    }

    pub(crate) fn nodes(&self, into: &mut Vec<web_sys::Node>) {
        for row in &self.rows {
            row.mounted.nodes(into);
        }
        into.push(self.end.clone().into());
    }

    pub(crate) fn first(&self) -> web_sys::Node {
        self.rows.first().map_or_else(|| self.end.clone().into(), |row| row.mounted.first())
    }
}
