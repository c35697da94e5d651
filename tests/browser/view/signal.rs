//! Signals, memos, effects and futures, without a view.

use leptos::task::tick;
use rungs_view::prelude::*;
use rungs_view::start;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{count, shown, text};

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
fn a_memo_that_is_only_tracked_has_its_readers_run_again() {
    let number = RwSignal::new(1);
    let is_even = Memo::new(move |_| number.get() % 2 == 0);
    let seen = Memo::new(move |_| {
        is_even.track();
        number.get_untracked()
    });
    for (next, expected) in [(1, 1), (2, 2), (4, 2), (5, 5)] {
        number.set(next);
        assert_eq!(seen.get_untracked(), expected);
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
