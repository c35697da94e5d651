//! One framework of the largest size that was seen in public: 52 tracks, 205 levels, 188 competencies, 1,800 cells and
//! 64,000 words. As there, a cell says what a competency means at one of four grades of skill, in the same words on
//! every track that asks for it.

use crate::chance::Chance;
use crate::toml::Toml;
use crate::words::Trade;
use crate::{File, THEMES, shared};

const TRACKS: usize = 52;
const LEVELS: usize = 205;
const COMPETENCIES: usize = 188;
const CELLS: usize = 1800;
const WORDS: usize = 64_000;
/// The most levels of a track, and how many grades of skill there are.
const GRADES: usize = 4;
/// The longest cell, in words.
const LONGEST: usize = 300;

/// A level that expects something in a competency.
struct Cell {
    level: usize,
    competency: usize,
    grade: usize,
}

/// A folder that holds the framework.
pub fn framework(seed: u64) -> Vec<File> {
    let mut chance = Chance::new(seed);
    let trade = Trade::new(900, &mut chance);
    let cells = cells();
    let texts = texts(&cells, &trade, &mut chance);
    let mut toml = Toml::ladder("The framework", "All roles of a large organisation.");
    for track in 0..TRACKS {
        let name = trade.proper(&mut chance);
        toml.table("track").text("id", format_args!("t{track}")).text("name", name).text("kind", "individual");
    }
    for competency in 0..COMPETENCIES {
        let (name, theme) = (trade.name(&mut chance), THEMES[competency % THEMES.len()]);
        toml.table("competency").text("id", format_args!("c{competency}"));
        toml.text("name", format_args!("{name} {competency}")).only("themes", theme);
    }
    for level in 0..LEVELS {
        let (track, grade) = place(level);
        toml.table("level").text("id", format_args!("l{level}")).text("name", trade.name(&mut chance));
        toml.text("track", format_args!("t{track}")).plain("rank", grade + 1);
        for Cell { competency, grade, .. } in cells.iter().filter(|cell| cell.level == level) {
            toml.table("level.expects").text("id", format_args!("l{level}-c{competency}"));
            toml.text("competency", format_args!("c{competency}")).text("text", &texts[*competency][*grade]);
        }
    }
    let mut files = shared("One large framework");
    files.push(File { name: "framework.toml".into(), text: toml.0 });
    files
}

/// The track and the grade of a level: four to a track, three to the last ones.
fn place(level: usize) -> (usize, usize) {
    let short = TRACKS * GRADES - LEVELS;
    let on_long = (TRACKS - short) * GRADES;
    match level.checked_sub(on_long) {
        None => (level / GRADES, level % GRADES),
        Some(on_short) => (TRACKS - short + on_short / (GRADES - 1), on_short % (GRADES - 1)),
    }
}

/// Eight competencies to a level and a ninth to as many as it takes; the tracks go through all competencies in turn.
fn cells() -> Vec<Cell> {
    let (each, more) = (CELLS / LEVELS, CELLS % LEVELS);
    let mut cells = Vec::with_capacity(CELLS);
    for level in 0..LEVELS {
        let (track, grade) = place(level);
        let count = each + usize::from(level < more);
        cells.extend((0..count).map(|at| Cell { level, competency: (track * each + at * 5) % COMPETENCIES, grade }));
    }
    cells
}

/// What each competency means at each grade, so that all cells together have the number of words.
fn texts(cells: &[Cell], trade: &Trade, chance: &mut Chance) -> Vec<[String; GRADES]> {
    lengths(cells, chance).into_iter().map(|of| of.map(|words| trade.sentence(words.max(3), chance))).collect()
}

/// How many words each of those texts has.
fn lengths(cells: &[Cell], chance: &mut Chance) -> Vec<[usize; GRADES]> {
    let mut uses = vec![[0_usize; GRADES]; COMPETENCIES];
    cells.iter().for_each(|cell| uses[cell.competency][cell.grade] += 1);
    let mut lengths = vec![[0; GRADES]; COMPETENCIES];
    for of in &mut lengths {
        *of = std::array::from_fn(|_| chance.between(8, 50));
    }
    lengths[0][0] = LONGEST;
    let sum = |lengths: &[[usize; GRADES]]| -> usize {
        uses.iter().flatten().zip(lengths.iter().flatten()).map(|(uses, words)| uses * words).sum()
    };
    // A word more or less here and there, until the sum is what it has to be: since some texts are used twice and some
    // three times, it comes to that.
    for at in (1..COMPETENCIES * GRADES).cycle().filter(|at| uses[at / GRADES][at % GRADES] > 0) {
        let all = sum(&lengths);
        let length = &mut lengths[at / GRADES][at % GRADES];
        match all.cmp(&WORDS) {
            std::cmp::Ordering::Equal => break,
            std::cmp::Ordering::Less => *length += 1,
            std::cmp::Ordering::Greater => *length = (*length - 1).max(8),
        }
    }
    lengths
}
