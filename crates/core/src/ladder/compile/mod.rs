//! The ladder compiler: from the files of `ladders/` to a catalogue, or to every problem at once.
//!
//! A file that is not TOML is judged no further; in all others each mistake is reported, whatever else
//! is wrong. There is a catalogue only if no file has an error; warnings do not stand in its way.

mod doubts;
mod folder;
mod inherit;
mod ladder;
mod levels;
mod names;
mod requirements;
mod shared;
mod stated;

use std::collections::BTreeMap;

pub use folder::Folder;

use super::diagnostic::{Diagnostic, Input, Log, Severity, Span};
use super::source;
use super::{Card, Catalogue, Index, Ladder, LadderId, ThemeId};
use names::Names;

/// What came of compiling.
#[derive(Clone, Debug)]
pub struct Compiled {
    /// The catalogue, unless there was an error.
    pub catalogue: Option<Catalogue>,
    /// Everything wrong or doubtful: the shared files first, then each ladder in its own order.
    pub diagnostics: Vec<Diagnostic>,
}

impl Compiled {
    /// Whether something was wrong, and not only doubtful.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }
}

/// Compiles a folder's files: the site's settings if there are any, the themes, and the ladders, whose
/// ids are the stems of their paths.
pub fn catalogue(site: Option<&Input>, themes: &Input, ladders: &[Input]) -> Compiled {
    let mut diagnostics = Vec::new();
    let site = site.and_then(|file| read_site(file, &mut diagnostics));
    let mut log = Log::new(&themes.path);
    let themes_source = source::Themes::parse(&themes.text, &mut log);
    let theme_names = themes_source.as_ref().map(|themes| shared::theme_names(themes, &mut log));
    // Which themes there are is known only where their file has no error.
    let theme_names = theme_names.filter(|_| !log.has_errors());
    diagnostics.extend(log.into_found());

    let mut compiled = Vec::new();
    let mut former = Vec::new();
    for file in ladders {
        let mut log = Log::new(&file.path);
        compiled.extend(ladder(file, theme_names.as_ref(), &mut former, &mut log));
        diagnostics.extend(log.into_found());
    }
    diagnostics.extend(former_ladders(ladders, &former));
    let catalogue = (!diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)).then(|| {
        compiled.sort_by(|a, b| a.id.cmp(&b.id));
        Catalogue {
            index: Index {
                site: shared::site(site.as_ref()),
                themes: themes_source.as_ref().map(shared::themes).unwrap_or_default(),
                ladders: compiled.iter().map(Card::of).collect(),
            },
            ladders: compiled,
        }
    });
    Compiled { catalogue, diagnostics }
}

fn read_site(file: &Input, diagnostics: &mut Vec<Diagnostic>) -> Option<source::Site> {
    let mut log = Log::new(&file.path);
    let site = source::Site::parse(&file.text, &mut log);
    diagnostics.extend(log.into_found());
    site
}

/// Compiles one file, and collects the former ids that it claims with their places.
fn ladder<'a>(
    file: &'a Input,
    themes: Option<&Names<ThemeId>>,
    former: &mut Vec<(LadderId, &'a str, Span)>,
    log: &mut Log,
) -> Option<Ladder> {
    let id = match ladder_id(&file.path) {
        Ok(id) => Some(id),
        Err(error) => {
            log.error(&(0..0), format!("the name of this file is not an id: {error}"))
                .help("name the file as the ladder shall be called in links, such as `customer-support.toml`");
            None
        }
    };
    let source = source::Ladder::parse(&file.text, log)?;
    let claims =
        source.former_ids.iter().filter_map(|id| Some((id.value.clone()?, file.path.as_str(), id.span.clone())));
    former.extend(claims);
    // A placeholder lets everything else be checked; the error above keeps it out of the catalogue.
    let id = id.or_else(|| LadderId::parse("unnamed").ok())?;
    ladder::compile(id, &source, themes, log)
}

/// The stem of a path, as an id.
fn ladder_id(path: &str) -> Result<LadderId, super::IdError> {
    let name = path.rsplit('/').next().unwrap_or(path);
    LadderId::parse(name.strip_suffix(".toml").unwrap_or(name))
}

/// A former id of a ladder may be no present one and the former one of one ladder only.
fn former_ladders(files: &[Input], former: &[(LadderId, &str, Span)]) -> Vec<Diagnostic> {
    let present: BTreeMap<LadderId, &str> =
        files.iter().filter_map(|file| Some((ladder_id(&file.path).ok()?, file.path.as_str()))).collect();
    let mut claimed: BTreeMap<&LadderId, (&str, &Span)> = BTreeMap::new();
    let mut found = Vec::new();
    for (id, path, span) in former {
        let mut log = Log::new(path);
        if let Some(owner) = present.get(id) {
            log.error(span, format!("`{id}` is a former id and the present id of a ladder"))
                .label("given as a former id")
                .mark_in((*owner).to_owned(), &(0..0), "present here")
                .help("an old link would be ambiguous: remove it from `former_ids`, or rename the file");
        } else if let Some((owner, place)) = claimed.insert(id, (path, span)) {
            log.error(span, format!("`{id}` is given as a former id twice"))
                .label("given again here")
                .mark_in(owner.to_owned(), place, "first given here")
                .help("an old link can lead to one ladder only: keep one of the two");
        }
        found.extend(log.into_found());
    }
    found
}
