//! What of a site is listed to be kept for when there is no network. The rule is in scripts/worker.mjs.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::harness::{Outcome, node};

const HASH: &str = "0123456789abcdef";

/// What is kept of a site with these files, by name and size, and what is kept once it was opened.
fn listed(files: &[(&str, usize)]) -> Result<(Vec<String>, Vec<String>)> {
    let script = format!(
        "import {{ precached }} from './scripts/worker.mjs'; \
         const files = {}.map(([place, size]) => ({{ place, bytes: Buffer.alloc(size) }})); \
         files.push({{ place: '404.html', bytes: Buffer.alloc(1) }}); \
         const {{ files: all, opened }} = precached(files); \
         console.log(JSON.stringify([Object.keys(all).sort(), opened.sort()]))",
        json!(files)
    );
    let lists: Value = serde_json::from_str(&node(&script)?).context("no lists")?;
    Ok(serde_json::from_value(lists)?)
}

#[test]
fn the_program_and_pages_are_kept_but_no_comparisons_previews_or_schemas() -> Outcome {
    let (program, picture) = (format!("rungs-{HASH}.wasm"), format!("preview-{HASH}.png"));
    let files = [
        (program.as_str(), 9_000_000),
        (picture.as_str(), 1),
        ("manifest.webmanifest", 1),
        ("icon-64.png", 1),
        ("icon-512.png", 1),
        ("sitemap.xml", 1),
        ("schema/ladder.v1.json", 1),
        ("index.html", 1),
        ("about/index.html", 1),
        ("compare/index.html", 1),
        ("compare/bakery/apprentice/baker/index.html", 1),
        ("ladders/bakery/index.html", 1),
        ("ladders/bakery/baker/index.html", 1),
        ("ladders/bakery/baker/preview.png", 1),
    ];
    let (kept, opened) = listed(&files)?;
    let expected = [
        "",
        "404.html",
        "about/",
        "compare/",
        "icon-64.png",
        "ladders/bakery/",
        "ladders/bakery/baker/",
        "manifest.webmanifest",
        program.as_str(),
    ];
    ensure!(kept == expected, "{kept:#?}");
    ensure!(opened.is_empty(), "{opened:?}");
    Ok(())
}

#[test]
fn where_pages_are_many_levels_are_left_to_the_shell_and_then_ladders() -> Outcome {
    let site = |ladder, level| {
        let pages =
            [("index.html", 10), ("ladders/bakery/index.html", ladder), ("ladders/bakery/baker/index.html", level)];
        listed(&pages).map(|(kept, _)| kept)
    };
    ensure!(site(500_000, 1_000_000)?.len() == 4);
    ensure!(site(1_500_000, 1_500_000)? == ["", "404.html", "ladders/bakery/"]);
    ensure!(site(6_000_000, 1)? == ["", "404.html"]);
    Ok(())
}

#[test]
fn of_much_data_only_what_every_page_needs_is_kept_unopened() -> Outcome {
    let [index, body, search] = ["index", "ladder-bakery", "search"].map(|what| format!("data-{what}-{HASH}.bin"));
    let (kept, opened) = listed(&[(&index, 2_000_000), (&body, 1_000_000), (&search, 1_000_000)])?;
    ensure!(kept.len() == 4 && opened.is_empty(), "{kept:?} {opened:?}");
    let (kept, opened) = listed(&[(&index, 2_000_000), (&body, 3_000_000), (&search, 1_000_000)])?;
    ensure!(kept == ["404.html", index.as_str()] && opened == [body, search], "{kept:?} {opened:?}");
    Ok(())
}
