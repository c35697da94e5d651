//! By which ids things are known: a present one, and those that they had before.

use super::{
    Card, Competency, CompetencyId, Expectation, ExpectationId, Ladder, LadderId, Level, LevelId, LevelOutline,
    Requirement, RequirementId,
};

/// Something with an id, which may have had others.
pub trait Called {
    /// Its kind of id.
    type Id: PartialEq;

    /// The present id.
    fn id(&self) -> &Self::Id;

    /// The ids by which it was known before.
    fn former_ids(&self) -> &[Self::Id];

    /// All its ids, the present one first.
    fn ids(&self) -> impl Iterator<Item = &Self::Id> {
        std::iter::once(self.id()).chain(self.former_ids())
    }

    /// Whether it has, or had, that id.
    fn is_called(&self, id: &Self::Id) -> bool {
        self.id() == id || self.former_ids().contains(id)
    }
}

/// The one that has that id, or else the one that had it.
pub fn ever<'a, T: Called>(things: &'a [T], id: &T::Id) -> Option<&'a T> {
    let present = things.iter().find(|thing| thing.id() == id);
    present.or_else(|| things.iter().find(|thing| thing.is_called(id)))
}

macro_rules! called {
    ($($thing:ty, $id:ty;)*) => {$(
        impl Called for $thing {
            type Id = $id;

            fn id(&self) -> &$id {
                &self.id
            }

            fn former_ids(&self) -> &[$id] {
                &self.former_ids
            }
        }
    )*};
}

called! {
    Ladder, LadderId;
    Card, LadderId;
    Level, LevelId;
    LevelOutline, LevelId;
    Competency, CompetencyId;
    Expectation, ExpectationId;
    Requirement, RequirementId;
}

impl Ladder {
    /// The level of that id, or of one by which it was known before.
    pub fn level_ever(&self, id: &LevelId) -> Option<&Level> {
        ever(&self.levels, id)
    }

    /// The competency of that id, or of one by which it was known before.
    pub fn competency_ever(&self, id: &CompetencyId) -> Option<&Competency> {
        ever(&self.competencies, id)
    }

    /// The expectation of that id, or of one by which it was known before.
    pub fn expectation_ever(&self, id: &ExpectationId) -> Option<&Expectation> {
        ever(&self.expectations, id)
    }
}

#[cfg(test)]
mod tests {
    use super::{Called, LevelId, LevelOutline, ever};
    use crate::ladder::TrackId;

    fn level(id: &str, former: &[&str]) -> LevelOutline {
        let parse = |id: &str| LevelId::parse(id).unwrap();
        LevelOutline {
            id: parse(id),
            former_ids: former.iter().copied().map(parse).collect(),
            name: id.to_owned(),
            grade: None,
            track: TrackId::parse("core").unwrap(),
            rank: 1,
            from: Vec::new(),
            example: false,
        }
    }

    #[test]
    fn whoever_has_an_id_now_goes_before_whoever_had_it() {
        let levels = [level("lead", &["senior"]), level("senior", &["staff"])];
        let found = |id: &str| ever(&levels, &LevelId::parse(id).unwrap()).map(|level| level.name.as_str());
        let cases = [("lead", Some("lead")), ("senior", Some("senior")), ("staff", Some("senior")), ("chief", None)];
        for (id, expected) in cases {
            assert_eq!(found(id), expected, "{id}");
        }
        assert!(levels[0].is_called(&LevelId::parse("senior").unwrap()));
    }
}
