//! What all ladders share: the themes and the site's own settings.

use super::names::Names;
use crate::ladder::diagnostic::Log;
use crate::ladder::source;
use crate::ladder::{Site, Theme, ThemeId};

/// The name of a site that has no `site.toml`.
const UNNAMED: &str = "Rungs";

/// The site's settings; the defaults where there is no file.
pub(super) fn site(written: Option<&source::Site>) -> Site {
    let text = |value: &Option<source::Written<String>>| value.as_ref().and_then(|text| text.value.clone());
    let url = |value: &Option<source::Written<_>>| value.as_ref().and_then(|url| url.value.clone());
    let Some(written) = written else {
        return Site { name: UNNAMED.into(), accent: None, imprint: None, address: None, repository: None };
    };
    Site {
        name: written.name.value.clone().unwrap_or_else(|| UNNAMED.into()),
        accent: written.accent.as_ref().and_then(|colour| colour.value.as_ref()).map(|colour| colour.0.clone()),
        imprint: text(&written.imprint),
        address: url(&written.address),
        repository: url(&written.repository),
    }
}

/// The ids of the themes, each defined once.
pub(super) fn theme_names<'a>(written: &'a source::Themes, log: &mut Log) -> Names<'a, ThemeId> {
    Names::of("theme", written.theme.iter().map(|theme| &theme.id), log)
}

/// The themes; those with mistakes (which are noted) are left out.
pub(super) fn themes(written: &source::Themes) -> Vec<Theme> {
    let theme = |theme: &source::Theme| {
        Some(Theme {
            id: theme.id.value.clone()?,
            name: theme.name.value.clone()?,
            summary: theme.summary.value.clone()?,
        })
    };
    written.theme.iter().filter_map(theme).collect()
}
