//! Stored values in words.

use rungs_core::check_in::title_of;
use rungs_core::ladder::{Index, LadderId};
use rungs_core::record::EntryId;
use rungs_core::saved::What;

use crate::state::Saved;

/// What a stored value holds, as a person would say it.
pub fn stored_name(what: &What, index: &Index) -> String {
    match what {
        What::Assessment(ladder) => format!("Answers to {}", ladder_name(ladder, index)),
        What::Growth => "Growth worksheet".to_owned(),
        What::Journal => "Journal".to_owned(),
        What::Plan(ladder) => format!("Plan for {}", ladder_name(ladder, index)),
        What::Case(ladder) => format!("Case and portfolio for {}", ladder_name(ladder, index)),
        What::History(ladder) => format!("History of the answers to {}", ladder_name(ladder, index)),
        What::Colleague(_) => "Answers about a colleague, from a check-in".to_owned(),
        What::Settings => "Settings of this site in this browser".to_owned(),
        What::Deleted => "A note of when everything was deleted".to_owned(),
        What::Recovered { of, .. } => match What::parse(of) {
            What::Other(_) => "A value that could not be read".to_owned(),
            what => format!("{}, which could not be read", stored_name(&what, index)),
        },
        What::Other(_) => "A value that this version of the site does not know".to_owned(),
    }
}

/// The name of a ladder, by a present or former id.
pub fn ladder_name(id: &LadderId, index: &Index) -> String {
    index
        .card_ever(id)
        .map_or_else(|| format!("a ladder that this site does not have ({id})"), |card| card.name.clone())
}

/// What the check-in of a colleague is called; of several that are called the same, all but the first have a number.
/// `None` where it cannot be read.
pub fn colleague_name(saved: Saved, id: &EntryId) -> Option<String> {
    let title = |id: &EntryId| saved.with_book(&What::Colleague(id.clone()), title_of);
    let own = title(id)?;
    let before = saved.colleagues().into_iter().take_while(|other| other != id);
    let alike = before.filter(|other| title(other).as_ref() == Some(&own)).count();
    Some(told_apart(own, alike))
}

/// A name, with a number if there are some before it that are called the same.
pub fn told_apart(name: String, alike: usize) -> String {
    if alike == 0 { name } else { format!("{name} ({})", alike + 1) }
}
