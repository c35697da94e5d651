// Takes the place of the service worker in a build for work on the code, which has to show what was built last:
// gives up the registration and what the worker kept. Pages come from the server again from the next load on.

const forget = async () => {
  const ours = `rungs:${new URL(registration.scope).pathname}:`;
  for (const name of await caches.keys()) if (name.startsWith(ours)) await caches.delete(name);
  await registration.unregister();
};

addEventListener("install", (event) => event.waitUntil(skipWaiting()));
addEventListener("activate", (event) => event.waitUntil(forget()));
