#!/usr/bin/env node
// Takes the pictures of the documents.
//
//   pictures.mjs site-folder target-folder

import { mkdir } from "node:fs/promises";
import { chromium } from "playwright-core";
import { launchOptions } from "./browser.mjs";
import { served } from "./served.mjs";

const [folder, target] = process.argv.slice(2);

// Each picture: the page, and how much of it.
const pictures = {
  "comparison.png": { path: "compare/customer-engineering/customer-engineer/senior-engineer/", height: 860 },
};

const site = await served(folder);
const browser = await chromium.launch(launchOptions());
await mkdir(target, { recursive: true });
for (const [name, { path, height }] of Object.entries(pictures)) {
  const page = await browser.newPage({ viewport: { width: 1120, height }, colorScheme: "light", reducedMotion: "reduce" });
  await page.goto(site.address + path);
  await page.locator("#app h1").waitFor();
  await page.screenshot({ path: `${target}/${name}` });
  await page.close();
  console.log(`${target}/${name}`);
}
await browser.close();
site.stop();
