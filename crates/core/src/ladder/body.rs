//! The bytes of one ladder. A text that stands in it more than once is written the first time only.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Condition, Damaged, Ladder, LadderId, Requirement};

/// What the bytes hold; borrowed or owned makes no difference to them.
#[derive(Serialize, Deserialize)]
struct Written<L> {
    /// The ladder; a text that stood in it before is empty.
    ladder: L,
    /// The place of each such text, in the order of [`each_text`], and the place where the same text stands.
    repeats: Vec<(u32, u32)>,
}

impl Ladder {
    /// The ladder as bytes.
    ///
    /// # Errors
    /// [`Damaged`] where it is larger than 4 GB.
    pub fn encode(&self) -> Result<Vec<u8>, Damaged> {
        encode(self)
    }

    /// The ladder of that id, of its bytes.
    ///
    /// # Errors
    /// [`Damaged`] where they are not those of that ladder.
    pub fn decode(id: &LadderId, bytes: &[u8]) -> Result<Self, Damaged> {
        let ladder = decode(bytes)?;
        if ladder.id == *id { Ok(ladder) } else { Err(Damaged) }
    }
}

fn encode(ladder: &Ladder) -> Result<Vec<u8>, Damaged> {
    let mut ladder = ladder.clone();
    let (mut first, mut repeats, mut at) = (BTreeMap::new(), Vec::new(), 0_u32);
    each_text(&mut ladder, &mut |text| {
        match first.get(text) {
            Some(&same) if !text.is_empty() => {
                repeats.push((at, same));
                text.clear();
            }
            _ => {
                first.insert(text.clone(), at);
            }
        }
        at += 1;
    });
    postcard::to_allocvec(&Written { ladder, repeats }).map_err(|_| Damaged)
}

/// The ladder of these bytes, with the references checked that are followed without looking.
fn decode(bytes: &[u8]) -> Result<Ladder, Damaged> {
    let Written { mut ladder, repeats } = postcard::from_bytes::<Written<Ladder>>(bytes).map_err(|_| Damaged)?;
    if !repeats.is_empty() {
        restore(&mut ladder, &repeats)?;
    }
    let known = |expectation: &u32| (*expectation as usize) < ladder.expectations.len();
    let held = ladder.levels.iter().flat_map(|level| level.holds.iter().map(|held| &held.expectation));
    let stepped = ladder.competencies.iter().flat_map(|competency| &competency.steps).flat_map(|step| &step.statements);
    if held.chain(stepped).all(known) { Ok(ladder) } else { Err(Damaged) }
}

/// Writes the texts again that stand in the ladder before.
fn restore(ladder: &mut Ladder, repeats: &[(u32, u32)]) -> Result<(), Damaged> {
    let mut texts: Vec<String> = Vec::new();
    let mut left = repeats.iter();
    let mut next = left.next();
    let mut is_sound = true;
    each_text(ladder, &mut |text| {
        if let Some((_, same)) = next.filter(|(at, _)| *at as usize == texts.len()) {
            match texts.get(*same as usize) {
                Some(same) => text.clone_from(same),
                None => is_sound = false,
            }
            next = left.next();
        }
        texts.push(text.clone());
    });
    if is_sound && next.is_none() { Ok(()) } else { Err(Damaged) }
}

/// Every text of a ladder that may be long and may stand in it again, in an order that never changes.
fn each_text(ladder: &mut Ladder, see: &mut dyn FnMut(&mut String)) {
    for expectation in &mut ladder.expectations {
        see(&mut expectation.text);
        expectation.examples.iter_mut().for_each(&mut *see);
    }
    for level in &mut ladder.levels {
        see(&mut level.summary);
        level.facts.iter_mut().for_each(|fact| see(&mut fact.value));
        level.requirements.iter_mut().for_each(|requirement| see_condition(&mut requirement.condition, see));
    }
}

fn see_condition(condition: &mut Condition, see: &mut dyn FnMut(&mut String)) {
    match condition {
        Condition::Experience(text) | Condition::Statement(text) => see(text),
        Condition::AnyOf(branches) => {
            branches.iter_mut().for_each(|Requirement { condition, .. }| see_condition(condition, see));
        }
        Condition::WhenComingFrom { then, .. } => see_condition(then, see),
        Condition::TimeAtRank { .. } | Condition::Mastery(_) | Condition::PeerReview | Condition::DocumentedNeed => {}
    }
}
