//! When an assessment was changed: how much since a backup, and what a wrong clock may not do.

use super::state::Assessment;
use crate::record::Stamp;

impl Assessment {
    /// How many entries were set, changed or deleted after that moment.
    pub fn changes_since(&self, moment: Stamp) -> usize {
        self.stamps().filter(|changed| *changed > moment).count()
    }

    /// Brings a state from a file, some of which claims to be of the future, to the present: left as they
    /// are, such entries would win over everything that is entered from now on.
    pub fn settle(&mut self, now: Stamp) {
        if self.latest() > now {
            self.cleared = self.cleared.min(Stamp::from_millis(now.millis().saturating_sub(1)));
            self.restamp(now);
        }
    }
}
