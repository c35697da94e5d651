// The styles that a page needs as it was printed: they stand in it, so that nothing has to be fetched before the first
// paint. What the program may show later has its styles in the whole stylesheet, which comes with the first sign of use.

import { PurgeCSS } from "purgecss";

// What the frame may show before the whole stylesheet is there, and what the start scripts say of the page.
const ALWAYS = [/^is-open$/, /^has-script$/, /^data-start$/, /^aria-busy$/, /^aria-expanded$/];

// What is only there when the program is: open dialogs, and what it says in the header and at the foot.
const OF_THE_PROGRAM = /[^{}]*(?::modal|:has\(\.(?:save-state|banner)\b)[^{}]*\{[^{}]*\}/g;

// A rule for texts in some languages. Which are on a page is said by an attribute, which the tool does not connect with `:lang()`.
const OF_LANGUAGES = /[^{}]*:lang\([^{}]*\{[^{}]*\}/g;
const LANGUAGE = /:lang\(([\w-]+)\)/g;
const SPOKEN = /\slang="(\w+)/g;

const caught = (text, pattern) => [...text.matchAll(pattern)].map(([, part]) => part);

const words = (text) => text.match(/[\w-]+/g) ?? [];

// Of a page what selectors can know: neither its text nor where its links lead.
const structure = (html) => html.replace(/>[^<]+/g, ">").replace(/\s(?:href|src|content|d|aria-label)="[^"]*"/g, " ");

/** The rules of a stylesheet that apply to something in a page. */
async function purged(css, html, spoken) {
  const heard = css.replace(OF_LANGUAGES, (rule) => (caught(rule, LANGUAGE).some((language) => spoken.includes(language)) ? rule : ""));
  const [{ css: needed }] = await new PurgeCSS().purge({
    content: [{ raw: html, extension: "html" }],
    css: [{ raw: heard }],
    defaultExtractor: words,
    safelist: { standard: ALWAYS, greedy: [/lang/] },
    dynamicAttributes: ["aria-busy", "aria-current", "aria-expanded", "data-start", "open"],
    // Colours and sizes that no rule of the page uses.
    variables: true,
  });
  return needed.replace(/@media[^{}]*\{\}/g, "").trim();
}

/**
 * What finds the styles of pages. A stylesheet knows few of the words that stand in pages, so thousands of pages have
 * some dozens of styles, each worked out once.
 *
 * @param {string} css
 * @returns {(html: string) => Promise<string>}
 */
export function critical(css) {
  if (/\[[\w-]+[$*^|~]=/.test(css)) throw new Error("a selector looks into the value of an attribute: whole words only are known here");
  if (/:lang\([^)]*[^\w)-]/.test(css)) throw new Error("a selector names several languages at once: one in each `:lang()` is known here");
  const printed = css.replace(OF_THE_PROGRAM, "");
  const known = new Set([...printed.matchAll(/[^{}]*(?=\{)/g)].flatMap(([selectors]) => words(selectors)));
  const languages = new Set(caught(printed, LANGUAGE));
  const found = new Map();
  return (html) => {
    const met = [...new Set(words(structure(html)))].filter((word) => known.has(word)).sort().join(" ");
    const spoken = [...new Set(caught(html.toLowerCase(), SPOKEN))].filter((language) => languages.has(language)).sort();
    const key = `${met}|${spoken}`;
    if (!found.has(key)) found.set(key, purged(printed, met, spoken));
    return found.get(key);
  };
}
