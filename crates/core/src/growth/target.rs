//! The level that the worksheet is about.

use crate::ladder::{Card, Index, LadderId, LevelId, LevelOutline};
use crate::record::Extra;

/// The level that the worksheet is about. The ladder, or the level in it, may be gone meanwhile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Its ladder, under the id that it had when it was chosen.
    pub ladder: LadderId,
    /// The level, likewise.
    pub level: LevelId,
    /// Fields of later versions.
    pub extra: Extra,
}

/// What became of a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aimed<'a> {
    /// It is there.
    Level(&'a Card, &'a LevelOutline),
    /// The ladder has no such level any more.
    LevelGone(&'a Card),
    /// The site has no such ladder any more.
    LadderGone,
}

impl Target {
    /// Looks it up, under present and former ids.
    pub fn find<'a>(&self, index: &'a Index) -> Aimed<'a> {
        let Some(card) = index.card_ever(&self.ladder) else { return Aimed::LadderGone };
        card.level_ever(&self.level).map_or(Aimed::LevelGone(card), |level| Aimed::Level(card, level))
    }
}

#[cfg(test)]
mod tests {
    use super::{Aimed, Target};
    use crate::ladder::{Card, Index, LadderId, LevelId, LevelOutline, Site, Status, TrackId};

    fn index() -> Index {
        let level = LevelOutline {
            id: LevelId::parse("senior").unwrap(),
            former_ids: vec![LevelId::parse("expert").unwrap()],
            name: "Senior".into(),
            grade: None,
            track: TrackId::parse("core").unwrap(),
            rank: 2,
            from: vec![],
            example: false,
        };
        let card = Card {
            id: LadderId::parse("support").unwrap(),
            former_ids: vec![LadderId::parse("helpdesk").unwrap()],
            name: "Support".into(),
            summary: String::new(),
            lang: "en".into(),
            status: Status::Current,
            tracks: vec![],
            levels: vec![level],
        };
        let site = Site { name: "Rungs".into(), accent: None, imprint: None, address: None, repository: None };
        Index { site, themes: vec![], ladders: vec![card] }
    }

    #[test]
    fn a_target_is_found_under_present_and_former_ids() {
        let index = index();
        let (card, level) = (&index.ladders[0], &index.ladders[0].levels[0]);
        let cases = [
            ("support", "senior", Aimed::Level(card, level)),
            ("helpdesk", "expert", Aimed::Level(card, level)),
            ("support", "principal", Aimed::LevelGone(card)),
            ("sales", "senior", Aimed::LadderGone),
        ];
        for (ladder, level, aimed) in cases {
            let (ladder, level) = (LadderId::parse(ladder).unwrap(), LevelId::parse(level).unwrap());
            assert_eq!(Target { ladder, level, extra: Default::default() }.find(&index), aimed);
        }
    }
}
