#!/usr/bin/env node
// Measures kinds of pages with Lighthouse and writes what it found into a Markdown file, between two marks. See
// lighthouse.sh for the arguments.

import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { spread, table, told } from "./bench/figures.mjs";
import { FIRST_PAGES, LADDER } from "./bench/places.mjs";
import { launchOptions } from "./browser.mjs";
import { served } from "./served.mjs";

const names = ["lighthouse", "site", "tls", "to"];
const { values: options } = parseArgs({ options: Object.fromEntries(names.map((name) => [name, { type: "string" }])) });

const RUNS = 3;
/** Every kind of page that has a file of its own. */
const PAGES = [
  ...FIRST_PAGES,
  ["what to compare", "compare/"],
  ["what to assess", "assess/"],
  ["growth", "growth/"],
  ["the journal", "journal/"],
  ["a plan", `plan/${LADDER}/`],
  ["a case", `case/${LADDER}/`],
  ["a history", `history/${LADDER}/`],
  ["check-ins", "check-in/"],
  ["My data", "data/"],
  ["about", "about/"],
];

const CATEGORIES = ["performance", "accessibility", "seo"];

/** What Lighthouse says of one visit: times in milliseconds, the layout shift, and scores of 100. */
function visit(address) {
  const { executablePath, args } = launchOptions();
  const flags = [...args, "--headless=new", "--ignore-certificate-errors"].join(" ");
  const asked = [address, "--quiet", "--output=json", `--only-categories=${CATEGORIES.join(",")}`, `--chrome-flags=${flags}`];
  const env = { ...process.env, CHROME_PATH: executablePath };
  const report = JSON.parse(execFileSync(options.lighthouse, asked, { encoding: "utf8", env, maxBuffer: 1 << 28 }));
  if (report.runtimeError) throw new Error(`${address}: ${report.runtimeError.message}`);
  const figure = (audit) => report.audits[audit].numericValue;
  return {
    largest: figure("largest-contentful-paint"),
    blocked: figure("total-blocking-time"),
    shift: figure("cumulative-layout-shift"),
    scores: CATEGORIES.map((category) => Math.round(100 * report.categories[category].score)),
    version: report.lighthouseVersion,
  };
}

const { address, stop } = await served(options.site, "/", ["--tls", options.tls]);
const found = new Map(PAGES.map(([name]) => [name, []]));
try {
  // Each page once in a round: what else the machine does meets all of them. The first round only packs the files.
  for (let round = 0; round <= RUNS; round++) {
    for (const [name, path] of PAGES) {
      const figures = visit(address + path);
      console.log(`${round} ${name}: ${Math.round(figures.largest)} ms, blocked for ${Math.round(figures.blocked)}, ${figures.scores}`);
      if (round > 0) found.get(name).push(figures);
    }
  }
} finally {
  stop();
}

const rows = [...found].map(([name, visits]) => {
  const of = (what) => spread(visits.map((each) => each[what]));
  const worst = CATEGORIES.map((_, at) => Math.min(...visits.map(({ scores }) => scores[at])));
  return [name, told(of("largest"), 0), told(of("blocked"), 0), of("shift").high.toFixed(2), ...worst];
});
const { version } = found.get("start")[0];
const report = `Version ${version} by \`make lighthouse\` on ${new Date().toISOString().slice(0, 10)}, mobile (simulated slow 4G, CPU of a quarter of the speed),
over TLS, HTTP/2 and gzip 6: milliseconds, median and spread of ${RUNS} runs by turns; the largest layout shift and the worst scores.

${table(["page", "largest paint", "blocked", "shift", ...CATEGORIES], rows)}
`;
const [before, after] = ["<!-- lighthouse -->\n", "<!-- /lighthouse -->\n"];
const whole = await readFile(options.to, "utf8");
const [start, end] = [whole.indexOf(before), whole.indexOf(after)];
if (start < 0 || end < start) throw new Error(`${options.to} has no place for what was found: ${before.trim()} and ${after.trim()}`);
await writeFile(options.to, whole.slice(0, start + before.length) + report + whole.slice(end));
console.log(report);
