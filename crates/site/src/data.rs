//! The files of a catalogue that is too large to be part of the program.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use rungs_core::files::DataFile;
use rungs_core::ladder::{Catalogue, LadderId};
use rungs_core::route::Route;
use serde::Serialize;

/// What all pages name; the index names the ladders, each of which the pages that show it name as well.
#[derive(Serialize)]
pub struct Data {
    index: Named,
    search: Named,
    #[serde(skip)]
    ladders: BTreeMap<LadderId, Named>,
}

impl Data {
    /// The files of the ladders that a page shows, by the word under which its document names them.
    pub fn of(&self, route: &Route) -> BTreeMap<String, Named> {
        let named = |id: &LadderId| Some((format!("ladder-{id}"), self.ladders.get(id)?.clone()));
        route.ladders().into_iter().filter_map(named).collect()
    }
}

/// A file of the site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Named {
    name: String,
    integrity: String,
}

impl Named {
    fn of(data: &DataFile) -> Self {
        Self { name: data.file.name.clone(), integrity: data.file.integrity.clone() }
    }
}

/// Writes the files of a catalogue into a folder. `None` where it is part of the program, as the build of the page
/// decides by the same measure.
pub fn write(catalogue: &Catalogue, to: &Path) -> Result<Option<Data>, Box<dyn Error>> {
    if catalogue.encode()?.are_embedded() {
        return Ok(None);
    }
    let files = catalogue.files()?;
    files.all().try_for_each(|data| fs::write(to.join(&data.file.name), &data.packed))?;
    let ladders = files.ladders.iter().map(|(id, file)| (id.clone(), Named::of(file))).collect();
    Ok(Some(Data { index: Named::of(&files.index), search: Named::of(&files.search), ladders }))
}
