// What grows with the catalogue, and what does not: sites of generated ladders, and one framework of the largest size
// seen (tests/generator).

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { served } from "../served.mjs";
import { keystroke } from "./acts.mjs";
import { kB, MB, spread, told } from "./figures.mjs";
import { firstLoad } from "./first.mjs";
import { awake, followed, visitor } from "./visits.mjs";
import { costs } from "./work.mjs";

const BASE = "/rungs/";
const RUNS = 7;
const NATIVE_RUNS = 5;
const MEMORY_RUNS = 3;
/** Ladders of a site, up to ten, with two levels of each. */
const LADDERS = (name) => {
  if (name === "framework") return [["framework", "l0", "l1"]];
  const ids = [...Array(10).keys()].map((number) => `ladder-000${number}`);
  return ids.slice(0, name === "catalogue-3" ? 3 : 10).map((id) => [id, "l0", "l1"]);
};

/** Where two levels of a ladder are compared: at a page of its own, if there is one in the folder. */
const comparisonOf = (folder, [ladder, from, to]) => {
  const own = `compare/${ladder}/${from}/${to}/`;
  return existsSync(`${folder}/${own}`) ? own : `compare/?with=${ladder}.${from}&with=${ladder}.${to}`;
};

/** What the native example says of a folder of ladders: times as spreads of milliseconds, and sizes. */
function native(example, ladders) {
  const lines = execFileSync(example, [ladders, String(NATIVE_RUNS)], { encoding: "utf8" }).trim().split("\n");
  return Object.fromEntries(lines.map((line) => JSON.parse(line)).map(({ what, ms, count }) => [what, ms ?? count]));
}
const nativeTime = ([low, median, high]) => told({ median, low, high });

/** The first loads of the kinds of pages. */
async function loads(browser, site, [ladder, from], comparison) {
  const places = ["", `ladders/${ladder}/`, `ladders/${ladder}/${from}/`, comparison];
  const found = [];
  for (const place of places) found.push((await firstLoad(browser, site + place)).all);
  return found;
}

/** From a click to the painted page, each time by a visitor who has not seen it. */
async function opening(browser, site, from, path, selector) {
  const found = [];
  for (let run = 0; run < RUNS; run++) {
    const page = await visitor(browser);
    await awake(page, site + from);
    found.push(await followed(page, BASE + path, selector));
    await page.context().close();
  }
  return { time: spread(found.map(({ time }) => time)), bytes: found[0].bytes };
}

/** From the first key in the search field to the first results, each time by a visitor who has not searched. */
async function firstSearch(browser, site, query) {
  const times = [];
  let bytes;
  for (let run = 0; run < RUNS; run++) {
    const page = await visitor(browser);
    await awake(page, `${site}data/`);
    await page.evaluate(() => performance.clearResourceTimings());
    const began = performance.now();
    await page.getByRole("combobox", { name: "Search all ladders" }).fill(query);
    await page.getByRole("option").first().waitFor();
    times.push(performance.now() - began);
    bytes = await page.evaluate(() => performance.getEntriesByType("resource").reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0));
    await page.context().close();
  }
  return { time: spread(times), bytes };
}

async function searching(browser, site, rate) {
  const page = await visitor(browser);
  const found = await costs(page, await keystroke(page, site, "plans"), rate);
  await page.context().close();
  return found;
}

/** Memory and elements of a page, after what nobody holds has gone. */
async function held(session) {
  for (let run = 0; run < 2; run++) await session.send("HeapProfiler.collectGarbage");
  const heap = await session.send("Runtime.getHeapUsage");
  const { nodes } = await session.send("Memory.getDOMCounters");
  return { bytes: heap.usedSize + (heap.embedderHeapUsedSize ?? 0) + (heap.backingStorageSize ?? 0), nodes };
}

/** What a page holds after one visit, after ten, and after the same ten visits nine times more, in several runs. */
async function memory(browser, site, folder, ladders) {
  const runs = [];
  for (let run = 0; run < MEMORY_RUNS; run++) runs.push(await holding(browser, site, folder, ladders));
  const after = (visits, what) => spread(runs.map((run) => run[visits][what]));
  return [0, 1, 2].map((visits) => ({ bytes: after(visits, "bytes"), nodes: after(visits, "nodes") }));
}

async function holding(browser, site, folder, ladders) {
  const page = await visitor(browser);
  const session = await page.context().newCDPSession(page);
  const visits = [];
  for (const levels of ladders) {
    const [ladder, from] = levels;
    visits.push([`ladders/${ladder}/`, "#matrix"], [`ladders/${ladder}/${from}/`, "#main h1"], [comparisonOf(folder, levels), ".compare"]);
  }
  // Of ten ladders, each in another way.
  const ten = [...Array(10).keys()].map((at) => visits[(at * 4) % visits.length]);
  const visit = async (times) => {
    for (let time = 0; time < times; time++) for (const [path, selector] of ten) await followed(page, BASE + path, selector);
    return held(session);
  };
  await awake(page, `${site}data/`);
  const found = [await held(session), await visit(1), await visit(9)];
  await page.context().close();
  return found;
}

/** All figures of one site, as the cells of a column. */
async function column(browser, name, example, folder) {
  const here = `${folder}/${name}`;
  const server = await served(here, BASE);
  const [site, ladders] = [server.address, LADDERS(name)];
  const [ladder, from] = ladders[0];
  const compared = comparisonOf(here, ladders[0]);
  const own = native(example, `target/catalogues/${name}`);
  const first = await loads(browser, site, ladders[0], compared);
  const ladderPage = await opening(browser, site, "data/", `ladders/${ladder}/`, "#matrix");
  const comparison = await opening(browser, site, `ladders/${ladder}/${from}/`, compared, ".compare");
  const search = await firstSearch(browser, site, "plan");
  const [key, slowKey] = [await searching(browser, site, 1), await searching(browser, site, 4)];
  const kept = await memory(browser, site, here, ladders);
  server.stop();
  return [
    nativeTime(own["compile, cold"]),
    nativeTime(own["compile, nothing changed"]),
    nativeTime(own["compile, one file changed"]),
    ...first.slice(0, -1).map(kB),
    kB(first.at(-1)) + (compared.includes("?") ? ", without a page of its own" : ""),
    `${kB(ladderPage.bytes)} kB, ${told(ladderPage.time)}`,
    told(comparison.time),
    `${kB(search.bytes)} kB, ${told(search.time)}`,
    told(key.work),
    told(slowKey.work),
    kept.map(({ bytes: { median } }) => MB(median)).join(" → "),
    MB(Math.max(...kept.map(({ bytes: { low, high } }) => high - low))),
    kept.map(({ nodes: { median } }) => median).join(" → "),
  ];
}

const ROWS = [
  "compiled natively, nothing kept, ms",
  "the same, nothing changed",
  "the same, one file changed",
  "first load of the first page, kB",
  "of a ladder",
  "of a level",
  "of a comparison",
  "opening an unseen ladder: fetched, click to paint in ms",
  "its comparison of two levels: click to paint, ms",
  "first search: fetched, key to results in ms",
  "a key in search: work of the main thread, ms (at most 16)",
  "the same, CPU throttled 4× (at most 50)",
  "memory after 1 → 10 → 100 pages, MB",
  `the widest spread of these in ${MEMORY_RUNS} runs`,
  "elements after 1 → 10 → 100 pages",
];

/**
 * @param {import("playwright-core").Browser} browser
 * @param {{ example: string, folder: string, names: string[] }} of the native example, the folder of the sites, their names
 * @returns {Promise<string[][]>} the rows of a table, with a column for each site
 */
export async function growth(browser, { example, folder, names }) {
  const columns = [];
  for (const name of names) columns.push(await column(browser, name, example, folder));
  return ROWS.map((row, at) => [row, ...columns.map((cells) => cells[at])]);
}
