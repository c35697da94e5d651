//! From requirements to findings.

use std::collections::BTreeSet;

use super::career::Career;
use super::finding::{Finding, FromTrack, Mastered, Needed, Said, State, Time, TimeDoubt};
use super::tenure::Tenure;
use crate::assessment::{Assessment, Evidence, Outcome, Reply, RequirementAnswer, Wording, choice};
use crate::date::Date;
use crate::ladder::{Condition, Ladder, Level, Requirement, Rule, Skillsets, TrackId, TrackKind};
use crate::search::folded;

/// A requirement held against what was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked<'a> {
    /// The requirement.
    pub requirement: &'a Requirement,
    /// The rule of the ladder that explains it.
    pub rule: Option<&'a Rule>,
    /// What was found.
    pub finding: Finding<'a>,
    /// The alternatives of an any-of, each with its own finding.
    pub branches: Vec<Checked<'a>>,
    /// What it asked when it was answered, where it asks something else today.
    pub reworded: Option<&'a Wording>,
}

impl Checked<'_> {
    /// Whether it is met.
    pub fn state(&self) -> State {
        self.finding.state()
    }

    /// Whether it is something that only the organisation can give.
    pub fn is_for_organisation(&self) -> bool {
        *self.requirement.condition.innermost() == Condition::DocumentedNeed
    }

    /// Whether it asks for a review by peers.
    pub fn is_review(&self) -> bool {
        *self.requirement.condition.innermost() == Condition::PeerReview
    }
}

/// Every requirement of a target, in the ladder's order, held against what was entered until that day.
pub fn evaluate<'a>(
    ladder: &'a Ladder,
    target: &'a Level,
    assessment: &'a Assessment,
    today: Date,
) -> Vec<Checked<'a>> {
    let career = Career::of(ladder, assessment, today);
    let present = chosen_or_reached(ladder, assessment, &career, today);
    let mut examiner = Examiner { ladder, target, assessment, today, career, present, reviewed: Vec::new() };
    examiner.reviewed = examiner.successful_reviews(&target.requirements);
    examiner.reviewed.sort();
    target.requirements.iter().map(|requirement| examiner.check(requirement)).collect()
}

/// The user's present level: the one chosen, or else the one that the dates lead to.
pub fn present_level<'a>(ladder: &'a Ladder, assessment: &'a Assessment, today: Date) -> Option<&'a Level> {
    chosen_or_reached(ladder, assessment, &Career::of(ladder, assessment, today), today)
}

fn chosen_or_reached<'a>(
    ladder: &'a Ladder,
    assessment: &'a Assessment,
    career: &Career<'a>,
    today: Date,
) -> Option<&'a Level> {
    assessment.present().map_or_else(|| career.level_on(today), |id| choice(ladder, Some(id)).level())
}

/// All that findings depend on.
struct Examiner<'a> {
    ladder: &'a Ladder,
    target: &'a Level,
    assessment: &'a Assessment,
    today: Date,
    career: Career<'a>,
    present: Option<&'a Level>,
    /// The days of the successful reviews for the target, the first first.
    reviewed: Vec<Date>,
}

impl<'a> Examiner<'a> {
    fn check(&self, requirement: &'a Requirement) -> Checked<'a> {
        let answer = self.assessment.requirement_answer(self.target, requirement);
        let (mut finding, branches) = self.find(&requirement.condition, &answer);
        let waiver = answer.waiver().filter(|waiver| waiver.date <= self.today);
        if let (Some(waiver), State::NotMet | State::NotKnown) = (waiver, finding.state()) {
            finding = Finding::Waived(waiver.date);
        }
        let rule = requirement.rule.as_ref().and_then(|id| self.ladder.rule(id));
        Checked { requirement, rule, finding, branches, reworded: answer.former_wording(requirement) }
    }

    fn find(&self, condition: &'a Condition, answer: &RequirementAnswer<'a>) -> (Finding<'a>, Vec<Checked<'a>>) {
        let finding = match condition {
            Condition::AnyOf(branches) => return self.any_of(branches),
            Condition::WhenComingFrom { track, then } => return self.coming_from(track, then, answer),
            Condition::TimeAtRank { rank, months } => Finding::Time(self.time(*rank, *months)),
            Condition::Mastery(asked) => Finding::Mastery(self.mastered(asked, answer)),
            Condition::PeerReview => self.review(answer),
            Condition::DocumentedNeed => Finding::Need(self.need()),
            Condition::Experience(_) | Condition::Statement(_) => Finding::Word(self.word(answer)),
        };
        (finding, Vec::new())
    }

    fn any_of(&self, branches: &'a [Requirement]) -> (Finding<'a>, Vec<Checked<'a>>) {
        let branches: Vec<Checked> = branches.iter().map(|branch| self.check(branch)).collect();
        let met = branches.iter().find_map(|branch| Some((branch.requirement, branch.finding.basis()?)));
        let finding = match met {
            Some((branch, basis)) => Finding::OneMet(branch, basis),
            None if branches.iter().any(|branch| branch.state() == State::NotKnown) => Finding::NoneKnown,
            None => Finding::NoneMet,
        };
        (finding, branches)
    }

    /// Whoever meets what is asked of one track meets it from wherever they come.
    fn coming_from(
        &self,
        id: &'a TrackId,
        then: &'a Condition,
        answer: &RequirementAnswer<'a>,
    ) -> (Finding<'a>, Vec<Checked<'a>>) {
        let (finding, branches) = self.find(then, answer);
        let present = self.present.and_then(|level| self.ladder.track(&level.track));
        let from = match (self.ladder.track(id), present) {
            (None, _) => return (finding, branches),
            (Some(asked), Some(track)) if track.id == asked.id => return (finding, branches),
            (Some(asked), Some(track)) if track.kind == TrackKind::Specialist => FromTrack::Specialist(asked, track),
            (Some(asked), Some(_)) => return (Finding::From(FromTrack::NotAsked(asked)), branches),
            (Some(asked), None) => FromTrack::Unknown(asked),
        };
        (if finding.state() == State::Met { finding } else { Finding::From(from) }, branches)
    }

    fn time(&self, rank: u8, asked: u16) -> Time<'a> {
        let tenure = Tenure::at(rank, &self.career);
        let met_on = tenure.complete_on(u32::from(asked));
        let is_met = met_on.is_some_and(|day| day <= self.today);
        let doubt = if is_met { None } else { self.time_doubt(rank) };
        let grows_until = if met_on.is_none() { self.career.last_day_at(rank, self.today) } else { None };
        Time { rank, asked, served: tenure.months_on(self.today), met_on, is_met, grows_until, doubt }
    }

    fn time_doubt(&self, rank: u8) -> Option<TimeDoubt<'a>> {
        if self.career.stages.is_empty() {
            return Some(TimeDoubt::NoDates);
        }
        let gone = self.career.gone().map(TimeDoubt::LevelGone);
        let above = self.career.first_rank().filter(|first| *first > rank).map(TimeDoubt::HiredAbove);
        gone.or(above)
    }

    /// A review confirms what there was evidence of by then.
    fn mastered(&self, asked: &'a Skillsets, answer: &RequirementAnswer) -> Mastered<'a> {
        let named = Self::skillsets(asked, answer, None);
        let evidenced = Self::skillsets(asked, answer, Some(self.today));
        let found = |evidenced| Mastered { asked, named, evidenced, reviewed: None };
        let confirms = |day: &&Date| found(Self::skillsets(asked, answer, Some(**day))).state() == State::Met;
        Mastered { reviewed: self.reviewed.iter().find(confirms).copied(), ..found(evidenced) }
    }

    /// How many different skillsets are named, or have evidence that was there on a day.
    fn skillsets(asked: &Skillsets, answer: &RequirementAnswer, evidenced_by: Option<Date>) -> usize {
        let is_there = |evidence: &Evidence| evidenced_by.is_none_or(|day| evidence.date <= day);
        let mut names: BTreeSet<String> = BTreeSet::new();
        for (id, skillset) in answer.skillsets() {
            if evidenced_by.is_none() || answer.skillset_evidence(id).any(|(_, evidence)| is_there(evidence)) {
                // One that the ladder names itself is meant whatever the user calls it.
                names.insert(folded(if let Skillsets::Named(name) = asked { name } else { &skillset.name }));
            }
        }
        if let Skillsets::Named(name) = asked
            && answer.evidence().any(|(_, evidence)| is_there(evidence))
        {
            names.insert(folded(name));
        }
        names.iter().filter(|name| !name.is_empty()).count()
    }

    fn has_evidence(&self, answer: &RequirementAnswer) -> bool {
        answer.evidence().any(|(_, evidence)| evidence.date <= self.today)
    }

    fn word(&self, answer: &RequirementAnswer) -> Said {
        match answer.word() {
            Some(word) if word.is_met => Said::Met,
            Some(_) => Said::NotMet,
            None if self.has_evidence(answer) => Said::Evidence,
            None => Said::Nothing,
        }
    }

    fn need(&self) -> Needed {
        match self.assessment.opening(self.target).filter(|opening| opening.date <= self.today) {
            Some(opening) if opening.reply == Reply::Yes => Needed::Yes(opening.date),
            Some(opening) if opening.reply == Reply::No => Needed::No(opening.date),
            Some(_) | None => Needed::Unknown,
        }
    }

    /// One that succeeded settles it; else the latest counts.
    fn review(&self, answer: &RequirementAnswer) -> Finding<'a> {
        if let Some(date) = self.success(answer) {
            return Finding::ReviewSucceeded(date);
        }
        match answer.reviews().first() {
            None => Finding::NoReview,
            Some((_, review)) if review.outcome == Outcome::Unsuccessful && review.date <= self.today => {
                Finding::ReviewFailed(review.date)
            }
            Some((_, review)) => Finding::ReviewPending(review.date),
        }
    }

    /// The first successful review.
    fn success(&self, answer: &RequirementAnswer) -> Option<Date> {
        self.successes(answer).next()
    }

    /// The days of the successful reviews, the first first. What is dated in the future has not happened.
    fn successes(&self, answer: &RequirementAnswer) -> impl Iterator<Item = Date> {
        let reviews = answer.reviews().into_iter().rev().map(|(_, review)| review);
        let held = reviews.filter(|review| review.date <= self.today && review.outcome == Outcome::Successful);
        held.map(|review| review.date)
    }

    /// The days of the successful reviews among some requirements and their alternatives.
    fn successful_reviews(&self, requirements: &[Requirement]) -> Vec<Date> {
        let of = |requirement: &Requirement| match requirement.condition.innermost() {
            Condition::AnyOf(branches) => self.successful_reviews(branches),
            Condition::PeerReview => {
                self.successes(&self.assessment.requirement_answer(self.target, requirement)).collect()
            }
            _ => Vec::new(),
        };
        requirements.iter().flat_map(of).collect()
    }
}
