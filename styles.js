// The page holds the styles of what was printed; this brings all others. Part of the start script.

const meta = document.querySelector('meta[name="rungs-styles"]');
let coming;

/** Adds the whole stylesheet, once. Settled when it is here, or does not come. */
export const addStyles = () =>
  (coming ??= new Promise((done) => {
    const link = { rel: "stylesheet", href: meta.content, onload: done, onerror: done };
    document.head.append(Object.assign(document.createElement("link"), link));
  }));
