// Makes the site independent of the network from the second visit on. scripts/worker.mjs publishes it as sw.js with the
// list of its release's files in it: FILES holds the SHA-256 of each, by its place below the base ("" and "data/" are
// pages), OPENED names the files that are kept once they were opened, SECTIONS the folders that hold pages. So a new
// release is a new worker. It fetches its files into a cache of its own and waits until someone asks for it (update.js)
// or no window of the site is left.
//
// It answers with files of its release and stores nothing else: what is entered on a page never comes near it.
/* global FILES, OPENED, RELEASE, SECTIONS */

// Caches belong to the origin, which other sites may share: the names, and what is deleted, carry the base path.
const BASE = new URL(registration.scope).pathname;
const OURS = `rungs:${BASE}:`;
const CACHE = OURS + RELEASE;
// Starts the app at any address.
const SHELL = "404.html";
// Where a cache notes when its release took over, which windows were open then, and which older releases they may run.
const NOTE = `${BASE}.taken-over`;
// Stands in a cache while it is being filled, be it again.
const INSTALLING = `${BASE}.installing`;
// Files that are fetched at once, few enough to leave room for what someone waits for.
const LANES = 4;
const HASHED = /-([0-9a-f]{16})\.\w+$/;
const isPage = (place) => place === "" || place.endsWith("/");
// Whether a page of the app stands there. At the root of a host other sites may stand below us: theirs are not ours.
const isBelowRoot = (place) => place === "" || SECTIONS.includes(place.split("/")[0]);
const isOfApp = (place) => !/\.[^/]*$/.test(place) && (BASE !== "/" || isBelowRoot(place));
const isListed = (place) => Object.hasOwn(FILES, place) || OPENED.includes(place);

const ours = async () => (await caches.keys()).filter((name) => name.startsWith(OURS));
const inCache = (name, place) => caches.match(BASE + place, { cacheName: name });

// What is kept of a file in any cache of ours: a name with a hash means the same bytes in each.
async function kept(place) {
  const own = await inCache(CACHE, place);
  if (own) return own;
  for (const name of await ours()) {
    const found = await inCache(name, place);
    if (found) return found;
  }
}

// Past the HTTP cache, which may hold the last release's file of that name.
const anew = (place) => fetch(BASE + (isPage(place) ? `${place}index.html` : place), { cache: "reload" });

// Whether bytes are those of the release: by the list or, of what is kept once opened, by the hash in its name.
async function fits(place, bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.startsWith(FILES[place] ?? HASHED.exec(place)[1]);
}

// Stores a response if it fits, and returns what was stored. It is made anew: one that was redirected is refused for a
// navigation, and the headers of the way it came say nothing of the file.
async function store(cache, place, response) {
  const bytes = await response.arrayBuffer();
  if (!(await fits(place, bytes))) return;
  const whole = new Response(bytes, { headers: { "content-type": response.headers.get("content-type") ?? "" } });
  await cache.put(BASE + place, whole.clone());
  return whole;
}

async function take(cache, place) {
  const old = await kept(place);
  if (old && (await store(cache, place, old))) return;
  const stored = await store(cache, place, await anew(place));
  if (!stored) throw new Error(`${BASE}${place} is not the file of this release`);
}

// All or nothing. The cache may be there: half filled by an attempt that was cut off, or whole, and perhaps in use, where
// a release that was withdrawn is published again.
async function install() {
  const cache = await caches.open(CACHE);
  const isWhole = (await noteOf(CACHE)) !== undefined;
  await cache.put(INSTALLING, new Response());
  const places = Object.keys(FILES);
  const lane = async () => {
    for (let place; (place = places.shift()) !== undefined; ) await take(cache, place);
  };
  try {
    await Promise.all(Array.from({ length: LANES }, lane));
    for (const place of OPENED) {
      const old = await kept(place);
      if (old) await store(cache, place, old);
    }
    // A release that took over meanwhile clears away what is not in use.
    if (!(await caches.has(CACHE))) throw new Error("the cache of this release is gone");
  } catch (fault) {
    places.length = 0;
    if (isWhole) await cache.delete(INSTALLING);
    else await caches.delete(CACHE);
    throw fault;
  }
}

const noteOf = async (name) => (await caches.match(NOTE, { cacheName: name }))?.json();

async function windows() {
  const all = await clients.matchAll({ type: "window", includeUncontrolled: true });
  return all.filter(({ url }) => url.startsWith(registration.scope)).map(({ id }) => id);
}

// An older release stays as long as a window is open that may run it: the previous one for all that are open now, one
// before it for those that were open when its own successor took over. What never took over (it was overtaken or cut off)
// goes.
async function activate() {
  const others = (await ours()).filter((name) => name !== CACHE);
  const ran = [];
  for (const name of others) {
    const note = await noteOf(name);
    if (note) ran.push({ name, ...note });
  }
  ran.sort((a, b) => b.since - a.since);
  const open = await windows();
  const isRun = (_, at) => at === 0 || ran[at - 1].windows.some((id) => open.includes(id));
  const older = ran.filter(isRun).map(({ name }) => name);
  await Promise.all(others.filter((name) => !older.includes(name)).map((name) => caches.delete(name)));
  const note = { since: Date.now(), windows: open, older };
  const cache = await caches.open(CACHE);
  await cache.put(NOTE, new Response(JSON.stringify(note)));
  await cache.delete(INSTALLING);
  await clients.claim();
}

// Once the last window is gone that was open when this release took over, nobody runs an older one.
let isTidy = false;
async function tidy() {
  if (isTidy) return;
  const note = await noteOf(CACHE);
  if (!note) return;
  const open = note.older.length > 0 ? await windows() : [];
  if (open.some((id) => note.windows.includes(id))) return;
  isTidy = true;
  for (const name of note.older) if (!(await caches.match(INSTALLING, { cacheName: name }))) await caches.delete(name);
}

// A page: its own HTML where it is kept, else the shell. The network is not asked: its page may be of another release,
// or of one that is broken, and the shell is quicker.
async function page(request, place) {
  const own = Object.hasOwn(FILES, place) && (await inCache(CACHE, place));
  return own || (await inCache(CACHE, SHELL)) || fetch(request);
}

// A file: whoever asks past the cache found it broken, so it is fetched and stored anew.
async function file(request, place) {
  const found = request.cache === "reload" ? undefined : await kept(place);
  if (found) return found;
  if (!isListed(place)) return fetch(request);
  // Where it does not fit, does not come or finds no room, whoever asked gets what the network says.
  const cache = await caches.open(CACHE);
  const stored = await anew(place).then((response) => store(cache, place, response)).catch(() => undefined);
  return stored ?? fetch(request);
}

// What a page shows or fetched while no worker was in control of it, by its addresses; one call after the other, so that
// nothing is fetched twice.
let keeping = Promise.resolve();
async function keepOpened(addresses) {
  const cache = await caches.open(CACHE);
  for (const address of addresses) {
    const place = new URL(address, registration.scope).pathname.slice(BASE.length);
    if (!OPENED.includes(place) || (await kept(place))) continue;
    // Without a network, or without room, it is kept when it is opened again.
    await fetch(BASE + place).then((response) => store(cache, place, response)).catch(() => {});
  }
}

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("message", (event) => {
  if (event.data === "skip waiting") return event.waitUntil(skipWaiting());
  if (!Array.isArray(event.data?.opened)) return;
  keeping = keeping.then(() => keepOpened(event.data.opened)).catch(() => {});
  event.waitUntil(keeping);
});
addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin || !url.pathname.startsWith(BASE)) return;
  const place = url.pathname.slice(BASE.length);
  const isFile = !url.search && !isPage(place) && (isListed(place) || HASHED.test(place));
  if (request.mode === "navigate" && isOfApp(place)) event.respondWith(page(request, place));
  else if (isFile) event.respondWith(file(request, place));
  else return;
  event.waitUntil(tidy());
});
