//! Conditions as sentences, where what is nested in them follows as a list.

use super::{Condition, Ladder};

impl Ladder {
    /// A condition of this ladder as a sentence, without its full stop: "1 year at level 1", "One of these:".
    pub fn sentence(&self, condition: &Condition) -> String {
        match condition {
            Condition::AnyOf(_) => "One of these:".to_owned(),
            Condition::WhenComingFrom { track, then } => {
                let track = self.track(track).map_or(track.as_str(), |track| &track.name);
                match **then {
                    Condition::AnyOf(_) => format!("When coming from {track}, one of these:"),
                    _ => format!("When coming from {track}: {then}"),
                }
            }
            other => capitalised(other.to_string()),
        }
    }
}

/// A sentence of ours with a capital at its beginning; one that begins with no ASCII letter stays as it is.
pub fn capitalised(mut text: String) -> String {
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}
