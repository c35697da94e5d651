//! The figures at the foot of a preview: "5 new  1 raised  6 kept".

use crate::CardError;
use crate::colours::Colours;
use crate::compose::{LEFT, ROOM};
use crate::fonts::{Weight, width};
use crate::svg::{Ink, Svg};

/// On which height they stand.
const FOOT: f32 = 564.0;
/// Sizes of the number and its word, and the space after both: the first that fits is taken.
const SIZES: [[f32; 3]; 5] =
    [[54.0, 34.0, 44.0], [46.0, 30.0, 34.0], [38.0, 26.0, 26.0], [30.0, 21.0, 18.0], [23.0, 17.0, 13.0]];

/// A number and its word.
pub struct Figure {
    /// How many.
    pub count: usize,
    /// Of what.
    pub word: &'static str,
    /// The colour of the number.
    pub colour: String,
}

/// Draws them side by side, as large as there is room.
pub fn figures(svg: &mut Svg, figures: &[Figure], colours: &Colours) -> Result<(), CardError> {
    let mut sizes = SIZES[SIZES.len() - 1];
    for tried in SIZES {
        if breadth(figures, tried)? <= ROOM {
            sizes = tried;
            break;
        }
    }
    let [number, word, after] = sizes;
    let mut x = LEFT;
    for figure in figures {
        let ink = Ink { weight: Weight::Bold, size: number, colour: &figure.colour };
        svg.text(x, FOOT, ink, &figure.count.to_string());
        let ink = Ink { weight: Weight::Medium, size: word, colour: &colours.ink_soft };
        svg.text(x + word_at(figure, sizes)?, FOOT, ink, figure.word);
        x += breadth_of(figure, sizes)? + after;
    }
    Ok(())
}

/// Where the word of a figure begins.
fn word_at(figure: &Figure, [number, word, _]: [f32; 3]) -> Result<f32, CardError> {
    Ok((width(&figure.count.to_string(), Weight::Bold, number)? + word * 0.36).round())
}

fn breadth_of(figure: &Figure, sizes: [f32; 3]) -> Result<f32, CardError> {
    Ok((word_at(figure, sizes)? + width(figure.word, Weight::Medium, sizes[1])?).round())
}

fn breadth(figures: &[Figure], sizes: [f32; 3]) -> Result<f32, CardError> {
    let mut breadth = 0.0;
    for (place, figure) in figures.iter().enumerate() {
        breadth += breadth_of(figure, sizes)? + if place > 0 { sizes[2] } else { 0.0 };
    }
    Ok(breadth)
}
