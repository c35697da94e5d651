//! What was found about a requirement: the reason as data, from which its state follows.

use crate::date::Date;
use crate::ladder::{LevelId, Requirement, Skillsets, Track};

/// Whether a requirement is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// It is met.
    Met,
    /// It is not met.
    NotMet,
    /// It cannot be told from what was entered.
    NotKnown,
}

/// On what it rests that a requirement is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Basis {
    /// The dates that the user entered.
    Dates,
    /// The user's own account.
    Account,
    /// A review by peers.
    Review,
    /// The organisation's answer.
    Organisation,
    /// A waiver.
    Waiver,
    /// It is not asked of the user.
    NotAsked,
}

/// What was found about a requirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding<'a> {
    /// About time at a rank.
    Time(Time<'a>),
    /// About skillsets.
    Mastery(Mastered<'a>),
    /// About an experience or a statement.
    Word(Said),
    /// No review by peers is noted.
    NoReview,
    /// The outcome of the review of that day is open.
    ReviewPending(Date),
    /// The review of that day was not successful.
    ReviewFailed(Date),
    /// The review of that day was successful.
    ReviewSucceeded(Date),
    /// About the organisation's need.
    Need(Needed),
    /// One of several alternatives is met.
    OneMet(&'a Requirement, Basis),
    /// No alternative is met.
    NoneMet,
    /// No alternative is met, as far as that is known.
    NoneKnown,
    /// It depends on the track from which the user comes.
    From(FromTrack<'a>),
    /// Waived from that day on.
    Waived(Date),
}

/// Time at a rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time<'a> {
    /// The rank.
    pub rank: u8,
    /// How many months are asked.
    pub asked: u16,
    /// How many are complete.
    pub served: u32,
    /// The day on which they are all complete, if things go on as they are.
    pub met_on: Option<Date>,
    /// Whether that day has come.
    pub is_met: bool,
    /// The last day on which it grows, where it grows today and ends before it is enough.
    pub grows_until: Option<Date>,
    /// Why it cannot be told, where it is not met and cannot.
    pub doubt: Option<TimeDoubt<'a>>,
}

/// Why it cannot be told whether there was time enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeDoubt<'a> {
    /// No dates are entered.
    NoDates,
    /// The career on this ladder begins above that rank, at this one.
    HiredAbove(u8),
    /// The dates name a level that the ladder no longer has.
    LevelGone(&'a LevelId),
}

/// Mastery of skillsets. Those of one name count once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mastered<'a> {
    /// What is asked.
    pub asked: &'a Skillsets,
    /// How many are named.
    pub named: usize,
    /// How many of these have evidence.
    pub evidenced: usize,
    /// The day of the review that confirmed it.
    pub reviewed: Option<Date>,
}

/// The user's own word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// It is met.
    Met,
    /// There is evidence, which says as much.
    Evidence,
    /// It is not met.
    NotMet,
    /// Nothing is said.
    Nothing,
}

/// What the organisation says of its need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needed {
    /// There is one, by the answer of that day.
    Yes(Date),
    /// There is none, by the answer of that day.
    No(Date),
    /// Not known, or not asked.
    Unknown,
}

/// What is asked only of those who come from a track.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FromTrack<'a> {
    /// The user comes from another.
    NotAsked(&'a Track),
    /// The user comes from a specialist track (the second), of which the ladder says nothing.
    Specialist(&'a Track, &'a Track),
    /// The user's present level is not known.
    Unknown(&'a Track),
}

impl Finding<'_> {
    /// Whether the requirement is met.
    pub fn state(&self) -> State {
        match self {
            Self::Time(time) => time.state(),
            Self::Mastery(mastered) => mastered.state(),
            Self::Word(Said::Met | Said::Evidence) | Self::Need(Needed::Yes(_)) => State::Met,
            Self::ReviewSucceeded(_) | Self::OneMet(..) | Self::Waived(_) => State::Met,
            Self::From(FromTrack::NotAsked(_)) => State::Met,
            Self::Word(Said::NotMet) | Self::Need(Needed::No(_)) | Self::NoneMet => State::NotMet,
            Self::ReviewPending(_) | Self::ReviewFailed(_) => State::NotMet,
            Self::Word(Said::Nothing) | Self::Need(Needed::Unknown) | Self::NoneKnown => State::NotKnown,
            Self::NoReview => State::NotKnown,
            Self::From(FromTrack::Specialist(..) | FromTrack::Unknown(_)) => State::NotKnown,
        }
    }

    /// On what it rests, where it is met.
    pub fn basis(&self) -> Option<Basis> {
        let basis = match self {
            Self::Time(_) => Basis::Dates,
            Self::Mastery(mastered) if mastered.reviewed.is_some() => Basis::Review,
            Self::Mastery(_) | Self::Word(_) => Basis::Account,
            Self::NoReview | Self::ReviewPending(_) | Self::ReviewFailed(_) | Self::ReviewSucceeded(_) => Basis::Review,
            Self::Need(_) => Basis::Organisation,
            Self::OneMet(_, basis) => *basis,
            Self::NoneMet | Self::NoneKnown | Self::From(_) => Basis::NotAsked,
            Self::Waived(_) => Basis::Waiver,
        };
        (self.state() == State::Met).then_some(basis)
    }
}

impl Time<'_> {
    fn state(&self) -> State {
        match (self.is_met, self.doubt) {
            (true, _) => State::Met,
            (false, Some(_)) => State::NotKnown,
            (false, None) => State::NotMet,
        }
    }
}

impl Mastered<'_> {
    /// How many are asked.
    pub fn count(&self) -> usize {
        match self.asked {
            Skillsets::AtLeast { count, .. } => usize::from(*count),
            Skillsets::Named(_) => 1,
        }
    }

    /// Met with evidence for enough of them. Not known while nothing is named, or while evidence alone is missing.
    pub(super) fn state(&self) -> State {
        if self.evidenced >= self.count() {
            State::Met
        } else if self.named == 0 || self.named >= self.count() {
            State::NotKnown
        } else {
            State::NotMet
        }
    }
}
