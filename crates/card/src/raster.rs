//! From a drawing to the bytes of a PNG.

use png::{BitDepth, ColorType, Compression, Encoder, EncodingError, Filter};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use crate::palette::{Indexed, indexed};
use crate::{CardError, fonts};

/// Draws an SVG over the whole of so many pixels, and writes them.
pub fn png(svg: &str, size: (u32, u32)) -> Result<Vec<u8>, CardError> {
    let pixels = draw(&read(svg)?, size)?;
    encode(&indexed(&pixels), size).map_err(|error| CardError::Png(error.to_string()))
}

/// Reads SVG text; of fonts it can use ours alone.
pub fn read(svg: &str) -> Result<Tree, CardError> {
    let options = Options { font_family: fonts::FAMILY.to_owned(), fontdb: fonts::database(), ..Options::default() };
    Tree::from_str(svg, &options).map_err(|error| CardError::Drawing(error.to_string()))
}

/// The pixels as red, green, blue and opacity.
fn draw(tree: &Tree, (width, height): (u32, u32)) -> Result<Vec<[u8; 4]>, CardError> {
    let mut pixmap = Pixmap::new(width, height).ok_or(CardError::Size(width))?;
    let size = tree.size();
    let scale = Transform::from_scale(width as f32 / size.width(), height as f32 / size.height());
    resvg::render(tree, scale, &mut pixmap.as_mut());
    let straight = pixmap.pixels().iter().map(|pixel| {
        let colour = pixel.demultiply();
        [colour.red(), colour.green(), colour.blue(), colour.alpha()]
    });
    Ok(straight.collect())
}

fn encode(picture: &Indexed, (width, height): (u32, u32)) -> Result<Vec<u8>, EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, width, height);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(
        picture.colours.iter().flat_map(|[red, green, blue, _]| [*red, *green, *blue]).collect::<Vec<_>>(),
    );
    if picture.colours.iter().any(|colour| colour[3] < u8::MAX) {
        encoder.set_trns(picture.colours.iter().map(|colour| colour[3]).collect::<Vec<_>>());
    }
    encoder.set_compression(Compression::High);
    // Neighbouring places of a palette mean nothing: filters would only hide what repeats.
    encoder.set_filter(Filter::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&picture.places)?;
    writer.finish()?;
    Ok(bytes)
}
