//! What a page says of itself in one sentence, where its link is shown.

use rungs_core::compare::Comparison;
use rungs_core::ladder::Catalogue;
use rungs_core::route::{Columns, Own, Place, Route};

use crate::previews::level_of;

/// What a page says of itself.
pub struct Said {
    /// What a chat shows first, where it is not the page's title.
    pub headline: Option<String>,
    /// One sentence.
    pub description: String,
}

/// What the page of a place says of itself.
pub fn of(place: &Place, catalogue: &Catalogue) -> Said {
    Said { headline: headline(place, catalogue), description: description(place, catalogue) }
}

fn headline(place: &Place, catalogue: &Catalogue) -> Option<String> {
    let Route::Compare(columns) = &place.route else { return None };
    compared(catalogue, columns)?.headline()
}

/// The comparison of two levels of one ladder.
fn compared<'a>(catalogue: &'a Catalogue, columns: &Columns) -> Option<Comparison<'a>> {
    let [from, to] = columns.iter().collect::<Vec<_>>()[..] else { return None };
    let (ladder, from) = level_of(catalogue, from)?;
    Some(Comparison::between(ladder, from, ladder.level(&to.level)?))
}

fn description(place: &Place, catalogue: &Catalogue) -> String {
    let site = &catalogue.index.site.name;
    match &place.route {
        Route::Ladders => {
            "Career ladders to read and to compare level by level, and where you stand, in private.".into()
        }
        Route::MoreLadders(number) => {
            let before = catalogue.index.before_shelf(number.get());
            format!("Career ladders from number {} on, of {}.", before + 1, catalogue.index.ladders.len())
        }
        Route::Ladder(id) => {
            catalogue.index.card(id).map_or_else(String::new, |card| format!("{} {}.", card.summary, card.size()))
        }
        Route::Level(level) => {
            level_of(catalogue, level).map_or_else(String::new, |(ladder, level)| ladder.description_of(level))
        }
        Route::Compare(columns) if columns.is_empty() => {
            "Two to four levels side by side: what is new, raised, reworded or dropped from one to the next.".into()
        }
        Route::Compare(columns) => {
            compared(catalogue, columns).and_then(|comparison| comparison.description()).unwrap_or_default()
        }
        Route::AssessChoice => "Rate what a level expects and note evidence for it. It stays in your browser.".into(),
        Route::Assess(id) => catalogue.ladder(id).map_or_else(String::new, |ladder| {
            format!("Where do you stand on {}? Rate what a level expects; it stays in your browser.", ladder.name)
        }),
        Route::Own(own, id) => catalogue.ladder(id).map_or_else(String::new, |ladder| own_work(*own, &ladder.name)),
        Route::Growth => "Impact and opportunity: what your work drives, and whether there is an opening.".into(),
        Route::Journal => "Note what you achieved as it happens, and use it as evidence later.".into(),
        Route::CheckIn => "Two people rate the same expectations apart, then talk about where they differ.".into(),
        Route::Data => format!("Everything that {site} keeps in this browser: to save, to read back, to delete."),
        Route::About => format!("What {site} is, what is private, and where its ladders come from."),
    }
}

fn own_work(own: Own, ladder: &str) -> String {
    match own {
        Own::Plan => format!("What to work on in the next months on {ladder}: what you do, by when, and how you know."),
        Own::Case => format!("Your case for a promotion on {ladder}: requirements, ratings, evidence, portfolio."),
        Own::History => format!("How your answers to {ladder} changed over time, and what a new version changes."),
    }
}

/// Protocol and host of an address: `https://example.org` of `https://example.org/rungs/`.
pub fn origin(address: &str) -> String {
    let host = address.find("://").map_or(0, |at| at + 3);
    let end = address[host..].find('/').map_or(address.len(), |at| host + at);
    address[..end].to_owned()
}

#[cfg(test)]
mod tests {
    use super::origin;

    #[test]
    fn the_origin_of_an_address_ends_before_its_path() {
        for address in ["https://example.org/rungs/", "https://example.org/", "https://example.org"] {
            assert_eq!(origin(address), "https://example.org");
        }
        assert_eq!(origin("http://127.0.0.1:8080/rungs/"), "http://127.0.0.1:8080");
    }
}
