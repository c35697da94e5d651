// The styles that a page needs as it was printed: they stand in it, so that nothing has to be fetched before the first
// paint. What the program may show later has its styles in the whole stylesheet, which comes with the first sign of use.

import { PurgeCSS } from "purgecss";

// What the frame may show before the whole stylesheet is there, and what the start scripts say of the page.
const ALWAYS = [/^is-open$/, /^has-/, /^start-/, /^update-/, /^data-start$/, /^aria-busy$/, /^aria-expanded$/];

/** The rules of a stylesheet that apply to something in a page. */
export async function critical(css, html) {
  const [{ css: needed }] = await new PurgeCSS().purge({
    content: [{ raw: html, extension: "html" }],
    css: [{ raw: css }],
    defaultExtractor: (text) => text.match(/[\w-]+/g) ?? [],
    // Which script a text is in is said by an attribute, which the tool does not connect with `:lang()`.
    safelist: { standard: ALWAYS, greedy: [/lang/] },
    dynamicAttributes: ["aria-busy", "aria-current", "aria-expanded", "data-start", "open"],
  });
  return needed.trim();
}
