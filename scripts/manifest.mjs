// Writes the web manifest, with which the site can be installed, and the lines of the page's head that belong to it.

import { access, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const TOKENS = "styles/tokens.css";

/** The page's own colour in light and in dark, as the stylesheet says. */
async function paper() {
  const [light, dark] = [...(await readFile(TOKENS, "utf8")).matchAll(/--paper:\s*(#[0-9a-f]{6})/g)].map((found) => found[1]);
  if (!dark) throw new Error(`${TOKENS} sets no --paper for light and dark`);
  return { light, dark };
}

const svg = { sizes: "any", type: "image/svg+xml" };
const png = (side) => ({ sizes: `${side}x${side}`, type: "image/png" });
const OPTIONAL_ICONS = [
  ["icon-192.png", { ...png(192), purpose: "any" }],
  ["icon-512.png", { ...png(512), purpose: "any" }],
  ["icon-maskable-512.png", { ...png(512), purpose: "maskable" }],
  ["icon-maskable.svg", { ...svg, purpose: "maskable" }],
];
const TOUCH_ICON = "apple-touch-icon.png";

/**
 * Writes manifest.webmanifest into the finished folder and returns the lines for the head. The icons that are listed
 * besides the site's own are those that lie in the folder by then.
 *
 * @param {{ to: string, base: string, icon: string, name: string }} site the finished folder, the base
 * path, the address of the SVG icon, and the site's name
 */
export async function manifest({ to, base, icon, name }) {
  const isThere = (name) => access(join(to, name)).then(() => true, () => false);
  const { light, dark } = await paper();
  const icons = [{ src: icon, ...svg, purpose: "any" }];
  for (const [file, is] of OPTIONAL_ICONS) if (await isThere(file)) icons.push({ src: base + file, ...is });
  const app = {
    id: base,
    name,
    short_name: name,
    start_url: base,
    scope: base,
    display: "standalone",
    background_color: light,
    theme_color: light,
    icons,
  };
  await writeFile(join(to, "manifest.webmanifest"), `${JSON.stringify(app)}\n`);
  const touch = (await isThere(TOUCH_ICON)) ? [`<link rel="apple-touch-icon" href="${base}${TOUCH_ICON}" />`] : [];
  return [
    `<link rel="manifest" href="${base}manifest.webmanifest" />`,
    `<meta name="theme-color" media="(prefers-color-scheme: light)" content="${light}" />`,
    `<meta name="theme-color" media="(prefers-color-scheme: dark)" content="${dark}" />`,
    ...touch,
  ];
}
