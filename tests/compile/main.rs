//! The ladder compiler, feature by feature: what valid files become, and what is said of broken ones.

#![cfg(not(target_arch = "wasm32"))]

mod build;
mod former_ids;
mod guide;
mod inheritance;
mod kept;
mod laws;
mod messages;
mod references;
mod requirements;
mod schema;
mod steps;
mod support;
mod values;
