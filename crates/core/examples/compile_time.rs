//! Prints how long the compiler takes for a folder of ladders: the median of 101 runs from texts in
//! memory to the encoded catalogue, in milliseconds.
//!
//! `cargo run --release -p rungs-core --features compile --example compile_time -- ladders`

use std::error::Error;
use std::path::PathBuf;
use std::time::Instant;

use rungs_core::ladder::compile::Folder;

fn main() -> Result<(), Box<dyn Error>> {
    const RUNS: usize = 101;
    let path = PathBuf::from(std::env::args_os().nth(1).unwrap_or_else(|| "ladders".into()));
    let folder = Folder::read(&path)?;
    let mut times = Vec::with_capacity(RUNS);
    for _ in 0..RUNS {
        let start = Instant::now();
        let catalogue = folder.compile().catalogue.ok_or("the ladders have errors: cargo build shows them")?;
        let blobs = catalogue.encode()?;
        times.push((start.elapsed(), blobs.index.len() + blobs.bodies.len()));
    }
    times.sort();
    let (median, bytes) = times[RUNS / 2];
    println!("{:.2} ms for {} ladders, {bytes} bytes", median.as_secs_f64() * 1000.0, folder.ladders.len());
    Ok(())
}
