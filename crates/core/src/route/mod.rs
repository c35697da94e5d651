//! Every address of the site: what it names, how it is printed, how it is read.
//!
//! A [`Place`] is a page with what the link says about it, and has exactly one address. Reading
//! takes two steps, so that links are understood before any ladder is decoded: [`parse()`] looks at
//! the text alone, [`resolve()`] at the catalogue's index; [`settle()`] checks what only the ladders
//! themselves know. What is not understood becomes a [`LinkProblem`] and the rest is kept.
//!
//! | page | path below the base |
//! |---|---|
//! | the ladders; those that the first page does not list | `/`, `/more/<number>/` |
//! | a ladder, a level | `/ladders/<ladder>/`, `/ladders/<ladder>/<level>/` |
//! | two levels of one ladder | `/compare/<ladder>/<from>/<to>/` |
//! | any other comparison | `/compare/?with=<ladder>.<level>&with=…` |
//! | self-assessment | `/assess/`, `/assess/<ladder>/` |
//! | plan, case and history of one ladder | `/plan/<ladder>/`, `/case/<ladder>/`, `/history/<ladder>/` |
//! | growth worksheet, journal, check-ins | `/growth/`, `/journal/`, `/check-in/` |
//! | my data, about | `/data/`, `/about/` |
//!
//! Options of the view follow as parameters: `show`, `track` of a large ladder, `competency` of a comparison.

mod anchor;
mod columns;
mod lookup;
mod pages;
mod parse;
mod part;
mod print;
mod problem;
mod resolve;
mod settle;

pub use anchor::{Anchor, Target};
pub use columns::{Columns, LevelRef};
pub use pages::Pages;
pub use parse::{Parsed, parse};
pub use print::SITE_PICTURE;
pub use problem::{LinkProblem, Problem, Suggestion};
pub use resolve::{Resolved, resolve};
pub use settle::settle;

use std::num::NonZeroU16;

use crate::ladder::{CompetencyId, Ladder, LadderId, TrackId};

/// The path under which the site is published: `/` or `/rungs/`. Always begins and ends with `/`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Base(Box<str>);

impl Base {
    /// Reads a base path; slashes that are missing or doubled are put right.
    pub fn new(text: &str) -> Self {
        let mut path = String::from("/");
        for segment in text.trim().split('/').filter(|segment| !segment.is_empty()) {
            path.push_str(segment);
            path.push('/');
        }
        Self(path.into_boxed_str())
    }

    /// The path, with `/` at both ends.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// All ladders: the first page.
    Ladders,
    /// Those that the first page does not list, so many at a time: the first such page, the second …
    MoreLadders(NonZeroU16),
    /// A ladder's map and matrix.
    Ladder(LadderId),
    /// A level.
    Level(LevelRef),
    /// A comparison; without columns, the choice of what to compare.
    Compare(Columns),
    /// The choice of a ladder to assess oneself against.
    AssessChoice,
    /// The self-assessment against a ladder.
    Assess(LadderId),
    /// A page of the user's own work on a ladder, beside the self-assessment.
    Own(Own, LadderId),
    /// The growth worksheet.
    Growth,
    /// The journal of wins.
    Journal,
    /// Check-ins between colleagues.
    CheckIn,
    /// What is stored, backup, deletion.
    Data,
    /// What this is, and privacy.
    About,
}

/// The pages of the user's own work on one ladder, beside the self-assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Own {
    /// What to work on, by when.
    Plan,
    /// The document for a review by peers.
    Case,
    /// Earlier states of the answers, and versions of the ladder.
    History,
}

impl Own {
    /// All, in their order on the screen.
    pub const ALL: [Self; 3] = [Self::Plan, Self::Case, Self::History];

    /// The first part of its address.
    pub fn word(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Case => "case",
            Self::History => "history",
        }
    }

    /// What a link to it says.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plan => "Plan",
            Self::Case => "Case",
            Self::History => "History",
        }
    }
}

/// How much of the text a matrix or a comparison shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    /// Only what changes from one level to the next: `?show=changes`.
    Changes,
    /// The whole text of every level, side by side: `?show=whole`.
    Whole,
}

impl Show {
    /// What the matrix of a ladder shows unless the link says it: changes where levels build upon each other.
    pub fn usual(ladder: &Ladder) -> Self {
        let builds_up = ladder.levels.iter().any(|level| !level.extends.is_empty());
        if builds_up { Self::Changes } else { Self::Whole }
    }
}

/// What the reader sees of a page, as far as the link says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// How much of the text; `None`: what the page thinks best.
    pub show: Option<Show>,
    /// The track that the matrix of a large ladder shows: `?track=<track>`; `None`: the first.
    pub track: Option<TrackId>,
    /// Only these competencies, in this order; empty: all.
    pub competencies: Vec<CompetencyId>,
}

/// A page, what is shown of it, and the part of it that the link points at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The page.
    pub route: Route,
    /// What is shown of it.
    pub view: View,
    /// The part that the link points at.
    pub anchor: Option<Anchor>,
}

impl From<Route> for Place {
    fn from(route: Route) -> Self {
        Self { route, view: View::default(), anchor: None }
    }
}

impl Place {
    /// The same place, pointing at a part of the page.
    #[must_use]
    pub fn at(self, anchor: Anchor) -> Self {
        Self { anchor: Some(anchor), ..self }
    }

    /// The same page, showing this much of the text.
    #[must_use]
    pub fn showing(mut self, show: Show) -> Self {
        self.view.show = Some(show);
        self
    }

    /// Drops view options that the page does not have, so that one sight has one address.
    #[must_use]
    pub fn canonical(mut self) -> Self {
        if !self.route.has_show() {
            self.view.show = None;
        }
        if !self.route.has_track() {
            self.view.track = None;
        }
        if !self.route.has_competencies() {
            self.view.competencies.clear();
        }
        self
    }
}

impl Route {
    /// Whether the page can show the whole text or only changes.
    fn has_show(&self) -> bool {
        matches!(self, Self::Ladder(_) | Self::Compare(_))
    }

    /// Whether the page can show one track of several.
    fn has_track(&self) -> bool {
        matches!(self, Self::Ladder(_))
    }

    /// Whether the page can be narrowed to some competencies.
    fn has_competencies(&self) -> bool {
        matches!(self, Self::Compare(_))
    }

    /// Whether the page shows what the user entered.
    pub fn shows_answers(&self) -> bool {
        matches!(self, Self::Assess(_) | Self::AssessChoice | Self::Data) || self.is_growing()
    }

    /// Whether something on the page is kept with answers: what the user entered, or a setting.
    pub fn keeps_something(&self) -> bool {
        self.shows_answers() || *self == Self::About
    }

    /// Whether the page is one of those that make something of answers: growth, plan, journal, case, history, check-ins.
    pub fn is_growing(&self) -> bool {
        matches!(self, Self::Own(..) | Self::Growth | Self::Journal | Self::CheckIn)
    }

    /// Whether what is stored in the browser changes what the page shows first: the first page begins with the
    /// assessments that are begun.
    pub fn depends_on_answers(&self) -> bool {
        self.shows_answers() || *self == Self::Ladders
    }

    /// The ladders that the page needs, each once, in the order in which the page names them.
    pub fn ladders(&self) -> Vec<&LadderId> {
        match self {
            Self::Ladder(ladder) | Self::Assess(ladder) | Self::Own(_, ladder) => vec![ladder],
            Self::Level(level) => vec![&level.ladder],
            Self::Compare(columns) => {
                let mut ladders: Vec<&LadderId> = Vec::new();
                for column in columns.iter() {
                    if !ladders.contains(&&column.ladder) {
                        ladders.push(&column.ladder);
                    }
                }
                ladders
            }
            Self::Ladders
            | Self::MoreLadders(_)
            | Self::AssessChoice
            | Self::Growth
            | Self::Journal
            | Self::CheckIn
            | Self::Data
            | Self::About => Vec::new(),
        }
    }
}
