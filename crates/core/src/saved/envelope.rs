//! The envelope `{format, version, saved, data}` around every stored value, and what becomes of a text
//! that should hold one.

use std::fmt;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// A value that is kept in the browser: named, versioned, and merged entry by entry with what another
/// tab or a backup file holds.
pub trait Stored: Clone + Default + PartialEq + Serialize + DeserializeOwned {
    /// Names the sort of value in its envelope.
    const FORMAT: &'static str;
    /// The version that this code writes, from 1.
    const VERSION: u32;

    /// The value that an older version wrote; `data` is JSON. `None` where it cannot be read.
    fn migrate(version: u32, data: &str) -> Option<Self> {
        let _ = (version, data);
        None
    }

    /// What can be used of a value of this version that cannot be read whole; `data` is JSON.
    fn readable_part(data: &str) -> Option<Self> {
        let _ = data;
        None
    }

    /// Both values in one. Commutative, associative, idempotent.
    #[must_use]
    fn merged(self, other: Self) -> Self;

    /// Forgets everything entered up to that moment (milliseconds since 1970), and will not take it
    /// back from a merge.
    fn forget_until(&mut self, at: u64);

    /// Drops what need not be kept any longer at that moment (milliseconds since 1970).
    fn prune(&mut self, now: u64) {
        let _ = now;
    }

    /// Whether there is nothing worth keeping, so that no key need stand for it, where all that was entered up to the
    /// moment `deleted` (milliseconds since 1970) is forgotten anyway. When everything was cleared later than that is
    /// worth keeping: a tab that still remembers learns of it from here alone.
    fn is_void(&self, deleted: u64) -> bool;
}

/// What stands around a stored value.
#[derive(Serialize, Deserialize)]
pub struct Envelope<'a> {
    /// The sort of value: [`Stored::FORMAT`].
    pub format: String,
    /// The version of that sort: [`Stored::VERSION`].
    pub version: u32,
    /// When it was written, in milliseconds since 1970.
    pub saved: u64,
    /// The value itself, as JSON.
    #[serde(borrow)]
    pub data: &'a RawValue,
}

/// What a stored text turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading<T> {
    /// A value of this version.
    Current(T),
    /// A value of an older version, migrated. The stored text is untouched until the next save succeeds.
    Migrated(T),
    /// A value of this version without those of its entries that are not what they should be: to be used, and
    /// the text to be moved aside whole.
    Partly(T),
    /// Written by a newer version of this site: to be left alone.
    Newer(u32),
    /// Not what it should be: to be moved aside whole.
    Unreadable(Unreadable),
}

/// Why a stored text cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is not JSON, or ends too early.
    NotJson,
    /// It is JSON, but of another sort or shape.
    Shape,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            Self::NotJson => "it is not whole or not JSON",
            Self::Shape => "it has another shape than this site writes",
        })
    }
}

impl From<serde_json::Error> for Unreadable {
    fn from(error: serde_json::Error) -> Self {
        if error.is_data() { Self::Shape } else { Self::NotJson }
    }
}

impl<'a> Envelope<'a> {
    /// Opens the envelope; its value is not read yet.
    ///
    /// # Errors
    /// [`Unreadable`] where the text is no envelope.
    pub fn open(text: &'a str) -> Result<Self, Unreadable> {
        Ok(serde_json::from_str(text)?)
    }

    /// Reads the value inside.
    pub fn read<T: Stored>(&self) -> Reading<T> {
        let data = self.data.get();
        if self.format != T::FORMAT {
            Reading::Unreadable(Unreadable::Shape)
        } else if self.version > T::VERSION {
            Reading::Newer(self.version)
        } else if self.version < T::VERSION {
            T::migrate(self.version, data).map_or(Reading::Unreadable(Unreadable::Shape), Reading::Migrated)
        } else {
            let part = || T::readable_part(data).filter(|part| !part.is_void(0));
            let part = || part().map_or(Reading::Unreadable(Unreadable::Shape), Reading::Partly);
            serde_json::from_str(data).map_or_else(|_| part(), Reading::Current)
        }
    }
}

impl<T: Stored> Reading<T> {
    /// Reads a stored text.
    pub fn of(text: &str) -> Self {
        match Envelope::open(text) {
            Ok(envelope) => envelope.read(),
            Err(why) => Self::Unreadable(why),
        }
    }
}

/// An envelope of this version around a value, to be written.
#[derive(Serialize)]
pub struct Sealed<'a, T> {
    format: &'static str,
    version: u32,
    saved: u64,
    data: &'a T,
}

impl<'a, T: Stored> Sealed<'a, T> {
    /// Puts a value into an envelope, written at that moment (milliseconds since 1970).
    pub fn new(data: &'a T, saved: u64) -> Self {
        Self { format: T::FORMAT, version: T::VERSION, saved, data }
    }
}

#[cfg(test)]
mod tests {
    use serde::{Deserialize, Serialize};

    use super::{Envelope, Reading, Sealed, Stored, Unreadable};

    /// A note, of which version 1 knew no author.
    #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
    struct Note {
        text: String,
        author: String,
    }

    impl Stored for Note {
        const FORMAT: &'static str = "note";
        const VERSION: u32 = 2;

        fn migrate(version: u32, data: &str) -> Option<Self> {
            let text = (version == 1).then(|| serde_json::from_str(data).ok())??;
            Some(Self { text, author: String::new() })
        }

        fn merged(self, other: Self) -> Self {
            if self.text >= other.text { self } else { other }
        }

        fn forget_until(&mut self, _: u64) {
            *self = Self::default();
        }

        fn is_void(&self, _: u64) -> bool {
            *self == Self::default()
        }
    }

    fn note() -> Note {
        Note { text: "“quoted”, \u{202E}and 1 < 2".into(), author: "me".into() }
    }

    #[test]
    fn what_is_sealed_reads_back() {
        let text = serde_json::to_string(&Sealed::new(&note(), 1_795_000_000_000)).unwrap();
        assert_eq!(Reading::of(&text), Reading::Current(note()));
        assert_eq!(Envelope::open(&text).unwrap().saved, 1_795_000_000_000);
    }

    #[test]
    fn each_text_is_told_apart() {
        let cases = [
            (
                r#"{"format":"note","version":1,"saved":5,"data":"hello"}"#,
                Reading::Migrated(Note { text: "hello".into(), author: String::new() }),
            ),
            (r#"{"format":"note","version":3,"saved":5,"data":{"pages":[]}}"#, Reading::Newer(3)),
            (r#"{"format":"note","version":0,"saved":5,"data":"x"}"#, Reading::Unreadable(Unreadable::Shape)),
            (r#"{"format":"note","version":2,"saved":5,"data":{}}"#, Reading::Unreadable(Unreadable::Shape)),
            (r#"{"format":"other","version":9,"saved":5,"data":{}}"#, Reading::Unreadable(Unreadable::Shape)),
            (r#"{"format":"note","version":-1,"saved":5,"data":{}}"#, Reading::Unreadable(Unreadable::Shape)),
            ("[]", Reading::Unreadable(Unreadable::Shape)),
            ("null", Reading::Unreadable(Unreadable::Shape)),
            ("", Reading::Unreadable(Unreadable::NotJson)),
            ("dark", Reading::Unreadable(Unreadable::NotJson)),
            (r#"{"format":"note","version":2,"sav"#, Reading::Unreadable(Unreadable::NotJson)),
        ];
        for (text, reading) in cases {
            assert_eq!(Reading::of(text), reading, "{text}");
        }
    }
}
