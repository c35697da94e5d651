//! Catalogues of many ladders: 4 to 12 levels, 6 to 12 competencies, 40 to 120 expectations each.

use crate::chance::Chance;
use crate::toml::Toml;
use crate::words::Trade;
use crate::{File, THEMES, shared};

/// How many sentences the ladders of an organisation have in common.
const HOUSE_SENTENCES: usize = 300;
/// How many expectations of a hundred are such a sentence.
const HOUSE_SHARE: usize = 15;

/// A folder of so many ladders.
pub fn catalogue(ladders: usize, seed: u64) -> Vec<File> {
    let mut chance = Chance::new(seed);
    let trade = Trade::new(60, &mut chance);
    let house: Vec<String> = (0..HOUSE_SENTENCES)
        .map(|_| {
            let words = chance.between(8, 20);
            trade.sentence(words, &mut chance)
        })
        .collect();
    let mut files = shared(&format!("{ladders} ladders"));
    files.extend((0..ladders).map(|number| {
        let name = format!("ladder-{number:04}.toml");
        // Each ladder has a sequence of its own, so that more ladders leave the first ones as they are.
        let chance = Chance::new(seed.wrapping_mul(1_000_003).wrapping_add(number as u64));
        File { name, text: Draft::new(chance, &house).written() }
    }));
    files
}

/// A level, and what it expects.
struct Level {
    id: String,
    track: usize,
    rank: usize,
    extends: Option<usize>,
    expects: Vec<Expectation>,
}

struct Expectation {
    id: String,
    competency: usize,
    text: String,
    raises: Option<String>,
}

/// A ladder in the making.
struct Draft<'a> {
    chance: Chance,
    trade: Trade,
    house: &'a [String],
    /// Where in the house's sentences this ladder begins.
    first_of_house: usize,
    name: String,
    tracks: usize,
    competencies: usize,
    levels: Vec<Level>,
}

impl<'a> Draft<'a> {
    fn new(mut chance: Chance, house: &'a [String]) -> Self {
        let trade = Trade::new(30, &mut chance);
        let name = format!("{} {}", trade.proper(&mut chance), trade.name(&mut chance).to_lowercase());
        let (tracks, competencies) = (chance.between(1, 3), chance.between(6, 12));
        let levels = levels(chance.between(4, 12), tracks);
        let first_of_house = chance.below(house.len());
        let mut draft = Self { chance, trade, house, first_of_house, name, tracks, competencies, levels };
        let expectations = draft.chance.between(40, 120);
        (0..expectations).for_each(|number| draft.expect(number));
        draft
    }

    /// States an expectation; the first ones see to it that no level and no competency is left out.
    fn expect(&mut self, number: usize) {
        let level = number % self.levels.len();
        let competency = if number < self.competencies { number } else { self.chance.below(self.competencies) };
        let raises = self.raised(level, competency);
        let text = self.text(number);
        self.levels[level].expects.push(Expectation { id: format!("e{number}"), competency, text, raises });
    }

    /// A sentence that no other expectation of this ladder has.
    fn text(&mut self, number: usize) -> String {
        if self.chance.percent(HOUSE_SHARE) {
            return self.house[(self.first_of_house + number) % self.house.len()].clone();
        }
        let words = self.chance.between(7, 24);
        self.trade.sentence(words, &mut self.chance)
    }

    /// An expectation of the level below that nobody raises yet; for a third of all.
    fn raised(&mut self, level: usize, competency: usize) -> Option<String> {
        let below = &self.levels[self.levels[level].extends?].expects;
        let taken = |id: &String| {
            self.levels.iter().flat_map(|level| &level.expects).any(|other| other.raises.as_ref() == Some(id))
        };
        let free = below.iter().find(|below| below.competency == competency && !taken(&below.id))?.id.clone();
        self.chance.percent(60).then_some(free)
    }

    fn written(mut self) -> String {
        let (chance, trade) = (&mut self.chance, &self.trade);
        let mut toml = Toml::ladder(&self.name, &trade.sentence(12, chance));
        for track in 0..self.tracks {
            let kind = ["core", "individual", "management"][track];
            toml.table("track")
                .text("id", format_args!("t{track}"))
                .text("name", trade.name(chance))
                .text("kind", kind);
        }
        for competency in 0..self.competencies {
            toml.table("competency").text("id", format_args!("c{competency}"));
            toml.text("name", trade.name(chance)).only("themes", chance.one_of(&THEMES));
        }
        for level in &self.levels {
            let (name, summary) = (trade.name(chance), trade.sentence(10, chance));
            level.write(&name, &summary, &self.levels, &mut toml);
        }
        toml.table("rule").text("id", "waiver").text("name", "Waiver").text("text", trade.sentence(25, chance));
        toml.0
    }
}

/// So many levels on so many tracks: the first track leads to all others.
fn levels(count: usize, tracks: usize) -> Vec<Level> {
    let on_core = count.div_ceil(tracks);
    let mut levels: Vec<Level> = Vec::with_capacity(count);
    for number in 0..count {
        let track = if number < on_core { 0 } else { 1 + (number - on_core) % (tracks - 1) };
        let below = levels.iter().rposition(|level| level.track == track);
        let extends = below.or_else(|| on_core.checked_sub(1).filter(|_| number > 0));
        let rank = extends.map_or(1, |below| levels[below].rank + 1);
        levels.push(Level { id: format!("l{number}"), track, rank, extends, expects: Vec::new() });
    }
    levels
}

impl Level {
    fn write(&self, name: &str, summary: &str, levels: &[Self], toml: &mut Toml) {
        let Self { id, track, rank, .. } = self;
        toml.table("level").text("id", id).text("name", name).text("grade", format_args!("L{rank}"));
        toml.text("track", format_args!("t{track}")).plain("rank", *rank).text("summary", summary);
        if let Some(below) = self.extends {
            toml.only("extends", &levels[below].id);
        }
        for Expectation { id, competency, text, raises } in &self.expects {
            toml.table("level.expects").text("id", id);
            toml.text("competency", format_args!("c{competency}")).text("text", text);
            if let Some(raises) = raises {
                toml.only("raises", raises);
            }
        }
        if self.extends.is_some() {
            toml.table("level.requires").text("id", "time").text("kind", "time-at-rank");
            toml.plain("rank", rank - 1).plain("months", 12);
        }
    }
}
