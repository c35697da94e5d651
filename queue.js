// What someone does before the program is there: links lead where they lead and details unfold without it, all else is
// kept and done when the program can do it. What the program will act upon is marked `data-acts`, where it was printed;
// a field into which something was entered `data-entered`, until the program is told (crates/view leaves it alone).
// Part of the start script.

import { addStyles } from "./styles.js";

// What whoever is about to use the page does first.
const SIGNS = ["pointermove", "pointerdown", "touchstart", "keydown", "wheel", "focusin"];

// The longest that a page which is not for this visitor is held back, in milliseconds.
const LONGEST = 5000;

const root = document.documentElement;
const isThere = document.querySelector('meta[name="rungs-page"]') !== null;
const ready = { frame: false, page: !isThere };
const clicked = [];
const entered = new Map();

// Said by a style, and to assistive technology, while something is kept that was asked for.
const sayWhatWaits = () => {
  document.body.ariaBusy = clicked.length > 0 ? "true" : null;
};

// When the program has to run: it has words for whom something is stored of, which are not in the styles of a page as it was
// printed.
const need = {};
need.promise = new Promise((met) => (need.met = met));
if (!isThere) need.met();
else if ("holds" in root.dataset) addStyles().then(need.met);

const isReady = (element) => ready.frame && (ready.page || !element.closest("#main"));

/* global IN_FILES */

// The files of the catalogue that the page will ask for: as it asks for them, else each would come twice. The build says by
// IN_FILES whether the catalogue lies in files; where it does not, pages are spared this.
const preload = () => {
  for (const { content } of document.querySelectorAll('meta[name="rungs-data-index"], meta[name^="rungs-data-ladder-"]')) {
    const link = Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", crossOrigin: "", href: content });
    document.head.append(link);
  }
};

// Asks for the program and for the page, which wait for a sign that they are needed, and brings the styles of all that
// may be shown then. What is asked before the frame is there is asked again when it is.
let isAsked = false;
const wake = () => {
  if (IN_FILES && !isAsked) preload();
  isAsked = true;
  addStyles();
  // Not amid an event: one half of its listeners would know the program as being here, the other not.
  setTimeout(need.met);
  if (!ready.page) dispatchEvent(new Event("rungs:wake"));
};

const keep = (element) => {
  clicked.push(element);
  sayWhatWaits();
  wake();
};

const isPlain = (event) => event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

// Set where the page could not be woken: a file is missing.
let isAsleep = false;

const keepClick = (event) => {
  const element = event.target.closest?.("[data-acts]");
  if (!element || isReady(element) || !isPlain(event)) return;
  // What the program would add to a link is less than the link.
  if (isAsleep && element.matches("a[href]")) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  // The way past the header needs no program.
  if (element.matches(".skip-link")) return document.getElementById("main").focus();
  keep(element);
};

// A form is the program's to read; the browser would leave the page with it.
const keepSubmit = (event) => {
  if (isReady(event.target)) return;
  event.preventDefault();
  keep(event.target);
};

// It stands in the field already; the program learns of it when it can.
const keepEntry = ({ target }) => {
  if (isReady(target)) return;
  target.dataset.entered = "";
  // The last one comes last: of the choices of a group only that one holds.
  entered.delete(target);
  entered.set(target, target.type === "file" ? {} : { value: target.value, checked: target.checked });
  wake();
};

const SEARCH = "search-input";

// A key that is pressed again when the program is there, and where: what was typed into the search field is asked then,
// and after an Enter the best result opened.
let pressed;
const keepKey = (event, on) => {
  event.preventDefault();
  pressed = { on, key: event.key };
};

// Letters that lead somewhere can be switched off (crates/core/src/saved/settings.rs): told to the program too, which has read
// no settings when it begins.
try {
  const base = document.querySelector('meta[name="rungs-base"]').content;
  if (/"slash_off":{[^}]*"value":true/.test(localStorage[`rungs:${base}:settings`])) root.dataset.letters = "off";
} catch {
  // Where nothing can be stored nothing is switched off.
}

// The keys that lead somewhere from anywhere, as the program has them (src/components/search/keys.rs).
const keepCall = (event) => {
  const { key, target, ctrlKey, metaKey } = event;
  if (ready.frame || event.altKey || event.isComposing) return;
  pressed = undefined;
  if (target.id === SEARCH && key === "Enter") return keepKey(event, target);
  const isTyped = ctrlKey || metaKey || target.closest?.("input, select, textarea");
  const isLetter = (key === "/" || key === "w") && !isTyped && !("letters" in root.dataset);
  if (isLetter && key === "w") return keepKey(event, document.body);
  if (!isLetter && !(key === "k" && ctrlKey !== metaKey && !event.shiftKey)) return;
  event.preventDefault();
  document.getElementById(SEARCH)?.focus();
};

// Nothing more comes of what was clicked, but a link leads somewhere all the same.
const followLast = () => {
  const link = clicked.findLast((element) => element.matches("a[href]"));
  clicked.length = 0;
  sayWhatWaits();
  link?.click();
};

const flush = () => {
  for (const [field, state] of [...entered].filter(([field]) => isReady(field))) {
    entered.delete(field);
    delete field.dataset.entered;
    Object.assign(field, state);
    for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
  }
  const now = clicked.filter(isReady);
  clicked.splice(0, clicked.length, ...clicked.filter((element) => !isReady(element)));
  // Parts of drawings have no `click` of their own.
  pressed?.on.dispatchEvent(new KeyboardEvent("keydown", { key: pressed.key, bubbles: true, cancelable: true }));
  pressed = undefined;
  for (const element of now) {
    if (element.matches("form")) element.requestSubmit();
    else element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  }
  sayWhatWaits();
};

// What was printed for others is better than nothing.
if (root.dataset.start) setTimeout(() => delete root.dataset.start, LONGEST);
// Where nothing was printed, or not for this visitor, there is nothing to wait for.
if (!isThere) addStyles();
else if (root.dataset.start) wake();
for (const sign of SIGNS) addEventListener(sign, wake, { passive: true });
const ENTRIES = ["input", "change"];
addEventListener("click", keepClick, true);
addEventListener("submit", keepSubmit, true);
addEventListener("keydown", keepCall);
addEventListener("focusout", () => (pressed = undefined));
for (const kind of ENTRIES) addEventListener(kind, keepEntry, true);
addEventListener("rungs:started", () => {
  ready.frame = true;
  root.dataset.program = ready.page ? "page" : "frame";
  flush();
  if (isAsked) wake();
});
addEventListener("rungs:asleep", () => {
  isAsleep = true;
  followLast();
});
addEventListener("rungs:awake", () => {
  ready.page = true;
  root.dataset.program = "page";
  for (const sign of SIGNS) removeEventListener(sign, wake);
  flush();
});

/** Settled when the program is needed: a page that is only read has all that it shows. */
export const whenNeeded = need.promise;

/** Whether the page stands in the document, to be read before the program is there. */
export const isPrinted = () => isThere;

/** Whether the program has taken over the frame of the page. */
export const hasStarted = () => ready.frame;

/** Nothing more will come: what stands in the page is shown as it was printed, and its links lead where they lead. */
export const leaveAsPrinted = () => {
  delete root.dataset.start;
  removeEventListener("click", keepClick, true);
  removeEventListener("submit", keepSubmit, true);
  for (const kind of ENTRIES) removeEventListener(kind, keepEntry, true);
  followLast();
};
