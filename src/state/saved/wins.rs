//! Wins of the journal, and the evidence that they became.

use rungs_core::journal::{self, Win};
use rungs_core::record::EntryId;
use rungs_core::saved::What;
use rungs_view::prelude::*;

use super::Saved;

impl Saved {
    /// Puts a win in the place of another, or a new one; the evidence that it became says the same from then on, where
    /// nobody has changed that by itself.
    pub fn put_win(self, id: &EntryId, before: Option<&Win>, win: &Win) {
        for ladder in untrack(|| self.begun()) {
            let is_evidence = self
                .signal(&ladder)
                .with_untracked(|answers| answers.all_evidence().any(|(_, other, _)| other.as_str() == id.as_str()));
            if let Some(before) = before.filter(|_| is_evidence) {
                self.change_assessment(&ladder, |answers, now| journal::revise(answers, id, before, win, now));
            }
        }
        self.book(&What::Journal).update(|book, now| journal::put(book, id, Some(win), now));
    }
}
