//! Fingerprints of wordings: whether a statement still says, letter by letter, what was answered.

use std::fmt;

/// The FNV-1a 64-bit hash of a statement's UTF-8 bytes after white space was folded: each run of
/// Unicode white space becomes one space, none stands at the ends.
///
/// Nothing else is normalised: capitals, punctuation and Unicode composition count. The algorithm is
/// part of the stored format and never changes. Constants: <https://www.rfc-editor.org/rfc/rfc9923>.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(u64);

impl Fingerprint {
    /// The fingerprint of a statement.
    pub fn of(text: &str) -> Self {
        const OFFSET_BASIS: u64 = 0xcbf2_9ce4_8422_2325;
        const PRIME: u64 = 0x0000_0100_0000_01b3;
        let mut hash = OFFSET_BASIS;
        let mut feed = |bytes: &[u8]| {
            for byte in bytes {
                hash = (hash ^ u64::from(*byte)).wrapping_mul(PRIME);
            }
        };
        for (position, word) in text.split_whitespace().enumerate() {
            if position > 0 {
                feed(b" ");
            }
            feed(word.as_bytes());
        }
        Self(hash)
    }

    /// Reads the form that `Display` prints: 16 lower-case hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        let well_formed = text.len() == 16 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        well_formed.then(|| u64::from_str_radix(text, 16).ok().map(Self))?
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}
