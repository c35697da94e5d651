//! The document around the app: its title, the base path it was published under, focus and scroll.

use std::time::Duration;

use leptos::prelude::{request_animation_frame, set_timeout};
use rungs_core::route::Base;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusOptions, HtmlElement, HtmlMetaElement, window};

/// Asks the page that stands in the document to wake: said by the start script at each sign that it is about to be used.
pub const WAKE: &str = "rungs:wake";
/// Said where the page that stands could not be woken.
pub const ASLEEP: &str = "rungs:asleep";
/// Said when the frame is there and the page stands or is there.
pub const STARTED: &str = "rungs:started";
/// Said when the page that stood in the document is the program's own.
pub const AWAKE: &str = "rungs:awake";

/// Shows the page, which was held back if it was printed for others than this visitor.
pub fn show_page() {
    if let Some(root) = query(":root") {
        // An attribute that is not there is removed with no fault.
        _ = root.remove_attribute("data-start");
    }
}

/// Takes away the canonical address of the page that was loaded: another one is shown now, and a browser's own way of
/// sharing goes by it.
pub fn forget_canonical() {
    if let Some(link) = query("link[rel='canonical']") {
        link.remove();
    }
}

/// Does something after the next paint; soon where the window is not seen, which has none.
pub fn after_paint(act: impl FnOnce() + 'static) {
    let soon = || set_timeout(act, Duration::ZERO);
    let is_hidden = window().and_then(|window| window.document()).is_some_and(|document| document.hidden());
    if is_hidden { soon() } else { request_animation_frame(soon) }
}

/// Says something to the start script.
pub fn tell(what: &str) {
    if let (Some(window), Ok(event)) = (window(), Event::new(what)) {
        // Refused only if the event were under way already.
        _ = window.dispatch_event(&event);
    }
}

/// The base path that the build wrote into the document; `/` where there is none.
pub fn base() -> Base {
    Base::new(&meta("rungs-base").unwrap_or_default())
}

/// Protocol and host.
pub fn origin() -> String {
    window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// Whether the page of this address stands in the document.
pub fn has_page() -> bool {
    meta("rungs-page").is_some()
}

/// The site's name, which the build wrote into the document.
pub fn site_name() -> String {
    if crate::IS_PRINTING { printed::site_name() } else { meta("application-name").unwrap_or_default() }
}

/// Whether the letters that lead somewhere are switched off, as the start script has seen it in what is stored: it is known
/// before what reads settings is here.
pub fn letters_are_off() -> bool {
    query(":root[data-letters]").is_some()
}

/// Whether chats show pictures of links: the site's address is known, which the build tells by what pages say of themselves,
/// or 404.html of them all.
pub fn has_pictures() -> bool {
    query("meta[property='og:image'], meta[name='rungs-pictures']").is_some()
}

/// Names what is shown in the window's title, before the site's name.
pub fn set_title(shown: &str) {
    let name = site_name();
    let title = if shown.is_empty() { name } else { format!("{shown} · {name}") };
    if crate::IS_PRINTING {
        printed::set_title(title, shown);
    } else if let Some(document) = window().and_then(|window| window.document()) {
        document.set_title(&title);
    }
}

fn meta(name: &str) -> Option<String> {
    let element = query(&format!("meta[name='{name}']"))?;
    Some(element.dyn_into::<HtmlMetaElement>().ok()?.content())
}

/// What a page that is printed says of itself, since there is no document.
pub mod printed {
    use std::cell::RefCell;

    thread_local! {
        static TITLE: RefCell<Title> = const { RefCell::new(Title { whole: String::new(), headline: String::new() }) };
    }

    /// What a page is called.
    #[derive(Default)]
    #[cfg_attr(target_arch = "wasm32", expect(dead_code, reason = "read where pages are printed"))]
    pub struct Title {
        /// In the window's title.
        pub whole: String,
        /// Where the site's name is said beside it: the same without that name, unless it is all.
        pub headline: String,
    }

    pub(super) fn set_title(whole: String, shown: &str) {
        let headline = if shown.is_empty() { whole.clone() } else { shown.to_owned() };
        TITLE.set(Title { whole, headline });
    }

    pub(super) fn site_name() -> String {
        crate::catalogue::held().map(|index| index.site.name.clone()).unwrap_or_default()
    }

    /// The title that the page gave itself last.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn title() -> Title {
        TITLE.take()
    }
}

/// Tells keyboard and screen reader users that a new page is there: its heading takes the focus.
pub fn focus_heading() {
    if let Some(heading) = query("main h1").and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // A heading that refuses focus leaves it where it was, which does no harm.
        let _ = heading.focus_with_options(&options);
    }
}

/// Shows the upper end of the page.
pub fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Brings the part of the page with that id into view, opening what it is folded in, and marks it.
pub fn reveal(id: &str) {
    if let Some(Pointed { element, .. }) = point_at(id) {
        element.scroll_into_view();
    }
}

/// Whether the page has a part with that id.
pub fn has(id: &str) -> bool {
    window().and_then(|window| window.document()).is_some_and(|document| document.get_element_by_id(id).is_some())
}

/// Marks the part of a page to which the browser itself has gone already, and where someone may have read on since. What
/// was folded, or was not there, it could not go to.
pub fn point_again(id: &str, was_there: bool) {
    let Some(Pointed { element, was_folded }) = point_at(id) else { return };
    let is_at_top = window().and_then(|window| window.scroll_y().ok()) == Some(0.0);
    if (was_folded || !was_there) && is_at_top {
        element.scroll_into_view();
    }
}

/// A part of the page that is marked.
struct Pointed {
    element: Element,
    was_folded: bool,
}

/// Marks the part of the page with that id, and opens what it is folded in.
fn point_at(id: &str) -> Option<Pointed> {
    if let Some(before) = query(".is-pointed-at") {
        let _ = before.class_list().remove_1("is-pointed-at");
    }
    let element = window()?.document()?.get_element_by_id(id)?;
    let mut was_folded = false;
    let mut folded = element.closest("details").ok().flatten();
    while let Some(details) = folded {
        was_folded |= !details.has_attribute("open");
        // Neither can fail: the attribute's name and the selector are valid.
        let _ = details.set_attribute("open", "");
        folded = details.parent_element().and_then(|parent| parent.closest("details").ok().flatten());
    }
    let _ = element.class_list().add_1("is-pointed-at");
    Some(Pointed { element, was_folded })
}

/// Takes the focus to the part of the page with that id, unless it is inside already, so that Tab goes
/// on from there.
pub fn focus_part(id: &str) {
    let Some(document) = window().and_then(|window| window.document()) else { return };
    let part = document.get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    let Some(part) = part else { return };
    if document.active_element().is_some_and(|focused| part.contains(Some(&focused))) {
        return;
    }
    part.set_tab_index(-1);
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // A part that refuses the focus leaves it where it was, which does no harm.
    let _ = part.focus_with_options(&options);
}

fn query(selector: &str) -> Option<Element> {
    window()?.document()?.query_selector(selector).ok()?
}
