//! The document around the app: its title, the base path it was published under, focus and scroll.

use rungs_core::ladder::Site;
use rungs_core::route::Base;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, HtmlMetaElement, window};

use super::use_index;

/// The base path that the build wrote into the document; `/` where there is none.
pub fn base() -> Base {
    let meta = query("meta[name='rungs-base']").and_then(|element| element.dyn_into::<HtmlMetaElement>().ok());
    Base::new(&meta.map_or_else(String::new, |meta| meta.content()))
}

/// Names what is shown in the window's title, before the site's name.
pub fn set_title(shown: &str) {
    let index = use_index();
    let Site { name, .. } = &index.site;
    if let Some(document) = window().and_then(|window| window.document()) {
        document.set_title(&if shown.is_empty() { name.clone() } else { format!("{shown} · {name}") });
    }
}

/// Puts the site's own accent colour where the stylesheet looks for it.
pub fn wear_accent(site: &Site) {
    let Some(accent) = &site.accent else { return };
    if let Some(root) = query(":root").and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // Neither can fail: the names are valid. Without the colour the stylesheet has its own.
        let _ = root.style().set_property("--site-accent", accent);
        let _ = root.class_list().add_1("has-accent");
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
    if let Some(before) = query(".is-pointed-at") {
        let _ = before.class_list().remove_1("is-pointed-at");
    }
    let Some(element) = window().and_then(|window| window.document()).and_then(|d| d.get_element_by_id(id)) else {
        return;
    };
    let mut folded = element.closest("details").ok().flatten();
    while let Some(details) = folded {
        // Neither can fail: the attribute's name and the selector are valid.
        let _ = details.set_attribute("open", "");
        folded = details.parent_element().and_then(|parent| parent.closest("details").ok().flatten());
    }
    let _ = element.class_list().add_1("is-pointed-at");
    element.scroll_into_view();
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
