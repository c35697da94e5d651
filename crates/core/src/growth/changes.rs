//! Changing the worksheet, one entry at a time.

use super::question::Topic;
use super::target::Target;
use super::worksheet::{Answer, Path, Priority, Work, Worksheet};
use crate::record::{Book, EntryId, OnlyEntry, Shift, Stamp};

/// The path that the user wants, for a page to ask whether it can be read.
pub const PATH: OnlyEntry = OnlyEntry::of::<Path>();
/// The level that the worksheet is about, for a page to ask whether it can be read.
pub const TARGET: OnlyEntry = OnlyEntry::of::<Target>();

/// Says what path the user wants; an empty text takes that back.
pub fn change_path(book: &mut Book, text: String, now: Stamp) {
    let path = Path { text, ..book.only::<Path>().unwrap_or_default() };
    let is_said = !path.text.is_empty() || !path.extra.is_empty();
    book.put_only(is_said.then_some(&path), now);
}

/// Says which level the worksheet is about, or that it is about none.
pub fn choose_target(book: &mut Book, target: Option<&Target>, now: Stamp) {
    book.put_only(target, now);
}

/// Adds a priority after all others.
pub fn add_priority(book: &mut Book, id: &EntryId, text: String, now: Stamp) {
    let after = |(_, priority): &(EntryId, Priority)| priority.place.saturating_add(1);
    let place = Worksheet::of(book).priorities.last().map_or(0, after);
    book.put(id, Some(&Priority { text, place, extra: Default::default() }), now);
}

/// Changes a priority that is there.
pub fn change_priority(book: &mut Book, id: &EntryId, change: impl FnOnce(&mut Priority), now: Stamp) {
    if let Some(mut priority) = book.one::<Priority>(id) {
        change(&mut priority);
        book.put(id, Some(&priority), now);
    }
}

/// Deletes a priority, or brings one back, which then stands where it stood.
pub fn put_priority(book: &mut Book, id: &EntryId, priority: Option<&Priority>, now: Stamp) {
    book.put(id, priority, now);
}

/// Moves a priority by one place, if there is one.
pub fn move_priority(book: &mut Book, id: &EntryId, step: Shift, now: Stamp) {
    let mut priorities = Worksheet::of(book).priorities;
    if priorities.windows(2).any(|two| two[0].1.place == two[1].1.place) {
        // Two tabs added one each.
        (0..).zip(&mut priorities).for_each(|(place, (_, priority))| priority.place = place);
    }
    let found = priorities.iter().position(|(other, _)| other == id);
    let other = found.and_then(|from| match step {
        Shift::Up => from.checked_sub(1),
        Shift::Down => Some(from + 1).filter(|to| *to < priorities.len()),
    });
    if let (Some(from), Some(to)) = (found, other) {
        let place = priorities[from].1.place;
        priorities[from].1.place = priorities[to].1.place;
        priorities[to].1.place = place;
        // Those that did not move keep their moments of change.
        priorities.iter().for_each(|(id, priority)| book.put(id, Some(priority), now));
    }
}

/// Changes a piece of work that is there.
pub fn change_work(book: &mut Book, id: &EntryId, change: impl FnOnce(&mut Work), now: Stamp) {
    if let Some(mut work) = book.one::<Work>(id) {
        change(&mut work);
        book.put(id, Some(&work), now);
    }
}

/// Adds a piece of work, brings one back, or deletes it.
pub fn put_work(book: &mut Book, id: &EntryId, work: Option<&Work>, now: Stamp) {
    book.put(id, work, now);
}

/// Answers a question of the opportunity.
pub fn answer(book: &mut Book, topic: Topic, answer: &Answer, now: Stamp) {
    // The names of topics are ids.
    if let Ok(id) = EntryId::parse(topic.as_str()) {
        book.put(&id, Some(answer), now);
    }
}
