#!/usr/bin/env node
// Takes a picture of a page once the app has started, and tells what the browser complained about.
//
//   shot.mjs URL out.png [--width 1280] [--height 900] [--dark] [--full] [--eval 'js'] [--wait 'css'] [--forced-colors] [--print]

import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { launchOptions } from "./browser.mjs";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    width: { type: "string", default: "1280" },
    height: { type: "string", default: "900" },
    dark: { type: "boolean", default: false },
    full: { type: "boolean", default: false },
    eval: { type: "string" },
    wait: { type: "string" },
    "forced-colors": { type: "boolean", default: false },
    print: { type: "boolean", default: false },
  },
});
const [url, file] = positionals;
if (!url || !file) {
  console.error("shot.mjs URL out.png [--width N] [--height N] [--dark] [--full] [--eval js] [--wait css] [--forced-colors] [--print]");
  process.exit(2);
}

const browser = await chromium.launch(launchOptions());
const page = await browser.newPage({
  viewport: { width: Number(options.width), height: Number(options.height) },
  colorScheme: options.dark ? "dark" : "light",
  forcedColors: options["forced-colors"] ? "active" : "none",
  reducedMotion: "reduce",
});
page.on("console", (message) => console.log(`console ${message.type()}: ${message.text()}`));
page.on("pageerror", (fault) => console.log(`page error: ${fault.message}`));
page.on("requestfailed", (request) => console.log(`request failed: ${request.url()} ${request.failure()?.errorText}`));
page.on("response", (response) => response.status() >= 400 && console.log(`${response.status()} ${response.url()}`));
await page.goto(url, { waitUntil: "load" });
await page.waitForFunction(() => !document.querySelector("#app > .start"), null, { timeout: 10000 }).catch(() => {
  console.log("the app did not start within 10 s");
});
if (options.print) await page.emulateMedia({ media: "print" });
if (options.eval) {
  const value = await page.evaluate(options.eval);
  if (value !== undefined) console.log("eval:", typeof value === "string" ? value : JSON.stringify(value));
}
if (options.wait) await page.waitForSelector(options.wait, { timeout: 10000 });
await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
await page.screenshot({ path: file, fullPage: options.full });
const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
if (overflow > 0) console.log(`the page is ${overflow} px wider than the window`);
await browser.close();
