// Keeps the service worker (service-worker.js), and offers a new release once it is here and waits. It is applied when
// someone asks for it, and never by itself. The offer stands in the page and not in the app: it is there when the app
// of this release does not start or has stopped, and it weighs nothing in the program. start.js fetches this file once the
// page has nothing else to do, or when someone asks for it.

// Not there where the page did not come by a secure way, and refused within a frame that is walled off.
const found = () => {
  try {
    return navigator.serviceWorker;
  } catch {
    return undefined;
  }
};
const serviceWorker = found();
const base = document.querySelector('meta[name="rungs-base"]').content;
const WORKER = `${base}sw.js`;

const HOUR = 3_600_000;

/** Reloads the page, as the release that waits where there is one. Other windows stay as they are. */
export const reload = async () => {
  // Refused where the browser blocks what sites keep.
  const registration = await serviceWorker?.getRegistration().catch(() => undefined);
  const waiting = registration?.waiting;
  if (!waiting) return location.reload();
  waiting.onstatechange = () => location.reload();
  waiting.postMessage("skip waiting");
};

// It stands in a live region, so that it is read out when there is time.
const offer = (isOpen) => {
  document.getElementById("update-offer").hidden = !isOpen;
};

/** Takes the offer away until the next visit. */
export const putAside = () => {
  offer(false);
  // The button that had the focus is gone.
  document.getElementById("main")?.focus({ preventScroll: true });
};

// The first release that is installed takes over at once: there is nothing that it would take the place of.
const watch = (registration) => {
  const look = () => registration.waiting && registration.active && offer(true);
  const follow = () => registration.installing?.addEventListener("statechange", look);
  look();
  follow();
  registration.addEventListener("updatefound", follow);
  // The browser looks for a new release when a page is opened; a window of ours may stay open for days.
  let looked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - looked < HOUR) return;
    looked = Date.now();
    // Without a network there is nothing new.
    registration.update().catch(leaveIfGone);
  });
};

// Where the site has moved away, the worker that is left would show its last release for ever: a browser keeps one whose
// script is gone. What was entered lies elsewhere and stays.
const leaveIfGone = async () => {
  const answer = await fetch(WORKER, { cache: "no-store" }).catch(() => undefined);
  if (answer?.status !== 404) return;
  const registration = await serviceWorker.getRegistration(base);
  if (!registration) return;
  for (const name of await caches.keys()) if (name.startsWith(`rungs:${base}:`)) await caches.delete(name);
  await registration.unregister();
};

// A worker keeps the files of a large catalogue that are opened while it is in control. On the first visit, and where a page was
// loaded past it, it is told which ladders the page shows and what it fetches, so that these are there without a network too.
const tellOpened = async () => {
  if (!serviceWorker || serviceWorker.controller) return;
  const { active } = await serviceWorker.ready;
  const tell = (opened) => active.postMessage({ opened });
  tell([...document.querySelectorAll('meta[name^="rungs-data-ladder-"]')].map(({ content }) => content));
  const fetched = (list) => tell(list.getEntries().map(({ name }) => name).filter((name) => name.endsWith(".bin")));
  new PerformanceObserver(fetched).observe({ type: "resource", buffered: true });
};

/** Registers the worker, and offers what it brings. The page goes on without one where the browser refuses it. */
export const register = () => {
  serviceWorker?.register(WORKER, { updateViaCache: "none" }).then(watch).catch(leaveIfGone).catch(() => {});
  tellOpened();
};
