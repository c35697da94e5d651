//! Prints, as JSON, what a folder of ladders costs natively: times in milliseconds (least, median, most), sizes in
//! bytes. Where a folder to write to is given, the files are put there, for those who want to weigh them compressed.
//!
//! `cargo run --release -p rungs-core --features compile --example growth -- ladders [runs [to]]`

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Instant;
use std::{env, fs};

use rungs_core::compare::Comparison;
use rungs_core::files::{DataFiles, Listing};
use rungs_core::ladder::compile::{Keeper, this_program};
use rungs_core::ladder::{Blobs, Catalogue, Ladder};
use rungs_core::map::{Map, Sizes};
use rungs_core::search::SearchIndex;

/// What is asked of search: a keystroke each.
const QUERIES: [&str; 8] = ["p", "pl", "plan", "plans", "plans risky", "en", "results of early reviews", "xqzwv"];

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let folder = PathBuf::from(arguments.next().unwrap_or_else(|| "ladders".into()));
    let runs: usize = arguments.next().map_or(Ok(5), |runs| runs.parse())?;
    let scratch = env::temp_dir().join(format!("rungs-growth-{}", std::process::id()));
    fs::create_dir_all(&scratch)?;
    let catalogue = compile_times(&folder, &scratch, runs)?;
    fs::remove_dir_all(&scratch)?;
    let files = timed("files, made", runs, || Ok(catalogue.files()?))?;
    sizes(&catalogue.encode()?, &files);
    if let Some(to) = arguments.next() {
        fs::create_dir_all(&to)?;
        files.all().try_for_each(|file| fs::write(Path::new(&to).join(&file.file.name), &file.packed))?;
    }
    pages(&catalogue, &files, runs)?;
    search(&files, runs)
}

/// Runs something some times, and prints how long it took.
fn timed<T>(name: &str, runs: usize, mut run: impl FnMut() -> Result<T, Box<dyn Error>>) -> Result<T, Box<dyn Error>> {
    let (mut times, mut last) = (Vec::with_capacity(runs), None);
    for _ in 0..runs.max(1) {
        let began = Instant::now();
        last = Some(run()?);
        times.push(began.elapsed().as_secs_f64() * 1000.0);
    }
    times.sort_by(f64::total_cmp);
    let (least, median, most) = (times[0], times[times.len() / 2], times[times.len() - 1]);
    println!("{{\"what\":\"{name}\",\"ms\":[{least:.3},{median:.3},{most:.3}],\"runs\":{}}}", times.len());
    last.ok_or_else(|| "nothing ran".into())
}

fn compile_times(folder: &Path, scratch: &Path, runs: usize) -> Result<Catalogue, Box<dyn Error>> {
    let kept = scratch.join("kept.bin");
    let keeper = Keeper { file: &kept, compiler: this_program()? };
    let compile = |folder: &Path| -> Result<Catalogue, Box<dyn Error>> {
        let (compiled, _) = keeper.compile(folder, &mut |path| fs::read_to_string(path))?;
        compiled.catalogue.ok_or_else(|| "the ladders have errors: cargo build shows them".into())
    };
    timed("compile, cold", runs, || {
        // There is none the first time.
        let _ = fs::remove_file(&kept);
        compile(folder)
    })?;
    let catalogue = timed("compile, nothing changed", runs, || compile(folder))?;
    one_changed(folder, scratch, runs, compile)?;
    Ok(catalogue)
}

/// The time of a build after one file was changed, in a copy of the folder.
fn one_changed(
    folder: &Path,
    scratch: &Path,
    runs: usize,
    compile: impl Fn(&Path) -> Result<Catalogue, Box<dyn Error>>,
) -> Result<(), Box<dyn Error>> {
    let copy = scratch.join("copy");
    fs::create_dir_all(&copy)?;
    let mut changed = None;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let to = copy.join(path.file_name().unwrap_or_default());
        fs::copy(&path, &to)?;
        let is_ladder = !to.ends_with("site.toml") && !to.ends_with("themes.toml");
        changed = changed.or(is_ladder.then_some(to));
    }
    let changed = changed.ok_or("there is no ladder")?;
    // What was changed a moment ago is not kept.
    std::thread::sleep(std::time::Duration::from_millis(3100));
    compile(&copy)?;
    timed("compile, one file changed", runs, || {
        let text = fs::read_to_string(&changed)?;
        fs::write(&changed, text + "\n")?;
        compile(&copy)
    })?;
    Ok(())
}

fn sizes(blobs: &Blobs, files: &DataFiles) {
    let mut ladders: Vec<usize> = files.ladders.iter().map(|(_, file)| file.bytes.len()).collect();
    ladders.sort_unstable();
    let sum: usize = ladders.iter().sum();
    let rows = [
        ("ladders", ladders.len()),
        ("embedded", usize::from(blobs.are_embedded())),
        ("bytes of the index", files.index.bytes.len()),
        ("bytes of the search index", files.search.bytes.len()),
        ("bytes of all ladders", sum),
        ("bytes of the median ladder", ladders.get(ladders.len() / 2).copied().unwrap_or(0)),
        ("bytes of the largest ladder", ladders.last().copied().unwrap_or(0)),
    ];
    rows.iter().for_each(|(what, bytes)| println!("{{\"what\":\"{what}\",\"count\":{bytes}}}"));
}

/// What opening the largest ladder and comparing its levels takes.
fn pages(catalogue: &Catalogue, files: &DataFiles, runs: usize) -> Result<(), Box<dyn Error>> {
    timed("index, read", runs, || Ok(Listing::decode(&files.index.bytes)?))?;
    let largest = files.ladders.iter().max_by_key(|(_, file)| file.bytes.len());
    let (id, file) = largest.ok_or("there is no ladder")?;
    let ladder = timed("largest ladder, read", runs, || Ok(Ladder::decode(id, &file.bytes)?))?;
    let card = catalogue.index.card(id).ok_or("every ladder has a card")?;
    timed("largest ladder, map", runs, || Ok(Map::of(card, Sizes::LARGE)))?;
    let (first, last) = (&ladder.levels[0], &ladder.levels[ladder.levels.len() - 1]);
    timed("largest ladder, two levels", runs, || {
        let comparison = Comparison::between(&ladder, first, last);
        Ok(comparison.entries(1).filter_map(|entry| entry.words()).count())
    })?;
    Ok(())
}

/// What search takes from the bytes of its index, and for a keystroke.
fn search(files: &DataFiles, runs: usize) -> Result<(), Box<dyn Error>> {
    let index = timed("search, read", runs, || Ok(SearchIndex::decode(&files.search.bytes)?))?;
    for query in QUERIES {
        let found = timed(&format!("search, \u{201c}{query}\u{201d}"), runs, || {
            let found = index.find(query, 30);
            Ok(if found.total == 0 { (index.suggest(query), 0) } else { (None, found.total) })
        })?;
        println!("{{\"what\":\"found, \u{201c}{query}\u{201d}\",\"count\":{}}}", found.1);
    }
    Ok(())
}
