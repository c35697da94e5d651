//! The names of stored values: `rungs:<base path>:<what>`.
//!
//! Every project of an organisation on GitHub Pages shares one origin, hence the base path. Printing
//! and parsing round-trip; a key that is not ours does not parse.

use std::fmt;

use crate::ladder::LadderId;

/// What every key of ours begins with.
const PREFIX: &str = "rungs:";

/// The path below which a site stands: begins and ends with `/`, holds no `:`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Base(Box<str>);

impl Base {
    /// The base for a path as the document gives it; slashes at its ends are put in, colons encoded.
    pub fn new(path: &str) -> Self {
        let inner = path.trim_matches('/').replace(':', "%3A");
        Self(if inner.is_empty() { "/".into() } else { format!("/{inner}/").into() })
    }

    /// The path, such as `/` or `/rungs/`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The key of a value of this site.
    pub fn key(&self, what: What) -> Key {
        Key { base: self.clone(), what }
    }
}

/// The name of one stored value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// The site that stored it.
    pub base: Base,
    /// What it holds.
    pub what: What,
}

impl Key {
    /// Reads the name of a stored value; `None` where it is not one of ours.
    pub fn parse(text: &str) -> Option<Self> {
        let (base, what) = text.strip_prefix(PREFIX)?.split_once(':')?;
        let canonical = Base::new(base);
        (canonical.as_str() == base).then(|| Self { base: canonical, what: What::parse(what) })
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{PREFIX}{}:{}", self.base.as_str(), self.what)
    }
}

/// What a stored value holds. The order is the order on the screen.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// The answers to one ladder.
    Assessment(LadderId),
    /// The settings of this browser.
    Settings,
    /// When everything was deleted, so that no other tab brings it back.
    Deleted,
    /// A value that could not be read, moved aside whole.
    Recovered {
        /// The key, without its base, under which it stood.
        of: Box<str>,
        /// When it was moved, in milliseconds since 1970.
        at: u64,
    },
    /// Stored by a version of this site that knows more than this one.
    Other(Box<str>),
}

/// The sort of a stored value, where the ladder does not matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Something the user entered.
    Answers,
    /// Settings, and the note of a deletion.
    Housekeeping,
    /// Moved aside because it could not be read.
    Recovered,
    /// Not known to this version.
    Unknown,
}

impl What {
    /// Reads the part of a key after its base; never fails, since what is not known is [`What::Other`].
    pub fn parse(text: &str) -> Self {
        let other = || Self::Other(text.into());
        match text.split_once(':') {
            None if text == "settings" => Self::Settings,
            None if text == "deleted" => Self::Deleted,
            Some(("assessment", id)) => LadderId::parse(id).map_or_else(|_| other(), Self::Assessment),
            Some(("recovered", rest)) => match rest.rsplit_once(':') {
                Some((of, at)) => match at.parse() {
                    Ok(number) if u64::to_string(&number) == at => Self::Recovered { of: of.into(), at: number },
                    _ => other(),
                },
                None => other(),
            },
            _ => other(),
        }
    }

    /// The sort of value.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Assessment(_) => Kind::Answers,
            Self::Settings | Self::Deleted => Kind::Housekeeping,
            Self::Recovered { .. } => Kind::Recovered,
            Self::Other(_) => Kind::Unknown,
        }
    }
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Assessment(ladder) => write!(f, "assessment:{ladder}"),
            Self::Settings => f.write_str("settings"),
            Self::Deleted => f.write_str("deleted"),
            Self::Recovered { of, at } => write!(f, "recovered:{of}:{at}"),
            Self::Other(text) => f.write_str(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Base, Key, What};
    use crate::ladder::LadderId;

    fn assessment() -> What {
        What::Assessment(LadderId::parse("customer-support").unwrap())
    }

    #[test]
    fn a_base_path_is_written_in_one_way() {
        for (written, base) in
            [("/", "/"), ("", "/"), ("/rungs/", "/rungs/"), ("rungs", "/rungs/"), ("/a:b/", "/a%3Ab/")]
        {
            assert_eq!(Base::new(written).as_str(), base);
        }
    }

    #[test]
    fn keys_round_trip() {
        let recovered = What::Recovered { of: "assessment:customer-support".into(), at: 1_795_000_000_000 };
        for what in [assessment(), What::Settings, What::Deleted, recovered, What::Other("growth".into())] {
            for base in ["/", "/rungs/", "/a/b/"] {
                let key = Base::new(base).key(what.clone());
                assert_eq!(Key::parse(&key.to_string()), Some(key));
            }
        }
    }

    #[test]
    fn a_key_reads_as_it_was_designed() {
        assert_eq!(Base::new("/rungs/").key(assessment()).to_string(), "rungs:/rungs/:assessment:customer-support");
    }

    #[test]
    fn keys_of_other_sites_are_not_ours() {
        for text in ["", "rungs", "rungs:", "rungs:settings", "rungs:rungs:settings", "other:/rungs/:settings", "theme"]
        {
            assert_eq!(Key::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_malformed_ladder_id_or_time_is_kept_as_it_is() {
        for text in ["assessment:Bad Id", "assessment:", "recovered:settings", "recovered:settings:007", "growth"] {
            assert_eq!(What::parse(text), What::Other(text.into()));
        }
    }
}
