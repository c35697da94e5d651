//! Draws, when the site is built, the pictures that stand for it elsewhere: the preview that a chat shows
//! of a link, and icons. Nothing of this is in the page.
//!
//! The same input gives the same bytes, whatever fonts the machine has: the font is part of this crate,
//! and the colours are those of the site's own stylesheet in the light.

mod bar;
mod card;
mod colours;
mod compose;
mod figures;
mod fit;
mod fonts;
mod palette;
mod raster;
mod rungs;
mod svg;

use std::fmt;

pub use card::{Card, Name, Rungs, Subject};

/// The size of a preview in pixels, as Open Graph wants it.
pub const PREVIEW: (u32, u32) = (1200, 630);

/// Why there is no picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CardError {
    /// The stylesheet has no such colour among its tokens, or it is not written as `#rrggbb`.
    Colour(String),
    /// A font of this crate cannot be read.
    Font,
    /// The drawing is not SVG; what the reader of SVG says.
    Drawing(String),
    /// An icon of that many pixels cannot be made.
    Size(u32),
    /// The pixels cannot be written as PNG; what the encoder says.
    Png(String),
}

impl fmt::Display for CardError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Colour(name) => write!(f, "`{name}` is no colour: write it as `#rrggbb`"),
            Self::Font => f.write_str("a font in crates/card/fonts cannot be read: restore the file"),
            Self::Drawing(why) => write!(f, "the drawing cannot be read: {why}"),
            Self::Size(pixels) => write!(f, "an icon has 1 to 4096 pixels a side, not {pixels}"),
            Self::Png(why) => write!(f, "the picture cannot be written: {why}"),
        }
    }
}

impl std::error::Error for CardError {}

/// The preview of a page: a PNG of [`PREVIEW`] pixels.
///
/// Names that are too long are set smaller, then on two lines, then cut with an ellipsis. Of a text, signs
/// that the font lacks, such as emoji, are left out; where it lacks a letter, the id stands for a name, and
/// a summary is left out.
///
/// # Errors
/// [`CardError`] where the accent is not a colour; all else is a mistake in this crate or the stylesheet.
pub fn preview(card: &Card) -> Result<Vec<u8>, CardError> {
    raster::png(&compose::drawing(card)?, PREVIEW)
}

/// A square icon: a PNG of `size` pixels a side from the text of an SVG file. What the drawing leaves free stays
/// transparent.
///
/// # Errors
/// [`CardError`] where the text is not SVG, or the size is 0 or beyond 4096 pixels.
pub fn icon(svg: &str, size: u32) -> Result<Vec<u8>, CardError> {
    match size {
        1..=4096 => raster::png(svg, (size, size)),
        _ => Err(CardError::Size(size)),
    }
}
