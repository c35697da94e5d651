//! Getting from page to page: a link is resolved, what its page needs is loaded, and only then does
//! the page change, together with the address.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use leptos::ev;
use leptos::task::tick;
use rungs_core::ladder::{Index, Ladder, LadderId, LevelId};
use rungs_core::route::{Base, LinkProblem, Parsed, Place, Resolved, Route, Suggestion, View, resolve, settle};
use rungs_view::prelude::*;
use wasm_bindgen::JsCast;

use super::parts::{ANSWERS, Answers, Missing, READING};
use super::{document, history, use_navigator};
use crate::catalogue;

/// A level with its ladder, loaded: a column of a comparison.
pub type Column = (Arc<Ladder>, LevelId);

/// A page with all it needs.
#[derive(Clone)]
pub enum Page {
    /// All ladders.
    Ladders,
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
}

/// Where an entry of the history comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Arrival {
    /// A link or a button: a new entry.
    Forth,
    /// A change of the present entry.
    Instead,
    /// Back or forward: the browser has changed the address already.
    Traverse,
}

/// Changes the page. Copy it wherever it is needed.
#[derive(Clone, Copy)]
pub struct Navigator {
    base: StoredValue<Base>,
    index: StoredValue<Arc<Index>>,
    shown: RwSignal<Shown>,
    place: RwSignal<Option<Place>>,
    /// Counts navigations, so that one overtaken by a later one is dropped.
    turn: StoredValue<u32>,
    /// Whether a page was asked for that is not shown yet.
    is_under_way: RwSignal<bool>,
    answers: Answers,
}

/// A place and what is shown for it: a link, looked up and loaded.
#[derive(Clone)]
pub struct Opened {
    place: Option<Place>,
    shown: Shown,
}

impl Opened {
    /// Opens what the address bar names.
    pub async fn from_address(index: &Index) -> Option<Self> {
        let link = history::address(&document::base())?;
        Some(Self::from_link(&link, index).await)
    }

    /// Boxed, so that it is compiled once for all who wait for it.
    fn from_link<'a>(link: &'a Parsed, index: &'a Index) -> Pin<Box<dyn Future<Output = Self> + 'a>> {
        Box::pin(Self::look_up(link, index))
    }

    async fn look_up(link: &Parsed, index: &Index) -> Self {
        let Resolved { place, mut problems, ways_on } = resolve(link, index);
        let (place, page) = match place {
            None => (None, Page::NotFound),
            Some(place) => match load(&place.route).await {
                Err(reason) => (Some(place), Page::Failed(reason)),
                Ok(ladders) => {
                    let (place, more) = settle(place, &ladders.iter().map(AsRef::as_ref).collect::<Vec<_>>());
                    problems.extend(more);
                    let page = page(&place.route, &ladders);
                    (Some(place), page)
                }
            },
        };
        let route = place.as_ref().map(|place| place.route.clone());
        Self { place, shown: Shown { route, page, problems, ways_on } }
    }

    /// The canonical link of what is shown; `None` where a part of the link was not understood: that
    /// link stays as it is, so that it can be put right.
    fn url(&self, base: &Base) -> Option<String> {
        self.place.as_ref().filter(|_| self.shown.problems.is_empty()).map(|place| place.print(base))
    }
}

impl Navigator {
    /// The navigator, at the first page of this visit.
    pub fn new(index: Arc<Index>, first: Opened) -> Self {
        let base = document::base();
        if let Some(url) = first.url(&base) {
            history::replace(&url);
        }
        Self {
            base: StoredValue::new(base),
            answers: Answers::new(index.clone()),
            index: StoredValue::new(index),
            shown: RwSignal::new(first.shown),
            place: RwSignal::new(first.place),
            turn: StoredValue::new(0),
            is_under_way: RwSignal::new(false),
        }
    }

    /// Listens to links and to back and forward; once, when the app is mounted.
    pub fn listen(self) {
        // Both listeners live as long as the app.
        let _links = window_event_listener(ev::click, move |event| self.follow_click(&event));
        let _history = window_event_listener(ev::popstate, move |_| {
            self.follow(self.base.with_value(history::address), Arrival::Traverse);
        });
        // A browser takes no note once the page is being left.
        let _scrolled = window_event_listener_untyped("scrollend", |_| history::note_scroll());
        spawn(async move {
            tick().await;
            self.reveal_anchor();
            self.focus_anchor();
            // The browser itself goes back only where the page stands in the document already.
            if let Some(down) = history::noted_scroll() {
                window().scroll_to_with_x_and_y(0.0, down);
            }
        });
    }

    /// The canonical link of a place, below this site's base path.
    pub fn href(self, place: &Place) -> String {
        self.base.with_value(|base| place.print(base))
    }

    /// The canonical link as others can open it, with protocol and host.
    pub fn absolute(self, place: &Place) -> String {
        let origin = web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default();
        origin + &self.href(place)
    }

    /// Whether a page was asked for that is not shown yet.
    pub fn is_under_way(self) -> ReadSignal<bool> {
        self.is_under_way.into()
    }

    /// What is known of answers.
    pub fn answers(self) -> Answers {
        self.answers
    }

    /// The place that is shown; `None` where the link leads nowhere.
    pub fn place(self) -> ReadSignal<Option<Place>> {
        self.place.into()
    }

    /// Goes to a place, as a new entry of the history.
    pub fn go(self, place: &Place) {
        self.follow(self.read(place), Arrival::Forth);
    }

    /// Shows a place in the present entry of the history: for view options and corrections.
    pub fn replace(self, place: &Place) {
        self.follow(self.read(place), Arrival::Instead);
    }

    fn read(self, place: &Place) -> Option<Parsed> {
        self.base.with_value(|base| history::internal(base, &place.print(base)))
    }

    fn follow(self, link: Option<Parsed>, arrival: Arrival) {
        if let Some(link) = link {
            spawn(self.arrive(link, arrival));
        }
    }

    /// A plain click on a link of this site changes the page; all other clicks are the browser's.
    fn follow_click(self, event: &web_sys::MouseEvent) {
        let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        if event.default_prevented() || event.button() != 0 || modified {
            return;
        }
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let link = target.and_then(|target| target.closest("a[href]").ok().flatten());
        let Some(link) = link.filter(|link| !link.has_attribute("target") && !link.has_attribute("download")) else {
            return;
        };
        let href = link.get_attribute("href").unwrap_or_default();
        if let Some(parsed) = self.base.with_value(|base| history::internal(base, &href)) {
            event.prevent_default();
            self.follow(Some(parsed), Arrival::Forth);
        }
    }

    async fn arrive(self, link: Parsed, arrival: Arrival) {
        // What is changed on a page that is being left must not call back the one that is on its way.
        if arrival == Arrival::Instead && self.is_under_way.get_untracked() {
            return;
        }
        let turn = self.turn.with_value(|turn| turn.wrapping_add(1));
        self.turn.set_value(turn);
        let index = self.index.get_value();
        self.is_under_way.set(arrival != Arrival::Instead);
        let opened = Opened::from_link(&link, &index).await;
        if self.turn.get_value() == turn {
            self.is_under_way.set(false);
            self.show(opened, arrival).await;
        }
    }

    /// Changes the page if it is another one, then the address, then focus and scroll.
    async fn show(self, opened: Opened, arrival: Arrival) {
        if let Some(url) = self.base.with_value(|base| opened.url(base)) {
            if arrival == Arrival::Forth { history::push(&url) } else { history::replace(&url) }
        }
        let Opened { place, shown } = opened;
        let same_page = self.shown.with_untracked(|before| {
            // A page that failed to load is another one when it is asked for again.
            !matches!(before.page, Page::Failed(_))
                && before.route.is_some()
                && before.route == shown.route
                && before.problems == shown.problems
        });
        self.answers.settle();
        let has_anchor = place.as_ref().is_some_and(|place| place.anchor.is_some());
        self.place.set(place);
        if !same_page {
            self.shown.set(shown);
        }
        tick().await;
        if !same_page {
            document::focus_heading();
        }
        match arrival {
            Arrival::Forth if !same_page && !has_anchor => document::scroll_to_top(),
            Arrival::Forth => {
                self.reveal_anchor();
                self.focus_anchor();
            }
            Arrival::Instead => self.reveal_anchor(),
            Arrival::Traverse => {}
        }
    }

    fn reveal_anchor(self) {
        if let Some(id) = self.anchor_id() {
            document::reveal(&id);
        }
    }

    fn focus_anchor(self) {
        if let Some(id) = self.anchor_id() {
            document::focus_part(&id);
        }
    }

    fn anchor_id(self) -> Option<String> {
        self.place.with_untracked(|place| Some(place.as_ref()?.anchor.as_ref()?.element_id()))
    }
}

/// What is on the screen.
pub fn use_shown() -> ReadSignal<Shown> {
    use_navigator().shown.into()
}

/// What the link says of how much the page shows.
pub fn use_view() -> Memo<View> {
    let place = use_navigator().place;
    Memo::new(move |_| place.with(|place| place.as_ref().map(|place| place.view.clone()).unwrap_or_default()))
}

/// The ladders of a route, when they and the part of the program that shows them are here.
async fn load(route: &Route) -> Result<Vec<Arc<Ladder>>, String> {
    let shows_answers = matches!(route, Route::Assess(_) | Route::AssessChoice | Route::Data);
    let shows_ladders = matches!(route, Route::Ladder(_) | Route::Level(_) | Route::Compare(_));
    if shows_answers {
        // Under way beside the ladders; waited for below.
        spawn(async { _ = ANSWERS.fetch().await });
    }
    let ids = route.ladders();
    let mut ladders = Vec::with_capacity(ids.len());
    for id in ids {
        ladders.push(catalogue::ladder(id).await.map_err(|error| error.to_string())?);
    }
    let missing = |missing: Missing| missing.to_string();
    if shows_answers {
        ANSWERS.fetch().await.map_err(missing)?;
    }
    if shows_ladders {
        READING.fetch().await.map_err(missing)?;
    }
    Ok(ladders)
}

/// The page of a route, of whose ladders all are there.
fn page(route: &Route, ladders: &[Arc<Ladder>]) -> Page {
    let find = |id: &LadderId| ladders.iter().find(|ladder| ladder.id == *id).cloned();
    let whole = || match route {
        Route::Ladders => Some(Page::Ladders),
        Route::Ladder(id) => Some(Page::Ladder(find(id)?)),
        Route::Level(level) => Some(Page::Level(find(&level.ladder)?, level.level.clone())),
        Route::Compare(levels) => {
            let column = |level: &rungs_core::route::LevelRef| Some((find(&level.ladder)?, level.level.clone()));
            Some(Page::Compare(levels.iter().map(column).collect::<Option<_>>()?))
        }
        Route::AssessChoice => Some(Page::AssessChoice),
        Route::Assess(id) => Some(Page::Assess(find(id)?)),
        Route::Data => Some(Page::Data),
        Route::About => Some(Page::About),
    };
    whole().unwrap_or(Page::NotFound)
}
