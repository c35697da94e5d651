//! Catalogues of any size, the same for the same seed: many ladders as organisations write them, or one framework of
//! the largest size that was seen in public.
//!
//! What is written is plain TOML that compiles without an error or a warning; nothing here knows the compiler.

mod chance;
mod framework;
mod ladders;
mod toml;
mod words;

pub use framework::framework;
pub use ladders::catalogue;

use toml::Toml;

/// A file of a folder of ladders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name in the folder.
    pub name: String,
    /// What it says.
    pub text: String,
}

/// The themes that all generated ladders share.
const THEMES: [&str; 8] = ["customers", "craft", "delivery", "people", "planning", "quality", "money", "safety"];

/// What stands beside the ladders of every generated folder.
fn shared(site: &str) -> Vec<File> {
    let (mut settings, mut themes) = (Toml::default(), Toml::default());
    settings.text("name", site);
    for id in THEMES {
        themes
            .table("theme")
            .text("id", id)
            .text("name", id)
            .text("summary", format_args!("What has to do with {id}."));
    }
    vec![File { name: "site.toml".into(), text: settings.0 }, File { name: "themes.toml".into(), text: themes.0 }]
}
