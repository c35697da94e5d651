//! The version of a ladder, by which its readers are told what sort of change was made.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A semantic version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Version {
    /// Something new is asked.
    pub major: u32,
    /// Something is clarified or removed.
    pub minor: u32,
    /// Wording.
    pub patch: u32,
}

impl Version {
    /// Reads "1.0.0"; `None` for any other text.
    pub fn parse(text: &str) -> Option<Self> {
        let number = |part: &str| part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse().ok())?;
        let mut parts = text.split('.').map(number);
        let (major, minor, patch) = (parts.next()??, parts.next()??, parts.next()??);
        parts.next().is_none().then_some(Self { major, minor, patch })
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

#[cfg(test)]
mod tests {
    use super::Version;

    #[test]
    fn versions_round_trip_and_other_texts_are_none() {
        let version = Version { major: 1, minor: 20, patch: 3 };
        assert_eq!(Version::parse(&version.to_string()), Some(version));
        for text in ["", "1", "1.0", "1.0.0.0", "1.0.x", "1..0", "-1.0.0", "+1.0.0", "1.0.99999999999"] {
            assert_eq!(Version::parse(text), None, "{text}");
        }
    }
}
