// A large catalogue lies in files of the site, which rungs-site wrote; the program finds them by what its document says.

import { put } from "./parts.mjs";

/**
 * A document that names the files of the catalogue, where it has any.
 *
 * @param {string} template
 * @param {string} base
 * @param {Record<string, { name: string, integrity: string }> | null} data as rungs-site printed it
 */
export function naming(template, base, data) {
  const metas = Object.entries(data ?? {}).map(
    ([what, { name, integrity }]) => `<meta name="rungs-data-${what}" content="${base}${name}" data-integrity="${integrity}" />\n    `,
  );
  return put(template, "<!-- start -->", `${metas.join("")}<!-- start -->`);
}
