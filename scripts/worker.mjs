// Publishes the service worker with the list of what it keeps; after everything else, since it lists what lies in the
// finished folder.

import { createHash } from "node:crypto";
import { copyFile, readdir, readFile, writeFile } from "node:fs/promises";
import { join, sep } from "node:path";
import { transform } from "esbuild";

/**
 * Bytes of data files (ladders beyond those in the program) that are kept of every site. A catalogue of more is kept as
 * far as it is opened: a visit must not cost someone's phone a library. Of an ordinary ladder, which has some 5 kB gzipped, this is a thousand.
 */
export const DATA_LIMIT = 5_000_000;
/**
 * Bytes of prerendered ladders and levels that are kept. Their HTML only saves the moment until the program has drawn
 * the same: beyond the limit the shell does that, so levels are left out first, then ladders. Each names the files of its
 * release, so every release brings all of them anew: some 400 kB, gzipped, where the limit is reached.
 */
export const PAGES_LIMIT = 2_000_000;

const HASHED = /-[0-9a-f]{16}\.\w+$/;
const isData = (place) => /^data-[^/]*\.bin$/.test(place);
const isProgram = (place) => HASHED.test(place) && !isData(place) && !place.endsWith(".png");

/** 0 for a page of the site, 1 for one of each ladder, 2 for one of each level; nothing for what is no page to keep. */
function rank(place) {
  if (place !== "index.html" && !place.endsWith("/index.html")) return undefined;
  const [kind, ...ids] = place.split("/").slice(0, -1);
  if (kind === "compare" && ids.length > 0) return undefined;
  return Math.min(ids.length, 2);
}

const sum = (files) => files.reduce((all, { bytes }) => all + bytes.length, 0);

/** The pages to keep: rank after rank, as long as all of a rank find room. Those of the site always do. */
function pagesToKeep(files) {
  const ranks = [0, 1, 2].map((each) => files.filter(({ place }) => rank(place) === each));
  const chosen = ranks[0];
  for (const more of ranks.slice(1)) {
    if (sum(chosen) + sum(more) > PAGES_LIMIT) break;
    chosen.push(...more);
  }
  return chosen;
}

/** The data files to keep, and those to keep once they are opened. The index is needed at any address. */
function dataToKeep(files) {
  const data = files.filter(({ place }) => isData(place));
  if (sum(data) <= DATA_LIMIT) return [data, []];
  const isNeeded = ({ place }) => place.startsWith("data-index-");
  return [data.filter(isNeeded), data.filter((each) => !isNeeded(each))];
}

/**
 * What the worker keeps: the program, the shell, pages and data within their limits. Comparisons and addresses with a
 * query are left to the shell; pictures for previews and the schema are of no use to who reads the site.
 *
 * @param {{ place: string, bytes: Buffer }[]} files the files of the site, by their path below it
 * @returns {{ files: Record<string, string>, opened: string[] }} SHA-256 in hex by place, and names
 */
export function precached(files) {
  const named = (name) => files.filter(({ place }) => place === name);
  const [shell] = named("404.html");
  const [data, opened] = dataToKeep(files);
  const program = files.filter(({ place }) => isProgram(place));
  // The icon that every page names; those of the manifest are the system's once the site is installed.
  const others = ["manifest.webmanifest", "icon-64.png"].flatMap(named);
  const all = [shell, ...program, ...data, ...others, ...pagesToKeep(files)];
  const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
  const entry = ({ place, bytes }) => [place.replace(/(^|\/)index\.html$/, "$1"), sha256(bytes)];
  return { files: Object.fromEntries(all.map(entry)), opened: opened.map(({ place }) => place) };
}

/** The folders that hold pages. */
function sections(files) {
  const folders = files.filter(({ place }) => place.endsWith("/index.html")).map(({ place }) => place.split("/")[0]);
  return [...new Set(folders)];
}

async function filesOf(folder) {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = found.filter((each) => each.isFile()).map((each) => join(each.parentPath ?? each.path, each.name));
  const places = paths.sort().map((path) => path.slice(join(folder, sep).length).replaceAll(sep, "/"));
  const files = [];
  // One after another: a system lets a program open only so many files at a time, and a site may have ten thousand.
  for (const place of places.filter((each) => !each.startsWith("previews/"))) {
    files.push({ place, bytes: await readFile(join(folder, place)) });
  }
  return files;
}

/**
 * Writes sw.js into the finished folder. The name of the release is the hash of the worker itself, list and code, so that
 * no other worker has its cache. A plain site gets the worker that gives up what another left at its address.
 *
 * @param {{ to: string, minify: boolean }} site the finished folder, and whether this is a release
 */
export async function worker({ to, minify }) {
  if (!minify) return copyFile("no-worker.js", join(to, "sw.js"));
  const all = await filesOf(to);
  const { files, opened } = precached(all);
  const source = await readFile("service-worker.js", "utf8");
  const lists = Object.fromEntries(
    Object.entries({ FILES: files, OPENED: opened, SECTIONS: sections(all) }).map(([name, list]) => [name, JSON.stringify(list)]),
  );
  const release = createHash("sha256").update(JSON.stringify([source, lists])).digest("hex").slice(0, 16);
  const define = { ...lists, RELEASE: JSON.stringify(release) };
  const { code } = await transform(source, { loader: "js", format: "iife", minify: true, define, legalComments: "none", target: "es2022" });
  await writeFile(join(to, "sw.js"), code);
}
