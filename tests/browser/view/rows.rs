//! Lists whose rows are known by their keys.

use leptos::task::tick;
use rungs_view::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

use super::{click, find, same, shown, text};

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
