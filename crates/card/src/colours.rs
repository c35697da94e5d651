//! The colours of the stylesheet's light theme, read from its tokens, so that they are written down once.

use rungs_core::compare::Change;

use crate::CardError;

const TOKENS: &str = include_str!("../../../styles/tokens.css");

/// The colours that a preview uses, as `#rrggbb`.
pub struct Colours {
    /// What everything stands on.
    pub paper: String,
    /// Text.
    pub ink: String,
    /// Text of less weight.
    pub ink_soft: String,
    /// Fine lines and what stays in the background.
    pub line: String,
    /// Lines that must be seen.
    pub line_strong: String,
    /// The colour of the site.
    pub accent: String,
}

impl Colours {
    /// Those of the stylesheet, with the site's own accent if it has one.
    ///
    /// # Errors
    /// [`CardError::Colour`] names what is no colour.
    pub fn of(accent: Option<&str>) -> Result<Self, CardError> {
        let accent = match accent {
            Some(own) => checked(own)?,
            None => token("--accent")?,
        };
        Ok(Self {
            paper: token("--paper")?,
            ink: token("--ink")?,
            ink_soft: token("--ink-soft")?,
            line: token("--line")?,
            line_strong: token("--line-strong")?,
            accent,
        })
    }
}

/// The colour of a change.
pub fn change(change: Change) -> Result<String, CardError> {
    token(&format!("--{}", change.word()))
}

/// A token of the stylesheet's first block, which holds the light theme.
fn token(name: &str) -> Result<String, CardError> {
    let light = TOKENS.split_once(":root {").and_then(|(_, rest)| rest.split_once('}'));
    let declared = light.into_iter().flat_map(|(block, _)| block.lines()).find_map(|line| {
        let (declared, value) = line.trim().split_once(':')?;
        (declared == name).then(|| value.trim().trim_end_matches(';').to_owned())
    });
    declared.and_then(|colour| checked(&colour).ok()).ok_or_else(|| CardError::Colour(name.to_owned()))
}

/// The colour, if it is written as `#rrggbb`.
fn checked(colour: &str) -> Result<String, CardError> {
    let digits = colour.strip_prefix('#').unwrap_or_default();
    let is_colour = digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    if is_colour { Ok(colour.to_owned()) } else { Err(CardError::Colour(colour.to_owned())) }
}

#[cfg(test)]
mod tests {
    use super::{CardError, Change, Colours, change, token};

    #[test]
    fn the_stylesheet_has_every_colour_that_is_drawn() {
        assert!(Colours::of(None).is_ok());
        assert!(Change::ALL.into_iter().all(|kind| change(kind).is_ok()));
    }

    #[test]
    fn a_token_that_is_not_there_or_no_colour_is_named() {
        for name in ["--nowhere", "--sans"] {
            assert_eq!(token(name), Err(CardError::Colour(name.to_owned())));
        }
    }

    #[test]
    fn the_sites_accent_takes_the_place_of_the_stylesheets() {
        let colours = Colours::of(Some("#7a3e86")).unwrap();
        assert_eq!(colours.accent, "#7a3e86");
        assert_eq!(Colours::of(Some("red")).err(), Some(CardError::Colour("red".into())));
    }
}
