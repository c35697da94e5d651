//! Elements: what is written on them, what is computed, what they hear, and drawings.

use leptos::html::Input;
use leptos::task::tick;
use rungs_view::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement};

use super::{click, count, find, same, shown};

const SVG: &str = "http://www.w3.org/2000/svg";

#[wasm_bindgen_test]
async fn attributes_and_texts_are_as_written_and_as_computed() {
    let name = RwSignal::new("one");
    let place = shown(|| view! { <p lang="de" title=move || name.get() data-of=5>"It is " {name} "."</p> });
    assert_eq!(place.inner_html(), r#"<p lang="de" title="one" data-of="5">It is one.</p>"#);
    name.set("two");
    tick().await;
    assert_eq!(place.inner_html(), r#"<p lang="de" title="two" data-of="5">It is two.</p>"#);
}

#[wasm_bindgen_test]
async fn an_attribute_that_is_a_flag_or_an_option_comes_and_goes() {
    let (hidden, current) = (RwSignal::new(true), RwSignal::new(None::<&str>));
    let place = shown(|| view! { <p hidden=hidden aria-current=move || current.get()></p> });
    assert_eq!(place.inner_html(), r#"<p hidden=""></p>"#);
    hidden.set(false);
    current.set(Some("page"));
    tick().await;
    assert_eq!(place.inner_html(), r#"<p aria-current="page"></p>"#);
    current.set(None);
    tick().await;
    assert_eq!(place.inner_html(), "<p></p>");
}

#[wasm_bindgen_test]
async fn a_class_by_its_name_leaves_the_written_classes() {
    let lit = RwSignal::new(true);
    let place = shown(|| view! { <p class="one two" class:is-lit=lit></p> });
    assert_eq!(find(&place, "p").class_name(), "one two is-lit");
    lit.set(false);
    tick().await;
    assert_eq!(find(&place, "p").class_name(), "one two");
}

#[wasm_bindgen_test]
async fn a_class_by_its_name_stays_when_a_patch_writes_the_others() {
    let (kind, lit) = (RwSignal::new("one"), RwSignal::new(true));
    let place = shown(|| view! { {move || view! { <p class=kind.get() class:is-lit=lit></p> }} });
    kind.set("two");
    tick().await;
    assert_eq!(find(&place, "p").class_name(), "two is-lit");
}

#[wasm_bindgen_test]
async fn a_property_is_set_again_after_the_user_changed_it() {
    let (value, checked) = (RwSignal::new("one"), RwSignal::new(false));
    let place =
        shown(|| view! { <input class="text" prop:value=value /> <input type="checkbox" prop:checked=checked /> });
    let text_field: HtmlInputElement = find(&place, ".text").unchecked_into();
    let check_box: HtmlInputElement = find(&place, "[type]").unchecked_into();
    assert_eq!((text_field.value().as_str(), check_box.checked()), ("one", false));
    text_field.set_value("typed");
    check_box.set_checked(false);
    value.set("two");
    checked.set(true);
    tick().await;
    assert_eq!((text_field.value().as_str(), check_box.checked()), ("two", true));
    check_box.set_checked(true);
    checked.set(false);
    tick().await;
    assert!(!check_box.checked());
    assert_eq!((text_field.get_attribute("value"), check_box.get_attribute("checked")), (None, None));
}

#[wasm_bindgen_test]
async fn after_a_patch_the_new_handler_runs_and_not_the_old() {
    let (version, heard) = (RwSignal::new(1), StoredValue::new(Vec::new()));
    let place = shown(|| {
        view! {
            {move || {
                let version = version.get();
                view! { <button on:click=move |_| heard.update_value(|heard| heard.push(version))></button> }
            }}
        }
    });
    let button = find(&place, "button");
    click(&button);
    version.set(2);
    tick().await;
    click(&button);
    assert_eq!(heard.get_value(), [1, 2]);
}

#[wasm_bindgen_test]
async fn what_stands_in_a_drawing_is_of_it_also_when_it_comes_later() {
    let stage = RwSignal::new(0);
    let later = move || match stage.get() {
        0 => view! {},
        1 => view! { <g><a><text>"one"</text></a></g> },
        2 => view! { <g>{move || view! { <text>"1"</text> }} <a><text>"two"</text></a></g> },
        _ => view! {
            <a><text>"three"</text></a>
            <a><For each=|| vec![4] key=|row| *row let:row><text>{row}</text></For></a>
        },
    };
    let place = shown(|| view! { <svg><a><text>"first"</text></a> {later}</svg> <a>"outside"</a> });
    for (next, count) in [(0, 2), (1, 4), (2, 5), (3, 6)] {
        stage.set(next);
        tick().await;
        let within = place.query_selector_all("svg a, svg text").unwrap();
        assert_eq!(within.length(), count, "{}", place.inner_html());
        for position in 0..count {
            let element: Element = within.item(position).unwrap().unchecked_into();
            assert_eq!(element.namespace_uri().as_deref(), Some(SVG), "{} at {next}", element.outer_html());
        }
    }
    assert!(find(&place, "svg + a").is_instance_of::<HtmlElement>());
}

#[wasm_bindgen_test]
async fn what_is_foreign_to_a_drawing_is_not_of_it() {
    let tag = RwSignal::new("p");
    let foreign = move || {
        if tag.get() == "p" {
            view! { <p></p> }
        } else {
            view! { <a></a> }
        }
    };
    let place = shown(|| view! { <svg><foreignObject>{foreign}</foreignObject></svg> });
    assert!(find(&place, "foreignObject p").is_instance_of::<HtmlElement>());
    tag.set("a");
    tick().await;
    assert!(find(&place, "foreignObject a").is_instance_of::<HtmlElement>());
}

#[wasm_bindgen_test]
async fn a_reference_is_set_when_its_element_comes() {
    let (there, field) = (RwSignal::new(false), NodeRef::<Input>::new());
    let place = shown(|| view! { <p>{move || there.get().then(|| view! { <input node_ref=field /> })}</p> });
    assert!(field.get_untracked().is_none());
    there.set(true);
    tick().await;
    assert!(same(&field.get_untracked().unwrap(), &find(&place, "input")));
}

#[wasm_bindgen_test]
async fn a_select_shows_the_option_that_is_selected() {
    let chosen = RwSignal::new("b");
    let options = move || {
        let chosen = chosen.get();
        ["a", "b", "c"].map(|name| view! { <option value=name selected=name == chosen>{name}</option> })
    };
    let by_name = || ["a", "b", "c"].map(|name| view! { <option value=name>{name}</option> });
    let place = shown(|| view! { <select>{options}</select> <select prop:value=chosen>{by_name()}</select> });
    let shows = || {
        let [by_option, by_value] = ["select", "select + select"].map(|selector| find(&place, selector));
        [by_option, by_value].map(|select| select.unchecked_into::<HtmlSelectElement>().value())
    };
    assert_eq!(shows(), ["b", "b"]);
    chosen.set("c");
    tick().await;
    assert_eq!(shows(), ["c", "c"]);
}

#[wasm_bindgen_test]
async fn an_element_that_went_hears_nothing() {
    let (there, heard) = (RwSignal::new(true), StoredValue::new(0));
    let button = move || view! { <button on:click=move |_| count(heard)></button> };
    let place = shown(|| view! { {move || there.get().then(button)} });
    let button = find(&place, "button");
    click(&button);
    there.set(false);
    tick().await;
    click(&button);
    assert_eq!((place.inner_html().as_str(), heard.get_value()), ("", 1));
}
