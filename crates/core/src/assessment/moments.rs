//! When an assessment was changed: how much since a backup, and what a wrong clock may not do.

use super::answer::Answer;
use super::register::{Register, Stamp};
use super::state::Assessment;

impl Assessment {
    /// How many entries were set, changed or deleted after that moment.
    pub fn changes_since(&self, moment: Stamp) -> usize {
        let levels = [&self.present, &self.target].into_iter().flatten().map(Register::changed);
        let answers = self.answers.values().flat_map(Answer::stamps);
        let others = self.others.values().map(Register::changed);
        levels.chain(answers).chain(others).filter(|changed| *changed > moment).count()
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
