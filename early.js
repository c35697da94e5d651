// Runs before the first paint, so it is small: says that scripts run, and holds back a page that is printed for others
// than this visitor. scripts/pages.mjs puts it, minified, into the head of every page.

const root = document.documentElement;
root.classList.add("has-script");

// Whether anything of ours may be stored, below this base path or another one: it is, or the browser does not say: then
// there is something to say about that (src/store/local.rs has the same rule).
const holdsAnything = () => {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith("rungs:"));
  } catch {
    return true;
  }
};

const page = document.querySelector('meta[name="rungs-page"]')?.content;

// Those of crates/core/src/route; what others put into a link, to count who follows it, changes nothing.
const hasOptions = /[?&;](with|show|competency|track)=/.test(location.search);

// Told to the start script.
if (holdsAnything()) root.dataset.holds = "";

// What the options of a link or stored answers change is shown when the program has changed it.
if (page && (hasOptions || (page === "depends" && "holds" in root.dataset))) root.dataset.start = "waits";
