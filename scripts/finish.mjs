#!/usr/bin/env node
// Makes the site out of what Trunk gathered and rungs-site printed: minifies scripts and styles, names each file by its
// content, writes the pages and 404.html with styles, start script, content security policy and base path in them, and
// at last the service worker, which keeps all this for when there is no network.
// One gathered folder serves any number of addresses: nothing is compiled here.
//
//   finish.mjs [--from target/gathered] [--pages target/pages] [--to dist] [--base /name/] [--plain]
//
// --plain leaves scripts and styles as they are and keeps nothing for offline, for development.

import { createHash } from "node:crypto";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { shortened } from "./imports.mjs";
import { manifest } from "./manifest.mjs";
import { pages } from "./pages.mjs";
import { isPart, parts } from "./parts.mjs";
import { worker } from "./worker.mjs";

const { values: options } = parseArgs({
  options: {
    from: { type: "string", default: "target/gathered" },
    to: { type: "string", default: "dist" },
    base: { type: "string", default: "/" },
    pages: { type: "string", default: "target/pages" },
    plain: { type: "boolean", default: false },
  },
});
const minify = !options.plain;

if (!/^\/([A-Za-z0-9._~-]+\/)*$/.test(options.base)) {
  console.error(`finish: the base path ${JSON.stringify(options.base)} must begin and end with a slash, as /rungs/ does`);
  process.exit(2);
}

const sha256 = (bytes, encoding) => createHash("sha256").update(bytes).digest(encoding);
const integrity = (bytes) => `sha256-${sha256(bytes, "base64")}`;

// Writes a file under a name that changes with its content, and says where it is and what it holds.
async function publish(name, bytes) {
  const extension = extname(name);
  const hashed = `${basename(name, extension)}-${sha256(bytes, "hex").slice(0, 16)}${extension}`;
  await writeFile(join(options.to, hashed), bytes);
  return { href: options.base + hashed, integrity: integrity(bytes) };
}

// The main file of the program, and the glue that wasm-bindgen wrote for it with what that imports, in one file.
async function program() {
  const wasm = await readFile(join(options.from, "rungs_bg.wasm"));
  const glue = await bundled(join(options.from, "rungs.js"), "esm", [parts(options.from, publish)]);
  return minify ? shortened(wasm, glue) : { wasm, glue };
}

// A script or a stylesheet and what it imports, in one.
async function bundled(entry, format, plugins = [], define = {}) {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format,
    target: "es2022",
    minify,
    legalComments: "none",
    logLevel: "error",
    plugins,
    define,
    logOverride: { "empty-import-meta": "silent" },
  });
  return result.outputFiles[0].text.trim();
}

await rm(options.to, { recursive: true, force: true });
await mkdir(options.to, { recursive: true });
const named = ["index.html", "rungs.js", "rungs_bg.wasm", "__wasm_split.js", "favicon.svg"];
const skip = new Set(named.map((name) => join(options.from, name)));
await cp(options.from, options.to, { recursive: true, filter: (path) => !skip.has(path) && !isPart(path) && !path.endsWith(".d.ts") });
const site = JSON.parse(await readFile(join(options.pages, "pages.json"), "utf8"));
await cp(options.pages, options.to, { recursive: true, filter: (path) => !path.endsWith("pages.json") });

const main = await program();
const style = await bundled("styles/main.css");
const [script, wasm, sheet, icon, update, early, start] = await Promise.all([
  publish("rungs.js", main.glue),
  publish("rungs.wasm", main.wasm),
  publish("style.css", style),
  readFile(join(options.from, "favicon.svg")).then((bytes) => publish("favicon.svg", bytes)),
  bundled("update.js", "esm").then((code) => publish("update.js", code)),
  bundled("early.js", "iife"),
  bundled("start.js", "esm", [], { IN_FILES: String(Boolean(site.data)) }),
]);
const head = await manifest({ to: options.to, base: options.base, icon: icon.href, name: site.name });
const template = await readFile(join(options.from, "index.html"), "utf8");
await pages(template, site, { to: options.to, base: options.base, script, wasm, sheet, update, head, style, early, start });
await worker({ to: options.to, minify });
