//! Views over what stands in the page: what was printed is taken over node by node, and what differs is made anew.

use leptos::task::tick;
use rungs_view::prelude::*;
use rungs_view::{mount, start};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlInputElement};

use super::{find, same, text};

/// An element of the page that holds this HTML.
fn standing(html: &str) -> Element {
    start(async {});
    let place = document().create_element("div").unwrap();
    document().body().unwrap().append_child(&place).unwrap();
    place.set_inner_html(html);
    place
}

/// A view of every kind of node, whose texts stand beside each other.
fn various(count: RwSignal<i32>) -> Node {
    let rows = move || (0..count.get()).collect::<Vec<_>>();
    let several = move || count.get() > 1;
    view! {
        <p class="lead" class:is-on=true title="a & \"b\"">"one " {"two"} {""} {move || count.get()} " < three"</p>
        {None::<Node>}
        <ul>
            <For each=rows key=|row| *row let:row>
                <li>{row} <b>"."</b></li>
            </For>
        </ul>
        <Show when=several>
            <input type="checkbox" prop:checked=true />
        </Show>
        <svg viewBox="0 0 1 1"><path d="M0 0H1" /></svg>
        <select prop:value="b"><option value="a">"A"</option><option value="b">"B"</option></select>
        "last"
    }
}

#[wasm_bindgen_test]
async fn what_was_printed_becomes_the_views_own_and_none_of_it_is_made_anew() {
    let count = RwSignal::new(2);
    let html = Owner::new().with(|| various(count).to_html());
    let place = standing(&html);
    let before = elements(&place);
    mount(&place, move || various(count));
    let after = elements(&place);
    assert_eq!(before.len(), after.len());
    assert!(before.iter().zip(&after).all(|(before, after)| same(before, after)), "{html}");
    assert_eq!(text(&place), "one two2 < three0.1.ABlast");
    count.set(3);
    tick().await;
    assert_eq!(text(&place), "one two3 < three0.1.2.ABlast");
    assert_eq!(find(&place, "select").unchecked_into::<web_sys::HtmlSelectElement>().value(), "b");
}

fn elements(place: &Element) -> Vec<Element> {
    let all = place.query_selector_all("*").unwrap();
    (0..all.length()).map(|at| all.get(at).unwrap().unchecked_into()).collect()
}

#[wasm_bindgen_test]
async fn the_focus_and_what_is_unfolded_stay() {
    let view = || view! { <details><summary>"more"</summary><input /></details> };
    let place = standing("<details><summary>more</summary><input></details>");
    find(&place, "details").set_attribute("open", "").unwrap();
    let field = find(&place, "input").unchecked_into::<HtmlInputElement>();
    field.focus().unwrap();
    field.set_value("typed");
    mount(&place, view);
    assert!(same(&document().active_element().unwrap(), &field));
    assert_eq!(field.value(), "typed");
    assert!(find(&place, "details").has_attribute("open"));
}

#[wasm_bindgen_test]
async fn what_differs_is_made_anew_and_what_is_left_over_goes() {
    let cases = ["<p>old</p><i>x</i>", "<p class=\"other\">new</p>", "new", "<p>newer</p>", "<p><b>new</b></p>", ""];
    for html in cases {
        let place = standing(html);
        mount(&place, || view! { <p class="now">"new"</p> });
        assert_eq!(place.inner_html(), r#"<p class="now">new</p>"#, "{html}");
    }
}

#[wasm_bindgen_test]
async fn what_stands_stays_until_a_view_takes_its_place() {
    let sleeps = RwSignal::new(true);
    let place = standing("<h1>title</h1><p>text</p><footer>end</footer>");
    let paragraph = find(&place, "p");
    mount(&place, move || {
        Node::from_closure(move || match sleeps.get() {
            true => Node::Standing,
            false => view! { <h1>"title"</h1> <p>"text"</p> <i>"more"</i> },
        })
    });
    assert_eq!(place.inner_html(), "<h1>title</h1><p>text</p><footer>end</footer>");
    sleeps.set(false);
    tick().await;
    assert_eq!(place.inner_html(), "<h1>title</h1><p>text</p><i>more</i>");
    assert!(same(&find(&place, "p"), &paragraph));
}
