//! A career: the stints that the user entered, in their order, read against the ladder.

use std::cmp::Ordering;
use std::fmt;

use crate::assessment::{Assessment, EntryId, Post, Stint, choice};
use crate::date::Date;
use crate::ladder::{Ladder, Level, LevelId};

/// The stints that have begun, the earliest first, and what is doubtful about any of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Career<'a> {
    /// The stints that have begun.
    pub stages: Vec<Stage<'a>>,
    /// What the user should look at again. Everything is counted as it stands all the same.
    pub problems: Vec<CareerProblem<'a>>,
}

/// A stint with its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage<'a> {
    /// Names the stint.
    pub id: &'a EntryId,
    /// What the user entered.
    pub stint: &'a Stint,
    /// Where it was spent, as the ladder knows it.
    pub post: StagePost<'a>,
    /// The first day after it; `None` while it goes on.
    pub end: Option<Date>,
}

/// Where a stint was spent, as the ladder knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StagePost<'a> {
    /// At a level of the ladder.
    Level(&'a Level),
    /// Elsewhere, and at this rank if the user says that it counts.
    Other(Option<u8>),
    /// At a level that the ladder no longer has.
    Gone(&'a LevelId),
}

/// Something doubtful about a career.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CareerProblem<'a> {
    /// The stint begins in the future.
    NotBegunYet(&'a EntryId, &'a Stint),
    /// Its last day is before its first.
    EndsBeforeItBegins(&'a EntryId, &'a Stint),
    /// A level was reached before one of a lower rank.
    BeforeLower {
        /// The stint at the higher level.
        id: &'a EntryId,
        /// The higher level, and when it was reached.
        level: (&'a Level, Date),
        /// The lower level, and when it was reached.
        lower: (&'a Level, Date),
    },
    /// Two levels of different ranks were reached on one day.
    WithLower {
        /// The stint at the higher level.
        id: &'a EntryId,
        /// The higher level.
        level: &'a Level,
        /// The lower level.
        lower: &'a Level,
        /// The day.
        on: Date,
    },
    /// Its level is gone.
    LevelGone(&'a EntryId, &'a LevelId),
    /// All stints have ended, the last of them before this day.
    NowhereSince(Date),
    /// The last level of the career is another than the one chosen as the present level.
    PresentDiffers {
        /// The level that was chosen.
        chosen: &'a Level,
        /// The level that the dates lead to.
        reached: &'a Level,
    },
}

impl<'a> Career<'a> {
    /// The career that was entered, as it is on that day.
    pub fn of(ladder: &'a Ladder, assessment: &'a Assessment, today: Date) -> Self {
        let mut career = Self { stages: Vec::new(), problems: Vec::new() };
        for (id, stint) in assessment.stints() {
            if stint.from > today {
                career.problems.push(CareerProblem::NotBegunYet(id, stint));
            } else {
                career.add(Stage { id, stint, post: StagePost::of(ladder, &stint.post), end: None });
            }
        }
        career.end_stages();
        career.doubt_stages();
        let chosen = choice(ladder, assessment.present()).level();
        if let (Some(chosen), Some(reached)) = (chosen, career.level_on(today))
            && chosen.id != reached.id
        {
            career.problems.push(CareerProblem::PresentDiffers { chosen, reached });
        }
        career.problems.extend(career.nowhere_since(today));
        career
    }

    /// The level at which the user is on a day: of several, that of the latest stint.
    pub fn level_on(&self, day: Date) -> Option<&'a Level> {
        match self.stages.iter().rev().find(|stage| stage.lasts_on(day))?.post {
            StagePost::Level(level) => Some(level),
            StagePost::Other(_) | StagePost::Gone(_) => None,
        }
    }

    /// The rank at which the user began on this ladder, whatever was before it elsewhere; where no level of it was
    /// reached, the rank of the first stint that counts at any.
    pub fn first_rank(&self) -> Option<u8> {
        let at_level = self.stages.iter().find(|stage| matches!(stage.post, StagePost::Level(_)));
        at_level.into_iter().chain(&self.stages).find_map(|stage| stage.post.rank())
    }

    /// The last day of the time at a rank that lasts on a day; `None` where it goes on, or none lasts then.
    pub fn last_day_at(&self, rank: u8, day: Date) -> Option<Date> {
        let there = self.stages.iter().filter(|stage| stage.post.rank() == Some(rank) && stage.lasts_on(day));
        there.map(|stage| stage.end).max_by_key(|end| end.map_or(u32::MAX, Date::day_number))??.previous()
    }

    /// A level of the career that the ladder no longer has.
    pub fn gone(&self) -> Option<&'a LevelId> {
        self.stages.iter().find_map(|stage| match stage.post {
            StagePost::Gone(id) => Some(id),
            StagePost::Level(_) | StagePost::Other(_) => None,
        })
    }

    fn add(&mut self, stage: Stage<'a>) {
        let place = self.stages.partition_point(|other| other.stint.from <= stage.stint.from);
        self.stages.insert(place, stage);
    }

    /// Ends each stint: after its last day, or when the next one at another rank begins. Of two that begin on one day
    /// the higher counts, unless the lower has a last day.
    fn end_stages(&mut self) {
        for at in 0..self.stages.len() {
            let Stage { stint, post, .. } = &self.stages[at];
            let takes_over = |other: &&Stage| match other.stint.from.cmp(&stint.from) {
                Ordering::Less => false,
                Ordering::Equal => post.rank().is_some() && other.post.rank() > post.rank(),
                Ordering::Greater => !other.post.continues(*post),
            };
            let next = || self.stages.iter().find(takes_over).map(|other| other.stint.from);
            self.stages[at].end = stint.until.map_or_else(next, Date::next);
        }
    }

    /// The day since which no stint lasts. Where the last one says nothing of what came after it, nobody can know
    /// whether time is being added.
    fn nowhere_since(&self, today: Date) -> Option<CareerProblem<'a>> {
        let is_somewhere = self.stages.iter().any(|stage| stage.lasts_on(today));
        let ends = self.stages.iter().filter_map(|stage| stage.end.filter(|end| *end > stage.stint.from));
        if is_somewhere { None } else { ends.max().map(CareerProblem::NowhereSince) }
    }

    fn doubt_stages(&mut self) {
        for stage in &self.stages {
            if stage.stint.until.is_some_and(|until| until < stage.stint.from) {
                self.problems.push(CareerProblem::EndsBeforeItBegins(stage.id, stage.stint));
            }
            match stage.post {
                StagePost::Gone(level) => self.problems.push(CareerProblem::LevelGone(stage.id, level)),
                StagePost::Level(level) => self.problems.extend(self.reached_before_lower(stage, level)),
                StagePost::Other(_) => {}
            }
        }
    }

    /// Says so where no level of a lower rank was reached by then, and one was reached later.
    fn reached_before_lower(&self, stage: &Stage<'a>, level: &'a Level) -> Option<CareerProblem<'a>> {
        let mut lower = self.stages.iter().filter_map(|other| match other.post {
            StagePost::Level(lower) if lower.rank < level.rank => Some((lower, other.stint.from)),
            _ => None,
        });
        let (first, from) = lower.next()?;
        let (id, reached) = (stage.id, stage.stint.from);
        match from.cmp(&reached) {
            Ordering::Less => None,
            Ordering::Equal => Some(CareerProblem::WithLower { id, level, lower: first, on: reached }),
            Ordering::Greater => Some(CareerProblem::BeforeLower { id, level: (level, reached), lower: (first, from) }),
        }
    }
}

impl Stage<'_> {
    /// Whether it lasts on that day.
    pub fn lasts_on(&self, day: Date) -> bool {
        self.stint.from <= day && self.end.is_none_or(|end| end > day)
    }
}

impl<'a> StagePost<'a> {
    fn of(ladder: &'a Ladder, post: &'a Post) -> Self {
        match post {
            Post::Level(id) => choice(ladder, Some(id)).level().map_or(Self::Gone(id), Self::Level),
            Post::Other { rank, .. } => Self::Other(*rank),
        }
    }

    /// The rank at which it counts, if it is known to count at one.
    pub fn rank(self) -> Option<u8> {
        match self {
            Self::Level(level) => Some(level.rank),
            Self::Other(rank) => rank,
            Self::Gone(_) => None,
        }
    }

    /// Whether a stint here is no end of one there: both count at one rank.
    fn continues(self, other: Self) -> bool {
        self.rank().is_some() && self.rank() == other.rank()
    }
}

impl<'a> CareerProblem<'a> {
    /// The stint that it is about, if it is about one.
    pub fn stint(&self) -> Option<&'a EntryId> {
        match self {
            Self::NotBegunYet(id, _) | Self::EndsBeforeItBegins(id, _) | Self::LevelGone(id, _) => Some(id),
            Self::BeforeLower { id, .. } | Self::WithLower { id, .. } => Some(id),
            Self::PresentDiffers { .. } | Self::NowhereSince(_) => None,
        }
    }
}

impl fmt::Display for CareerProblem<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::NotBegunYet(_, stint) => {
                write!(f, "{} is in the future: it counts from that day on.", stint.from.long())
            }
            Self::EndsBeforeItBegins(_, stint) => {
                let last = stint.until.unwrap_or(stint.from);
                let (last, first) = (last.long(), stint.from.long());
                write!(f, "The last day, {last}, is before the first, {first}: this time does not count.")
            }
            Self::BeforeLower { level: (level, reached), lower: (lower, later), .. } => write!(
                f,
                "{} begins on {}, before the lower level {} on {}. Check both dates.",
                level.name,
                reached.long(),
                lower.name,
                later.long()
            ),
            Self::WithLower { level, lower, on, .. } => write!(
                f,
                "{} and the lower level {} both begin on {}. Check both dates.",
                level.name,
                lower.name,
                on.long()
            ),
            Self::NowhereSince(day) => write!(
                f,
                "By these dates you are at no level since {}. Where you are now counts once you add it with its first day.",
                day.long()
            ),
            Self::LevelGone(_, level) => {
                write!(f, "The level {level} is no longer in this ladder, so its rank is not known.")
            }
            Self::PresentDiffers { chosen, reached } => write!(
                f,
                "Your present level is {}, but by these dates you are at {}. Check both.",
                chosen.name, reached.name
            ),
        }
    }
}
