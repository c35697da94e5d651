// What an act of the user costs: milliseconds to the next paint and to the one that shows what it changed, and the work of the
// main thread that it causes, from the browser's own trace.

import { setTimeout as sleep } from "node:timers/promises";
import { spread } from "./figures.mjs";
import { slowed } from "./visits.mjs";

const RUNS = 15;
const TASKS = "disabled-by-default-devtools.timeline";
/** Milliseconds after an act in which what it causes is done. */
const rest = (rate) => 200 + 100 * rate;

/**
 * Notes, for events of a kind, the time from the event to the first task after the next frame, and to the first task after
 * the frame that shows what the event changed on the page, which may be a later one.
 */
const noting = (kind) => {
  Object.assign(window, { times: [], changes: [] });
  const afterFrame = (note) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = note;
      channel.port2.postMessage(0);
    });
  let began;
  addEventListener(kind, (event) => {
    began = event.timeStamp;
    afterFrame(() => window.times.push(performance.now() - event.timeStamp));
  }, { capture: true });
  new MutationObserver(() => {
    const from = began;
    began = undefined;
    if (from !== undefined) afterFrame(() => window.changes.push(performance.now() - from));
  }).observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
};

/**
 * For each event of a kind, how long the processor was busy with the tasks of its thread that began with it or soon after:
 * what other programs do in the meantime does not count.
 */
function works(events, kind, within) {
  const acts = events.filter(({ name, args }) => name === "EventDispatch" && args.data?.type === kind);
  const [{ pid, tid }] = acts;
  const tasks = events.filter((event) => event.name === "RunTask" && event.ph === "X" && event.pid === pid && event.tid === tid);
  return acts.map(({ ts }) => {
    const caused = tasks.filter((task) => task.ts + task.dur > ts && task.ts < ts + within * 1000);
    return caused.reduce((sum, { tdur }) => sum + tdur, 0) / 1000;
  });
}

/**
 * Measures an act that is done again and again.
 *
 * @param {import("playwright-core").Page} page where it is done
 * @param {{ kind: string, act: (run: number) => Promise<void> }} what the event that it begins with, and how it is done,
 *     which must not look into the page
 * @param {number} rate how many times less of the processor the page has
 */
export async function costs(page, { kind, act }, rate) {
  const browser = page.context().browser();
  await slowed(page, rate);
  // Whatever is made at the first time only.
  for (const run of [0, 1]) await act(run).then(() => sleep(rest(rate)));
  await page.evaluate(noting, kind);
  await browser.startTracing(page, { categories: ["devtools.timeline", TASKS] });
  for (let run = 0; run < RUNS; run++) {
    await act(run);
    await sleep(rest(rate));
  }
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const [paint, change] = await page.evaluate(() => [window.times, window.changes]);
  await slowed(page, 1);
  return { paint: spread(paint), change: spread(change), work: spread(works(traceEvents, kind, rest(rate) - 50)) };
}
