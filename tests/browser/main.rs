//! What is stored, in a real browser with its real localStorage, and how views stand on its page.
//!
//! `CHROMEDRIVER=chromedriver CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner
//! cargo test --target wasm32-unknown-unknown --features web --test browser`

#![cfg(target_arch = "wasm32")]

mod adoption;
mod deletion;
mod faults;
mod files;
mod place;
mod round_trip;
mod view;

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);
