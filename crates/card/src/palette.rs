//! The few colours of a picture: what it needs of them besides is the soft edge of letters.

use std::collections::HashMap;

/// Red, green, blue and opacity.
pub type Colour = [u8; 4];

/// The most colours that a PNG with a palette holds.
const MOST: usize = 256;

/// A picture by the places of its colours.
#[derive(Debug, PartialEq, Eq)]
pub struct Indexed {
    /// At most 256 colours, the most used first.
    pub colours: Vec<Colour>,
    /// For each pixel the place of its colour.
    pub places: Vec<u8>,
}

/// The picture in its most used colours; each other becomes the one most like it.
pub fn indexed(pixels: &[Colour]) -> Indexed {
    let mut counts: HashMap<Colour, usize> = HashMap::new();
    for run in pixels.chunk_by(|a, b| a == b) {
        *counts.entry(run[0]).or_default() += run.len();
    }
    let mut used: Vec<(Colour, usize)> = counts.into_iter().collect();
    // Colours used equally often stand in an order of their own, so that the same picture gives the same bytes.
    used.sort_unstable_by_key(|(colour, count)| (std::cmp::Reverse(*count), *colour));
    let colours: Vec<Colour> = used.iter().take(MOST).map(|(colour, _)| *colour).collect();
    let places: HashMap<Colour, u8> = used.iter().map(|(colour, _)| (*colour, nearest(*colour, &colours))).collect();
    let runs = pixels.chunk_by(|a, b| a == b);
    let places = runs.flat_map(|run| std::iter::repeat_n(places[&run[0]], run.len())).collect();
    Indexed { colours, places }
}

/// The place of the colour that is most like this one, the first of equals.
fn nearest(colour: Colour, colours: &[Colour]) -> u8 {
    let distance =
        |other: &Colour| -> u32 { colour.iter().zip(other).map(|(a, b)| u32::from(a.abs_diff(*b)).pow(2)).sum() };
    let places = (0..=u8::MAX).zip(colours);
    places.min_by_key(|(_, other)| distance(other)).map_or(0, |(place, _)| place)
}

#[cfg(test)]
mod tests {
    use super::{Indexed, indexed};

    #[test]
    fn few_colours_stay_as_they_are() {
        let (a, b) = ([1, 2, 3, 255], [9, 9, 9, 0]);
        assert_eq!(indexed(&[b, a, a]), Indexed { colours: vec![a, b], places: vec![1, 0, 0] });
    }

    #[test]
    fn of_many_colours_the_rare_become_the_nearest() {
        let grey = |value: u8| [value, value, value, 255];
        let mut pixels: Vec<_> = (0..=255).flat_map(|value| [grey(value); 2]).collect();
        pixels.push([7, 7, 8, 255]);
        let picture = indexed(&pixels);
        assert_eq!(picture.colours.len(), 256);
        assert_eq!(picture.colours[usize::from(picture.places[512])], grey(7));
    }
}
