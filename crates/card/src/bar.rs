//! The bar of a comparison: one field for each expectation, as on its page; of very many, one piece for each
//! change, in proportion.

use rungs_core::compare::{Change, Counts};

use crate::CardError;
use crate::colours::{Colours, change as colour_of};
use crate::compose::{LEFT, ROOM};
use crate::fonts::Weight;
use crate::svg::{Ink, Svg};

const TOP: f32 = 456.0;
const HEIGHT: f32 = 44.0;
const GAP: f32 = 6.0;
const WIDEST: f32 = 46.0;
const NARROWEST: f32 = 8.0;
/// From this width on a field has room for its sign.
const SIGNED: f32 = 26.0;

/// A field: what it counts, its left edge and its width.
type Field = (Change, f32, f32);

/// Draws it.
pub fn draw(svg: &mut Svg, counts: &Counts, colours: &Colours) -> Result<(), CardError> {
    for (change, x, width) in fields(counts) {
        let colour = colour_of(change)?;
        let place = [x, TOP, width, HEIGHT];
        let sign = match change {
            Change::Kept => {
                svg.outlined(place, 5.0, 2.5, &colours.line_strong);
                &colour
            }
            Change::Dropped => {
                svg.outlined(place, 5.0, 2.5, &colour);
                &colour
            }
            _ => {
                svg.filled(place, 5.0, &colour);
                &colours.paper
            }
        };
        if width >= SIGNED {
            let ink = Ink { weight: Weight::Bold, size: 26.0, colour: sign };
            svg.centred(x + width / 2.0, TOP + HEIGHT / 2.0 + 9.0, ink, change.sign());
        }
    }
    Ok(())
}

/// The fields from left to right, none beyond the room.
fn fields(counts: &Counts) -> Vec<Field> {
    let total = counts.total() as f32;
    let width = ((ROOM + GAP) / total - GAP).floor().min(WIDEST);
    let single = || counts.present().flat_map(|(change, count)| std::iter::repeat_n((change, width), count));
    let widths: Vec<(Change, f32)> = if width < NARROWEST { shares(counts) } else { single().collect() };
    let mut x = LEFT;
    let placed = widths.into_iter().map(|(change, width)| {
        let field = (change, x, width);
        x += width + GAP;
        field
    });
    placed.collect()
}

/// One width for each change: the least for all, the rest in proportion.
fn shares(counts: &Counts) -> Vec<(Change, f32)> {
    let total = counts.total() as f32;
    let rest = ROOM + GAP - counts.present().count() as f32 * (NARROWEST + GAP);
    counts.present().map(|(change, count)| (change, (NARROWEST + rest * count as f32 / total).floor())).collect()
}

#[cfg(test)]
mod tests {
    use std::iter::repeat_n;

    use super::{Change, Counts, LEFT, ROOM, fields};

    fn counts(each: &[(Change, usize)]) -> Counts {
        Counts::of(each.iter().flat_map(|&(change, count)| repeat_n(change, count)))
    }

    #[test]
    fn a_field_stands_for_each_expectation_in_the_order_of_the_words() {
        let fields = fields(&counts(&[(Change::Kept, 2), (Change::New, 1)]));
        let changes: Vec<Change> = fields.iter().map(|(change, ..)| *change).collect();
        assert_eq!(changes, [Change::New, Change::Kept, Change::Kept]);
    }

    #[test]
    fn however_many_there_are_all_fields_have_room() {
        for many in [0, 1, 7, 40, 58, 59, 100, 5000] {
            let fields = fields(&counts(&[(Change::New, many), (Change::Raised, 1), (Change::Kept, many)]));
            let (_, x, width) = fields[fields.len() - 1];
            assert!(x + width <= LEFT + ROOM && width >= 4.0, "{many}: {x} {width}");
        }
        assert!(fields(&Counts::default()).is_empty());
    }
}
