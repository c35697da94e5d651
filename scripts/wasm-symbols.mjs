// Which crate the code of a WASM file comes from, by the names of its functions.

const CRATES = /\b(rungs_core|rungs|tachys|reactive_graph|leptos|serde_json|serde_core|postcard|unicode_segmentation|gloo_storage|wasm_bindgen|js_sys|web_sys|alloc|core|std)\b/;

/** Bytes of code by crate, largest first; a generic function counts for the crate that its name begins with. */
export function codeByCrate(file) {
  const { sizes, imports, names } = read(file);
  const totals = new Map();
  sizes.forEach((size, index) => {
    const name = names.get(imports + index) ?? "";
    // What describes types to wasm-bindgen is taken out of the published file.
    if (name.includes("__wbindgen_describe")) return;
    const crate = CRATES.exec(name.replaceAll(/[\d]+(?=[a-z_])/g, " "))?.[1] ?? "other";
    totals.set(crate, (totals.get(crate) ?? 0) + size);
  });
  return [...totals].sort((a, b) => b[1] - a[1]);
}

function read(bytes) {
  let at = 8;
  const number = () => {
    let result = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      result += (byte & 127) * 2 ** shift;
      if (byte < 128) return result;
    }
  };
  const text = () => {
    const length = number();
    at += length;
    return Buffer.from(bytes.subarray(at - length, at)).toString();
  };
  const found = { sizes: [], imports: 0, names: new Map() };
  const sections = {
    0: (end) => text() === "name" && functionNames(end),
    2: () => { for (let left = number(); left > 0; left--) oneImport(); },
    10: () => { for (let left = number(); left > 0; left--) { const size = number(); found.sizes.push(size); at += size; } },
  };
  const oneImport = () => {
    text();
    text();
    const kind = bytes[at++];
    if (kind === 0) found.imports++;
    if (kind === 1) at++;
    if (kind === 0) number();
    else if (kind === 3) at += 2;
    else if (bytes[at++] & 1) { number(); number(); }
    else number();
  };
  const functionNames = (end) => {
    while (at < end) {
      const kind = bytes[at++];
      const stop = number() + at;
      if (kind === 1) for (let left = number(); left > 0; left--) found.names.set(number(), text());
      at = stop;
    }
  };
  while (at < bytes.length) {
    const kind = bytes[at++];
    const end = number() + at;
    sections[kind]?.(end);
    at = end;
  }
  return found;
}
