//! What stands out on the worksheet, in sentences.

use std::fmt;

use super::words::{list, number};
use super::worksheet::{Number, Unsaid, Work};
use crate::date::Date;

/// What is to be said of the number of priorities; empty where it is right.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::None => {
                f.write_str("Name the three to five that the company truly cares about, the first one first.")
            }
            Self::Few(1) => f.write_str("This is one. Name the three to five that the company truly cares about."),
            Self::Few(few) => {
                write!(f, "These are {}. Name the three to five that the company truly cares about.", number(*few))
            }
            Self::Right => Ok(()),
            Self::Many(many) => {
                write!(f, "These are {}. Three to five are what a company truly cares about.", number(*many))
            }
        }
    }
}

impl Unsaid {
    fn name(self) -> &'static str {
        match self {
            Self::Input => "the input metric",
            Self::From => "where it stands",
            Self::To => "where it is to be",
            Self::Output => "the output metric",
        }
    }
}

impl Work {
    /// What is missing for it to be measurable: "Not said yet: the input metric and where it stands."
    pub fn unsaid_in_words(&self) -> Option<String> {
        let unsaid = self.unsaid();
        (!unsaid.is_empty()).then(|| ["Not said yet: ", &list(unsaid.into_iter().map(Unsaid::name)), "."].concat())
    }

    /// That its day has passed: "31 March 2026 has passed."
    pub fn passed_in_words(&self, today: Date) -> Option<String> {
        self.passed(today).map(|by| [&by.long(), " has passed."].concat())
    }

    /// What it drives: "first replies within an hour, from 60 % to 75 %, by 31 March 2027".
    pub fn drives(&self) -> String {
        let from = part(" from ", &self.from);
        let to = part(" to ", &self.to);
        let reach = if from.is_empty() && to.is_empty() { String::new() } else { [",", &from, &to].concat() };
        let by = self.by.map(|by| [", by ", &by.long()].concat()).unwrap_or_default();
        let input = if self.input.trim().is_empty() { "not said" } else { self.input.trim() };
        [input, &reach, &by].concat()
    }
}

/// A text after a word of ours; nothing where there is no text.
fn part(word: &str, text: &str) -> String {
    if text.trim().is_empty() { String::new() } else { [word, text.trim()].concat() }
}
