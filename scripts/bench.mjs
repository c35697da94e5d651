#!/usr/bin/env node
// Measures the built site and writes what it found as Markdown. See bench.sh for the arguments.

import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { launchOptions } from "./browser.mjs";
import { served } from "./served.mjs";
import { codeByCrate } from "./wasm-symbols.mjs";

const { values: options } = parseArgs({
  options: Object.fromEntries(["site", "symbols", "comparisons", "compiler", "ladders", "to"].map((name) => [name, { type: "string" }])),
});
const RUNS = 15;

const kB = (bytes) => (bytes / 1000).toFixed(1);
const spread = (times) => {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.round(share * (sorted.length - 1))].toFixed(2);
  return { median: at(0.5), low: at(0), high: at(1), runs: sorted.length };
};

/** The pages that a visit may begin with. */
const FIRST_PAGES = [
  ["start", ""],
  ["a ladder", "ladders/customer-engineering/"],
  ["a level", "ladders/customer-engineering/senior-engineer/"],
  ["a comparison", "compare/customer-engineering/customer-engineer/senior-engineer/"],
  ["an assessment", "assess/customer-engineering/"],
];
const KINDS = ["wasm", "css", "js", "html"];

/** Gzipped bytes that the first visit of a page fetches, by the kind of file, as the browser counts them. */
async function firstLoad(browser, url) {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  await page.goto(url, { waitUntil: "networkidle" });
  await page.waitForFunction(() => document.documentElement.dataset.program);
  const fetched = await page.evaluate(() => {
    const entries = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
    return entries.map(({ name, encodedBodySize }) => [new URL(name).pathname, encodedBodySize]);
  });
  await context.close();
  const kind = (path) => KINDS.find((each) => path.endsWith(`.${each}`)) ?? "html";
  const sum = (of) => fetched.filter(([path]) => of(kind(path)) && !/\.(svg|png|webmanifest)$/.test(path)).reduce((all, [, size]) => all + size, 0);
  return { kinds: KINDS.map((each) => sum((found) => found === each)), all: sum(() => true) };
}

/** Slow 4G as Lighthouse has it, and a CPU of a quarter of the speed. */
const MOBILE = { offline: false, latency: 150, downloadThroughput: (1.6 * 2 ** 20) / 8, uploadThroughput: (0.75 * 2 ** 20) / 8 };
const PAINTS = 7;

/** When a page paints its largest part on a slow network, what moves, and how long the main thread is blocked. */
async function painting(browser, url) {
  const found = { largest: [], shift: [], blocked: [] };
  for (let run = 0; run < PAINTS; run++) {
    const context = await browser.newContext({ viewport: { width: 412, height: 823 }, serviceWorkers: "block" });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.emulateNetworkConditions", MOBILE);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await page.addInitScript(() => {
      window.seen = { largest: 0, shift: 0, blocked: 0 };
      const watch = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
      watch("largest-contentful-paint", (entry) => (window.seen.largest = entry.startTime));
      watch("layout-shift", (entry) => (window.seen.shift += entry.value));
      watch("longtask", (entry) => (window.seen.blocked += entry.duration - 50));
    });
    await page.goto(url, { waitUntil: "networkidle" });
    const seen = await page.evaluate(() => window.seen);
    for (const [what, value] of Object.entries(seen)) found[what].push(value);
    await context.close();
  }
  return Object.fromEntries(Object.entries(found).map(([what, values]) => [what, spread(values)]));
}

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

/** Notes, for events of a kind, the time from the event to the frame after it. */
const watch = (kind) => {
  window.times = [];
  addEventListener(kind, (event) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => window.times.push(performance.now() - event.timeStamp);
      channel.port2.postMessage(0);
    });
  }, { capture: true });
};

async function measured(page, kind, act) {
  await page.evaluate(watch, kind);
  for (let run = 0; run < RUNS; run++) {
    await act(run);
    await page.waitForFunction((count) => window.times.length >= count, run + 1);
  }
  return spread(await page.evaluate(() => window.times));
}

async function throttled(page, rate) {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
}

/** From a key in search to the painted results. */
async function keystroke(browser, site, rate) {
  const page = await browser.newPage();
  await page.goto(site.address);
  const search = page.getByRole("combobox");
  await search.fill("cust");
  await page.getByRole("option").first().waitFor();
  await throttled(page, rate);
  const found = await measured(page, "keydown", (run) => page.keyboard.press(run % 2 ? "Backspace" : "o"));
  await page.close();
  return found;
}

/** From a click on a rating to the painted page. */
async function rating(browser, site, rate) {
  const page = await browser.newPage();
  await page.goto(`${site.address}ladders/customer-engineering/senior-engineer/`);
  await page.getByRole("link", { name: /^Assess yourself/ }).click();
  const radios = page.getByRole("radio", { name: /Sometimes|Consistently/ });
  await radios.first().waitFor();
  await throttled(page, rate);
  const found = await measured(page, "click", (run) => radios.nth(run % 2).click({ force: true }));
  await page.close();
  return found;
}

const table = (head, rows) => [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
const timeRow = (what, { median, low, high, runs }, budget) => [what, median, `${low} to ${high}`, runs, budget];

const site = await served(options.site);
const browser = await chromium.launch(launchOptions());
const loads = [];
for (const [name, path] of FIRST_PAGES) loads.push([name, await firstLoad(browser, site.address + path)]);
const paints = [];
for (const [name, path] of FIRST_PAGES) {
  const { largest, shift, blocked } = await painting(browser, site.address + path);
  paints.push([name, largest.median, `${largest.low} to ${largest.high}`, blocked.median, `${blocked.low} to ${blocked.high}`, shift.high]);
}
const weights = loads.map(([name, { kinds, all }]) => [name, ...kinds.map(kB), `**${kB(all)}**`]);
const times = [
  timeRow("comparison of two levels, WASM in Node", await comparisons(), "2"),
  timeRow("keystroke in search to paint", await keystroke(browser, site, 1), "–"),
  timeRow("the same, CPU throttled 4×", await keystroke(browser, site, 4), "–"),
  timeRow("rating click to paint", await rating(browser, site, 1), "–"),
  timeRow("the same, CPU throttled 4×", await rating(browser, site, 4), "50"),
];
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

Milliseconds on a network of 1.6 Mbit/s with 150 ms for each round trip and a CPU of a quarter of the speed, by HTTP/1.1 without
TLS, ${PAINTS} runs; in the last column the largest layout shift of all runs.

${table(["page", "largest paint, median", "spread", "blocked, median", "spread", "shift"], paints)}

## Where the code of the WASM comes from

Before wasm-opt, by the crate that a function's name begins with; generic code of a library counts for the library.

${table(["crate", "kB of code", "share"], symbols.slice(0, 14).map(([crate, bytes]) => [crate, kB(bytes), `${Math.round((100 * bytes) / code)} %`]))}

## Times

Milliseconds. From event to paint means to the first task after the next animation frame.

${table(["what", "median", "spread", "runs", "budget"], times)}

Compiling the three ladders natively: ${compiler()}.
`;
const kept = (await readFile(options.to, "utf8").catch(() => "")).split("<!-- by hand -->\n")[1];
await writeFile(options.to, kept === undefined ? report : `${report}\n<!-- by hand -->\n${kept}`);
console.log(report);
