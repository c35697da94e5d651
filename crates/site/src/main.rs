//! Prints the pages of the site, and draws their previews: a step of the build (scripts/site.sh).
//!
//! ```text
//! rungs-site --ladders ladders --base /rungs/ --to folder [--address https://example.org/rungs/] [--store folder]
//! ```
//!
//! Writes pictures, the files of a large catalogue and `pages.json` into the folder, with what each page holds and says of itself; scripts/finish.mjs
//! makes the files of the site of them. The address comes from the command line, or else from `site.toml`. Pictures that
//! were drawn before, and ladders that were compiled, are taken from the store, `target/previews`.

mod data;
mod pages;
mod previews;
mod words;

use std::error::Error;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use lexopt::prelude::*;
use rungs_core::ladder::Catalogue;
use rungs_core::ladder::compile::{Keeper, this_program};
use rungs_core::route::{Base, Pages};

fn main() -> ExitCode {
    match Options::read().and_then(|options| run(&options)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("rungs-site: {error}");
            ExitCode::FAILURE
        }
    }
}

/// What the command line says.
struct Options {
    ladders: PathBuf,
    to: PathBuf,
    store: PathBuf,
    base: Base,
    address: Option<String>,
}

impl Options {
    fn read() -> Result<Self, Box<dyn Error>> {
        let (mut ladders, mut store) = (PathBuf::from("ladders"), PathBuf::from("target/previews"));
        let (mut to, mut base, mut address) = (None, Base::new("/"), None);
        let mut arguments = lexopt::Parser::from_env();
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("ladders") => ladders = arguments.value()?.into(),
                Long("to") => to = Some(arguments.value()?.into()),
                Long("store") => store = arguments.value()?.into(),
                Long("base") => base = Base::new(&arguments.value()?.string()?),
                Long("address") => address = Some(arguments.value()?.string()?).filter(|address| !address.is_empty()),
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(Self { ladders, to: to.ok_or("--to is missing")?, store, base, address })
    }
}

fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    let catalogue = compiled(options)?;
    let index = catalogue.index.clone();
    let address = options.address.clone().or_else(|| index.site.address.as_ref().map(|url| url.as_str().to_owned()));
    let address = address.map(|address| format!("{}/", address.trim_end_matches('/')));
    if let Some(warning) = doubt(address.as_deref(), &options.base) {
        eprintln!("rungs-site: {warning}");
    }
    let places = Pages::of(&index).places(&index);
    let origin = address.as_deref().map(words::origin).unwrap_or_default();
    let said: Vec<_> = places.iter().map(|place| words::of(place, &catalogue)).collect();
    fs::create_dir_all(&options.to)?;
    let data = data::write(&catalogue, &options.to)?;
    previews::draw(&places, &catalogue, &options.to, &options.store)?;
    rungs::print::begin(catalogue);
    let print = |(place, said)| pages::print(place, said, data.as_ref(), &options.base, &origin);
    let pages: Vec<_> = places.iter().zip(said).map(print).collect();
    let site = pages::Site { name: index.site.name, accent: index.site.accent, address, data, pages };
    fs::write(options.to.join("pages.json"), serde_json::to_string(&site)?)?;
    Ok(())
}

/// What is doubtful about the address of the site, for who builds it.
fn doubt(address: Option<&str>, base: &Base) -> Option<String> {
    let Some(address) = address else {
        return Some(
            "the site's address is not known, so links say less of themselves (no pictures, no canonical address, no \
             site map): set `address` in site.toml, or SITE_ADDRESS in the environment"
                .to_owned(),
        );
    };
    let path = &address[words::origin(address).len()..];
    (path != base.as_str()).then(|| {
        format!(
            "this site is built for the path {}, and its address is {address}: what chats and search engines are told \
             leads there, not here; PUBLIC_URL sets the path, SITE_ADDRESS the address",
            base.as_str()
        )
    })
}

/// The catalogue of a folder. What is wrong in it the build of the page has said already.
fn compiled(options: &Options) -> Result<Catalogue, Box<dyn Error>> {
    let folder = &options.ladders;
    let name = format!("compiled-{}.bin", folder.to_string_lossy().replace(['/', '\\'], "-"));
    fs::create_dir_all(&options.store)?;
    let keeper = Keeper { file: &options.store.join(name), compiler: this_program()? };
    let (compiled, _) = keeper.compile(folder, &mut |path| fs::read_to_string(path))?;
    compiled.catalogue.ok_or_else(|| format!("the ladders in {} have errors", folder.display()).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_is_missing_or_of_another_path_is_doubtful() {
        let doubt = |address, base| doubt(address, &Base::new(base));
        assert!(doubt(None, "/").unwrap().contains("SITE_ADDRESS"));
        assert!(
            doubt(Some("https://example.org/rungs/"), "/").unwrap().contains("path /, and its address is https://")
        );
        assert_eq!(doubt(Some("https://example.org/rungs/"), "/rungs/"), None);
        assert_eq!(doubt(Some("https://example.org/"), "/"), None);
    }
}
