//! How a preview is laid out: the site at the head, what the page is about in the middle as large as it can be,
//! figures at the foot, and the ladder at the right.

use rungs_core::compare::Counts;

use crate::card::{Card, Rungs, Subject};
use crate::colours::{self, Colours};
use crate::figures::{Figure, figures};
use crate::fit::{Fitted, Setting, fit};
use crate::fonts::{Weight, drawable};
use crate::svg::{Ink, Svg};
use crate::{CardError, bar, rungs};

/// The left edge of everything.
pub const LEFT: f32 = 72.0;
/// How wide a text can be beside the ladder.
pub const ROOM: f32 = 808.0;
/// The baseline of the site's name.
const HEAD: f32 = 98.0;
/// Between which heights the middle of a page stands, and that of a comparison, which has a bar below it.
const PAGE: (f32, f32) = (126.0, 478.0);
const STEP: (f32, f32) = (120.0, 440.0);

/// From the top of a line to its baseline, and from an arrow to the name after it, in sizes of the letters.
const RISE: f32 = 0.93;
const ARROW: f32 = 1.2;

const SITE: [Setting; 2] = [(34.0, 1), (28.0, 1)];
const EYEBROW: [Setting; 2] = [(34.0, 1), (28.0, 1)];
const TITLE: [Setting; 4] = [(92.0, 1), (76.0, 1), (72.0, 2), (60.0, 2)];
const SUMMARY: [Setting; 2] = [(36.0, 2), (32.0, 3)];
const FROM: [Setting; 3] = [(54.0, 1), (46.0, 1), (40.0, 2)];
const TO: [Setting; 4] = [(80.0, 1), (68.0, 1), (62.0, 2), (52.0, 2)];

/// Lines of one look, the space above them, and the sign to their left.
struct Block<'a> {
    above: f32,
    sign: Option<(&'static str, &'a str)>,
    weight: Weight,
    colour: &'a str,
    fitted: Fitted,
}

impl<'a> Block<'a> {
    fn new(text: &str, weight: Weight, colour: &'a str, ways: &[Setting]) -> Result<Self, CardError> {
        Ok(Self { above: 0.0, sign: None, weight, colour, fitted: fit(text, weight, ROOM, ways)? })
    }

    /// A name after an arrow of that colour, its lines below each other.
    fn after_arrow(text: &str, colour: &'a str, arrow: &'a str, ways: &[Setting]) -> Result<Self, CardError> {
        let largest = ways.iter().map(|(size, _)| *size).fold(0.0, f32::max);
        let fitted = fit(text, Weight::Bold, ROOM - largest * ARROW, ways)?;
        Ok(Self { above: 0.0, sign: Some(("→", arrow)), weight: Weight::Bold, colour, fitted })
    }

    /// Where its lines begin.
    fn left(&self) -> f32 {
        LEFT + if self.sign.is_some() { self.fitted.size * ARROW } else { 0.0 }
    }

    /// The same, so many pixels below what stands above it.
    fn below(self, above: f32) -> Self {
        Self { above, ..self }
    }

    fn height(&self) -> f32 {
        self.above + self.fitted.height()
    }
}

/// The drawing of a preview, as SVG.
///
/// # Errors
/// [`CardError`] where a colour or the font is not there.
pub fn drawing(card: &Card) -> Result<String, CardError> {
    let colours = Colours::of(card.accent.as_deref())?;
    let mut svg = Svg::on(&colours.paper);
    mark(&mut svg, &colours);
    match &card.subject {
        Subject::Site { summary, figures } => {
            rungs::draw(&mut svg, Rungs { count: 5, ..Rungs::default() }, &colours);
            page(&mut svg, [None, drawable(&card.site), drawable(summary)], figures, &colours)?;
        }
        Subject::Ladder { name, summary, figures, rungs } => {
            rungs::draw(&mut svg, *rungs, &colours);
            site_name(&mut svg, card, &colours)?;
            page(&mut svg, [None, Some(name.drawn()), drawable(summary)], figures, &colours)?;
        }
        Subject::Level { ladder, name, place, figures, rungs } => {
            rungs::draw(&mut svg, *rungs, &colours);
            site_name(&mut svg, card, &colours)?;
            page(&mut svg, [Some(ladder.drawn()), Some(name.drawn()), drawable(place)], figures, &colours)?;
        }
        Subject::Comparison { ladder, from, to, counts, rungs } => {
            rungs::draw(&mut svg, *rungs, &colours);
            site_name(&mut svg, card, &colours)?;
            comparison(&mut svg, [ladder.drawn(), from.drawn(), to.drawn()], counts, &colours)?;
        }
    }
    Ok(svg.finish())
}

/// The site's mark, as in the icon: a small ladder.
fn mark(svg: &mut Svg, colours: &Colours) {
    let (left, right, top, foot) = (LEFT + 3.0, LEFT + 27.0, HEAD - 34.0, HEAD + 8.0);
    svg.stroke((left, top), (left, foot), 5.0, &colours.accent);
    svg.stroke((right, top), (right, foot), 5.0, &colours.accent);
    for rung in [10.0, 21.0, 32.0] {
        svg.stroke((left, top + rung), (right, top + rung), 5.0, &colours.accent);
    }
}

/// The site's name beside its mark; nothing where the font lacks its letters.
fn site_name(svg: &mut Svg, card: &Card, colours: &Colours) -> Result<(), CardError> {
    const AFTER_MARK: f32 = 50.0;
    let name = drawable(&card.site).unwrap_or_default();
    let fitted = fit(&name, Weight::Bold, ROOM - AFTER_MARK, &SITE)?;
    let ink = Ink { weight: Weight::Bold, size: fitted.size, colour: &colours.ink };
    fitted.lines.iter().for_each(|line| svg.text(LEFT + AFTER_MARK, HEAD, ink, line));
    Ok(())
}

/// A page about one thing: what it belongs to, its name, a sentence, and figures at the foot.
fn page(
    svg: &mut Svg,
    [eyebrow, name, summary]: [Option<String>; 3],
    counted: &[(usize, &'static str)],
    colours: &Colours,
) -> Result<(), CardError> {
    let eyebrow = Block::new(&eyebrow.unwrap_or_default(), Weight::Medium, &colours.ink_soft, &EYEBROW)?;
    let name = Block::new(&name.unwrap_or_default(), Weight::Bold, &colours.ink, &TITLE)?.below(6.0);
    let summary = Block::new(&summary.unwrap_or_default(), Weight::Medium, &colours.ink_soft, &SUMMARY)?.below(18.0);
    middle(svg, &[eyebrow, name, summary], PAGE);
    let present = counted.iter().filter(|(count, _)| *count > 0);
    let plain: Vec<Figure> =
        present.map(|&(count, word)| Figure { count, word, colour: colours.ink.clone() }).collect();
    figures(svg, &plain, colours)
}

/// Two levels, the second the larger, the bar of changes and their counts.
fn comparison(
    svg: &mut Svg,
    [ladder, from, to]: [String; 3],
    counts: &Counts,
    colours: &Colours,
) -> Result<(), CardError> {
    let ladder = Block::new(&ladder, Weight::Medium, &colours.ink_soft, &EYEBROW)?;
    let from = Block::new(&from, Weight::Medium, &colours.ink_soft, &FROM)?.below(20.0);
    let to = Block::after_arrow(&to, &colours.ink, &colours.accent, &TO)?.below(6.0);
    middle(svg, &[ladder, from, to], STEP);
    bar::draw(svg, counts, colours)?;
    let present = counts
        .present()
        .map(|(change, count)| Ok(Figure { count, word: change.word(), colour: colours::change(change)? }));
    let present = present.collect::<Result<Vec<Figure>, CardError>>()?;
    figures(svg, &present, colours)
}

/// Blocks below each other, in the middle between two heights.
fn middle(svg: &mut Svg, blocks: &[Block], (top, foot): (f32, f32)) {
    let blocks: Vec<&Block> = blocks.iter().filter(|block| !block.fitted.lines.is_empty()).collect();
    let height: f32 = blocks.iter().map(|block| block.height()).sum();
    let mut y = ((top + foot - height) / 2.0).round();
    for block in blocks {
        let Fitted { size, lines } = &block.fitted;
        let ink = Ink { weight: block.weight, size: *size, colour: block.colour };
        y += block.above;
        if let Some((sign, colour)) = block.sign {
            // The arrow's own margin goes, so that its tail and the letters above stand in one line.
            svg.text(LEFT - size * 0.1, (y + size * RISE).round(), Ink { colour, ..ink }, sign);
        }
        for line in lines {
            svg.text(block.left(), (y + size * RISE).round(), ink, line);
            y += block.fitted.leading();
        }
    }
}
