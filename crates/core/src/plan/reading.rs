//! Reading a plan, and what its items are about.

use std::collections::BTreeSet;

use super::{About, Item, Span};
use crate::assessment::{Fingerprint, Wording};
use crate::date::Month;
use crate::ladder::{Called, Expectation, Ladder};
use crate::record::{Book, EntryId};

/// A plan as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Over which months it goes.
    pub span: Span,
    /// What is to do, in the order of the months and within them.
    pub items: Vec<(EntryId, Item)>,
    /// How many entries a newer version wrote that this one cannot read.
    pub unread: usize,
}

impl Plan {
    /// The plan in a book; one that has no span begins this month.
    pub fn of(book: &Book, this_month: Month) -> Self {
        let span = book.only::<Span>().unwrap_or_else(|| Span::from(this_month));
        let items = Self::items_of(book);
        Self { span, items, unread: book.all::<Item>().unread }
    }

    pub(super) fn items_of(book: &Book) -> Vec<(EntryId, Item)> {
        let mut items: Vec<(EntryId, Item)> = Vec::new();
        for entry in book.all::<Item>().records {
            let rank = |item: &Item| (item.month, item.order);
            let place = items.partition_point(|(_, other)| rank(other) <= rank(&entry.1));
            items.insert(place, entry);
        }
        items
    }

    /// The months of the span, and every other in which there is something to do.
    pub fn months(&self) -> Vec<Month> {
        let mut months: BTreeSet<Month> = BTreeSet::new();
        months.extend(self.span.each());
        months.extend(self.items.iter().map(|(_, item)| item.month));
        months.into_iter().collect()
    }

    /// What is to do in a month.
    pub fn in_month(&self, month: Month) -> impl Iterator<Item = &(EntryId, Item)> {
        self.items.iter().filter(move |(_, item)| item.month == month)
    }

    /// One item.
    pub fn item(&self, id: &EntryId) -> Option<&Item> {
        self.items.iter().find(|(other, _)| other == id).map(|(_, item)| item)
    }

    /// Where an item stands in its month, counted from 0, and how many stand there.
    pub fn place(&self, id: &EntryId) -> Option<(usize, usize)> {
        let month = self.item(id)?.month;
        let place = self.in_month(month).position(|(other, _)| other == id)?;
        Some((place, self.in_month(month).count()))
    }

    /// How many items are for an expectation, finished ones apart.
    pub fn open_for(&self, expectation: &Expectation) -> usize {
        let is_its = |about: &About| expectation.is_called(&about.expectation);
        let open = |item: &Item| item.done.is_none() && item.about.as_ref().is_some_and(is_its);
        self.items.iter().filter(|(_, item)| open(item)).count()
    }
}

/// What an item is about, as the ladder is today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject<'a> {
    /// No expectation.
    None,
    /// An expectation that says what it said when it was picked.
    Same(&'a Expectation),
    /// An expectation that says something else today.
    Reworded {
        /// As it is today.
        today: &'a Expectation,
        /// What it said.
        then: &'a Wording,
    },
    /// An expectation that the ladder no longer has.
    Retired(&'a Wording),
}

impl<'a> Subject<'a> {
    /// The expectation, if there still is one.
    pub fn expectation(&self) -> Option<&'a Expectation> {
        match self {
            Self::Same(expectation) | Self::Reworded { today: expectation, .. } => Some(expectation),
            Self::None | Self::Retired(_) => None,
        }
    }
}

/// What an item is about, by its present or a former id.
pub fn subject<'a>(ladder: &'a Ladder, item: &'a Item) -> Subject<'a> {
    let Some(About { expectation: id, wording }) = &item.about else { return Subject::None };
    match ladder.expectation_ever(id) {
        None => Subject::Retired(wording),
        Some(today) if Fingerprint::of(&today.text) == wording.fingerprint => Subject::Same(today),
        Some(today) => Subject::Reworded { today, then: wording },
    }
}
