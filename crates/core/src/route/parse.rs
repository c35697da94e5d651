//! Reading an address as text: which page, which names. Whether they name anything is for
//! [`resolve`](super::resolve()) to say.
//!
//! Lenient where nothing can be mistaken: a missing or doubled slash, `index.html`, upper case,
//! parameters of others. Work and memory are linear in the link and what is kept of it is bounded.

use super::{Anchor, Base, Columns, LevelRef, LinkProblem, Own, Place, Problem, Route, Show, View};
use crate::ladder::{CompetencyId, LadderId, LevelId, TrackId};

/// The most names of each kind that are kept of a link.
const MOST_NAMES: usize = 250;
/// A link of more characters than this is said to be too long; the longest that we print is shorter.
const LONGEST_LINK: usize = 20_000;

/// A name as it stood in a link, decoded and in lower case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) text: String,
    /// Its percent-encoding could not be undone.
    pub(super) broken: bool,
}

/// What the path and `with` say, before anything is looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Page {
    Plain(Route),
    Ladder(Name),
    Level(Name, Name),
    /// Pairs of ladder and level; `None` where there is no dot to part them.
    Compare(Vec<(Name, Option<Name>)>),
    Assess(Name),
    Own(Own, Name),
    Unknown(Name),
}

/// A link, read as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed {
    pub(super) page: Page,
    pub(super) view: View,
    pub(super) anchor: Option<Anchor>,
    pub(super) problems: Vec<LinkProblem>,
}

/// Reads a link. `query` and `fragment` may bring their `?` and `#` or not.
pub fn parse(base: &Base, path: &str, query: &str, fragment: &str) -> Parsed {
    let query = Query::read(query.strip_prefix('?').unwrap_or(query));
    let mut problems = Vec::new();
    let length = path.len() + query.length + fragment.len();
    if length > LONGEST_LINK {
        problems.push(Problem::TooLong(length).into());
    }
    let view = read_view(&query, &mut problems);
    let anchor = read_anchor(fragment.strip_prefix('#').unwrap_or(fragment), &mut problems);
    Parsed { page: read_page(base, path, query.with), view, anchor, problems }
}

impl Parsed {
    /// The place that the link names, if nothing in it is malformed; whether it exists is not checked.
    pub fn place(&self) -> Option<Place> {
        let route = match &self.page {
            Page::Plain(route) => route.clone(),
            Page::Ladder(ladder) => Route::Ladder(ladder.id(LadderId::parse)?),
            Page::Assess(ladder) => Route::Assess(ladder.id(LadderId::parse)?),
            Page::Own(own, ladder) => Route::Own(*own, ladder.id(LadderId::parse)?),
            Page::Level(ladder, level) => Route::Level(level_ref(ladder, Some(level))?),
            Page::Compare(pairs) => {
                let levels: Option<Columns> =
                    pairs.iter().map(|(ladder, level)| level_ref(ladder, level.as_ref())).collect();
                Route::Compare(levels.filter(|columns| columns.len() == pairs.len())?)
            }
            Page::Unknown(_) => return None,
        };
        let place = Place { route, view: self.view.clone(), anchor: self.anchor.clone() };
        self.problems.is_empty().then(|| place.canonical())
    }
}

fn level_ref(ladder: &Name, level: Option<&Name>) -> Option<LevelRef> {
    Some(LevelRef::new(ladder.id(LadderId::parse)?, level?.id(LevelId::parse)?))
}

impl Name {
    /// Decodes a piece of a link.
    fn read(raw: &str) -> Self {
        let (text, broken) = decode(raw);
        Self { text: text.to_ascii_lowercase(), broken }
    }

    /// The name as an id, if it is well formed.
    pub(super) fn id<T, E>(&self, parse: impl Fn(&str) -> Result<T, E>) -> Option<T> {
        (!self.broken).then(|| parse(&self.text).ok()).flatten()
    }
}

/// Undoes percent-encoding. The second: some of it was broken, and was left or replaced.
fn decode(raw: &str) -> (String, bool) {
    if !raw.contains('%') {
        return (raw.to_owned(), false);
    }
    let mut bytes = Vec::with_capacity(raw.len());
    let mut broken = false;
    let mut rest = raw.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        match (first, tail) {
            (b'%', [high, low, after @ ..]) if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                bytes.push(hex(*high) << 4 | hex(*low));
                rest = after;
            }
            _ => {
                broken |= first == b'%';
                bytes.push(first);
                rest = tail;
            }
        }
    }
    match String::from_utf8(bytes) {
        Ok(text) => (text, broken),
        Err(error) => (String::from_utf8_lossy(error.as_bytes()).into_owned(), true),
    }
}

/// The value of a hexadecimal digit.
fn hex(digit: u8) -> u8 {
    match digit {
        b'0'..=b'9' => digit - b'0',
        _ => (digit | 0x20) - b'a' + 10,
    }
}

/// The parameters that are ours.
#[derive(Default)]
struct Query {
    length: usize,
    with: Vec<(Name, Option<Name>)>,
    show: Option<Name>,
    track: Option<Name>,
    competencies: Vec<Name>,
}

impl Query {
    fn read(text: &str) -> Self {
        let mut query = Self { length: text.len(), ..Self::default() };
        for pair in text.split('&') {
            // Text that went through HTML once too often says `&amp;`.
            let pair = pair.strip_prefix("amp;").unwrap_or(pair);
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            if value.is_empty() {
                continue;
            }
            match name {
                "with" if query.with.len() < MOST_NAMES => query.with.push(read_pair(value)),
                "competency" if query.competencies.len() < MOST_NAMES => query.competencies.push(Name::read(value)),
                "show" => query.show = Some(Name::read(value)),
                "track" => query.track = Some(Name::read(value)),
                _ => {}
            }
        }
        query
    }
}

/// `<ladder>.<level>`
fn read_pair(value: &str) -> (Name, Option<Name>) {
    let whole = Name::read(value);
    match whole.text.split_once('.') {
        Some((ladder, level)) => {
            let name = |text: &str| Name { text: text.to_owned(), broken: whole.broken };
            (name(ladder), Some(name(level)))
        }
        None => (whole, None),
    }
}

fn read_view(query: &Query, problems: &mut Vec<LinkProblem>) -> View {
    let mut view = View::default();
    if let Some(word) = &query.show {
        view.show = match word.text.as_str() {
            "changes" => Some(Show::Changes),
            "whole" | "side-by-side" => Some(Show::Whole),
            _ => None,
        };
        if view.show.is_none() {
            problems.push(Problem::NoShow(word.text.clone()).into());
        }
    }
    if let Some(name) = &query.track {
        view.track = name.id(TrackId::parse);
        if view.track.is_none() {
            problems.push(Problem::NoTrack(name.text.clone()).into());
        }
    }
    for name in &query.competencies {
        match name.id(CompetencyId::parse) {
            Some(id) if view.competencies.contains(&id) => {}
            Some(id) => view.competencies.push(id),
            None => problems.push(Problem::NoCompetency(name.text.clone()).into()),
        }
    }
    view
}

fn read_anchor(fragment: &str, problems: &mut Vec<LinkProblem>) -> Option<Anchor> {
    let name = Name::read(fragment);
    match Anchor::parse(&name.text)? {
        Ok(anchor) => Some(anchor),
        Err(()) => {
            problems.push(Problem::NoPart(name.text).into());
            None
        }
    }
}

fn read_page(base: &Base, path: &str, with: Vec<(Name, Option<Name>)>) -> Page {
    let Some(below) = below_base(base, path) else {
        return Page::Unknown(Name::read(path));
    };
    let mut names: Vec<Name> =
        below.split('/').filter(|segment| !segment.is_empty()).take(MOST_NAMES).map(Name::read).collect();
    if names.last().is_some_and(|name| name.text == "index.html") {
        names.pop();
    }
    let words: Vec<&str> = names.iter().map(|name| name.text.as_str()).collect();
    let name = |position: usize| names[position].clone();
    match words[..] {
        [] | ["ladders"] => Page::Plain(Route::Ladders),
        ["more", number] => match number.parse() {
            Ok(number) => Page::Plain(Route::MoreLadders(number)),
            Err(_) => Page::Unknown(Name::read(below)),
        },
        ["ladders", _] => Page::Ladder(name(1)),
        ["ladders", _, _] => Page::Level(name(1), name(2)),
        ["compare", ..] => {
            let levels = names.iter().skip(2).map(|level| (name(1), Some(level.clone())));
            Page::Compare(levels.chain(with).take(MOST_NAMES).collect())
        }
        ["assess"] => Page::Plain(Route::AssessChoice),
        ["assess", _] => Page::Assess(name(1)),
        ["plan", _] => Page::Own(Own::Plan, name(1)),
        ["case", _] => Page::Own(Own::Case, name(1)),
        ["history", _] => Page::Own(Own::History, name(1)),
        ["growth"] => Page::Plain(Route::Growth),
        ["journal"] => Page::Plain(Route::Journal),
        ["check-in"] => Page::Plain(Route::CheckIn),
        ["data"] => Page::Plain(Route::Data),
        ["about"] => Page::Plain(Route::About),
        _ => Page::Unknown(Name::read(below)),
    }
}

/// What follows the base; the base's last slash may be missing, and its case may differ.
fn below_base<'a>(base: &Base, path: &'a str) -> Option<&'a str> {
    let base = base.as_str();
    let without_slash = &base[..base.len() - 1];
    let (head, below) = path.split_at_checked(without_slash.len())?;
    let matches = head.eq_ignore_ascii_case(without_slash) && (below.is_empty() || below.starts_with('/'));
    matches.then_some(below)
}
