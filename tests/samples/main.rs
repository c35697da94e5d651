//! The three sample ladders say what their sources say: every number, condition and level, fact by fact.
//!
//! A sample is there while its file is, with the status `sample`. Whoever deletes it, or makes it
//! their own by another status, loses these tests and nothing else: they then pass with a note.

mod common_focus;
mod comparisons;
mod customer_engineering;
mod customer_support;
mod promotion;
mod reading;

use reading::{ladders, sample};

#[test]
fn the_samples_are_written_without_a_doubt() {
    let (folder, compiled) = ladders();
    let files = folder.files();
    for id in ["customer-engineering", "customer-support", "common-focus"] {
        if sample(id).is_none() {
            continue;
        }
        let name = format!("/{id}.toml");
        let found = compiled.diagnostics.iter().filter(|diagnostic| diagnostic.path.ends_with(&name));
        let reports: Vec<String> = found.map(|diagnostic| diagnostic.render(&files)).collect();
        assert!(reports.is_empty(), "{}", reports.join("\n"));
    }
}
