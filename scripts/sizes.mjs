#!/usr/bin/env node
// What the first load weighs, file by file, gzipped as GitHub Pages does it; and what the WASM is made of, by the crate
// in which each function is written (before wasm-opt, which drops the names).
//
//   sizes.mjs <site> <rungs.wasm with names>

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const [site, wasm] = process.argv.slice(2);
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const total = (rows) => rows.reduce((sum, [, bytes]) => sum + bytes, 0);

const isFirstLoad = (name) => /^(index\.html|.*\.(js|wasm|css|svg))$/.test(name);
const files = readdirSync(site).filter(isFirstLoad).sort();
const loads = files.map((name) => [name, gzipSync(readFileSync(join(site, name)), { level: 6 }).length]);
console.log("\n## First load, gzipped\n\n| file | size |\n| --- | --: |");
for (const [name, bytes] of loads) console.log(`| ${name.replace(/-[0-9a-f]{16}/, "")} | ${kilobytes(bytes)} |`);
console.log(`| **together** | **${kilobytes(total(loads))}** |`);

// Just enough of the binary format: the sizes of the function bodies, and the names in the custom section `name`.
function functionsOf(bytes) {
  let at = 8;
  const number = () => {
    let [value, shift] = [0, 1];
    for (;;) {
      const byte = bytes[at++];
      value += (byte & 127) * shift;
      if (byte < 128) return value;
      shift *= 128;
    }
  };
  const text = () => {
    const length = number();
    return bytes.toString("utf8", at, (at += length));
  };
  const limits = () => (number() & 1 ? [number(), number()] : [number()]);
  const [sizes, names] = [[], new Map()];
  let imported = 0;
  const sections = {
    0(end) {
      if (text() !== "name") return;
      while (at < end) {
        const [kind, next] = [bytes[at++], number() + at];
        for (let left = kind === 1 ? number() : 0; left > 0; left--) names.set(number(), text());
        at = next;
      }
    },
    2() {
      for (let left = number(); left > 0; left--) {
        text();
        text();
        const kind = bytes[at++];
        if (kind === 0) imported += number() >= 0 ? 1 : 0;
        else if (kind === 1) at++, limits();
        else if (kind === 2) limits();
        else at += 2;
      }
    },
    10() {
      for (let left = number(); left > 0; left--) {
        const size = number();
        sizes.push(size);
        at += size;
      }
    },
  };
  while (at < bytes.length) {
    const kind = bytes[at++];
    const end = number() + at;
    sections[kind]?.(end);
    at = end;
  }
  return sizes.map((size, index) => [names.get(index + imported) ?? "", size]);
}

// The crate of a mangled name; of an implementation, the crate of the type it is for, or of the trait.
function crateOf(name) {
  const known = /(?:^_ZN|\$LT\$|\$u20\$|\d)(rungs_core|rungs|tachys|leptos|reactive_graph|any_spawner|reactive_stores|serde_json|serde_core|serde|postcard|similar|gloo_\w+?|web_sys|js_sys|wasm_bindgen\w*?|hashbrown|indexmap|unicode_\w+?|alloc|core|std)(?=\d|\.\.|\$|C)/;
  return known.exec(name)?.[1] ?? (name.startsWith("_R") ? "std" : "others");
}

const crates = new Map();
for (const [name, size] of functionsOf(readFileSync(wasm))) {
  const crate = crateOf(name);
  crates.set(crate, (crates.get(crate) ?? 0) + size);
}
const rows = [...crates].sort(([, a], [, b]) => b - a).slice(0, 16);
console.log("\n## Code by the crate that it is written in, before wasm-opt, not gzipped\n\n| crate | size |\n| --- | --: |");
for (const [crate, bytes] of rows) console.log(`| ${crate} | ${kilobytes(bytes)} |`);
console.log(`| **all code** | **${kilobytes(total([...crates]))}** |`);
