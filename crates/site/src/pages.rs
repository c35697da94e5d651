//! What is written down of each page.

use std::collections::BTreeMap;

use rungs_core::route::{Base, Place, Route, SITE_PICTURE};
use serde::Serialize;

use crate::data::{Data, Named};
use crate::words::Said;

/// All that is printed.
#[derive(Serialize)]
pub struct Site {
    /// The site's name.
    pub name: String,
    /// Its own accent colour.
    pub accent: Option<String>,
    /// Its public address, if it is known.
    pub address: Option<String>,
    /// The files of its catalogue; none where that is part of the program.
    pub data: Option<Data>,
    /// Its pages.
    pub pages: Vec<Page>,
}

/// A page.
#[derive(Serialize)]
pub struct Page {
    /// Where it stands below the base: empty, or ending in `/`.
    pub path: String,
    /// What stands in the window's title.
    pub title: String,
    /// What it says of itself where its link is shown.
    pub description: String,
    /// What stands in `#app`.
    pub html: String,
    /// Whether what is stored in the browser changes what it shows first.
    pub depends: bool,
    /// What a chat shows above the description.
    pub headline: String,
    /// Where its preview lies below the base.
    pub picture: String,
    /// Width and height of the preview in pixels.
    pub picture_size: (u32, u32),
    /// The files of its ladders, where these are not part of the program.
    pub data: BTreeMap<String, Named>,
}

/// Prints the page of a place.
pub fn print(place: &Place, said: Said, data: Option<&Data>, base: &Base, origin: &str) -> Page {
    let printed = rungs::print::print(base, origin, place);
    let path = place.print(base).strip_prefix(base.as_str()).map(str::to_owned).unwrap_or_default();
    Page {
        path,
        headline: said.headline.unwrap_or(printed.title.headline),
        title: printed.title.whole,
        description: said.description,
        html: printed.html,
        depends: place.route.depends_on_answers(),
        picture: picture(&place.route),
        picture_size: rungs_card::PREVIEW,
        data: data.map(|data| data.of(&place.route)).unwrap_or_default(),
    }
}

/// Where the picture of a page lies, below the base.
pub fn picture(route: &Route) -> String {
    route.picture().unwrap_or_else(|| SITE_PICTURE.to_owned())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use rungs_core::ladder::Catalogue;
    use rungs_core::ladder::compile::Folder;
    use rungs_core::route::Pages;

    use super::*;

    fn fixtures() -> Catalogue {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/ladders");
        Folder::read(&folder).unwrap().compile().catalogue.unwrap()
    }

    #[test]
    fn a_page_holds_its_words_and_says_what_changes() {
        let catalogue = fixtures();
        let place = Pages::of(&catalogue.index)
            .places(&catalogue.index)
            .into_iter()
            .find(|place| place.print(&Base::new("/")) == "/compare/bakery/apprentice/baker/")
            .unwrap();
        let printed = |origin| print(&place, crate::words::of(&place, &catalogue), None, &Base::new("/rungs/"), origin);
        rungs::print::begin(catalogue.clone());
        assert!(!printed("").html.contains("<img"));
        let page = printed("https://example.org");
        assert!(page.html.contains("<img"));
        assert_eq!(page.path, "compare/bakery/apprentice/baker/");
        assert_eq!(page.picture, "previews/bakery.apprentice.baker.png");
        assert!(
            page.headline.starts_with("Apprentice → Baker: ") && !page.headline.contains("kept"),
            "{}",
            page.headline
        );
        assert!(page.description.starts_with("From Apprentice to Baker in Bakery: "), "{}", page.description);
        assert!(page.html.contains("<h1") && page.html.contains("https://example.org/rungs/compare/"), "{}", page.html);
        assert!(!page.depends);
    }
}
