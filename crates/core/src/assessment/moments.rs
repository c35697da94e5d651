//! When an assessment was changed: how much since a backup, and what a wrong clock may not do.

use super::state::Assessment;
use crate::record::{Stamp, settled};

/// Tells states of an assessment apart by the moments of what they hold, without a look at the values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revision(u64);

impl Assessment {
    /// Differs where another level is chosen or something else is entered for requirements, and stays where answers to
    /// expectations change: whoever keeps what was worked out of the former need not work it out again.
    pub fn entry_revision(&self) -> Revision {
        // Each moment counts by its place, so that none can make up for another. The factor is that of FNV-1a.
        let mix = |sum: u64, stamp: Stamp| (sum ^ stamp.millis()).wrapping_mul(0x0100_0000_01b3);
        Revision(self.entry_stamps().fold(mix(0, self.cleared), mix))
    }

    /// How many entries were set, changed or deleted after that moment.
    pub fn changes_since(&self, moment: Stamp) -> usize {
        self.stamps().filter(|changed| *changed > moment).count()
    }

    /// Brings a state from a file, some of which claims to be of the future, to the present: left as they
    /// are, such entries would win over everything that is entered from now on. Entries that are not of the future stay
    /// as old as they are, so that they win over nothing that was entered since.
    pub fn settle(&mut self, now: Stamp) {
        if self.latest() > now {
            let places = settled(self.stamps().chain([self.cleared]), now);
            let moment = |moment: Stamp| places.get(&moment).copied().unwrap_or(moment);
            self.restamp(&moment);
            self.cleared = moment(self.cleared);
        }
    }
}
