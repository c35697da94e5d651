//! Text into a given width: as large as it can be, then on more lines, then cut.

use unicode_segmentation::UnicodeSegmentation;

use crate::CardError;
use crate::fonts::{Weight, width};

/// A way to set a text: the size in pixels and the most lines.
pub type Setting = (f32, usize);

/// A text as it is set.
#[derive(Clone, Debug, PartialEq)]
pub struct Fitted {
    /// The size of its letters in pixels.
    pub size: f32,
    /// Its lines; none for an empty text.
    pub lines: Vec<String>,
}

impl Fitted {
    /// From the baseline of one line to that of the next, in pixels.
    pub fn leading(&self) -> f32 {
        (self.size * 1.16).round()
    }

    /// The height of all lines in pixels.
    pub fn height(&self) -> f32 {
        self.leading() * self.lines.len() as f32
    }
}

/// Sets a text in the first way in which it fits; in the last one whatever it is, cut with an ellipsis.
///
/// # Errors
/// [`CardError::Font`] where the font cannot be read.
pub fn fit(text: &str, weight: Weight, room: f32, ways: &[Setting]) -> Result<Fitted, CardError> {
    let mut fitted = Fitted { size: 0.0, lines: Vec::new() };
    for &(size, most) in ways {
        fitted = Fitted { size, lines: wrap(text, weight, size, room)? };
        if fitted.lines.len() <= most && fits(&fitted.lines, weight, size, room)? {
            return Ok(fitted);
        }
        fitted.lines = cut(&fitted.lines, most, weight, size, room)?;
    }
    Ok(fitted)
}

fn fits(lines: &[String], weight: Weight, size: f32, room: f32) -> Result<bool, CardError> {
    for line in lines {
        if width(line, weight, size)? > room {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Breaks between words; a word that is too wide has a line of its own.
fn wrap(text: &str, weight: Weight, size: f32, room: f32) -> Result<Vec<String>, CardError> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        if let Some(last) = lines.last_mut() {
            let longer = format!("{last} {word}");
            if width(&longer, weight, size)? <= room {
                *last = longer;
                continue;
            }
        }
        lines.push(word.to_owned());
    }
    Ok(lines)
}

/// The first lines, each as far as there is room, the last with an ellipsis if something follows.
fn cut(lines: &[String], most: usize, weight: Weight, size: f32, room: f32) -> Result<Vec<String>, CardError> {
    let shown = lines.len().min(most);
    let mut cut = Vec::new();
    for (place, line) in lines[..shown].iter().enumerate() {
        let more = place + 1 == shown && lines.len() > most;
        cut.push(cut_line(line, more, weight, size, room)?);
    }
    Ok(cut)
}

fn cut_line(line: &str, more: bool, weight: Weight, size: f32, room: f32) -> Result<String, CardError> {
    if !more && width(line, weight, size)? <= room {
        return Ok(line.to_owned());
    }
    let letters: Vec<&str> = line.graphemes(true).collect();
    for kept in (1..=letters.len()).rev() {
        let shorter = format!("{}…", letters[..kept].concat().trim_end_matches([' ', ',', ';', ':', '.']));
        if width(&shorter, weight, size)? <= room {
            return Ok(shorter);
        }
    }
    Ok("…".to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Fitted, Weight, fit, width};

    const WAYS: [(f32, usize); 2] = [(60.0, 1), (40.0, 2)];

    fn lines(text: &str, room: f32) -> (f32, Vec<String>) {
        let Fitted { size, lines } = fit(text, Weight::Bold, room, &WAYS).unwrap();
        assert!(lines.iter().all(|line| width(line, Weight::Bold, size).unwrap() <= room));
        (size, lines)
    }

    #[test]
    fn a_short_name_is_large_on_one_line() {
        assert_eq!(lines("Baker", 400.0), (60.0, vec!["Baker".to_owned()]));
    }

    #[test]
    fn a_longer_name_is_smaller_on_two_lines() {
        let expected = vec!["Customer Engineering".to_owned(), "Lead".to_owned()];
        assert_eq!(lines("Customer Engineering Lead", 450.0), (40.0, expected));
    }

    #[test]
    fn a_name_beyond_that_is_cut_between_letters() {
        let (_, cut) = lines("Customer Engineering Lead of a Very Large Organisation", 450.0);
        assert_eq!(cut, ["Customer Engineering", "Lead of a Very Large…"]);
        let (_, cut) = lines("Donaudampfschifffahrtsgesellschaftskapitän", 450.0);
        assert!(cut.len() == 1 && cut[0].starts_with("Donaudampfschiff") && cut[0].ends_with('…'), "{cut:?}");
    }

    #[test]
    fn nothing_takes_no_line() {
        assert_eq!(lines("", 400.0).1, Vec::<String>::new());
    }
}
