//! Writes a generated folder of ladders: `rungs-generator 1000 folder [seed]`, or `framework` in place of the number.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use rungs_generator::{catalogue, framework};

const USAGE: &str = "usage: rungs-generator <number of ladders | framework> <folder> [seed]";

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [what, folder, rest @ ..] = arguments.as_slice() else { return Err(USAGE.into()) };
    let seed = rest.first().map_or(Ok(1), |seed| seed.parse()).map_err(|_| USAGE)?;
    let files = match what.as_str() {
        "framework" => framework(seed),
        number => catalogue(number.parse().map_err(|_| USAGE)?, seed),
    };
    let folder = Path::new(folder);
    fs::create_dir_all(folder)?;
    for file in files {
        let path = folder.join(&file.name);
        // What is there already stays untouched, and with it the time of its last change.
        if fs::read_to_string(&path).ok().as_deref() != Some(&file.text) {
            fs::write(path, file.text)?;
        }
    }
    Ok(())
}
