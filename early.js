// Runs before the first paint, so it is small: says that scripts run, and holds back a page that is printed for others
// than this visitor. scripts/pages.mjs puts it, minified, into the head of every page.

import { holdsAnything } from "./stored.js";

const root = document.documentElement;
root.classList.add("has-script");

const page = document.querySelector('meta[name="rungs-page"]')?.content;

// Those of crates/core/src/route; what others put into a link, to count who follows it, changes nothing.
const hasOptions = /[?&;](with|show|competency|track)=/.test(location.search);

// What the options of a link or stored answers change is shown when the program has changed it.
if (page && (hasOptions || (page === "depends" && holdsAnything()))) root.dataset.start = "waits";
