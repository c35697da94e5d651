// Starts the app: loads its two files, which stand in the attributes of this script's element, and runs them.
// scripts/pages.mjs puts this script, minified, into the page. It names no file and no address, so its hash in the
// content security policy is the same wherever the site stands.

import { hasStarted, isPrinted, leaveAsPrinted, whenNeeded } from "./queue.js";

const { script, scriptIntegrity, update, wasm, wasmIntegrity } = document.querySelector("script[data-wasm]").dataset;

// What stands in the page stays as it is, with a word on top.
const reveal = (id) => {
  leaveAsPrinted();
  document.documentElement.dataset.start = "failed";
  document.getElementById(id).hidden = false;
};

// Not there where the browser is told to be strict; then a page stays as it was printed.
const { WebAssembly } = globalThis;
const isLoadedAnew = () => {
  const [navigation] = performance.getEntriesByType("navigation");
  return !navigation || navigation.type === "reload";
};

// A page that lies in a cache while a new release is out names files that are gone, and a broken file may lie in the
// cache itself. So the first failure fetches everything anew and reloads, once: a load that is a reload says so. A page
// that can be read is not given up for one that does not come, nor for a program that cannot run here.
const failed = async (cause) => {
  console.error("The app did not start:", cause);
  if (!WebAssembly || cause instanceof WebAssembly.CompileError || isLoadedAnew()) return reveal("start-failed");
  const anew = (url) => fetch(url, { cache: "reload" });
  try {
    await Promise.all([location.href, script, wasm].map(anew));
  } catch {
    return reveal("start-failed");
  }
  location.reload();
};

// A panic of the app ends in a trap of the WASM.
const trapped = (fault) => {
  if (!WebAssembly || !(fault instanceof WebAssembly.RuntimeError)) return;
  reveal(hasStarted() ? "stopped" : "start-failed");
};
addEventListener("error", (event) => trapped(event.error));
addEventListener("unhandledrejection", (event) => trapped(event.reason));

// The longest wait for a paint, in milliseconds: a window that is not seen has none.
const LONGEST = 1000;

// A page that can be read before the program is there is painted first: then the program takes nothing from it.
const painted = () =>
  new Promise((done) => {
    setTimeout(done, LONGEST);
    new PerformanceObserver(done).observe({ type: "paint", buffered: true });
  });

const modulePreload = () => {
  const link = Object.assign(document.createElement("link"), { rel: "modulepreload", integrity: scriptIntegrity, href: script });
  document.head.append(link);
};

// Beside the page, in a thread of its own, whatever kind of file the server takes it for.
const compiled = async () => {
  const response = await fetch(wasm, { integrity: wasmIntegrity });
  return WebAssembly.compile(await response.arrayBuffer());
};

// What keeps the service worker and offers new releases (update.js) comes when the program is here and the page has nothing
// else to do, so that it never competes with the first load, or with the first click on what needs it.
const MOMENT = 1000;
const updates = () => import(update);
const register = () => updates().then((found) => found.register()).catch(() => {});
const idle = window.requestIdleCallback ?? setTimeout;

// The program is fetched and compiled at once, and runs when it is needed: who reads is never made to wait for it.
const run = async () => {
  if (!WebAssembly) throw new Error("this browser runs no WebAssembly");
  if (isPrinted() && !document.documentElement.dataset.start) await painted();
  modulePreload();
  const [module_or_path, { default: init }] = await Promise.all([compiled(), import(script)]);
  document.documentElement.dataset.program = "here";
  setTimeout(() => idle(register, { timeout: 5 * MOMENT }), MOMENT);
  await whenNeeded;
  await init({ module_or_path });
};
run().catch(failed);

addEventListener("click", ({ target }) => {
  if (target.closest("[data-reload]")) updates().then(({ reload }) => reload()).catch(() => location.reload());
  else if (target.closest("[data-later]")) updates().then(({ putAside }) => putAside());
});
