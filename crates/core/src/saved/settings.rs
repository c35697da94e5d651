//! The settings of one browser. None of them says anything about a person's answers.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::envelope::Stored;

/// What is set for this site in this browser. Moments are milliseconds since 1970; 0 means never.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// When a backup was last saved.
    pub last_backup: u64,
    /// When the reminder to save a backup was last put aside.
    pub reminder_put_aside: u64,
    /// Up to when values that were moved aside have been seen.
    pub recovered_seen: u64,
    /// Whether `/` leaves the search field alone, and `w` the noting of wins.
    pub slash_off: Dated<bool>,
    /// Base paths whose data the user did not want to take over, or took over already, and when.
    pub declined: BTreeMap<String, u64>,
}

/// A value and when it was chosen; of two the later holds, in the same millisecond the greater.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Dated<T> {
    /// When it was chosen, in milliseconds since 1970.
    pub at: u64,
    /// What was chosen.
    pub value: T,
}

impl Settings {
    /// The moment after which changes are not in any backup, or were not reminded of.
    pub fn reminded_until(&self) -> u64 {
        self.last_backup.max(self.reminder_put_aside)
    }

    /// Brings settings from a file, some of which claim to be of the future, to the present: left as they
    /// are, they would hold back reminders and notes of what could not be read.
    pub fn settle(&mut self, now: u64) {
        let moments = [&mut self.last_backup, &mut self.reminder_put_aside, &mut self.recovered_seen];
        for moment in moments.into_iter().chain([&mut self.slash_off.at]).chain(self.declined.values_mut()) {
            *moment = now.min(*moment);
        }
    }
}

impl Stored for Settings {
    const FORMAT: &'static str = "settings";
    const VERSION: u32 = 1;

    fn merged(mut self, other: Self) -> Self {
        for (base, at) in other.declined {
            let known = self.declined.entry(base).or_default();
            *known = at.max(*known);
        }
        Self {
            last_backup: self.last_backup.max(other.last_backup),
            reminder_put_aside: self.reminder_put_aside.max(other.reminder_put_aside),
            recovered_seen: self.recovered_seen.max(other.recovered_seen),
            slash_off: self.slash_off.max(other.slash_off),
            declined: self.declined,
        }
    }

    fn forget_until(&mut self, at: u64) {
        let later = |moment: u64| if moment > at { moment } else { 0 };
        self.last_backup = later(self.last_backup);
        self.reminder_put_aside = later(self.reminder_put_aside);
        self.recovered_seen = later(self.recovered_seen);
        if self.slash_off.at <= at {
            self.slash_off = Dated::default();
        }
        self.declined.retain(|_, declined| *declined > at);
    }

    fn is_void(&self, _: u64) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Dated, Settings};
    use crate::saved::{Reading, Stored};

    fn settings() -> impl Strategy<Value = Settings> {
        let declined = prop::collection::btree_map("/[a-c]/", 0..4u64, 0..3);
        (0..4u64, 0..4u64, 0..4u64, any::<bool>(), declined).prop_map(|(last_backup, aside, at, value, declined)| {
            let slash_off = Dated { at, value };
            Settings { last_backup, reminder_put_aside: aside, recovered_seen: at, slash_off, declined }
        })
    }

    proptest! {
        #[test]
        fn merging_does_not_depend_on_order_or_repetition(a in settings(), b in settings(), c in settings()) {
            let ab = a.clone().merged(b.clone());
            prop_assert_eq!(&ab, &b.clone().merged(a.clone()));
            prop_assert_eq!(ab.clone().merged(c.clone()), a.clone().merged(b.merged(c)));
            prop_assert_eq!(a.clone().merged(a.clone()), a);
        }
    }

    #[test]
    fn a_setting_of_a_later_version_does_no_harm_and_a_missing_one_is_as_at_first() {
        let text = r#"{"format":"settings","version":1,"saved":1,"data":{"last_backup":7,"hue":"green"}}"#;
        assert_eq!(Reading::of(text), Reading::Current(Settings { last_backup: 7, ..Settings::default() }));
    }

    /// The start script looks for these very words (queue.js), since it reads no JSON.
    #[test]
    fn what_is_stored_says_in_so_many_words_that_letters_are_off() {
        let settings = Settings { slash_off: Dated { at: 7, value: true }, ..Settings::default() };
        assert!(serde_json::to_string(&settings).unwrap().contains(r#""slash_off":{"at":7,"value":true}"#));
    }

    #[test]
    fn where_nothing_was_ever_deleted_nothing_is_forgotten() {
        let declined = [("/old/".to_owned(), 5)].into();
        let settings = Settings { last_backup: 1, declined, ..Settings::default() };
        let mut kept = settings.clone();
        kept.forget_until(0);
        assert_eq!(kept, settings);
    }

    #[test]
    fn forgetting_leaves_what_was_set_later() {
        let declined = [("/old/".to_owned(), 5), ("/older/".to_owned(), 6)];
        let mut settings =
            Settings { last_backup: 5, reminder_put_aside: 9, declined: declined.into(), ..Settings::default() };
        settings.forget_until(5);
        let declined = [("/older/".to_owned(), 6)].into();
        assert_eq!(settings, Settings { reminder_put_aside: 9, declined, ..Settings::default() });
    }
}
