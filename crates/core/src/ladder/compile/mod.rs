//! The ladder compiler: from the files of `ladders/` to a catalogue, or to every problem at once.
//!
//! A file that is not TOML is judged no further; in all others each mistake is reported, whatever else
//! is wrong. There is a catalogue only if no file has an error; warnings do not stand in its way.

mod doubts;
mod folder;
mod inherit;
mod kept;
mod ladder;
mod levels;
mod names;
mod requirements;
mod shared;
mod stated;

use std::collections::BTreeMap;
use std::num::NonZero;
use std::panic::resume_unwind;
use std::thread;

pub use folder::Folder;
pub use kept::{Keeper, Reading, this_program};

use super::diagnostic::{Diagnostic, Input, Log, Severity, Span};
use super::source;
use super::{Card, Catalogue, Index, Ladder, LadderId, ThemeId};
use names::Names;
use serde::{Deserialize, Serialize};

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
    let shared = Shared::parse(site, themes);
    let themes = shared.theme_names();
    let outcomes = Outcome::of_all(ladders, themes.as_ref());
    drop(themes);
    shared.joined(outcomes)
}

/// What all ladders share, parsed.
struct Shared {
    site: Option<source::Site>,
    themes: Option<source::Themes>,
    /// Whether the file of themes has no error: only then is it known which there are.
    knows_themes: bool,
    diagnostics: Vec<Diagnostic>,
}

impl Shared {
    fn parse(site: Option<&Input>, themes: &Input) -> Self {
        let mut diagnostics = Vec::new();
        let site = site.and_then(|file| read_site(file, &mut diagnostics));
        let mut log = Log::new(&themes.path);
        let themes = source::Themes::parse(&themes.text, &mut log);
        if let Some(themes) = &themes {
            shared::theme_names(themes, &mut log);
        }
        let knows_themes = !log.has_errors();
        diagnostics.extend(log.into_found());
        Self { site, themes, knows_themes, diagnostics }
    }

    /// The names of the themes, where they are known.
    fn theme_names(&self) -> Option<Names<'_, ThemeId>> {
        let themes = self.themes.as_ref().filter(|_| self.knows_themes)?;
        // What is wrong with them has been noted.
        Some(shared::theme_names(themes, &mut Log::new("")))
    }

    /// The catalogue of what came of each ladder.
    fn joined(self, outcomes: Vec<Outcome>) -> Compiled {
        let mut diagnostics = self.diagnostics;
        let of_several: Vec<_> = former_ladders(&outcomes).into_iter().chain(same_names(&outcomes)).collect();
        let mut ladders = Vec::with_capacity(outcomes.len());
        for outcome in outcomes {
            ladders.extend(outcome.ladder);
            diagnostics.extend(outcome.diagnostics);
        }
        diagnostics.extend(of_several);
        let catalogue = (!diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)).then(|| {
            ladders.sort_by(|a, b| a.id.cmp(&b.id));
            let site = shared::site(self.site.as_ref());
            let themes = self.themes.as_ref().map(shared::themes).unwrap_or_default();
            Catalogue { index: Index { site, themes, ladders: ladders.iter().map(Card::of).collect() }, ladders }
        });
        Compiled { catalogue, diagnostics }
    }
}

fn read_site(file: &Input, diagnostics: &mut Vec<Diagnostic>) -> Option<source::Site> {
    let mut log = Log::new(&file.path);
    let site = source::Site::parse(&file.text, &mut log);
    diagnostics.extend(log.into_found());
    site
}

/// What came of one file.
struct Outcome {
    path: String,
    /// The ladder, unless there was an error.
    ladder: Option<Ladder>,
    claims: Claims,
    diagnostics: Vec<Diagnostic>,
}

/// What a ladder claims for itself alone, with the places.
#[derive(Default, Serialize, Deserialize)]
struct Claims {
    /// Its name, if it has one.
    name: Option<(String, Span)>,
    /// The ids by which it says it was known before.
    former: Vec<(LadderId, Span)>,
}

impl Claims {
    fn of(source: &source::Ladder) -> Self {
        let name = source.name.value.clone().map(|name| (name, source.name.span.clone()));
        let former = source.former_ids.iter().filter_map(|id| Some((id.value.clone()?, id.span.clone()))).collect();
        Self { name, former }
    }
}

impl Outcome {
    /// What came of each file, in their order. They are compiled side by side: none knows of another.
    fn of_all(files: &[Input], themes: Option<&Names<ThemeId>>) -> Vec<Self> {
        /// So few are compiled before another thread would have begun.
        const FEW: usize = 16;
        let threads = thread::available_parallelism().map_or(1, NonZero::get);
        let share = files.len().div_ceil(threads).max(FEW);
        let of_share = |files: &[Input]| files.iter().map(|file| Self::of(file, themes)).collect::<Vec<_>>();
        thread::scope(|scope| {
            let begun: Vec<_> = files.chunks(share).map(|files| scope.spawn(move || of_share(files))).collect();
            begun.into_iter().flat_map(|share| share.join().unwrap_or_else(|panic| resume_unwind(panic))).collect()
        })
    }

    fn of(file: &Input, themes: Option<&Names<ThemeId>>) -> Self {
        let mut log = Log::new(&file.path);
        let mut claims = Claims::default();
        let ladder = ladder(file, themes, &mut claims, &mut log);
        Self { path: file.path.clone(), ladder, claims, diagnostics: log.into_found() }
    }
}

/// Compiles one file, and notes what it claims.
fn ladder(file: &Input, themes: Option<&Names<ThemeId>>, claims: &mut Claims, log: &mut Log) -> Option<Ladder> {
    let id = match ladder_id(&file.path) {
        Ok(id) => Some(id),
        Err(error) => {
            log.error(&(0..0), format!("the name of this file is not an id: {error}"))
                .help("name the file as the ladder shall be called in links, such as `customer-support.toml`");
            None
        }
    };
    let source = source::Ladder::parse(&file.text, log)?;
    *claims = Claims::of(&source);
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
fn former_ladders(outcomes: &[Outcome]) -> Vec<Diagnostic> {
    let present: BTreeMap<LadderId, &str> =
        outcomes.iter().filter_map(|file| Some((ladder_id(&file.path).ok()?, file.path.as_str()))).collect();
    let mut claimed: BTreeMap<&LadderId, (&str, &Span)> = BTreeMap::new();
    let mut found = Vec::new();
    let former =
        outcomes.iter().flat_map(|file| file.claims.former.iter().map(|(id, span)| (id, file.path.as_str(), span)));
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

/// The name of a ladder may be that of no other: titles, search and lists tell ladders apart by it.
fn same_names(outcomes: &[Outcome]) -> Vec<Diagnostic> {
    let mut taken: BTreeMap<&str, (&str, &Span)> = BTreeMap::new();
    let mut found = Vec::new();
    for Outcome { path, claims, .. } in outcomes {
        let Some((name, span)) = &claims.name else { continue };
        if let Some((owner, place)) = taken.get(name.as_str()) {
            let mut log = Log::new(path);
            log.error(span, format!("two ladders are called {name:?}"))
                .label("called so again here")
                .mark_in((*owner).to_owned(), place, "first called so here")
                .help("titles, search and lists tell ladders apart by their names: add what differs, such as the team or the year");
            found.extend(log.into_found());
        } else {
            taken.insert(name, (path, span));
        }
    }
    found
}
