//! The live region: short news for those who cannot see that something happened.

use rungs_view::prelude::*;

use super::use_announcer;

/// Speaks to assistive technology, politely.
#[derive(Clone, Copy)]
pub struct Announcer(RwSignal<String>);

impl Announcer {
    pub(super) fn new() -> Self {
        Self(RwSignal::new(String::new()))
    }

    /// Says a short sentence. The same sentence twice is said twice.
    pub fn say(self, sentence: &str) {
        // Screen readers pass over a text that stays the same: a trailing space makes it another.
        let again = self.0.with_untracked(|last| last == sentence);
        self.0.set(if again { format!("{sentence}\u{a0}") } else { sentence.to_owned() });
    }
}

/// Where announcements are read out; once, in the frame.
#[component]
pub fn LiveRegion() -> impl IntoNode {
    let Announcer(sentence) = use_announcer();
    view! { <p class="visually-hidden" role="status" aria-live="polite">{sentence}</p> }
}
