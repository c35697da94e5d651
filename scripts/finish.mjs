#!/usr/bin/env node
// Makes the site out of what Trunk gathered: minifies scripts and styles, names each file by its content, adds the
// start script, the content security policy and the base path, writes 404.html beside index.html, and at last the
// service worker, which keeps all this for when there is no network.
// One gathered folder serves any number of addresses: nothing is compiled here.
//
//   finish.mjs [--from target/gathered] [--to dist] [--base /name/] [--ladders ladders] [--plain]
//
// --ladders names the folder with site.toml. --plain leaves scripts and styles as they are and makes no service worker,
// for development.

import { createHash } from "node:crypto";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { parseArgs } from "node:util";
import { build, transform } from "esbuild";
import { shortened } from "./imports.mjs";
import { manifest } from "./manifest.mjs";
import { isPart, parts, put } from "./parts.mjs";
import { worker } from "./worker.mjs";

const { values: options } = parseArgs({
  options: {
    from: { type: "string", default: "target/gathered" },
    to: { type: "string", default: "dist" },
    base: { type: "string", default: "/" },
    ladders: { type: "string", default: "ladders" },
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
  const glue = await bundled();
  return minify ? shortened(wasm, glue) : { wasm, glue };
}

async function bundled() {
  const result = await build({
    entryPoints: [join(options.from, "rungs.js")],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    minify,
    legalComments: "none",
    logLevel: "error",
    plugins: [parts(options.from, publish)],
    logOverride: { "empty-import-meta": "silent" },
  });
  return result.outputFiles[0].text;
}

// The start script and what it imports, in one.
async function starter() {
  const result = await build({
    entryPoints: ["start.js"],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    minify,
    define: { DEVELOPMENT: String(options.plain) },
    legalComments: "none",
    logLevel: "error",
  });
  return result.outputFiles[0].text.trim();
}

async function stylesheet() {
  const source = await readFile(join(options.from, "style.css"), "utf8");
  return (await transform(source, { loader: "css", minify, legalComments: "none" })).code;
}

// `connect-src` leaves only our own static host to talk to. A meta tag cannot set `frame-ancestors`; GitHub Pages
// offers no other way.
const policy = (startHash) =>
  [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' '${startHash}'`,
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

await rm(options.to, { recursive: true, force: true });
await mkdir(options.to, { recursive: true });
const named = ["index.html", "rungs.js", "rungs_bg.wasm", "__wasm_split.js", "style.css", "favicon.svg"];
const skip = new Set(named.map((name) => join(options.from, name)));
await cp(options.from, options.to, { recursive: true, filter: (path) => !skip.has(path) && !isPart(path) && !path.endsWith(".d.ts") });

const main = await program();
const [script, wasm, style, icon, start] = await Promise.all([
  publish("rungs.js", main.glue),
  publish("rungs.wasm", main.wasm),
  stylesheet().then((text) => publish("style.css", text)),
  readFile(join(options.from, "favicon.svg")).then((bytes) => publish("favicon.svg", bytes)),
  starter(),
]);
const installable = await manifest({
  to: options.to,
  base: options.base,
  icon: icon.href,
  style: join(options.from, "style.css"),
  ladders: options.ladders,
});

const gathered = await readFile(join(options.from, "index.html"), "utf8");
let html = gathered.replace(/\s*<link data-trunk[^>]*>/g, "");
html = put(html, "<head>", `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy(integrity(start))}" />`);
html = put(html, 'name="rungs-base" content="/"', `name="rungs-base" content="${options.base}"`);
html = put(html, 'href="/style.css"', `href="${style.href}" integrity="${style.integrity}"`);
html = put(html, 'href="/favicon.svg"', `href="${icon.href}"`);
html = put(html, "<!-- manifest -->", installable.join("\n    "));
html = put(
  html,
  "<!-- start -->",
  [
    `<link rel="modulepreload" data-app href="${script.href}" integrity="${script.integrity}" />`,
    `<link rel="preload" data-app as="fetch" type="application/wasm" crossorigin href="${wasm.href}" />`,
    `<script type="module">${start}</script>`,
  ].join("\n    "),
);
await writeFile(join(options.to, "index.html"), html);
await writeFile(join(options.to, "404.html"), html);
if (!options.plain) await worker({ to: options.to, minify });
