//! The index of a catalogue: what the first page, the pickers and the links need of every ladder
//! before any ladder's body is decoded.

use serde::{Deserialize, Serialize};

use super::{Ladder, LadderId, Level, LevelId, Status, ThemeId, TrackId, TrackKind, ever};
use crate::link::SafeUrl;

/// What a company changes first, from `ladders/site.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Site {
    /// The site's name, in the header and in page titles.
    pub name: String,
    /// The accent colour as `#rrggbb`, if it is not the stylesheet's own.
    pub accent: Option<String>,
    /// Who publishes the site, as text; lines are kept.
    pub imprint: Option<String>,
    /// The site's public address, for absolute links.
    pub address: Option<SafeUrl>,
    /// The repository in which a change to a ladder can be suggested.
    pub repository: Option<SafeUrl>,
}

/// A word of the vocabulary shared by all ladders, from `ladders/themes.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Theme {
    /// Its id, by which competencies name it.
    pub id: ThemeId,
    /// The name on the screen.
    pub name: String,
    /// One sentence on what belongs here.
    pub summary: String,
}

/// Everything known without decoding a ladder. Ladders stand in the order of their ids.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Index {
    /// The site's own settings.
    pub site: Site,
    /// The shared vocabulary, in its order on the screen.
    pub themes: Vec<Theme>,
    /// A card for each ladder.
    pub ladders: Vec<Card>,
}

/// A ladder in outline: enough for its row on the first page, its small map, and every link to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// The ladder's id.
    pub id: LadderId,
    /// Ids by which the ladder was known before.
    pub former_ids: Vec<LadderId>,
    /// The ladder's name.
    pub name: String,
    /// One sentence.
    pub summary: String,
    /// The language of its texts, as a BCP 47 tag.
    pub lang: String,
    /// Whether it is in force.
    pub status: Status,
    /// Tracks, in the ladder's order.
    pub tracks: Vec<TrackOutline>,
    /// Levels, in the ladder's order.
    pub levels: Vec<LevelOutline>,
}

/// A track, as the map draws it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrackOutline {
    /// Its id.
    pub id: TrackId,
    /// Its name.
    pub name: String,
    /// What sort of path it is.
    pub kind: TrackKind,
    /// Further roles may stand on this track from this rank up.
    pub open_from: Option<u8>,
}

/// A level, as the map draws it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LevelOutline {
    /// Its id.
    pub id: LevelId,
    /// Ids by which the level was known before.
    pub former_ids: Vec<LevelId>,
    /// Its name.
    pub name: String,
    /// The organisation's own label, such as `L2`.
    pub grade: Option<String>,
    /// The track on which it stands.
    pub track: TrackId,
    /// The number that orders levels.
    pub rank: u8,
    /// The usual ways in: the arrows that end here.
    pub from: Vec<LevelId>,
    /// Whether the source gives it only as an example.
    pub example: bool,
}

/// A level by its ids, whether all of it is at hand or its outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelIds<'a> {
    /// Its present id.
    pub id: &'a LevelId,
    /// Ids by which it was known before.
    pub former: &'a [LevelId],
}

impl LevelIds<'_> {
    /// Whether the level has, or had, that id.
    pub fn has(self, id: &LevelId) -> bool {
        self.id == id || self.former.contains(id)
    }
}

impl<'a> From<&'a Level> for LevelIds<'a> {
    fn from(level: &'a Level) -> Self {
        Self { id: &level.id, former: &level.former_ids }
    }
}

impl<'a> From<&'a LevelOutline> for LevelIds<'a> {
    fn from(level: &'a LevelOutline) -> Self {
        Self { id: &level.id, former: &level.former_ids }
    }
}

/// A number of things, in words: "1 level", "7 levels". For things whose plural takes an s.
pub fn count(number: usize, thing: &str) -> String {
    format!("{number} {thing}{}", if number == 1 { "" } else { "s" })
}

impl Card {
    /// How large it is, in words: "4 tracks, 7 levels".
    pub fn size(&self) -> String {
        format!("{}, {}", count(self.tracks.len(), "track"), count(self.levels.len(), "level"))
    }
}

impl Index {
    /// How many ladders a page lists. Sixty rows with their maps are as much as a page of ten kilobytes may hold.
    pub const SHELF: usize = 60;

    /// How many the first page lists where it cannot list all. Nobody looks for a name in the first sixty of a thousand:
    /// there one searches, and the page is to come as soon as that of three ladders.
    pub const FIRST_OF_MANY: usize = 10;

    /// The ladders on the first page (0), or on one of those that go on where it ends.
    pub fn shelf(&self, number: u16) -> &[Card] {
        let [from, to] = [Some(number), number.checked_add(1)]
            .map(|shelf| shelf.map_or(self.ladders.len(), |shelf| self.before_shelf(shelf)));
        &self.ladders[from..to]
    }

    /// How many ladders stand before those of [`shelf`](Self::shelf).
    pub fn before_shelf(&self, number: u16) -> usize {
        let all = self.ladders.len();
        let first = if all > Self::SHELF { Self::FIRST_OF_MANY } else { Self::SHELF };
        match usize::from(number).checked_sub(1) {
            None => 0,
            Some(full) => all.min(first + full * Self::SHELF),
        }
    }

    /// The card of a ladder, by its present id.
    pub fn card(&self, id: &LadderId) -> Option<&Card> {
        self.ladders.iter().find(|card| card.id == *id)
    }

    /// The card of a ladder, by its present id or one by which it was known before.
    pub fn card_ever(&self, id: &LadderId) -> Option<&Card> {
        ever(&self.ladders, id)
    }

    /// The theme of that id.
    pub fn theme(&self, id: &ThemeId) -> Option<&Theme> {
        self.themes.iter().find(|theme| theme.id == *id)
    }
}

impl Card {
    /// The outline of a ladder.
    pub fn of(ladder: &Ladder) -> Self {
        Self {
            id: ladder.id.clone(),
            former_ids: ladder.former_ids.clone(),
            name: ladder.name.clone(),
            summary: ladder.summary.clone(),
            lang: ladder.lang.clone(),
            status: ladder.status,
            tracks: ladder
                .tracks
                .iter()
                .map(|track| TrackOutline {
                    id: track.id.clone(),
                    name: track.name.clone(),
                    kind: track.kind,
                    open_from: track.open_from,
                })
                .collect(),
            levels: ladder
                .levels
                .iter()
                .map(|level| LevelOutline {
                    id: level.id.clone(),
                    former_ids: level.former_ids.clone(),
                    name: level.name.clone(),
                    grade: level.grade.clone(),
                    track: level.track.clone(),
                    rank: level.rank,
                    from: level.from.clone(),
                    example: level.example,
                })
                .collect(),
        }
    }

    /// The level of that present id.
    pub fn level(&self, id: &LevelId) -> Option<&LevelOutline> {
        self.levels.iter().find(|level| level.id == *id)
    }

    /// The level of that id, or of one by which it was known before.
    pub fn level_ever(&self, id: &LevelId) -> Option<&LevelOutline> {
        ever(&self.levels, id)
    }
}
