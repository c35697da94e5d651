//! The names of stored values: `rungs:<base path>:<what>`.
//!
//! Every project of an organisation on GitHub Pages shares one origin, hence the base path. Printing
//! and parsing round-trip; a key that is not ours does not parse.

use std::fmt;

use crate::ladder::LadderId;
use crate::record::EntryId;
use crate::route::Base;

/// What the name of every stored value begins with.
pub const PREFIX: &str = "rungs:";

/// The name of one stored value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// The site that stored it.
    pub base: Base,
    /// What it holds.
    pub what: What,
}

impl Key {
    /// The name of a value of the site below that path.
    pub fn new(base: &Base, what: What) -> Self {
        Self { base: base.clone(), what }
    }

    /// Reads the name of a stored value; `None` where it is not one of ours.
    ///
    /// The base ends where `/` meets `:`; no directory of a path can begin with a colon here.
    pub fn parse(text: &str) -> Option<Self> {
        let rest = text.strip_prefix(PREFIX)?;
        let (base, what) = rest.split_at_checked(rest.find("/:")? + 1)?;
        let canonical = Base::new(base);
        (canonical.as_str() == base).then(|| Self { base: canonical, what: What::parse(&what[1..]) })
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
    /// The growth worksheet.
    Growth,
    /// The journal of wins.
    Journal,
    /// The plan on one ladder.
    Plan(LadderId),
    /// What goes into the case on one ladder, and the portfolio.
    Case(LadderId),
    /// Earlier states of the answers to one ladder.
    History(LadderId),
    /// A manager's answers about one colleague.
    Colleague(EntryId),
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

impl What {
    /// Reads the part of a key after its base; never fails, since what is not known is [`What::Other`].
    pub fn parse(text: &str) -> Self {
        let other = || Self::Other(text.into());
        match text.split_once(':') {
            None if text == "growth" => Self::Growth,
            None if text == "journal" => Self::Journal,
            None if text == "settings" => Self::Settings,
            None if text == "deleted" => Self::Deleted,
            Some(("assessment", id)) => LadderId::parse(id).map_or_else(|_| other(), Self::Assessment),
            Some(("plan", id)) => LadderId::parse(id).map_or_else(|_| other(), Self::Plan),
            Some(("case", id)) => LadderId::parse(id).map_or_else(|_| other(), Self::Case),
            Some(("history", id)) => LadderId::parse(id).map_or_else(|_| other(), Self::History),
            Some(("colleague", id)) => EntryId::parse(id).map_or_else(|_| other(), Self::Colleague),
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

    /// Whether its value is an assessment.
    pub fn is_assessment(&self) -> bool {
        matches!(self, Self::Assessment(_))
    }

    /// Whether its value is a book.
    pub fn is_book(&self) -> bool {
        !matches!(self, Self::Assessment(_) | Self::Settings | Self::Deleted | Self::Recovered { .. } | Self::Other(_))
    }

    /// The ladder of which it says something.
    pub fn ladder(&self) -> Option<&LadderId> {
        match self {
            Self::Assessment(ladder) | Self::Plan(ladder) | Self::Case(ladder) | Self::History(ladder) => Some(ladder),
            _ => None,
        }
    }

    /// The same of another ladder, where it is of one: for a ladder that has, or had, another id.
    #[must_use]
    pub fn of_ladder(&self, ladder: LadderId) -> Self {
        match self {
            Self::Assessment(_) => Self::Assessment(ladder),
            Self::Plan(_) => Self::Plan(ladder),
            Self::Case(_) => Self::Case(ladder),
            Self::History(_) => Self::History(ladder),
            other => other.clone(),
        }
    }
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Assessment(ladder) => write!(f, "assessment:{ladder}"),
            Self::Growth => f.write_str("growth"),
            Self::Journal => f.write_str("journal"),
            Self::Plan(ladder) => write!(f, "plan:{ladder}"),
            Self::Case(ladder) => write!(f, "case:{ladder}"),
            Self::History(ladder) => write!(f, "history:{ladder}"),
            Self::Colleague(id) => write!(f, "colleague:{}", id.as_str()),
            Self::Settings => f.write_str("settings"),
            Self::Deleted => f.write_str("deleted"),
            Self::Recovered { of, at } => write!(f, "recovered:{of}:{at}"),
            Self::Other(text) => f.write_str(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Base, EntryId, Key, What};
    use crate::ladder::LadderId;

    fn assessment() -> What {
        What::Assessment(LadderId::parse("customer-support").unwrap())
    }

    #[test]
    fn keys_round_trip() {
        let recovered = What::Recovered { of: "assessment:customer-support".into(), at: 1_795_000_000_000 };
        let ladder = || LadderId::parse("customer-support").unwrap();
        let colleague = What::Colleague(EntryId::parse("0190a").unwrap());
        let books = [What::Growth, What::Journal, What::Plan(ladder()), What::Case(ladder()), What::History(ladder())];
        let others = [assessment(), What::Settings, What::Deleted, recovered, What::Other("later".into()), colleague];
        for what in books.into_iter().chain(others) {
            for base in ["/", "/rungs/", "/a/b:c/", "/a%3A/"] {
                let key = Key::new(&Base::new(base), what.clone());
                assert_eq!(Key::parse(&key.to_string()), Some(key));
            }
        }
    }

    #[test]
    fn a_key_reads_as_it_was_designed() {
        assert_eq!(
            Key::new(&Base::new("/rungs/"), assessment()).to_string(),
            "rungs:/rungs/:assessment:customer-support"
        );
    }

    #[test]
    fn keys_of_other_sites_are_not_ours() {
        for text in [
            "",
            "rungs",
            "rungs:",
            "rungs:settings",
            "rungs:rungs:settings",
            "rungs:rungs/:settings",
            "other:/rungs/:settings",
            "theme",
        ] {
            assert_eq!(Key::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_malformed_ladder_id_or_time_is_kept_as_it_is() {
        for text in
            ["assessment:Bad Id", "plan:", "colleague:A", "recovered:settings", "recovered:settings:007", "later"]
        {
            assert_eq!(What::parse(text), What::Other(text.into()));
        }
    }
}
