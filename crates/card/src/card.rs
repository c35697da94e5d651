//! What a preview says, as data, and how it follows from the ladders.

use std::collections::BTreeSet;

use rungs_core::compare::{Comparison, Counts};
use rungs_core::ladder::{Index, Ladder, Level, Site};

use crate::fonts;

/// A preview: the site that it is of, and the page that it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The name of the site.
    pub site: String,
    /// The site's accent as `#rrggbb`; without one the stylesheet's own.
    pub accent: Option<String>,
    /// The page.
    pub subject: Subject,
}

/// The page that a preview stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The site as such.
    Site {
        /// What it is for.
        summary: String,
        /// How many there are of what, such as 3 ladders.
        figures: Vec<(usize, &'static str)>,
    },
    /// A ladder.
    Ladder {
        /// Its name.
        name: Name,
        /// One sentence.
        summary: String,
        /// How many there are of what, such as 6 levels.
        figures: Vec<(usize, &'static str)>,
        /// Its rungs.
        rungs: Rungs,
    },
    /// A level.
    Level {
        /// The name of its ladder.
        ladder: Name,
        /// Its own name.
        name: Name,
        /// Where it stands, such as "Level 2, Core".
        place: String,
        /// How many there are of what, such as 12 expectations.
        figures: Vec<(usize, &'static str)>,
        /// The ladder's rungs.
        rungs: Rungs,
    },
    /// Two levels of a ladder.
    Comparison {
        /// The name of the ladder.
        ladder: Name,
        /// The name of the left level.
        from: Name,
        /// The name of the right level.
        to: Name,
        /// How many expectations became what.
        counts: Counts,
        /// The ladder's rungs.
        rungs: Rungs,
    },
}

/// A name with the id that stands for it where the font lacks one of its letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The name.
    pub text: String,
    /// The id: letters that every font has.
    pub id: String,
}

impl Name {
    /// A name and its id.
    pub fn new(text: &str, id: &str) -> Self {
        Self { text: text.to_owned(), id: id.to_owned() }
    }

    /// What of it is drawn.
    pub(crate) fn drawn(&self) -> String {
        fonts::drawable(&self.text).unwrap_or_else(|| self.id.clone())
    }
}

/// The ladder in the picture: one rung for each rank, those of the page's levels marked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rungs {
    /// How many ranks there are.
    pub count: usize,
    /// Where the left level stands, counted from 0 at the lowest.
    pub from: Option<usize>,
    /// Where the right level, or the only one, stands.
    pub to: Option<usize>,
}

impl Rungs {
    fn of(ladder: &Ladder, from: Option<&Level>, to: Option<&Level>) -> Self {
        let ranks: BTreeSet<u8> = ladder.levels.iter().map(|level| level.rank).collect();
        let place = |level: &Level| ranks.iter().position(|rank| *rank == level.rank);
        Self { count: ranks.len(), from: from.and_then(place), to: to.and_then(place) }
    }
}

impl Card {
    /// The preview of the site; `summary` says in a sentence what it is for.
    pub fn of_site(index: &Index, summary: &str) -> Self {
        let levels = index.ladders.iter().map(|ladder| ladder.levels.len()).sum();
        let figures = vec![figure(index.ladders.len(), "ladder", "ladders"), figure(levels, "level", "levels")];
        Self::new(&index.site, Subject::Site { summary: summary.to_owned(), figures })
    }

    /// The preview of a ladder.
    pub fn of_ladder(site: &Site, ladder: &Ladder) -> Self {
        let figures = vec![
            figure(ladder.levels.len(), "level", "levels"),
            figure(ladder.tracks.len(), "track", "tracks"),
            figure(ladder.competencies.len(), "competency", "competencies"),
        ];
        let (name, summary) = (ladder_name(ladder), ladder.summary.clone());
        Self::new(site, Subject::Ladder { name, summary, figures, rungs: Rungs::of(ladder, None, None) })
    }

    /// The preview of a level of that ladder.
    pub fn of_level(site: &Site, ladder: &Ladder, level: &Level) -> Self {
        let track = ladder.track(&level.track).map(|track| track.name.as_str()).unwrap_or_default();
        let place = match fonts::drawable(track) {
            Some(track) => format!("Level {}, {track}", level.rank),
            None => format!("Level {}", level.rank),
        };
        let figures = vec![
            figure(level.holds.len(), "expectation", "expectations"),
            figure(level.requirements.len(), "requirement", "requirements"),
        ];
        let (name, rungs) = (level_name(level), Rungs::of(ladder, None, Some(level)));
        Self::new(site, Subject::Level { ladder: ladder_name(ladder), name, place, figures, rungs })
    }

    /// The preview of what changes from one level of that ladder to another.
    pub fn of_comparison(site: &Site, ladder: &Ladder, from: &Level, to: &Level) -> Self {
        // The right one of two levels of one ladder always has a summary.
        let counts = Comparison::between(ladder, from, to).summary(1).map(|summary| summary.counts).unwrap_or_default();
        let rungs = Rungs::of(ladder, Some(from), Some(to));
        let (from, to) = (level_name(from), level_name(to));
        Self::new(site, Subject::Comparison { ladder: ladder_name(ladder), from, to, counts, rungs })
    }

    fn new(site: &Site, subject: Subject) -> Self {
        Self { site: site.name.clone(), accent: site.accent.clone(), subject }
    }
}

fn figure(count: usize, one: &'static str, several: &'static str) -> (usize, &'static str) {
    (count, if count == 1 { one } else { several })
}

fn ladder_name(ladder: &Ladder) -> Name {
    Name::new(&ladder.name, ladder.id.as_str())
}

fn level_name(level: &Level) -> Name {
    Name::new(&level.name, level.id.as_str())
}
