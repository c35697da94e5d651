// The page holds the styles of what was printed. All others come at the first sign that someone is about to use it, which
// is when the program fetches what it needs for that; where nothing was printed, at once. Part of the start script.

// The signs at which the program wakes the page (src/state/navigation.rs).
const SIGNS = ["pointermove", "pointerdown", "touchstart", "keydown", "wheel", "focusin", "rungs:wake"];

const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;

const load = () => {
  for (const sign of SIGNS) removeEventListener(sign, load);
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = meta("rungs-styles");
  document.head.append(sheet);
};

if (!meta("rungs-page") || document.documentElement.dataset.start) load();
else for (const sign of SIGNS) addEventListener(sign, load, { passive: true });
