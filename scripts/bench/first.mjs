// The first load of a page and its first paint.

import { spread } from "./figures.mjs";
import { visitor } from "./visits.mjs";

export const KINDS = ["wasm", "css", "js", "html", "data"];
const PAINTS = 7;

const kind = (path) => (path.endsWith(".bin") ? "data" : KINDS.find((each) => path.endsWith(`.${each}`)) ?? "html");

/** Bytes that the first visit of a page fetches until it is used, by the kind of file, as the browser counts them. */
export async function firstLoad(browser, url) {
  const page = await visitor(browser);
  await page.goto(url, { waitUntil: "networkidle" });
  await page.waitForFunction(() => document.documentElement.dataset.program);
  const fetched = await page.evaluate(() => {
    const entries = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
    return entries.map(({ name, encodedBodySize }) => [new URL(name).pathname, encodedBodySize]);
  });
  await page.context().close();
  const counted = fetched.filter(([path]) => !/\.(svg|png|webmanifest)$/.test(path));
  const sum = (of) => counted.filter(([path]) => of(kind(path))).reduce((all, [, size]) => all + size, 0);
  return { kinds: KINDS.map((each) => sum((found) => found === each)), all: sum(() => true) };
}

/** Slow 4G as Lighthouse has it, and a CPU of a quarter of the speed. */
const MOBILE = { offline: false, latency: 150, downloadThroughput: (1.6 * 2 ** 20) / 8, uploadThroughput: (0.75 * 2 ** 20) / 8 };

/** When a page paints its largest part on a slow network, what moves, and how long the main thread is blocked. */
export async function painting(browser, url) {
  const found = { largest: [], shift: [], blocked: [] };
  for (let run = 0; run < PAINTS; run++) {
    const page = await visitor(browser, { viewport: { width: 412, height: 823 } });
    const session = await page.context().newCDPSession(page);
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
    await page.context().close();
  }
  return Object.fromEntries(Object.entries(found).map(([what, figures]) => [what, spread(figures)]));
}
