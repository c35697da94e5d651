// Makes the HTML files of the site: each page that rungs-site printed, in the frame of index.html, with what it says of
// itself to search engines and chats; and 404.html, which starts the app at any other address.

import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { critical } from "./critical.mjs";
import { named } from "./data.mjs";
import { put } from "./text.mjs";

const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const meta = (name, content) => `<meta name="${name}" content="${escaped(content)}" />`;
const property = (name, content) => `<meta property="${name}" content="${escaped(content)}" />`;

// `connect-src` leaves only our own static host to talk to. A meta tag cannot set `frame-ancestors`; GitHub Pages
// offers no other way.
const policy = (scripts, styles) =>
  [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' ${scripts.map(hash).join(" ")}`,
    `style-src 'self' ${styles.map(hash).join(" ")}`,
    "img-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

/** What a page says of itself. Without the site's address, what needs it is left out. */
function about(page, { name, address }) {
  const lines = [
    `<title>${escaped(page.title)}</title>`,
    meta("description", page.description),
    meta("rungs-page", page.depends ? "depends" : "fixed"),
    property("og:type", "website"),
    property("og:site_name", name),
    property("og:title", page.headline),
    property("og:description", page.description),
    meta("twitter:card", address ? "summary_large_image" : "summary"),
  ];
  if (address) {
    const [width, height] = page.picture_size;
    lines.push(
      `<link rel="canonical" href="${escaped(address + page.path)}" />`,
      property("og:url", address + page.path),
      property("og:image", address + page.picture),
      property("og:image:width", String(width)),
      property("og:image:height", String(height)),
      property("og:image:alt", page.headline),
    );
  }
  return lines;
}

const NO_SCRIPT =
  '<noscript><p class="no-script">JavaScript is off in this browser. Ladders, levels and comparisons can be read and printed; ' +
  "search, the choice of what to compare and all that you would enter (assessment, growth, journal, plan, case, check-ins) need it.</p></noscript>";

/** index.html with what is the same on every page. */
function framed(template, site, files) {
  const { base, head, early, start, script, update, wasm } = files;
  let html = template.replace(/\s*<link data-trunk[^>]*>/g, "");
  html = put(html, 'name="rungs-base" content="/"', `name="rungs-base" content="${base}"`);
  html = put(html, 'href="/icon-64.png"', `href="${base}icon-64.png"`);
  html = put(html, '<a href="/">', `<a href="${base}">`);
  html = put(html, "<!-- name -->", escaped(site.name));
  html = put(html, "<!-- manifest -->", [meta("application-name", site.name), ...head].join("\n"));
  if (site.accent) html = put(html, '<html lang="en">', '<html lang="en" class="has-accent">');
  return put(
    // Some thirty bytes of each page. Before the scripts are in it: the policy allows them as they are, to the byte.
    html.replace(/\n +/g, "\n"),
    "<!-- start -->",
    [
      ...named(base, site.data),
      "<!-- preload -->",
      `<script>${early}</script>`,
      `<script type="module" data-script="${script.href}" data-script-integrity="${script.integrity}" ` +
        `data-wasm="${wasm.href}" data-wasm-integrity="${wasm.integrity}" data-update="${update.href}">${start}</script>`,
    ].join("\n"),
  );
}

/**
 * Where nothing can be shown without the program, its files are fetched as early as can be. All other pages are painted
 * first. The attributes are those of the fetches themselves (start.js), else each file would be fetched twice;
 * but browsers know no `integrity` there for what is fetched, and warn of it (crbug.com/981419): the fetch checks.
 */
const preloads = ({ base, script, wasm }, { data }) => [
  `<link rel="modulepreload" href="${script.href}" integrity="${script.integrity}" />`,
  `<link rel="preload" as="fetch" type="application/wasm" crossorigin href="${wasm.href}" />`,
  ...(data ? [`<link rel="preload" as="fetch" crossorigin href="${base}${data.index.name}" />`] : []),
];

/** A page with the styles that it needs, and with the policy that allows just these. */
async function styled(html, site, { needed, sheet, early, start }) {
  // Whatever the accent is, it is another style, so that the stylesheet is the same for every site.
  const styles = [await needed(html)];
  if (site.accent) styles.push(`:root{--site-accent:${site.accent}}`);
  const elements = [...styles.map((each) => `<style>${each}</style>`), `<meta name="rungs-styles" content="${sheet.href}" />`];
  const whole = put(html, "<!-- styles -->", elements.join("\n"));
  return put(whole, "<head>", `<head>\n<meta http-equiv="Content-Security-Policy" content="${policy([early, start], styles)}" />`);
}

const STANDS = /(<div id="app">)[\s\S]*?(<\/div>\s*<div id="start-failed")/;

/**
 * Writes the HTML files, and sitemap.xml and robots.txt where the site's address is known.
 *
 * @param {string} template index.html as it was gathered
 * @param {object} site what rungs-site printed
 * @param {object} files the addresses of what the pages load, and the texts that stand in them
 */
export async function pages(template, site, files) {
  const frame = framed(template, site, files);
  const needs = { ...files, needed: critical(files.style) };
  const write = async (path, text) => {
    const file = join(files.to, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  };
  for (const page of site.pages) {
    const data = named(files.base, page.data).map((line) => `\n${line}`);
    const html = put(put(frame, "<!-- about -->", about(page, site).join("\n")), "\n<!-- preload -->", data.join(""));
    const whole = html.replace(STANDS, (_, before, after) => `${NO_SCRIPT}\n${before}${page.html}${after}`);
    await write(`${page.path}index.html`, await styled(whole, site, needs));
  }
  // What other pages say by their picture is said here of all of them (src/state/document.rs).
  const pictures = site.address ? [meta("rungs-pictures", "there")] : [];
  const nowhere = [`<title>${escaped(site.name)}</title>`, meta("robots", "noindex"), ...pictures].join("\n");
  const shell = put(put(frame, "<!-- about -->", nowhere), "<!-- preload -->", preloads(files, site).join("\n"));
  await write("404.html", await styled(shell, site, needs));
  if (site.address) {
    const urls = site.pages.map((page) => `<url><loc>${escaped(site.address + page.path)}</loc></url>`);
    await write("sitemap.xml", `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join("\n")}\n</urlset>\n`);
  }
  await write("robots.txt", `User-agent: *\nAllow: /\n${site.address ? `Sitemap: ${site.address}sitemap.xml\n` : ""}`);
}
