//! Ids: one opaque type for each kind of thing, with one constructor that can fail.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Why a text is not an id. An id is `[a-z0-9]+(-[a-z0-9]+)*`, at most 64 characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdError {
    /// There is no text.
    Empty,
    /// It has more than 64 characters.
    TooLong,
    /// This character cannot stand in an id.
    Character(char),
    /// A hyphen stands at an end or beside another hyphen.
    Hyphen,
}

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("an id cannot be empty"),
            Self::TooLong => f.write_str("an id has at most 64 characters"),
            Self::Character(c) => {
                write!(f, "an id holds only a to z, 0 to 9 and single hyphens, not `{}`", c.escape_default())
            }
            Self::Hyphen => f.write_str("a hyphen in an id stands between letters or digits"),
        }
    }
}

/// Checks the form that all ids share.
pub(crate) fn check(text: &str) -> Result<(), IdError> {
    const LONGEST: usize = 64;
    if text.is_empty() {
        return Err(IdError::Empty);
    }
    if text.len() > LONGEST {
        return Err(IdError::TooLong);
    }
    if let Some(bad) = text.chars().find(|c| !matches!(c, 'a'..='z' | '0'..='9' | '-')) {
        return Err(IdError::Character(bad));
    }
    if text.starts_with('-') || text.ends_with('-') || text.contains("--") {
        return Err(IdError::Hyphen);
    }
    Ok(())
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Box<str>);

        impl $name {
            /// Reads an id.
            ///
            /// # Errors
            /// [`IdError`] says what is malformed.
            pub fn parse(text: &str) -> Result<Self, IdError> {
                check(text).map(|()| Self(text.into()))
            }

            /// The id as it is written in ladder files and links.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;
            fn try_from(text: String) -> Result<Self, IdError> {
                check(&text).map(|()| Self(text.into_boxed_str()))
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0.into_string()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// Names a ladder among all ladders of the site: the stem of its file's name.
    LadderId
    /// Names a track in its ladder.
    TrackId
    /// Names a level in its ladder.
    LevelId
    /// Names a competency in its ladder.
    CompetencyId
    /// Names a step in its competency.
    StepId
    /// Names an expectation in its ladder; statements of steps share this namespace.
    ExpectationId
    /// Names a requirement in its level, nested ones included.
    RequirementId
    /// Names a rule in its ladder.
    RuleId
    /// Names a theme in the vocabulary shared by all ladders.
    ThemeId
}

#[cfg(test)]
mod tests {
    use super::{IdError, LevelId};

    #[test]
    fn lower_case_letters_digits_and_single_hyphens_make_an_id() {
        for text in ["a", "l2", "senior-engineer", "2-plus"] {
            assert_eq!(LevelId::parse(text).unwrap().as_str(), text);
        }
    }

    #[test]
    fn an_error_names_what_is_malformed() {
        let error = |text: &str| LevelId::parse(text).unwrap_err();
        assert_eq!(error(""), IdError::Empty);
        assert_eq!(error("Senior"), IdError::Character('S'));
        assert_eq!(error("a b"), IdError::Character(' '));
        assert_eq!(error("-a"), IdError::Hyphen);
        assert_eq!(error("a--b"), IdError::Hyphen);
        assert_eq!(error(&"a".repeat(65)), IdError::TooLong);
        assert_eq!(error("ä").to_string(), "an id holds only a to z, 0 to 9 and single hyphens, not `\\u{e4}`");
    }
}
