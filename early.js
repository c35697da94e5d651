// Runs before the first paint, so it is small: says that scripts run, and holds back a page that is printed for others
// than this visitor. scripts/finish.mjs puts it, minified, into the head of every page.

const root = document.documentElement;
root.classList.add("has-script");

const page = document.querySelector('meta[name="rungs-page"]')?.content;

const holdsAnything = () => {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith("rungs:"));
  } catch {
    return false;
  }
};

// What the options of a link or stored answers change is shown when the program has changed it.
if (page && (location.search || (page === "depends" && holdsAnything()))) root.dataset.start = "waits";
