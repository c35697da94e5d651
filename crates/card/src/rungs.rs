//! The ladder at the right of a picture: a rung for each rank, those that the page is about marked;
//! all of them where it is about the whole.

use crate::PREVIEW;
use crate::card::Rungs;
use crate::colours::Colours;
use crate::svg::Svg;

/// The rails' middles.
const RAILS: (f32, f32) = (980.0, 1112.0);
/// Between which heights the rungs stand.
const SPAN: (f32, f32) = (118.0, 512.0);
/// The most rungs that can be told apart; on a longer ladder the marked ones stand in proportion.
const MOST: usize = 14;
const THIN: f32 = 12.0;
const THICK: f32 = 20.0;

/// Draws the ladder, its rails from edge to edge.
pub fn draw(svg: &mut Svg, rungs: Rungs, colours: &Colours) {
    for rail in [RAILS.0, RAILS.1] {
        svg.stroke((rail, -THICK), (rail, PREVIEW.1 as f32 + THICK), THIN, &colours.line);
    }
    let shown = rungs.count.clamp(1, MOST);
    let all = rungs.from.is_none() && rungs.to.is_none();
    for place in 0..shown {
        let (width, colour) = if all { (THICK, &colours.accent) } else { (THIN, &colours.line) };
        rung(svg, height(place, shown), width, colour);
    }
    for (marked, colour) in [(rungs.from, &colours.line_strong), (rungs.to, &colours.accent)] {
        let place = marked.map(|place| place * (shown - 1) / rungs.count.saturating_sub(1).max(1));
        place.into_iter().for_each(|place| rung(svg, height(place, shown), THICK, colour));
    }
}

fn rung(svg: &mut Svg, y: f32, width: f32, colour: &str) {
    svg.stroke((RAILS.0, y), (RAILS.1, y), width, colour);
}

/// How high a rung stands: the lowest at the foot of the span, a single one in its middle.
fn height(place: usize, count: usize) -> f32 {
    let (top, foot) = SPAN;
    match count {
        0 | 1 => (top + foot) / 2.0,
        _ => (foot - place as f32 * (foot - top) / (count - 1) as f32).round(),
    }
}
