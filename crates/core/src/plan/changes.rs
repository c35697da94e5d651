//! Changing a plan.

use super::{Item, Plan, Span};
use crate::date::Month;
use crate::record::{Book, EntryId, Stamp};

/// Puts an item into the plan, another in its place, or deletes it. One whose order is `u32::MAX` stands last.
pub fn put(book: &mut Book, id: &EntryId, item: Option<&Item>, now: Stamp) {
    book.put(id, item, now);
}

/// Says over which months the plan goes.
pub fn set_span(book: &mut Book, span: &Span, now: Stamp) {
    book.put_only(Some(span), now);
}

/// Moves an item to a month, and there to a place counted from 0; beyond the last it stands last.
pub fn move_to(book: &mut Book, id: &EntryId, month: Month, place: usize, now: Stamp) {
    let Some(item) = book.one::<Item>(id) else { return };
    let mut others = Plan::items_of(book);
    others.retain(|(other, item)| other != id && item.month == month);
    let place = place.min(others.len());
    others.insert(place, (id.clone(), item));
    for (place, (id, item)) in others.into_iter().enumerate() {
        book.put(&id, Some(&Item { month, order: place as u32, ..item }), now);
    }
}
