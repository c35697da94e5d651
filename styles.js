// The page holds the styles of what was printed; this brings all others. Part of the start script.

const meta = document.querySelector('meta[name="rungs-styles"]');
let isHere = false;

/** Adds the whole stylesheet, once. */
export const addStyles = () => {
  if (isHere) return;
  isHere = true;
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: meta.content }));
};
