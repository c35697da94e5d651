//! The files of a catalogue that is too large to be part of the program.

use std::error::Error;
use std::fs;
use std::path::Path;

use rungs_core::files::DataFile;
use rungs_core::ladder::Catalogue;
use serde::Serialize;

/// What pages have to name; the index names the ladders.
#[derive(Serialize)]
pub struct Data {
    index: Named,
    search: Named,
}

/// A file of the site.
#[derive(Serialize)]
struct Named {
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
    files.all().try_for_each(|data| fs::write(to.join(&data.file.name), &data.bytes))?;
    Ok(Some(Data { index: Named::of(&files.index), search: Named::of(&files.search) }))
}
