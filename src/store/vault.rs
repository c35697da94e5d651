//! One site's stored values: read with an account, written only after what is there was read and
//! merged, deleted without touching a key that is not ours.

use rungs_core::assessment::Assessment;
use rungs_core::record::Book;
use rungs_core::route::Base;
use rungs_core::saved::{Deletion, Envelope, Key, Reading, Sealed, Settings, Stored, Unreadable, What};

use super::local::{self, Refusal};

/// The stored values of the site below one base path.
#[derive(Clone, Debug)]
pub struct Store {
    base: Base,
}

/// What was found under a key.
#[derive(Clone, Debug, PartialEq)]
pub enum Loaded<T> {
    /// Nothing.
    Absent,
    /// A value as this version writes it.
    Found(T),
    /// A value of an older version, whose text stays until the next save succeeds.
    Migrated(T),
    /// Written by a newer version: left alone, and nothing may be written in its place.
    Newer(u32),
    /// Some entries could not be read. The text was moved aside, whole, to that key; the value without them took
    /// its place.
    Partly(T, What),
    /// It could not be read and was moved aside, whole, to that key.
    Recovered(What, Unreadable),
}

/// A stored value in outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it holds.
    pub what: What,
    /// How many bytes its key and its text take in UTF-8.
    pub bytes: u64,
    /// When it was last written, in milliseconds since 1970, where it says so.
    pub saved: Option<u64>,
    /// Whether it can be used.
    pub handling: Handling,
}

/// Whether a stored value can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handling {
    /// Read and written as usual.
    Usual,
    /// Of a newer version: left alone.
    Newer,
    /// Kept as it was found, because it could not be read or is not known.
    Kept,
}

/// Data of this app below another path of the same origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    /// The path below which it was entered.
    pub base: Base,
    /// How many ladders have answers there.
    pub assessments: usize,
    /// How many books are there: plans, a journal, check-ins and so on.
    pub books: usize,
}

impl Store {
    /// The values of the site below that path.
    pub fn new(base: Base) -> Self {
        Self { base }
    }

    /// The path.
    pub fn base(&self) -> &Base {
        &self.base
    }

    /// What a change of the given key, by another tab, is a change of; `None` where it is not this site's.
    pub fn own(&self, key: &str) -> Option<What> {
        Key::parse(key).filter(|key| key.base == self.base).map(|key| key.what)
    }

    /// Reads a value. What cannot be read is moved aside; where that is refused too, it stays in its place
    /// and nothing is written over it.
    ///
    /// # Errors
    /// [`Refusal`] where storage is denied, or there is no room to move the unreadable value.
    pub fn load<T: Stored>(&self, what: &What, now: u64) -> Result<Loaded<T>, Refusal> {
        let Some(text) = self.text(what)? else { return Ok(Loaded::Absent) };
        Ok(match Reading::of(&text) {
            Reading::Current(value) => Loaded::Found(value),
            Reading::Migrated(value) => Loaded::Migrated(value),
            Reading::Newer(version) => Loaded::Newer(version),
            Reading::Partly(value) => {
                let aside = self.move_aside(what, &text, now)?;
                local::write(&self.key(what), Sealed::new(&value, now))?;
                Loaded::Partly(value, aside)
            }
            Reading::Unreadable(why) => Loaded::Recovered(self.move_aside(what, &text, now)?, why),
        })
    }

    /// The stored text itself.
    ///
    /// # Errors
    /// [`Refusal`] where storage is denied.
    pub fn text(&self, what: &What) -> Result<Option<String>, Refusal> {
        local::read(&self.key(what))
    }

    fn move_aside(&self, what: &What, text: &str, now: u64) -> Result<What, Refusal> {
        let mut at = now;
        let free = loop {
            let place = What::Recovered { of: what.to_string().into(), at };
            if self.text(&place)?.is_none() {
                break place;
            }
            at += 1;
        };
        local::write_text(&self.key(&free), text)?;
        local::remove(&self.key(what))?;
        Ok(free)
    }

    /// Merges what is stored into the value, stores the result unless it says the same, and returns it.
    /// A value that says nothing leaves no key.
    ///
    /// # Errors
    /// [`Refusal`] says why nothing was stored; what stood there still stands.
    pub fn save<T: Stored>(&self, what: &What, value: &T, now: u64) -> Result<T, Refusal> {
        let (stored, must_write) = match self.load(what, now)? {
            Loaded::Found(stored) | Loaded::Partly(stored, _) => (Some(stored), false),
            Loaded::Migrated(stored) => (Some(stored), true),
            Loaded::Newer(version) => return Err(Refusal::Newer(version)),
            Loaded::Absent | Loaded::Recovered(..) => (None, false),
        };
        let mut merged = value.clone().merged(stored.clone().unwrap_or_default());
        let deleted = self.deleted_at(now);
        merged.forget_until(deleted);
        merged.prune(now);
        let key = self.key(what);
        if merged.is_void(deleted) {
            if stored.is_some() {
                local::remove(&key)?;
            }
        } else if must_write || stored.as_ref() != Some(&merged) {
            local::write(&key, Sealed::new(&merged, now))?;
        }
        Ok(merged)
    }

    /// Stores a text that a backup file held, unless something stands there already.
    ///
    /// # Errors
    /// [`Refusal`] where it cannot be stored.
    pub fn put_back(&self, what: &What, text: &str) -> Result<(), Refusal> {
        if self.text(what)?.is_none() {
            local::write_text(&self.key(what), text)?;
        }
        Ok(())
    }

    /// When everything was last deleted, in milliseconds since 1970; 0 where it never was.
    pub fn deleted_at(&self, now: u64) -> u64 {
        match self.load(&What::Deleted, now) {
            Ok(Loaded::Found(Deletion(at)) | Loaded::Migrated(Deletion(at))) => at,
            _ => 0,
        }
    }

    /// Deletes every value of this site, those moved aside included, and notes when, so that no other
    /// tab brings anything back.
    ///
    /// # Errors
    /// [`Refusal`] where storage is denied: then there is nothing stored either.
    pub fn delete_everything(&self, now: u64) -> Result<(), Refusal> {
        for entry in self.keys()? {
            local::remove(&entry)?;
        }
        local::write(&self.key(&What::Deleted), Sealed::new(&Deletion(now), now))
    }

    /// Deletes one value.
    ///
    /// # Errors
    /// [`Refusal`] where storage is denied.
    pub fn delete(&self, what: &What) -> Result<(), Refusal> {
        local::remove(&self.key(what))
    }

    /// What is stored for this site; nothing where storage is denied.
    pub fn whats(&self) -> Vec<What> {
        self.keys().unwrap_or_default().into_iter().map(|key| key.what).collect()
    }

    fn key(&self, what: &What) -> Key {
        Key::new(&self.base, what.clone())
    }

    fn keys(&self) -> Result<Vec<Key>, Refusal> {
        Ok(local::keys()?.into_iter().filter(|key| key.base == self.base).collect())
    }

    /// Everything that is stored for this site, in the order of the screen.
    ///
    /// # Errors
    /// [`Refusal`] where storage is denied.
    pub fn entries(&self) -> Result<Vec<Entry>, Refusal> {
        let mut entries = Vec::new();
        for key in self.keys()? {
            if let Some(text) = local::read(&key)? {
                entries.push(Entry::of(key, &text));
            }
        }
        Ok(entries)
    }

    /// Other paths of this origin below which this app keeps answers.
    pub fn elsewhere(&self) -> Vec<Elsewhere> {
        let mut found: Vec<Elsewhere> = Vec::new();
        for key in local::keys().unwrap_or_default() {
            let (assessments, books) = (key.what.is_assessment(), key.what.is_book());
            if key.base == self.base || !(assessments || books) || holds_nothing(&key) {
                continue;
            }
            if found.last().is_none_or(|last| last.base != key.base) {
                found.push(Elsewhere { base: key.base, assessments: 0, books: 0 });
            }
            if let Some(last) = found.last_mut() {
                last.assessments += usize::from(assessments);
                last.books += usize::from(books);
            }
        }
        found
    }

    /// The values of one sort kept below another path, to be taken over here. They stay there too, and so does what
    /// cannot be read. What says no more than that something was deleted there says nothing of what is here.
    pub fn values_of<T: Stored>(&self, base: &Base, is_wanted: impl Fn(&What) -> bool) -> Vec<(What, T)> {
        let read = |key: Key| {
            let text = local::read(&key).ok()??;
            match Reading::of(&text) {
                Reading::Current(value) | Reading::Migrated(value) | Reading::Partly(value) => Some((key.what, value)),
                Reading::Newer(_) | Reading::Unreadable(_) => None,
            }
        };
        let keys = local::keys().unwrap_or_default();
        let is_there = |key: &Key| key.base == *base && is_wanted(&key.what) && !holds_nothing(key);
        keys.into_iter().filter(is_there).filter_map(read).collect()
    }
}

/// Whether no more stands below a key than that something was deleted.
fn holds_nothing(key: &Key) -> bool {
    let Ok(Some(text)) = local::read(key) else { return false };
    match key.what {
        What::Assessment(_) => is_read_as(&text, Assessment::is_blank),
        _ if key.what.is_book() => is_read_as(&text, Book::is_blank),
        _ => false,
    }
}

/// Whether a text can be read, and what it says is of that kind.
fn is_read_as<T: Stored>(text: &str, is: fn(&T) -> bool) -> bool {
    match Reading::of(text) {
        Reading::Current(value) | Reading::Migrated(value) => is(&value),
        Reading::Partly(_) | Reading::Newer(_) | Reading::Unreadable(_) => false,
    }
}

impl Entry {
    fn of(key: Key, text: &str) -> Self {
        let envelope = Envelope::open(text).ok();
        let version = envelope.as_ref().map(|envelope| envelope.version);
        let known = match key.what {
            What::Assessment(_) => Assessment::VERSION,
            What::Settings => Settings::VERSION,
            What::Deleted => Deletion::VERSION,
            What::Recovered { .. } | What::Other(_) => 0,
            _ => Book::VERSION,
        };
        let handling = match version {
            _ if known == 0 => Handling::Kept,
            Some(version) if version > known => Handling::Newer,
            _ => Handling::Usual,
        };
        let bytes = key.to_string().len() + text.len();
        Self { what: key.what, bytes: bytes as u64, saved: envelope.map(|envelope| envelope.saved), handling }
    }
}
