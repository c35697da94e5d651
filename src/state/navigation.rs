//! Getting from page to page: a link is resolved, what its page needs is loaded, and only then does
//! the page change, together with the address.
//!
//! A page that was printed as HTML stands in the document before the program runs. It stays as it is, and light, until
//! the visitor is about to do something with it: then it wakes, which is to open the same page and lay it over what
//! stands there.

use leptos::ev;
use leptos::task::tick;
use rungs_core::route::{Base, Parsed, Place, Route, View};
use rungs_view::prelude::*;
use wasm_bindgen::JsCast;

use super::page::{Opened, Page, Shown};
use super::parts::{ANSWERS, Answers, GROWING, READING, address_of};
use super::{document, history, use_navigator};

/// Where an entry of the history comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Arrival {
    /// A link or a button: a new entry.
    Forth,
    /// A change of the present entry.
    Instead,
    /// Back or forward: the browser has changed the address already.
    Traverse,
    /// The page that stands in the document becomes the program's own.
    Waking,
}

/// Changes the page. Copy it wherever it is needed.
#[derive(Clone, Copy)]
pub struct Navigator {
    base: StoredValue<Base>,
    /// Protocol and host.
    origin: StoredValue<String>,
    shown: RwSignal<Shown>,
    place: RwSignal<Option<Place>>,
    /// Counts navigations, so that one overtaken by a later one is dropped.
    turn: StoredValue<u32>,
    /// Whether a page was asked for that is not shown yet.
    is_under_way: RwSignal<bool>,
    /// Whether the page that stands in the document is being woken. That is no business of whoever reads it, so it is not
    /// [under way](Self::is_under_way).
    is_waking: StoredValue<bool>,
    /// Whether the page that stands in the document could not be woken.
    is_asleep: RwSignal<bool>,
    /// How the page is to be shown from the next paint on, where something was chosen on it.
    chosen: StoredValue<Option<View>>,
    answers: Answers,
}

impl Navigator {
    /// The navigator of the site below a base path, at the first page of this visit. `origin` is protocol and host.
    pub fn new(base: Base, origin: String, first: Opened) -> Self {
        Self {
            answers: Answers::new(),
            base: StoredValue::new(base),
            origin: StoredValue::new(origin),
            shown: RwSignal::new(first.shown),
            place: RwSignal::new(first.place),
            turn: StoredValue::new(0),
            is_under_way: RwSignal::new(false),
            is_waking: StoredValue::new(false),
            is_asleep: RwSignal::new(false),
            chosen: StoredValue::new(None),
        }
    }

    /// Puts the canonical link of the first page into the address bar, and listens to links and to back and forward;
    /// once, when the app is mounted.
    pub fn listen(self, canonical: Option<&str>) {
        if let Some(url) = canonical.filter(|_| !self.stands()) {
            history::replace(url);
        }
        // All listen as long as the app.
        let _links = listen(ev::click, move |event| self.follow_click(&event));
        let _history = listen(ev::popstate, move |_| self.follow(self.address(), Arrival::Traverse));
        // A browser takes no note once the page is being left.
        let _scrolled = listen_untyped("scrollend", |_| history::note_scroll());
        if self.stands() {
            self.sleep();
        } else {
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
    }

    /// Leaves the page as it stands until the visitor is about to do something with it.
    fn sleep(self) {
        // Once it has failed, each sign would ask the network again: then a button does.
        let wake = move |_| {
            if !self.is_asleep.get_untracked() {
                self.wake();
            }
        };
        let _heard = listen_untyped(document::WAKE, wake);
    }

    /// Makes the page that stands in the document the program's own.
    pub fn wake(self) {
        if self.stands() && !self.is_under_way.get_untracked() && !self.is_waking.get_value() {
            self.is_waking.set_value(true);
            self.follow(self.address(), Arrival::Waking);
        }
    }

    /// Whether the page stands as it was printed.
    fn stands(self) -> bool {
        self.shown.with_untracked(|shown| matches!(shown.page, Page::Standing))
    }

    fn address(self) -> Option<Parsed> {
        self.base.with_value(history::address)
    }

    /// Whether the page that stands in the document could not be woken.
    pub fn is_asleep(self) -> ReadSignal<bool> {
        self.is_asleep.into()
    }

    /// The path below which the site stands.
    pub fn base(self) -> Base {
        self.base.get_value()
    }

    /// The canonical link of a place, below this site's base path.
    pub fn href(self, place: &Place) -> String {
        self.base.with_value(|base| address_of(place, base))
    }

    /// The canonical link as others can open it, with protocol and host.
    pub fn absolute(self, place: &Place) -> String {
        self.origin.get_value() + &self.href(place)
    }

    /// Whether chats show pictures of this site's links. Of a page that is printed the origin is known only if the site's
    /// address is.
    pub fn has_pictures(self) -> bool {
        if crate::IS_PRINTING { self.origin.with_value(|origin| !origin.is_empty()) } else { document::has_pictures() }
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

    /// Lets the user note a win, whatever page is shown.
    pub fn note(self) {
        self.answers.wish_to_note();
        spawn(async move {
            if self.answers.fetch().await.is_err() {
                self.is_asleep.set(true);
            }
        });
    }

    /// Shows a place in the present entry of the history: what did not come is asked for again.
    pub fn replace(self, place: &Place) {
        self.follow(self.read(place), Arrival::Instead);
    }

    /// Changes how the page is shown, and its link in place. The button, box or list that was used is painted first, so
    /// that it answers at once however much the page has to change.
    pub fn choose(self, change: impl FnOnce(&mut View)) {
        let waiting = self.chosen.get_value();
        if waiting.is_none() {
            document::after_paint(move || self.settle_choices());
        }
        let of_place = || self.place.with_untracked(|place| place.as_ref().map(|place| place.view.clone()));
        if let Some(mut view) = waiting.or_else(of_place) {
            change(&mut view);
            self.chosen.set_value(Some(view));
        }
    }

    /// Shows what was chosen and waits for a paint: for whoever needs the link of the page, and before it is left. A page that
    /// is being left already stays as it is: the browser may have changed the address.
    pub fn settle_choices(self) {
        let Some(view) = self.chosen.get_value() else { return };
        self.chosen.set_value(None);
        let is_here = !self.is_under_way.get_untracked();
        let Some(place) = self.place.get_untracked().filter(|_| is_here) else { return };
        let place = Place { view, anchor: None, ..place };
        history::replace(&self.href(&place));
        self.place.set(Some(place));
    }

    fn read(self, place: &Place) -> Option<Parsed> {
        self.base.with_value(|base| history::internal(base, &place.print(base)))
    }

    /// What is asked last is shown, whatever comes first: so it takes its turn when it is asked.
    fn follow(self, link: Option<Parsed>, arrival: Arrival) {
        match arrival {
            // The entry that is left keeps how its page was shown.
            Arrival::Forth => self.settle_choices(),
            _ => self.chosen.set_value(None),
        }
        // What is changed on a page that is being left must not call back the one that is on its way.
        let is_late = arrival == Arrival::Instead && self.is_under_way.get_untracked();
        let Some(link) = link.filter(|_| !is_late) else { return };
        let turn = self.turn.with_value(|turn| turn.wrapping_add(1));
        self.turn.set_value(turn);
        self.is_under_way.set(!matches!(arrival, Arrival::Instead | Arrival::Waking));
        spawn(self.arrive(link, arrival, turn));
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

    async fn arrive(self, link: Parsed, arrival: Arrival, turn: u32) {
        let opened = open(link).await;
        if self.turn.get_value() != turn {
            return;
        }
        self.is_under_way.set(false);
        self.is_waking.set_value(false);
        let failed = matches!(opened.shown.page, Page::Failed(_));
        self.is_asleep.set(failed && arrival == Arrival::Waking);
        // What stands can be read, and what failed can be tried again.
        if failed && arrival == Arrival::Waking {
            document::show_page();
            document::tell(document::ASLEEP);
        } else {
            self.show(opened, arrival).await;
        }
    }

    /// Changes the page if it is another one, then the address, then focus and scroll.
    async fn show(self, opened: Opened, arrival: Arrival) {
        if let Some(url) = self.base.with_value(|base| opened.url(base)) {
            if arrival == Arrival::Forth { history::push(&url) } else { history::replace(&url) }
        }
        let Opened { place, mut shown } = opened;
        let stood = self.stands();
        let same_page = self.shown.with_untracked(|before| {
            // A page that failed to load is another one when it is asked for again, and so is one that only stands.
            !matches!(before.page, Page::Failed(_) | Page::Standing)
                && before.route.is_some()
                && before.route == shown.route
                && before.problems == shown.problems
        });
        self.answers.settle();
        let pointed = place.as_ref().and_then(|place| Some(place.anchor.as_ref()?.element_id()));
        let (has_anchor, was_there) = (pointed.is_some(), pointed.as_deref().is_some_and(document::has));
        // What was chosen on the page while this one was under way is not for this one.
        self.chosen.set_value(None);
        self.place.set(place);
        if !same_page {
            let visit = self.shown.with_untracked(|before| before.visit);
            shown.visit = if arrival == Arrival::Waking { visit } else { visit.wrapping_add(1) };
            self.shown.set(shown);
        }
        tick().await;
        if !same_page && arrival != Arrival::Waking {
            document::forget_canonical();
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
            Arrival::Waking => {
                if let Some(id) = self.anchor_id() {
                    document::point_again(&id, was_there);
                }
            }
        }
        // Also where someone left for another page before this one was awake.
        if stood {
            document::show_page();
            document::tell(document::AWAKE);
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

/// Opens a link, when the parts of the program are here that its page needs.
pub async fn open(link: Parsed) -> Opened {
    let place = link.place();
    if place.as_ref().is_some_and(|place| place.route.keeps_something()) {
        // Under way beside the other part.
        spawn(async { _ = ANSWERS.fetch().await });
    }
    if place.as_ref().is_some_and(|place| place.route.is_growing()) {
        spawn(async { _ = GROWING.fetch().await });
    }
    let reading = match READING.fetch().await {
        Ok(reading) => reading,
        Err(missing) => return Opened::failed(place, missing.to_string()),
    };
    let opened = (reading.open)(link).await;
    if opened.shown.route.as_ref().is_some_and(Route::keeps_something)
        && let Err(missing) = ANSWERS.fetch().await
    {
        return Opened::failed(opened.place, missing.to_string());
    }
    if opened.shown.route.as_ref().is_some_and(Route::is_growing)
        && let Err(missing) = GROWING.fetch().await
    {
        return Opened::failed(opened.place, missing.to_string());
    }
    opened
}
