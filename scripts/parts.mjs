// The loader of the parts of the program that scripts/split.sh cut off.

import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { put } from "./text.mjs";

/** Whether a file is a part of the program. */
export const isPart = (path) => /^(split|chunk)_\w+\.wasm$/.test(basename(path));

// What lies in the browser's cache may be broken, or the page that said that a file is missing: then past the cache.
// Streaming is quicker, but the browser refuses it where a host serves WASM under another media type.
const fetching = `const fetched = (url, integrity) =>
  fetch(url, { integrity }).catch(() => fetch(url, { integrity, cache: "reload" }));
async function instantiate(fetched, imports) {
  const response = await fetched;
  const streams = response.headers.get("content-type")?.startsWith("application/wasm");
  return streams
    ? WebAssembly.instantiateStreaming(response, imports)
    : WebAssembly.instantiate(await response.arrayBuffer(), imports);
}`;

/**
 * Tells the loader where each part is: by then under a name that changes with its content, and with its hash, so that
 * no part runs with a main file of another release. For esbuild.
 *
 * @param {string} from the folder that Trunk gathered
 * @param {(name: string, bytes: Buffer) => Promise<{ href: string, integrity: string }>} publish
 */
export const parts = (from, publish) => ({
  name: "parts",
  setup(esbuild) {
    esbuild.onLoad({ filter: /__wasm_split\.js$/ }, async ({ path }) => {
      let contents = (await readFile(path, "utf8")).replaceAll("WebAssembly.instantiateStreaming(", "instantiate(");
      for (const name of (await readdir(from)).filter(isPart)) {
        const part = await publish(name, await readFile(join(from, name)));
        const told = `fetched(new URL("./${basename(part.href)}", import.meta.url), "${part.integrity}")`;
        contents = put(contents, `fetch(new URL("./${name}", import.meta.url))`, told);
      }
      return { contents: put(contents, "function makeLoad(", `${fetching}\nfunction makeLoad(`) };
    });
  },
});
