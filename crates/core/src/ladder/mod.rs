//! What a ladder is.
//!
//! A ladder is written as a TOML file (`source`), checked and resolved into the model once (`compile`,
//! both behind the feature of that name), and from then on only read: ids are valid, references point at
//! something, and every level knows all it expects and where each expectation came from.

mod asked;
mod body;
mod called;
mod catalogue;
#[cfg(feature = "compile")]
pub mod compile;
#[cfg(feature = "compile")]
pub mod diagnostic;
mod id;
mod index;
mod measure;
mod model;
#[cfg(feature = "compile")]
pub mod source;
mod tracks;
mod version;

pub use asked::capitalised;
pub use called::{Called, ever};
pub use catalogue::{Blobs, Catalogue, Contents, Damaged};
pub(crate) use id::check as check_id;
pub use id::{
    CompetencyId, ExpectationId, IdError, LadderId, LevelId, RequirementId, RuleId, StepId, ThemeId, TrackId,
};
pub use index::{Card, Index, LevelIds, LevelOutline, Site, Theme, TrackOutline, count};
pub use measure::{Bound, Measure, Quantity};
pub use model::{
    Competency, Condition, Expectation, Fact, Held, Holding, Ladder, Level, Requirement, Rule, RuleSubject, Skillsets,
    Source, Status, Step, StepPlace, TextLink, Track, TrackKind,
};
pub use version::Version;
