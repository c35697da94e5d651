//! The smallest thing that two tabs can disagree on: a value and when it was changed.
//!
//! Of two states of a register the later wins. Where both were changed in the same millisecond a
//! deletion wins, then the greater value: a fixed rule, so that every tab decides alike.

use std::collections::BTreeMap;

/// A moment in milliseconds since 1970 began, UTC; at most the end of the year 9999.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp(u64);

impl Stamp {
    /// The last millisecond of the year 9999.
    pub const LAST: Self = Self(253_402_300_799_999);

    /// The moment of that many milliseconds; beyond the year 9999, the last one.
    pub fn from_millis(millis: u64) -> Self {
        Self(millis.min(Self::LAST.0))
    }

    /// Milliseconds since 1970 began.
    pub fn millis(self) -> u64 {
        self.0
    }

    /// The stamp of a change made now to something last changed at `seen`: now, or just after `seen`
    /// where the clock was set back meanwhile. A change never loses against what it changed.
    pub fn after(self, seen: Self) -> Self {
        self.max(Self::from_millis(seen.0 + 1))
    }
}

/// A value, or the mark that it was deleted, with the moment of the last change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Register<T> {
    pub(crate) value: Option<T>,
    pub(crate) changed: Stamp,
}

impl<T: Ord> Register<T> {
    /// A register that was set, or cleared, at that moment.
    pub(crate) fn new(value: Option<T>, changed: Stamp) -> Self {
        Self { value, changed }
    }

    /// The value; `None` where it was deleted.
    pub fn get(&self) -> Option<&T> {
        self.value.as_ref()
    }

    /// When it was last changed.
    pub fn changed(&self) -> Stamp {
        self.changed
    }

    /// Moves the moment of the last change.
    pub(crate) fn restamp(&mut self, moment: &dyn Fn(Stamp) -> Stamp) {
        self.changed = moment(self.changed);
    }

    /// Whether this state wins over the other.
    pub(crate) fn beats(&self, other: &Self) -> bool {
        let rank = |register: &Self| (register.changed, register.value.is_none());
        rank(self).cmp(&rank(other)).then_with(|| self.value.cmp(&other.value)).is_gt()
    }
}

/// Where moments go some of which are of the future, as a clock ahead gave them: none stays later than `now`, those
/// that were not later stay as they are, and of two the later stays the later. Only where those of the future do not
/// find room otherwise, earlier ones make it, by a few milliseconds.
pub(crate) fn settled(moments: impl Iterator<Item = Stamp>, now: Stamp) -> BTreeMap<Stamp, Stamp> {
    let mut places = BTreeMap::new();
    places.extend(moments.map(|moment| (moment, moment)));
    let mut latest = now;
    for place in places.values_mut().rev() {
        *place = latest.min(*place);
        latest = Stamp(place.0.saturating_sub(1));
    }
    places
}

/// Sets what may be unset yet. A value that is there already keeps its stamp.
pub(crate) fn set<T: Ord>(slot: &mut Option<Register<T>>, value: Option<T>, now: Stamp) {
    let (same, seen) = match slot {
        Some(register) => (register.value == value, register.changed),
        None => (value.is_none(), Stamp::default()),
    };
    if !same {
        *slot = Some(Register::new(value, now.after(seen)));
    }
}

/// Takes over the other's state where it wins.
pub(crate) fn merge<T: Ord + Clone>(slot: &mut Option<Register<T>>, other: Option<&Register<T>>) {
    if let Some(theirs) = other
        && slot.as_ref().is_none_or(|ours| theirs.beats(ours))
    {
        *slot = Some(theirs.clone());
    }
}

/// Takes over every entry of the other that wins.
pub(crate) fn merge_all<K: Ord + Clone, T: Ord + Clone>(
    ours: &mut BTreeMap<K, Register<T>>,
    others: &BTreeMap<K, Register<T>>,
) {
    for (key, theirs) in others {
        if ours.get(key).is_none_or(|entry| theirs.beats(entry)) {
            ours.insert(key.clone(), theirs.clone());
        }
    }
}
