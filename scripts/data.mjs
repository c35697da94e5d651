// A large catalogue lies in files of the site, which rungs-site wrote; the program finds them by what its document says.

/**
 * What a document says of files of the catalogue.
 *
 * @param {string} base
 * @param {Record<string, { name: string, integrity: string }> | null} files as rungs-site printed them
 */
export const named = (base, files) =>
  Object.entries(files ?? {}).map(
    ([what, { name, integrity }]) => `<meta name="rungs-data-${what}" content="${base}${name}" data-integrity="${integrity}" />`,
  );
