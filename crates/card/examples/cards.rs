//! Draws the previews of a folder of ladders, to be looked at: `cards <ladders> <where to>`. Prints how many
//! there are, their largest size and the time of each.

use std::error::Error;
use std::path::PathBuf;
use std::time::Instant;
use std::{env, fs};

use rungs_card::{Card, icon, preview};
use rungs_core::ladder::compile::Folder;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args_os().skip(1).map(PathBuf::from);
    let (Some(ladders), Some(to)) = (arguments.next(), arguments.next()) else {
        return Err("usage: cards <folder of ladders> <folder for the pictures>".into());
    };
    let catalogue = Folder::read(&ladders)?.compile().catalogue.ok_or("the ladders have errors")?;
    let site = &catalogue.index.site;
    let mut cards =
        vec![("site".to_owned(), Card::of_site(&catalogue.index, "See what changes from one level to the next."))];
    for ladder in &catalogue.ladders {
        cards.push((ladder.id.to_string(), Card::of_ladder(site, ladder)));
        for level in &ladder.levels {
            cards.push((format!("{}.{}", ladder.id, level.id), Card::of_level(site, ladder, level)));
            let others = ladder.levels.iter().filter(|other| other.id != level.id);
            cards.extend(others.map(|other| {
                let name = format!("{}.{}.{}", ladder.id, level.id, other.id);
                (name, Card::of_comparison(site, ladder, level, other))
            }));
        }
    }
    fs::create_dir_all(&to)?;
    let (began, mut largest) = (Instant::now(), 0);
    for (name, card) in &cards {
        let bytes = preview(card)?;
        largest = largest.max(bytes.len());
        fs::write(to.join(format!("{name}.png")), bytes)?;
    }
    let each = began.elapsed() / u32::try_from(cards.len())?;
    println!("{} previews, at most {largest} bytes, {each:?} each", cards.len());
    for file in ["favicon", "icon-maskable"] {
        let svg = fs::read_to_string(format!("public/{file}.svg"))?;
        fs::write(to.join(format!("{file}.png")), icon(&svg, 512)?)?;
    }
    Ok(())
}
