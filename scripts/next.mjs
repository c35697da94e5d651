#!/usr/bin/env node
// Makes of a gathered folder the one of a next release: one sentence of every page reads otherwise. Nothing is
// compiled, since it is as long as before; the program and all that is named by its content differ, as after a change.
//
//   next.mjs --from target/gathered --to target/gathered-next

import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";

const { values: options } = parseArgs({ options: { from: { type: "string" }, to: { type: "string" } } });
const NOW = Buffer.from("Your answers stay in this browser.");
const NEXT = Buffer.from("Your answers rest in this browser.");

await cp(options.from, options.to, { recursive: true });
let found = 0;
for (const entry of await readdir(options.to, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const path = join(entry.parentPath ?? entry.path, entry.name);
  const bytes = await readFile(path);
  for (let at = bytes.indexOf(NOW); at >= 0; at = bytes.indexOf(NOW, at)) {
    NEXT.copy(bytes, at);
    found += 1;
  }
  await writeFile(path, bytes);
}
if (found === 0) throw new Error(`${JSON.stringify(NOW.toString())} stands nowhere in ${options.from}`);
