//! Regions that are made again: what stays in its place, what goes, and what runs.

use leptos::task::tick;
use rungs_view::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

use super::{count, find, same, shown, text};

#[wasm_bindgen_test]
async fn a_patch_keeps_the_element_the_focus_and_what_was_typed() {
    let title = RwSignal::new("one");
    let place = shown(|| view! { {move || view! { <p title=title.get()>{title.get()} <input /></p> }} });
    let (paragraph, field) = (find(&place, "p"), find(&place, "input").unchecked_into::<HtmlInputElement>());
    field.focus().unwrap();
    field.set_value("typed");
    title.set("two");
    tick().await;
    assert_eq!(place.inner_html(), r#"<p title="two">two<input></p>"#);
    assert!(same(&find(&place, "p"), &paragraph) && same(&find(&place, "input"), &field));
    assert!(same(&document().active_element().unwrap(), &field));
    assert_eq!(field.value(), "typed");
}

#[wasm_bindgen_test]
async fn what_a_region_becomes_stands_where_it_was() {
    let kind = RwSignal::new("i");
    let made = move || match kind.get() {
        "i" => view! { <i>"i"</i> },
        "u" => view! { <u>"u"</u> },
        "text" => view! { "text" },
        "several" => view! { <i>"1"</i> "2" <u>"3"</u> },
        "region" => view! { {move || view! { <s>"s"</s> }} },
        _ => view! {},
    };
    let place = shown(|| view! { <b>"("</b> {made} <b>")"</b> });
    let expected = [
        ("u", "<u>u</u>"),
        ("several", "<i>1</i>2<u>3</u>"),
        ("text", "text"),
        ("nothing", ""),
        ("region", "<s>s</s>"),
        ("several", "<i>1</i>2<u>3</u>"),
        ("region", "<s>s</s>"),
        ("i", "<i>i</i>"),
        ("nothing", ""),
    ];
    for (next, html) in expected {
        kind.set(next);
        tick().await;
        assert_eq!(place.inner_html(), format!("<b>(</b>{html}<b>)</b>"), "{next}");
    }
}

#[wasm_bindgen_test]
async fn an_option_a_list_and_a_tuple_grow_and_shrink_between_their_neighbours() {
    let size = RwSignal::new(0);
    let made = move || {
        let size = size.get();
        let items: Vec<_> = (0..size).map(|item| view! { <i>{item}</i> }).collect();
        ((size > 1).then_some("some"), items, "end")
    };
    let place = shown(|| view! { "(" {made} ")" });
    for (next, expected) in [(3, "(some012end)"), (1, "(0end)"), (2, "(some01end)"), (0, "(end)"), (1, "(0end)")] {
        size.set(next);
        tick().await;
        assert_eq!(text(&place), expected);
    }
}

#[wasm_bindgen_test]
async fn an_inner_region_stops_when_the_outer_one_drops_it() {
    let (outer, inner, runs) = (RwSignal::new(true), RwSignal::new(0), StoredValue::new(0));
    let counted = move || {
        count(runs);
        inner.get()
    };
    let place = shown(|| view! { {move || outer.get().then(|| view! { <p>{counted}</p> })} });
    inner.set(1);
    tick().await;
    assert_eq!((text(&place).as_str(), runs.get_value()), ("1", 2));
    outer.set(false);
    inner.set(2);
    tick().await;
    inner.set(3);
    tick().await;
    assert_eq!((text(&place).as_str(), runs.get_value()), ("", 2));
}

#[wasm_bindgen_test]
async fn an_inner_region_that_a_patch_replaces_runs_once_for_a_change() {
    let (outer, inner, runs) = (RwSignal::new(0), RwSignal::new(0), StoredValue::new(0));
    let counted = move || {
        count(runs);
        inner.get()
    };
    let place = shown(|| view! { {move || view! { <p title=outer.get()>{counted}</p> }} });
    outer.set(1);
    tick().await;
    assert_eq!(runs.get_value(), 2);
    inner.set(1);
    tick().await;
    assert_eq!((text(&place).as_str(), runs.get_value()), ("1", 3));
}

#[wasm_bindgen_test]
async fn what_show_shows_is_made_once_each_time_that_it_begins_to_hold() {
    let (number, made) = (RwSignal::new(1), StoredValue::new(0));
    let place = shown(|| {
        view! {
            <Show when=move || { number.get() > 0 }>
                {count(made)}
                <p>"positive"</p>
            </Show>
        }
    });
    for (next, expected, times) in [(2, "positive", 1), (0, "", 1), (-1, "", 1), (3, "positive", 2), (4, "positive", 2)]
    {
        number.set(next);
        tick().await;
        assert_eq!((text(&place).as_str(), made.get_value()), (expected, times));
    }
}

/// Reads a signal while it is made.
#[component]
fn Framed(title: RwSignal<&'static str>, children: Children) -> impl IntoNode {
    view! { <section title=title.get()>{children()}</section> }
}

#[wasm_bindgen_test]
async fn what_a_component_reads_does_not_run_the_region_around_it_again() {
    let (title, again, runs) = (RwSignal::new("one"), RwSignal::new(0), StoredValue::new(0));
    let made = move || {
        count(runs);
        again.track();
        view! { <Framed title><i>"child"</i> {title}</Framed> }
    };
    let place = shown(|| view! { {made} });
    assert_eq!(place.inner_html(), r#"<section title="one"><i>child</i>one</section>"#);
    title.set("two");
    tick().await;
    assert_eq!(place.inner_html(), r#"<section title="one"><i>child</i>two</section>"#);
    assert_eq!(runs.get_value(), 1);
    again.set(1);
    tick().await;
    assert_eq!(place.inner_html(), r#"<section title="two"><i>child</i>two</section>"#);
}
