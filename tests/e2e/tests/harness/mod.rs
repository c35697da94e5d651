//! What the tests stand on: the sites, the browser, and ways to find and do things as a person does.
//!
//! A test is given a fresh browser profile. It waits on conditions, never for a time; and it fails as well when the
//! browser's console reports an error that the test did not say it expects.

mod browser;
mod leashed;
mod network;
mod node;
mod releases;
mod setup;
mod site;
mod weight;
pub mod worker;

pub use browser::Browser;
pub use network::NetworkLog;
pub use node::node;
pub use releases::Releases;
pub use setup::{Setup, visit};
pub use site::Site;
pub use weight::{fetched, gzipped};

/// What a test ends with.
pub type Outcome = anyhow::Result<()>;
