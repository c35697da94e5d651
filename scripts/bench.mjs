#!/usr/bin/env node
// Measures the built sites and writes what it found as Markdown. See bench.sh for the arguments; scripts/bench/ holds what
// is measured.

import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { choice, filter, keystroke, rating, wholeText } from "./bench/acts.mjs";
import { kB, spread, table, told } from "./bench/figures.mjs";
import { firstLoad, KINDS, painting } from "./bench/first.mjs";
import { growth } from "./bench/growth.mjs";
import { FIRST_PAGES, LADDER, LEVELS } from "./bench/places.mjs";
import { visitor } from "./bench/visits.mjs";
import { costs } from "./bench/work.mjs";
import { launchOptions } from "./browser.mjs";
import { served } from "./served.mjs";
import { codeByCrate } from "./wasm-symbols.mjs";

const names = ["site", "symbols", "comparisons", "compiler", "ladders", "example", "generated", "to"];
const { values: options } = parseArgs({ options: Object.fromEntries(names.map((name) => [name, { type: "string" }])) });
const RUNS = 15;
const GENERATED = ["catalogue-3", "catalogue-100", "catalogue-1000", "framework"];

const PAGES = [
  ...FIRST_PAGES,
  // Has an address of its own and no file: what it shows is drawn by the program.
  ["levels of two ladders", `compare/?with=${LADDER}.${LEVELS[0]}&with=customer-support.customer-support-rep`],
];

/** Milliseconds for one comparison in WASM, from runs of a hundred. */
async function comparisons() {
  const module = await WebAssembly.compile(await readFile(options.comparisons));
  const times = [];
  for (let run = 0; run < RUNS; run++) {
    const { exports } = await WebAssembly.instantiate(module, {});
    const began = performance.now();
    exports.main(0, 0);
    times.push((performance.now() - began) / 100);
  }
  return spread(times);
}

/** What the native compiler says of its own time. */
const compiler = () => execFileSync(options.compiler, [options.ladders]).toString().trim().replaceAll("\n", "; ");

/** What users do again and again: on the ladders of `ladders/`, and on the large framework. */
const ACTS = [
  ["a key in search", (page, { own }) => keystroke(page, own, "custo")],
  ["a rating", (page, { own }) => rating(page, own, `${LADDER}/${LEVELS[1]}`)],
  ["the switch to the whole text", (page, { own }) => wholeText(page, own, LADDER)],
  ["a level chosen on the map", (page, { own }) => choice(page, own, LADDER)],
  ["a comparison narrowed to a competency", (page, { own }) => filter(page, own, [LADDER, ...LEVELS])],
  ["the whole text of the large framework", (page, { large }) => wholeText(page, large, "framework")],
  ["a level chosen on its map", (page, { large }) => choice(page, large, "framework")],
  ["its comparison narrowed", (page, { large }) => filter(page, large, ["framework", "l0", "l1"])],
];

async function acts(browser, sites) {
  const rows = [];
  for (const [what, ready] of ACTS) {
    const page = await visitor(browser);
    const act = await ready(page, sites);
    const [full, slow] = [await costs(page, act, 1), await costs(page, act, 4)];
    await page.context().close();
    rows.push([what, told(full.paint), told(full.work), told(slow.paint), told(slow.change), told(slow.work)]);
  }
  return rows;
}

const site = await served(options.site);
const framework = await served(`${options.generated}/framework`, "/rungs/");
const browser = await chromium.launch(launchOptions());
const weights = [];
const paints = [];
for (const [name, path] of PAGES) {
  const { kinds, all } = await firstLoad(browser, site.address + path);
  weights.push([name, ...kinds.map(kB), `**${kB(all)}**`]);
}
for (const [name, path] of PAGES) {
  const { largest, shift, blocked } = await painting(browser, site.address + path);
  paints.push([name, told(largest, 0), told(blocked, 0), shift.high.toFixed(2)]);
}
const compared = told(await comparisons(), 2);
const interactions = await acts(browser, { own: site.address, large: framework.address });
framework.stop();
const grown = await growth(browser, { example: options.example, folder: options.generated, names: GENERATED });
const version = browser.version();
await browser.close();
site.stop();

const symbols = codeByCrate(await readFile(options.symbols));
const code = symbols.reduce((sum, [, bytes]) => sum + bytes, 0);
const report = `# What was measured

Written by \`make bench\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} × ${cpus()[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Chromium ${version}, Node ${process.version}.
The machine is shared and noisy: read medians and ratios.

## First load

Kilobytes, gzip 6, of a visit that begins with this page, until it is used. The budget is 120 (budgets.toml).

${table(["page", ...KINDS, "all"], weights)}

## First paint

Milliseconds, median and spread of 7 runs, on a network of 1.6 Mbit/s with 150 ms for each round trip and a CPU of a quarter of
the speed, by HTTP/1.1 without TLS; in the last column the largest layout shift of all runs.

${table(["page", "largest paint", "blocked", "shift"], paints)}

## Where the code of the WASM comes from

Before wasm-opt, by the crate that a function's name begins with; generic code of a library counts for the library.

${table(["crate", "kB of code", "share"], symbols.slice(0, 14).map(([crate, bytes]) => [crate, kB(bytes), `${Math.round((100 * bytes) / code)} %`]))}

## Interactions

Milliseconds, median and spread of ${RUNS} runs. "To paint" is from the event to the first task after the next animation frame, for
which a window waits up to 17: then it is answered. "To the change" is to the first task after the frame that shows what the event
changed: of a choice of how the page is shown, the one after. "Work" is what the main thread takes of the processor because of all that,
layout and painting included, by the browser's trace. The budget is 16 of work for a key in search, and at a quarter of the CPU's
speed 50 of work for that and 50 to paint for everything.

${table(["what", "to paint", "work", "CPU throttled 4×: to paint", "to the change", "work"], interactions)}

Comparing two levels takes ${compared} ms of WASM in Node (budget: 2).
Compiling the three ladders natively: ${compiler()}.

## Growth

Generated catalogues of 3, 100 and 1,000 ladders, and one framework of 52 tracks, 205 levels, 188 competencies and 1,800
cells (tests/generator). Medians and spreads; pages are served from this machine; data files are gzipped by themselves. Memory is what the page's scripts, its elements and its WASM hold after a collection: of the first page, of ten
visits of ladders, levels and comparisons, and of the same ten visits nine times more.

${table(["", "3", "100", "1,000", "the framework"], grown)}
`;
const kept = (await readFile(options.to, "utf8").catch(() => "")).split("<!-- by hand -->\n")[1];
await writeFile(options.to, kept === undefined ? report : `${report}\n<!-- by hand -->\n${kept}`);
console.log(report);
