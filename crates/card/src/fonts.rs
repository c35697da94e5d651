//! The font of the pictures: what it can draw, and how wide that is.

use std::sync::{Arc, OnceLock};

use resvg::usvg::fontdb::Database;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

use crate::CardError;

/// The name by which drawings ask for the font.
pub const FAMILY: &str = "Inter";

/// How strong letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Of running text.
    Medium,
    /// Of what is read first.
    Bold,
}

impl Weight {
    /// The number that stands for it in SVG.
    pub fn number(self) -> u16 {
        match self {
            Self::Medium => 500,
            Self::Bold => 700,
        }
    }

    fn file(self) -> &'static [u8] {
        match self {
            Self::Medium => include_bytes!("../fonts/Inter-Medium.ttf"),
            Self::Bold => include_bytes!("../fonts/Inter-Bold.ttf"),
        }
    }

    fn font(self) -> Result<FontRef<'static>, CardError> {
        FontRef::new(self.file()).map_err(|_| CardError::Font)
    }
}

/// Both weights, and no font of this machine.
pub fn database() -> Arc<Database> {
    static DATABASE: OnceLock<Arc<Database>> = OnceLock::new();
    let load = || {
        let mut database = Database::new();
        for weight in [Weight::Medium, Weight::Bold] {
            database.load_font_data(weight.file().to_vec());
        }
        Arc::new(database)
    };
    Arc::clone(DATABASE.get_or_init(load))
}

/// How many pixels a text takes on one line, kerning left aside: it makes texts narrower more than wider.
///
/// # Errors
/// [`CardError::Font`] where the font cannot be read.
pub fn width(text: &str, weight: Weight, size: f32) -> Result<f32, CardError> {
    let font = weight.font()?;
    let (glyphs, metrics) = (font.charmap(), font.glyph_metrics(Size::new(size), LocationRef::default()));
    let advance = |letter| glyphs.map(letter).and_then(|glyph| metrics.advance_width(glyph));
    Ok(text.chars().filter_map(advance).sum())
}

/// What of a text can be drawn, on one line: signs that the font lacks are left out. `None` where it lacks a
/// letter or a digit, or where nothing is left.
pub fn drawable(text: &str) -> Option<String> {
    let glyphs = Weight::Bold.font().ok()?.charmap();
    let has = |letter: char| letter.is_whitespace() || glyphs.map(letter).is_some();
    if text.chars().any(|letter| letter.is_alphanumeric() && !has(letter)) {
        return None;
    }
    let kept: String = text.chars().filter(|letter| has(*letter)).collect();
    let words: Vec<&str> = kept.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::{Weight, drawable, width};

    #[test]
    fn latin_greek_and_cyrillic_are_drawn() {
        for name in ["Développeuse à Łódź", "Μηχανικός", "Старший инженер", "Kỹ sư", "Åse & Øyvind"]
        {
            assert_eq!(drawable(name).as_deref(), Some(name));
        }
    }

    #[test]
    fn signs_that_the_font_lacks_are_left_out() {
        assert_eq!(drawable("🚀 Rocket \u{202e}Lead 👩‍🚀").as_deref(), Some("Rocket Lead"));
    }

    #[test]
    fn a_text_with_a_letter_that_the_font_lacks_is_not_drawn_in_part() {
        for name in ["مهندس", "シニアエンジニア", "Senior 工程师", "🚀", ""] {
            assert_eq!(drawable(name), None);
        }
    }

    #[test]
    fn every_sign_of_a_change_can_be_drawn() {
        for change in rungs_core::compare::Change::ALL {
            assert!(drawable(change.sign()).is_some());
        }
        assert!(drawable("→ …").is_some());
    }

    #[test]
    fn bold_is_wider_than_medium_and_twice_the_size_is_twice_as_wide() {
        let measured = |weight, size| width("Senior Engineer", weight, size).unwrap();
        assert!(measured(Weight::Bold, 40.0) > measured(Weight::Medium, 40.0));
        assert!((measured(Weight::Bold, 80.0) - 2.0 * measured(Weight::Bold, 40.0)).abs() < 0.01);
    }
}
