#!/usr/bin/env node
// Checks every page of a built site: that it is valid HTML, says what it is, and that what it links to is there.
//
//   check-pages.mjs --dir target/site/published --base /rungs/ [--without previews/] [--every 20]
//
// --without names a folder that this site was built without, on purpose: what leads into it is not followed.
// Whether the site's address is known, robots.txt says; then every page has to say its own whole, and the site map all.
// --every validates and weighs each such page only, which takes minutes for ten thousand; all else is looked at on all.
// Prints each fault with its page, and fails if there is one.

import { readdir, readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { HtmlValidate } from "html-validate";

const { values: options } = parseArgs({ options: { dir: { type: "string" }, base: { type: "string" }, without: { type: "string" }, every: { type: "string", default: "1" } } });

// The rules of HTML itself, without those of taste.
const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:standard", "html-validate:document"],
  rules: {
    // Written by a program: how it breaks lines, quotes and closes changes nothing.
    "attr-quotes": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "doctype-style": "off",
    "no-trailing-whitespace": "off",
    "void-style": "off",
    "long-title": "off",
    // A script and styles stand in the page, by their hashes in its policy.
    "require-sri": "off",
    "require-csp-nonce": "off",
    // Said for those browsers that do not draw it from the element alone.
    "no-redundant-role": "off",
    "prefer-native-element": "off",
  },
});

const faults = [];
const fault = (page, what) => faults.push(`${page || "/"}: ${what}`);

const found = await readdir(options.dir, { recursive: true, withFileTypes: true });
const files = new Set(
  found.filter((each) => each.isFile()).map((each) => join(each.parentPath ?? each.path, each.name).slice(join(options.dir, sep).length)),
);
const pages = [...files].filter((file) => file.endsWith(".html")).sort();
const titles = new Map();
let heaviest = { bytes: 0 };

/** Whether an address of the site leads to a file. */
function resolves(url) {
  const path = url.replace(/[?#].*$/s, "");
  if (!path.startsWith(options.base)) return false;
  const place = decodeURIComponent(path.slice(options.base.length));
  if (options.without && place.startsWith(options.without)) return true;
  return files.has(place === "" || place.endsWith("/") ? `${place}index.html` : place);
}

const unescaped = (text) => text.replaceAll("&lt;", "<").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

/** What an attribute says in each tag that begins so: a page may have one of a kind. */
const said = (html, tag, attribute) => [...html.matchAll(new RegExp(`<${tag} ${attribute}="([^"]*)"`, "g"))].map(([, text]) => unescaped(text));
const property = (html, name) => said(html, `meta property="${name}"`, "content");

const [, address] = /^Sitemap: (.*)sitemap\.xml$/m.exec(await readFile(join(options.dir, "robots.txt"), "utf8")) ?? [];

/** What only a site whose address is known can say: there each page has to, elsewhere none may. */
async function checkAddress(file, html) {
  const tags = {
    canonical: said(html, 'link rel="canonical"', "href"),
    "og:url": property(html, "og:url"),
    "og:image": property(html, "og:image"),
    "og:image:width": property(html, "og:image:width"),
    "og:image:height": property(html, "og:image:height"),
    "og:image:alt": property(html, "og:image:alt"),
  };
  for (const [name, values] of Object.entries(tags)) {
    if (values.length !== (address ? 1 : 0)) fault(file, `has ${values.length} of ${name}`);
  }
  const card = said(html, 'meta name="twitter:card"', "content");
  if (card[0] !== (address ? "summary_large_image" : "summary")) fault(file, `the card is ${card}`);
  if (!address) return;
  const own = address + file.replace(/index\.html$/, "");
  for (const name of ["canonical", "og:url"]) if (tags[name][0] !== own) fault(file, `${name} is ${tags[name]}`);
  const picture = tags["og:image"][0]?.startsWith(address) ? tags["og:image"][0].slice(address.length) : "nowhere";
  if (options.without && picture.startsWith(options.without)) return;
  if (!files.has(picture)) return fault(file, `og:image is ${tags["og:image"]}, and nothing is there`);
  // Width and height stand at the beginning of every PNG.
  const bytes = await readFile(join(options.dir, picture));
  const size = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (`${size}` !== "1200,630") fault(file, `${picture} measures ${size}`);
  if (`${size}` !== `${tags["og:image:width"]},${tags["og:image:height"]}`) fault(file, "og:image has another size than it says");
}

/** The site map lists every page once, and nothing else. */
async function checkSiteMap() {
  if (!address) return files.has("sitemap.xml") && fault("sitemap.xml", "is there without an address");
  if (!files.has("sitemap.xml")) return fault("sitemap.xml", "is missing");
  const xml = await readFile(join(options.dir, "sitemap.xml"), "utf8");
  const listed = [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, text]) => unescaped(text)).sort();
  const there = new Set(pages.filter((file) => file !== "404.html").map((file) => address + file.replace(/index\.html$/, "")));
  const [extra] = listed.filter((each, at) => !there.has(each) || listed[at - 1] === each);
  for (const each of listed) there.delete(each);
  const [missing] = there;
  if (extra) fault("sitemap.xml", `lists ${extra}, which is no page or listed twice`);
  if (missing) fault("sitemap.xml", `does not list ${missing}`);
}

/** The bytes of a page, gzip 6. */
const weight = (html) => gzipSync(html, { level: 6 }).length;

async function validate(file, html) {
  const report = await validator.validateString(html);
  for (const { messages } of report.results) {
    for (const { ruleId, message, line, column } of messages) fault(file, `${ruleId}: ${message} (${line}:${column})`);
  }
  if (file === "404.html") return;
  const bytes = weight(html);
  if (bytes > heaviest.bytes) heaviest = { page: file, bytes, alone: weight(html.replace(/<script.*?<\/script>/gs, "")) };
}

async function check(file, at) {
  const html = await readFile(join(options.dir, file), "utf8");
  if (at % Number(options.every) === 0) await validate(file, html);
  for (const [, target] of html.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
    const url = target.replaceAll("&amp;", "&");
    if (url.startsWith("/") && !resolves(url)) fault(file, `nothing is at ${url}`);
    if (url.startsWith("#") && url.length > 1 && !html.includes(`id="${url.slice(1)}"`)) fault(file, `no part is called ${url}`);
  }
  if (file === "404.html") return;
  const title = /<title>(.*?)<\/title>/s.exec(html)?.[1] ?? "";
  if (titles.has(title)) fault(file, `has the title of ${titles.get(title)}: ${title}`);
  titles.set(title, file);
  for (const name of ['name="description"', 'property="og:title"', 'property="og:description"', 'name="twitter:card"']) {
    if (!new RegExp(`<meta ${name} content="[^"]+"`).test(html)) fault(file, `no ${name}`);
  }
  await checkAddress(file, html);
  if (!/<main[^>]*>.*<h1/s.test(html)) fault(file, "holds no heading before the program runs");
}

for (const [at, page] of pages.entries()) await check(page, at);
await checkSiteMap();
if (pages.length < 2) fault("", "the site has no pages");
for (const each of faults.slice(0, 40)) console.error(each);
if (faults.length > 0) {
  console.error(`${faults.length} faults in ${pages.length} pages`);
  process.exit(1);
}
console.log(JSON.stringify({ pages: pages.length, heaviest, address }));
