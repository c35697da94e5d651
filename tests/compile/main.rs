//! The ladder compiler, feature by feature: what valid files become, and what is said of broken ones.

mod former_ids;
mod inheritance;
mod laws;
mod messages;
mod references;
mod requirements;
mod steps;
mod support;
mod values;
