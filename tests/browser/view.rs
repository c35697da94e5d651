//! Views on a real page: put there, kept current, taken away.

use leptos::html::Input;
use leptos::task::tick;
use rungs_view::prelude::*;
use rungs_view::{mount, start};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement};

/// A view in an element of its own on the page.
fn shown(view: impl FnOnce() -> Node) -> Element {
    start(async {});
    let place = document().create_element("div").unwrap();
    document().body().unwrap().append_child(&place).unwrap();
    mount(&place, view);
    place
}

fn find(place: &Element, selector: &str) -> Element {
    place.query_selector(selector).unwrap().unwrap_or_else(|| panic!("no {selector} in {}", place.inner_html()))
}

fn text(place: &Element) -> String {
    place.text_content().unwrap()
}

fn same(one: &web_sys::Node, other: &web_sys::Node) -> bool {
    one.is_same_node(Some(other))
}

fn click(element: &Element) {
    element.dispatch_event(&Event::new("click").unwrap()).unwrap();
}

/// Counts in a value that closures of views can share.
fn count(counted: StoredValue<usize>) {
    counted.update_value(|counted| *counted += 1);
}

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

/// A list of letters between brackets, and which of its rows were made and cleaned up.
#[derive(Clone, Copy)]
struct Letters {
    listed: RwSignal<&'static str>,
    made: StoredValue<String>,
    gone: StoredValue<String>,
}

impl Letters {
    fn new(listed: &'static str) -> Self {
        Self {
            listed: RwSignal::new(listed),
            made: StoredValue::new(String::new()),
            gone: StoredValue::new(String::new()),
        }
    }

    fn view(self) -> Node {
        view! {
            "("
            <For each=move || self.listed.get().chars().collect() key=|letter| *letter let:letter>
                {self.row(letter)}
            </For>
            ")"
        }
    }

    fn row(self, letter: char) -> Node {
        self.made.update_value(|made| made.push(letter));
        on_cleanup(move || self.gone.update_value(|gone| gone.push(letter)));
        view! { <i id=letter.to_string()>{letter.to_string()}</i> }
    }

    /// Lists other letters, and gives the rows before and after.
    async fn relist(self, place: &Element, letters: &'static str) -> [Vec<(char, Element)>; 2] {
        let rows = |letters: &str| letters.chars().map(|letter| (letter, find(place, &format!("#{letter}")))).collect();
        let before = rows(self.listed.get_untracked());
        self.listed.set(letters);
        tick().await;
        assert_eq!(text(place), format!("({letters})"));
        [before, rows(letters)]
    }
}

#[wasm_bindgen_test]
async fn rows_come_go_and_move_and_keep_their_elements() {
    let letters = Letters::new("abc");
    let place = shown(|| letters.view());
    let orders = [
        "xabc", "xaybc", "xaybcz", "zcbyax", "zbyax", "byax", "bya", "yab", "aby", "ybaqr", "rqaby", "qmrnb", "", "ba",
        "ab",
    ];
    for order in orders {
        let [before, after] = letters.relist(&place, order).await;
        for (letter, row) in after {
            let kept = before.iter().find(|(before, _)| *before == letter);
            assert!(kept.is_none_or(|(_, before)| same(before, &row)), "{letter} in {order}");
        }
    }
}

#[wasm_bindgen_test]
async fn a_row_is_made_once_for_its_key_and_cleaned_up_when_the_key_goes() {
    let letters = Letters::new("abc");
    let place = shown(|| letters.view());
    letters.relist(&place, "cbda").await;
    assert_eq!((letters.made.get_value().as_str(), letters.gone.get_value().as_str()), ("abcd", ""));
    letters.relist(&place, "ca").await;
    assert_eq!((letters.made.get_value().as_str(), letters.gone.get_value().as_str()), ("abcd", "bd"));
    letters.relist(&place, "cab").await;
    assert_eq!((letters.made.get_value().as_str(), letters.gone.get_value().as_str()), ("abcdb", "bd"));
}

#[wasm_bindgen_test]
async fn rows_are_cleaned_up_once_when_their_list_goes() {
    let (letters, listed) = (Letters::new("abc"), RwSignal::new(true));
    let place = shown(|| view! { {move || listed.get().then(|| letters.view())} });
    assert_eq!(text(&place), "(abc)");
    listed.set(false);
    tick().await;
    letters.listed.set("abcd");
    tick().await;
    assert_eq!((text(&place).as_str(), letters.made.get_value().as_str()), ("", "abc"));
    assert_eq!(letters.gone.get_value(), "abc");
}

#[wasm_bindgen_test]
async fn a_list_that_was_empty_is_filled_between_its_neighbours() {
    let letters = Letters::new("");
    let place = shown(|| letters.view());
    assert_eq!(text(&place), "()");
    letters.relist(&place, "ab").await;
}

#[wasm_bindgen_test]
async fn a_key_that_stands_twice_leaves_no_row_behind() {
    let letters = Letters::new("aab");
    let place = shown(|| letters.view());
    for order in ["ab", "bb", "b", "abab", "ba"] {
        letters.listed.set(order);
        tick().await;
        assert_eq!(text(&place), format!("({order})"));
    }
}

#[wasm_bindgen_test]
async fn rows_of_several_nodes_move_whole() {
    let (listed, size) = (RwSignal::new(vec![1, 2, 3]), RwSignal::new(1));
    let row = move |number: i32| view! { {move || vec![number; size.get()]} "," };
    let place = shown(|| view! { <For each=move || listed.get() key=|number| *number let:number>{row(number)}</For> });
    size.set(2);
    listed.set(vec![3, 1, 2]);
    tick().await;
    assert_eq!(text(&place), "33,11,22,");
    size.set(0);
    tick().await;
    listed.set(vec![2, 3, 4]);
    tick().await;
    size.set(1);
    tick().await;
    assert_eq!(text(&place), "2,3,4,");
}

#[wasm_bindgen_test]
async fn rows_that_stay_when_the_region_around_their_list_runs_again_still_work() {
    let again = RwSignal::new(0);
    let row = |_: i32| {
        let pressed = RwSignal::new(0);
        view! { <button on:click=move |_| pressed.update(|pressed| *pressed += 1)>{pressed}</button> }
    };
    let place = shown(|| {
        view! {
            {move || {
                again.track();
                view! { <For each=|| vec![1] key=|number| *number let:number>{row(number)}</For> }
            }}
        }
    });
    again.set(1);
    tick().await;
    click(&find(&place, "button"));
    tick().await;
    assert_eq!(text(&place), "1");
}

#[wasm_bindgen_test]
async fn a_list_of_the_same_keys_that_a_region_makes_anew_has_rows_of_its_own() {
    let name = RwSignal::new("one");
    let place = shown(|| {
        view! {
            {move || {
                let name = name.get();
                view! { <For each=|| vec![1] key=|number| *number let:number>{name} {number}</For> }
            }}
        }
    });
    name.set("two");
    tick().await;
    assert_eq!(text(&place), "two1");
}

const SVG: &str = "http://www.w3.org/2000/svg";

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

#[wasm_bindgen_test]
async fn a_memo_tells_its_readers_only_of_another_value() {
    let (number, runs) = (RwSignal::new(0), StoredValue::new(0));
    let is_even = Memo::new(move |_| number.get() % 2 == 0);
    let parity = move || {
        count(runs);
        if is_even.get() { "even" } else { "odd" }
    };
    let place = shown(|| view! { {parity} });
    for (next, expected, times) in [(2, "even", 1), (3, "odd", 2), (5, "odd", 2), (4, "even", 3)] {
        number.set(next);
        tick().await;
        assert_eq!((text(&place).as_str(), runs.get_value()), (expected, times));
    }
}

#[wasm_bindgen_test]
fn a_signal_whose_owner_is_gone_takes_no_value_and_does_not_panic() {
    let owner = Owner::new();
    let signal = RwSignal::owned_by(&owner, 1);
    signal.set(2);
    assert_eq!(signal.get_untracked(), 2);
    owner.cleanup();
    signal.set(3);
    signal.update(|held| *held = 4);
    assert_eq!(signal.try_update(|held| *held), None);
}

#[wasm_bindgen_test]
async fn an_effect_runs_soon_and_with_each_change_while_its_owner_lives() {
    start(async {});
    let (owner, number, seen) = (Owner::new(), RwSignal::new(1), StoredValue::new(Vec::new()));
    owner.with(|| effect(move || seen.update_value(|seen| seen.push(number.get()))));
    assert!(seen.with_value(Vec::is_empty));
    tick().await;
    number.set(2);
    tick().await;
    assert_eq!(seen.get_value(), [1, 2]);
    owner.cleanup();
    number.set(3);
    tick().await;
    assert_eq!(seen.get_value(), [1, 2]);
}

#[wasm_bindgen_test]
async fn what_is_spawned_runs_after_what_spawned_it() {
    start(async {});
    let ran = StoredValue::new(0);
    spawn(async move { count(ran) });
    assert_eq!(ran.get_value(), 0);
    tick().await;
    assert_eq!(ran.get_value(), 1);
}
