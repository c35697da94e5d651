//! What was found about a requirement, in sentences: told to the user, or in the alternate form (`{:#}`) of the user to
//! others, who read it in the document.

use std::fmt;

use super::finding::{Finding, FromTrack, Mastered, Needed, Said, State, Time, TimeDoubt};
use crate::ladder::Skillsets;

/// "your", as it is said to the one who reads it.
fn your(f: &fmt::Formatter) -> &'static str {
    if f.alternate() { "the author’s" } else { "your" }
}

/// The words on the screen.
impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            Self::Met => "Met",
            Self::NotMet => "Not met",
            Self::NotKnown => "Not known",
        })
    }
}

/// The reason in a sentence, without its full stop.
impl fmt::Display for Finding<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Time(time) => time.fmt(f),
            Self::Mastery(mastered) => mastered.fmt(f),
            Self::Word(said) => said.fmt(f),
            Self::NoReview => f.write_str("No review is noted yet"),
            Self::ReviewPending(date) => write!(f, "The outcome of the review of {} is open", date.long()),
            Self::ReviewFailed(date) => write!(f, "The review of {} was not successful", date.long()),
            Self::ReviewSucceeded(date) => write!(f, "The review of {} was successful", date.long()),
            Self::Need(needed) => needed.fmt(f),
            Self::OneMet(branch, _) => write!(f, "One is enough, and this one is met: {}", branch.condition),
            Self::NoneMet => f.write_str("One is enough, and none is met"),
            Self::NoneKnown => f.write_str("One is enough; none is known to be met"),
            Self::From(from) => from.fmt(f),
            Self::Waived(date) => write!(f, "Waived on {}", date.long()),
        }
    }
}

/// "8 of 12 months at level 1; met on 14 March 2027".
impl fmt::Display for Time<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let served = self.served.min(u32::from(self.asked));
        let plural = if self.asked == 1 { "" } else { "s" };
        write!(f, "{served} of {} month{plural} at level {}; ", self.asked, self.rank)?;
        match (self.met_on, self.grows_until) {
            (Some(date), _) if self.doubt.is_some() => write!(f, "met on {} at the latest", date.long())?,
            (Some(date), _) => write!(f, "met on {}", date.long())?,
            (None, Some(day)) => write!(f, "the time entered ends on {}, before that is enough", day.long())?,
            (None, None) if self.doubt.is_none() => f.write_str("no time is being added now")?,
            (None, None) => {}
        }
        match self.doubt {
            Some(doubt) if self.met_on.is_some() || self.grows_until.is_some() => write!(f, "; {doubt}"),
            Some(doubt) => doubt.fmt(f),
            None => Ok(()),
        }
    }
}

impl fmt::Display for TimeDoubt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::NoDates if f.alternate() => f.write_str("the author has not entered when each level was reached"),
            Self::NoDates => f.write_str("you have not entered when you reached your levels"),
            Self::HiredAbove(rank) => {
                let your = your(f);
                write!(
                    f,
                    "{your} dates on this ladder begin higher, at level {rank}, and only {your} organisation can say what that means"
                )
            }
            Self::LevelGone(level) => {
                write!(f, "{} dates name the level {level}, which is no longer in this ladder", your(f))
            }
        }
    }
}

impl fmt::Display for Mastered<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let count = self.count();
        let (named, evidenced) = (self.named.min(count), self.evidenced.min(count));
        match self.asked {
            Skillsets::Named(skillset) if evidenced == 0 => return write!(f, "There is no evidence of {skillset} yet"),
            Skillsets::Named(skillset) => write!(f, "There is evidence of {skillset}")?,
            Skillsets::AtLeast { of, .. } if named == 0 => return write!(f, "0 of {count} {of} are named yet"),
            Skillsets::AtLeast { of, .. } => write!(f, "{named} of {count} {of} named, {evidenced} with evidence")?,
        }
        match (self.state(), self.reviewed) {
            (State::Met, Some(date)) => write!(f, "; confirmed by the review of {}", date.long()),
            (State::Met, None) => write!(f, "; met by {} account", your(f)),
            (State::NotMet | State::NotKnown, _) => Ok(()),
        }
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Met => write!(f, "Met by {} account", your(f)),
            Self::Evidence => write!(f, "Met by {} account: there is evidence", your(f)),
            Self::NotMet => write!(f, "Not met by {} account", your(f)),
            Self::Nothing if f.alternate() => f.write_str("The author has not said yet whether it is met"),
            Self::Nothing => f.write_str("You have not said yet whether it is met"),
        }
    }
}

impl fmt::Display for Needed {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let your = your(f);
        match self {
            Self::Yes(date) => write!(f, "There is a need, by {your} organisation’s answer of {}", date.long()),
            Self::No(date) => write!(f, "There is no need, by {your} organisation’s answer of {}", date.long()),
            Self::Unknown => write!(f, "Only {your} organisation can say, and its answer is not known yet"),
        }
    }
}

impl fmt::Display for FromTrack<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::NotAsked(track) => write!(f, "Asked only of those who come from this track: {}", track.name),
            Self::Specialist(track, present) => write!(
                f,
                "Asked of those who come from this track: {}; whether of those who come from {} is not said",
                track.name, present.name
            ),
            Self::Unknown(track) => write!(
                f,
                "Asked only of those who come from this track: {}; {} present level is not known",
                track.name,
                your(f)
            ),
        }
    }
}
