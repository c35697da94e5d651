//! The section on what is open: nothing that is asked and not shown is passed over.

use super::asked::in_short;
use super::compose::Desk;
use super::{Block, Entry, Mark, ours};
use crate::assessment::Rating;
use crate::case::folder::Section;
use crate::case::{Expected, State};

/// What is open, by kind; where nothing is, a sentence that says so.
pub(super) fn blocks(desk: &Desk) -> Vec<Block> {
    let mut blocks = Vec::new();
    add(&mut blocks, "Requirements not met", asked(desk, State::NotMet));
    add(&mut blocks, "Requirements not known", asked(desk, State::NotKnown));
    add(&mut blocks, "Not yet, or only sometimes", expected(desk, is_gap));
    add(&mut blocks, "No chance to show it so far", expected(desk, |of| of.rating == Some(Rating::NoChance)));
    add(&mut blocks, "Not rated", expected(desk, |of| of.rating.is_none()));
    add(&mut blocks, "Consistently, without evidence", expected(desk, |of| is_bare(desk, of)));
    if blocks.is_empty() {
        blocks.push(Block::Paragraph(vec![ours(none(desk))]));
    }
    blocks
}

fn none(desk: &Desk) -> &'static str {
    match desk.summary.expectations.iter().all(|expected| desk.holds(expected.expectation)) {
        true => "None: every requirement is met, every expectation is rated as shown consistently, with evidence.",
        false => "None among what stands in this document.",
    }
}

fn add(blocks: &mut Vec<Block>, heading: &str, entries: Vec<Entry>) {
    if !entries.is_empty() {
        blocks.extend([Block::Heading(vec![ours(heading)]), Block::Entries(entries)]);
    }
}

fn asked(desk: &Desk, state: State) -> Vec<Entry> {
    let entry = |checked| Entry { mark: None, ..in_short(desk, checked) };
    desk.summary.in_state(state).map(entry).collect()
}

fn expected(desk: &Desk, is_open: impl Fn(&Expected) -> bool) -> Vec<Entry> {
    let here = desk.summary.expectations.iter().filter(|expected| desk.holds(expected.expectation));
    here.filter(|expected| is_open(expected)).map(|expected| entry(desk, expected)).collect()
}

/// The rating is said where the heading does not say it.
fn entry(desk: &Desk, expected: &Expected) -> Entry {
    let mark = expected.rating.filter(|rating| rating.is_gap()).map(Mark::Rated);
    Entry { mark, head: desk.with_competency(expected.expectation), ..Entry::default() }
}

fn is_gap(expected: &Expected) -> bool {
    expected.rating.is_some_and(Rating::is_gap)
}

/// Whether nothing but the rating speaks for it.
fn is_bare(desk: &Desk, expected: &Expected) -> bool {
    let folder = desk.papers.folder;
    let in_portfolio = folder.has(Section::Portfolio) && folder.pieces_showing(expected.expectation).next().is_some();
    expected.rating == Some(Rating::Consistently) && !expected.has_evidence && !in_portfolio
}
