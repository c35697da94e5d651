//! The map of a ladder, drawn: small beside a ladder's name, large on its own page.

mod large;
mod small;
mod twin;

use rungs_core::ladder::TrackKind;

pub use large::LadderMap;
pub use small::SmallMap;
pub use twin::MapTwin;

/// The class that gives a track its hue.
pub fn kind_class(kind: TrackKind) -> &'static str {
    match kind {
        TrackKind::Core => "kind-core",
        TrackKind::Individual => "kind-individual",
        TrackKind::Management => "kind-management",
        TrackKind::Specialist => "kind-specialist",
    }
}
