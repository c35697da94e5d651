//! The document as a whole.

use super::{Document, Line, Part, Text, asked, expected, gaps, growth, ladders, ours, portfolio, users};
use crate::assessment::Assessment;
use crate::case::folder::{Folder, Section};
use crate::case::{Basis, State, Summary, present_level};
use crate::date::Date;
use crate::growth::Worksheet;
use crate::journal::Journal;
use crate::ladder::{Expectation, Ladder, Level};

/// All that a document is made of.
#[derive(Clone, Copy, Debug)]
pub struct Papers<'a> {
    /// The ladder.
    pub ladder: &'a Ladder,
    /// The level that the user works toward.
    pub target: &'a Level,
    /// What the user entered.
    pub assessment: &'a Assessment,
    /// What the user chose, and the portfolio.
    pub folder: &'a Folder,
    /// The growth worksheet.
    pub worksheet: &'a Worksheet,
    /// The journal, whose wins may belong to pieces of the portfolio.
    pub journal: &'a Journal,
    /// Today.
    pub today: Date,
}

/// The papers with what was found in them.
pub(super) struct Desk<'a> {
    pub papers: Papers<'a>,
    pub summary: Summary<'a>,
}

/// The document that is made of these papers.
pub fn document(papers: Papers) -> Document {
    let Papers { ladder, target, assessment, folder, today, .. } = papers;
    let desk = Desk { papers, summary: Summary::of(ladder, target, assessment, today) };
    let sections = folder.sections.iter().filter(|(_, is_in)| *is_in);
    Document {
        lang: ladder.lang.clone(),
        kind: vec![ours("Case for promotion · "), ladders(format!("{} {}", ladder.name, ladder.version))],
        title: title(papers),
        byline: byline(papers),
        summary: in_numbers(&desk),
        parts: sections.filter_map(|(section, _)| part(&desk, *section)).collect(),
        foot: vec![ours(format!("Ratings, evidence and dates are the author’s own account, as of {}.", today.long()))],
    }
}

fn title(papers: Papers) -> Line {
    let Papers { ladder, target, assessment, today, .. } = papers;
    let name = |level: &Level| ladders(ladder.full_name(level));
    match present_level(ladder, assessment, today) {
        Some(present) => vec![name(present), ours(" → "), name(target)],
        None => vec![name(target)],
    }
}

fn byline(papers: Papers) -> Line {
    let day = papers.today.long();
    match papers.folder.who.trim() {
        "" => vec![ours(day)],
        who => vec![users(who), ours(format!(" · {day}"))],
    }
}

/// A section; `None` where it has nothing to say.
fn part(desk: &Desk, section: Section) -> Option<Part> {
    let blocks = match section {
        Section::Requirements => asked::blocks(desk),
        Section::Expectations => expected::blocks(desk),
        Section::Portfolio => portfolio::blocks(desk),
        Section::Growth => growth::blocks(desk),
        Section::Gaps => gaps::blocks(desk),
    };
    (!blocks.is_empty()).then_some(Part { section, blocks })
}

/// Counts, of all that is asked, whatever the user left out.
fn in_numbers(desk: &Desk) -> Vec<Line> {
    let Desk { papers, summary } = desk;
    let count = |state: State| {
        let is_asked = summary.in_state(state).filter(|checked| checked.finding.basis() != Some(Basis::NotAsked));
        is_asked.count()
    };
    let [met, not_met, not_known] = [State::Met, State::NotMet, State::NotKnown].map(count);
    let requirements = match summary.requirements.len() {
        0 => "The ladder states no requirements for this level.".to_owned(),
        _ => format!("Requirements: {met} met, {not_met} not met, {not_known} not known."),
    };
    let expected = summary.expectations.len();
    let rated = summary.expectations.iter().filter(|expected| expected.rating.is_some()).count();
    let evidenced = summary.expectations.iter().filter(|expected| expected.has_evidence).count();
    let expectations = match expected {
        0 => "The level expects nothing that can be rated.".to_owned(),
        _ => format!("Expectations: {rated} of {expected} rated, {evidenced} with evidence."),
    };
    let mut lines: Vec<Line> = vec![vec![ours(requirements)], vec![ours(expectations)]];
    let is_out = |expectation: &&Expectation| !papers.folder.holds(papers.ladder, expectation);
    let expectations = summary.expectations.iter().map(|expected| expected.expectation);
    match expectations.filter(is_out).count() {
        0 => {}
        1 => lines.push(vec![ours("1 expectation is left out of this document.")]),
        several => lines.push(vec![ours(format!("{several} expectations are left out of this document."))]),
    }
    let sections = left_out(desk).join(", ");
    if !sections.is_empty() {
        lines.push(vec![ours(format!("Sections left out of this document: {sections}."))]);
    }
    lines
}

/// The sections that the user left out although they have something to say. The growth worksheet is for oneself, and
/// nobody misses it.
fn left_out(desk: &Desk) -> Vec<String> {
    let is_out = |section: &Section| section.is_in_at_first() && part(desk, *section).is_some();
    let sections = desk.papers.folder.sections.iter().filter(|(_, is_in)| !is_in).map(|(section, _)| *section);
    sections.filter(is_out).map(|section| section.to_string()).collect()
}

impl<'a> Desk<'a> {
    /// Whether an expectation stands in the document.
    pub fn holds(&self, expectation: &Expectation) -> bool {
        self.papers.folder.holds(self.papers.ladder, expectation)
    }

    /// An expectation with the name of its competency before it.
    pub fn with_competency(&self, expectation: &Expectation) -> Line {
        let competency = self.papers.ladder.competency(&expectation.competency);
        let name = competency.map(|competency| [ladders(&competency.name), ours(": ")]);
        let text: Text = ladders(&expectation.text);
        name.into_iter().flatten().chain([text]).collect()
    }
}
