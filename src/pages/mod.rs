//! One file a page; a page reads state and arranges components.

mod about;
mod assess;
mod compare;
mod data;
mod failed;
mod ladder;
mod ladders;
mod level;
mod not_found;

pub use about::{AboutPage, SlashSwitch};
pub use assess::{AssessChoicePage, AssessPage};
pub use compare::ComparePage;
pub use data::DataPage;
pub use failed::FailedPage;
pub use ladder::LadderPage;
pub use ladders::LaddersPage;
pub use level::LevelPage;
pub use not_found::NotFoundPage;
