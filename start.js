// Starts the app: finds its two files by the preload links of the document, loads and runs them. scripts/finish.mjs
// puts this script, minified, into the page. It names no file and no address, so its hash in the content security
// policy is the same wherever the site stands.

import { hasStarted, showAsPrinted } from "./queue.js";
import "./styles.js";
import { stayCurrent } from "./update.js";

const link = (rel) => document.querySelector(`link[rel="${rel}"][data-app]`);
const [script, wasm] = [link("modulepreload"), link("preload")];

// What stands in the page stays as it is, with a word on top.
const reveal = (id) => {
  showAsPrinted();
  document.documentElement.dataset.start = "failed";
  document.getElementById(id).hidden = false;
};

// A page that lies in a cache while a new release is out names files that are gone, and a broken file may lie in the
// cache itself. So the first failure fetches everything anew and reloads, once: a load that is a reload says so.
const failed = async (cause) => {
  console.error("The app did not start:", cause);
  const [navigation] = performance.getEntriesByType("navigation");
  if (!navigation || navigation.type === "reload") return reveal("start-failed");
  const anew = (url) => fetch(url, { cache: "reload" });
  await Promise.allSettled([location.href, script.href, wasm.href].map(anew));
  location.reload();
};

// A panic of the app ends in a trap of the WASM.
const trapped = (fault) => {
  if (!(fault instanceof WebAssembly.RuntimeError)) return;
  reveal(hasStarted() ? "stopped" : "start-failed");
};
addEventListener("error", (event) => trapped(event.error));
addEventListener("unhandledrejection", (event) => trapped(event.reason));

const run = async () => {
  const { default: init } = await import(script.href);
  await init({ module_or_path: fetch(wasm.href, { integrity: wasm.dataset.integrity }) });
};
run().catch(failed);
stayCurrent(hasStarted);
