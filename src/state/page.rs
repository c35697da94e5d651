//! Pages with all they need, and opening them: what a link names is looked up and loaded.
//!
//! Opening lies in the part of the program that shows ladders ([`READING`](super::READING)), since all that looks
//! something up in the index does.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use rungs_core::ladder::{Index, Ladder, LadderId, LevelId};
use rungs_core::route::{
    Base, LevelRef, LinkProblem, Own, Parsed, Place, Resolved, Route, Suggestion, resolve, settle,
};

use rungs_view::prelude::spawn;

use super::parts::address_of;
use crate::catalogue;

/// A level with its ladder, loaded: a column of a comparison.
pub type Column = (Arc<Ladder>, LevelId);

/// A page with all it needs.
#[derive(Clone)]
pub enum Page {
    /// The page stands in the document as it was printed, and the program does not know it yet.
    Standing,
    /// The ladders: a shelf of them, of which the first is 0.
    Ladders(u16),
    /// A ladder's map and matrix.
    Ladder(Arc<Ladder>),
    /// A level.
    Level(Arc<Ladder>, LevelId),
    /// A comparison of none to four levels.
    Compare(Vec<Column>),
    /// The choice of a ladder to assess oneself against.
    AssessChoice,
    /// The self-assessment against a ladder.
    Assess(Arc<Ladder>),
    /// The user's own work on a ladder.
    Own(Own, Arc<Ladder>),
    /// The growth worksheet.
    Growth,
    /// The journal of wins.
    Journal,
    /// Check-ins between colleagues.
    CheckIn,
    /// What is stored.
    Data,
    /// What this is.
    About,
    /// The link leads nowhere.
    NotFound,
    /// The page exists and could not be loaded, for this reason.
    Failed(String),
}

/// What is on the screen, and what of its link was not understood.
#[derive(Clone)]
pub struct Shown {
    /// The route of the page, where the link names one.
    pub route: Option<Route>,
    /// The page.
    pub page: Page,
    /// What was not understood.
    pub problems: Vec<LinkProblem>,
    /// Where to go from here, where there are problems.
    pub ways_on: Vec<Suggestion>,
    /// Counts the pages shown; a page that wakes is the same visit.
    pub visit: u32,
}

/// A place and what is shown for it: a link, looked up and loaded.
#[derive(Clone)]
pub struct Opened {
    /// Where it leads; `None` where the link names no page.
    pub place: Option<Place>,
    /// What is there.
    pub shown: Shown,
}

/// A link on its way to being a page.
pub type Opening = Pin<Box<dyn Future<Output = Opened>>>;

impl Opened {
    /// The page that stands in the document.
    pub fn standing(place: Place) -> Self {
        Self::page(Some(place), Page::Standing)
    }

    /// A page that could not be loaded, for this reason.
    pub fn failed(place: Option<Place>, reason: String) -> Self {
        Self::page(place, Page::Failed(reason))
    }

    fn page(place: Option<Place>, page: Page) -> Self {
        let route = place.as_ref().map(|place| place.route.clone());
        Self { place, shown: Shown { route, page, problems: Vec::new(), ways_on: Vec::new(), visit: 0 } }
    }

    /// The canonical link of what is shown; `None` where a part of the link was not understood: that
    /// link stays as it is, so that it can be put right.
    pub fn url(&self, base: &Base) -> Option<String> {
        self.place.as_ref().filter(|_| self.shown.problems.is_empty()).map(|place| address_of(place, base))
    }
}

/// Opens a link: looks up what it names and loads the ladders of its page.
pub async fn open(link: Parsed) -> Opened {
    match catalogue::index().await {
        Ok(index) => look_up(&link, &index).await,
        Err(error) => Opened::failed(link.place(), error.to_string()),
    }
}

async fn look_up(link: &Parsed, index: &Index) -> Opened {
    let Resolved { place, mut problems, ways_on } = resolve(link, index);
    let Some(place) = place else {
        return Opened { place: None, shown: Shown { route: None, page: Page::NotFound, problems, ways_on, visit: 0 } };
    };
    let ladders = match load(&place.route).await {
        Ok(ladders) => ladders,
        Err(reason) => return Opened::failed(Some(place), reason),
    };
    let (place, more) = settle(place, &ladders.iter().map(AsRef::as_ref).collect::<Vec<_>>());
    problems.extend(more);
    let page = page(&place.route, &ladders);
    let route = Some(place.route.clone());
    Opened { place: Some(place), shown: Shown { route, page, problems, ways_on, visit: 0 } }
}

/// The ladders of a route.
async fn load(route: &Route) -> Result<Vec<Arc<Ladder>>, String> {
    let ids = route.ladders();
    // All are on their way while the first is waited for.
    for id in ids.iter().skip(1).map(|id| LadderId::clone(id)) {
        spawn(async move { _ = catalogue::ladder(&id).await });
    }
    let mut ladders = Vec::with_capacity(ids.len());
    for id in ids {
        ladders.push(catalogue::ladder(id).await.map_err(|error| error.to_string())?);
    }
    Ok(ladders)
}

/// The page of a route, of whose ladders all are there.
fn page(route: &Route, ladders: &[Arc<Ladder>]) -> Page {
    let find = |id: &LadderId| ladders.iter().find(|ladder| ladder.id == *id).cloned();
    let whole = || match route {
        Route::Ladders => Some(Page::Ladders(0)),
        Route::MoreLadders(number) => Some(Page::Ladders(number.get())),
        Route::Ladder(id) => Some(Page::Ladder(find(id)?)),
        Route::Level(level) => Some(Page::Level(find(&level.ladder)?, level.level.clone())),
        Route::Compare(levels) => {
            let column = |level: &LevelRef| Some((find(&level.ladder)?, level.level.clone()));
            Some(Page::Compare(levels.iter().map(column).collect::<Option<_>>()?))
        }
        Route::AssessChoice => Some(Page::AssessChoice),
        Route::Assess(id) => Some(Page::Assess(find(id)?)),
        Route::Own(own, id) => Some(Page::Own(*own, find(id)?)),
        Route::Growth => Some(Page::Growth),
        Route::Journal => Some(Page::Journal),
        Route::CheckIn => Some(Page::CheckIn),
        Route::Data => Some(Page::Data),
        Route::About => Some(Page::About),
    };
    whole().unwrap_or(Page::NotFound)
}
