//! Addresses that are safe to open: only `http`, `https` and `mailto` make a link.

use std::fmt;

use serde::{Deserialize, Serialize};

/// An address whose scheme is `http`, `https` or `mailto`. Nothing else can be held.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SafeUrl(String);

/// Why a text is not a [`SafeUrl`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UrlError {
    /// It does not begin with `http://`, `https://` or `mailto:`.
    Scheme,
    /// White space, a control character or a character that changes the direction of text stands in it.
    Character(char),
    /// Nothing follows the scheme.
    Empty,
}

impl SafeUrl {
    /// Reads an address; white space around it is dropped.
    ///
    /// # Errors
    /// [`UrlError`] says what is wrong; its text tells the user what to write instead.
    pub fn parse(text: &str) -> Result<Self, UrlError> {
        let text = text.trim();
        if let Some(bad) = text.chars().find(|c| !is_allowed(*c)) {
            return Err(UrlError::Character(bad));
        }
        let lower = text.to_ascii_lowercase();
        let scheme = ["https://", "http://", "mailto:"].into_iter().find(|scheme| lower.starts_with(scheme));
        match scheme {
            None => Err(UrlError::Scheme),
            Some(scheme) if lower.len() == scheme.len() => Err(UrlError::Empty),
            Some(_) => Ok(Self(text.to_owned())),
        }
    }

    /// The address as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Bidirectional controls could make an address read as another than it is.
fn is_allowed(c: char) -> bool {
    !(c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}'))
}

impl TryFrom<String> for SafeUrl {
    type Error = UrlError;
    fn try_from(text: String) -> Result<Self, UrlError> {
        Self::parse(&text)
    }
}

impl From<SafeUrl> for String {
    fn from(url: SafeUrl) -> Self {
        url.0
    }
}

impl fmt::Display for SafeUrl {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for UrlError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Scheme => f.write_str("a link begins with https://, http:// or mailto:"),
            Self::Character(c) => write!(f, "a link cannot hold the character U+{:04X}", *c as u32),
            Self::Empty => f.write_str("nothing follows the beginning of the link"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{SafeUrl, UrlError};

    #[test]
    fn the_three_schemes_are_links_and_keep_their_writing() {
        for text in ["https://example.com/a?b#c", "HTTP://example.com", "mailto:someone@example.com"] {
            assert_eq!(SafeUrl::parse(text).map(String::from), Ok(text.to_owned()));
        }
    }

    #[test]
    fn scripts_data_and_disguises_are_not() {
        assert_eq!(SafeUrl::parse("javascript:alert(1)"), Err(UrlError::Scheme));
        assert_eq!(SafeUrl::parse("java\nscript:alert(1)"), Err(UrlError::Character('\n')));
        assert_eq!(SafeUrl::parse("data:text/html,x"), Err(UrlError::Scheme));
        assert_eq!(SafeUrl::parse("https://a\u{202E}b"), Err(UrlError::Character('\u{202E}')));
        assert_eq!(SafeUrl::parse("https://"), Err(UrlError::Empty));
    }
}
