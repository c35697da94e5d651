//! One file a page; a page reads state and arranges components.

mod about;
mod assess;
mod case;
mod check_in;
mod compare;
mod data;
mod failed;
mod growth;
mod history;
mod journal;
mod ladder;
mod ladders;
mod level;
mod not_found;
mod plan;

use rungs_view::prelude::*;

use crate::components::link_problems::LinkNotice;
use crate::state::{ANSWERS, AnswerViews, GROWING, GrowingViews, Page, Shown};

pub use about::LettersSwitch;
pub use assess::{AssessChoicePage, AssessPage};
pub use case::CasePage;
pub use check_in::CheckInPage;
pub use data::DataPage;
pub use failed::FailedPage;
pub use growth::GrowthPage;
pub use history::HistoryPage;
pub use journal::{JournalPage, note};
pub use plan::PlanPage;

use about::AboutPage;
use compare::ComparePage;
use ladder::LadderPage;
use ladders::LaddersPage;
use level::LevelPage;
use not_found::NotFoundPage;

/// The page, below an account of what of its link was not understood.
pub fn page(shown: &Shown) -> Node {
    let problems = shown.problems.clone();
    let notice = match shown.page {
        Page::NotFound => None,
        _ => (!problems.is_empty()).then(|| view! { <LinkNotice problems /> }),
    };
    (notice, alone(shown)).into_node()
}

fn alone(shown: &Shown) -> Node {
    match shown.page.clone() {
        Page::Ladders(shelf) => view! { <LaddersPage shelf /> },
        Page::Ladder(ladder) => view! { <LadderPage ladder /> },
        Page::Level(ladder, level) => view! { <LevelPage ladder level /> },
        Page::Compare(columns) => view! { <ComparePage columns /> },
        Page::AssessChoice => answered(|views| (views.assess_choice)()),
        Page::Assess(ladder) => answered(|views| (views.assess)(ladder)),
        Page::Own(own, ladder) => growing(|views| (views.own)(own, ladder)),
        Page::Growth => growing(|views| (views.growth)()),
        Page::Journal => growing(|views| (views.journal)()),
        Page::CheckIn => growing(|views| (views.check_in)()),
        Page::Data => answered(|views| (views.data)()),
        Page::About => view! { <AboutPage /> },
        Page::NotFound => {
            let (problems, ways_on) = (shown.problems.clone(), shown.ways_on.clone());
            view! { <NotFoundPage problems ways_on /> }
        }
        // Shown by the app itself, which has what it takes.
        Page::Failed(_) | Page::Standing => Node::Empty,
    }
}

/// A page of answers. Its part is here: a page is shown when all that it needs is.
fn answered(view: impl FnOnce(&AnswerViews) -> Node) -> Node {
    ANSWERS.here().map(|views| view(&views)).into_node()
}

/// A page that makes something of answers. Its part is here.
fn growing(view: impl FnOnce(&GrowingViews) -> Node) -> Node {
    GROWING.here().map(|views| view(&views)).into_node()
}
