//! Starts the app, nothing else.

fn main() {
    rungs::app::start();
}
