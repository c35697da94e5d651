//! The pictures that chats show of links, one for each ladder, level and comparison, and one for all other pages.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use rungs_card::{Card, icon, preview};
use rungs_core::ladder::{Catalogue, Ladder, Level};
use rungs_core::route::{LevelRef, Place, Route};

use crate::pages;

/// The folder of previews, below the base.
const FOLDER: &str = "previews";
/// What the site is, on its own preview.
const SUMMARY: &str = "See what changes from one level to the next.";
/// Icons for what does not draw SVG, or not as quickly, with their sizes in pixels. A browser may draw the icon of a tab anew
/// with each change of the address, and takes milliseconds for SVG.
const ICONS: [(&str, &str, u32); 5] = [
    ("icon-64.png", include_str!("../../../public/favicon.svg"), 64),
    ("icon-192.png", include_str!("../../../public/favicon.svg"), 192),
    ("icon-512.png", include_str!("../../../public/favicon.svg"), 512),
    ("icon-maskable-512.png", include_str!("../../../public/icon-maskable.svg"), 512),
    ("apple-touch-icon.png", include_str!("../../../public/icon-maskable.svg"), 180),
];

/// Draws the previews of these places into a folder. One that lies in the store of earlier ones is not
/// drawn again.
///
/// # Errors
/// Where a picture cannot be drawn or written.
pub fn draw(places: &[Place], catalogue: &Catalogue, to: &Path, store: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(to.join(FOLDER))?;
    fs::create_dir_all(store)?;
    // Another program may draw otherwise.
    let program = fs::metadata(env::current_exe()?)?;
    let program = format!("{:?} {}", program.modified()?, program.len());
    for place in places {
        let file = to.join(pages::picture(&place.route));
        if !file.exists() {
            fs::write(file, drawn(&card(place, catalogue), &program, store)?)?;
        }
    }
    Ok(())
}

/// Draws the icons into a folder.
///
/// # Errors
/// Where one cannot be drawn or written.
pub fn draw_icons(to: &Path) -> Result<(), Box<dyn Error>> {
    for (file, svg, size) in ICONS {
        fs::write(to.join(file), icon(svg, size)?)?;
    }
    Ok(())
}

/// The picture of a card. What is drawn follows from the card and the program alone.
fn drawn(card: &Card, program: &str, store: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
    let kept = store.join(format!("{:016x}.png", fingerprint(&format!("{program} {card:?}"))));
    if let Ok(bytes) = fs::read(&kept) {
        return Ok(bytes);
    }
    let bytes = preview(card)?;
    // Written beside and moved, so that a build that is cut off leaves no half of a picture.
    let half = kept.with_extension(format!("{}.part", std::process::id()));
    fs::write(&half, &bytes)?;
    fs::rename(half, kept)?;
    Ok(bytes)
}

/// FNV-1a, of 64 bits.
fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

fn card(place: &Place, catalogue: &Catalogue) -> Card {
    let site = &catalogue.index.site;
    let found = || match &place.route {
        Route::Ladder(id) => Some(Card::of_ladder(site, catalogue.ladder(id)?)),
        Route::Level(level) => level_of(catalogue, level).map(|(ladder, level)| Card::of_level(site, ladder, level)),
        Route::Compare(columns) => {
            let mut levels = columns.iter().map(|level| level_of(catalogue, level));
            let ((ladder, from), (_, to)) = (levels.next()??, levels.next()??);
            Some(Card::of_comparison(site, ladder, from, to))
        }
        _ => None,
    };
    found().unwrap_or_else(|| Card::of_site(&catalogue.index, SUMMARY))
}

/// A level with its ladder.
pub fn level_of<'a>(catalogue: &'a Catalogue, level: &LevelRef) -> Option<(&'a Ladder, &'a Level)> {
    let ladder = catalogue.ladder(&level.ladder)?;
    Some((ladder, ladder.level(&level.level)?))
}
