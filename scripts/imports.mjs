// Gives the functions that the WASM imports from its glue short names. Those that wasm-bindgen writes hold a hash each,
// which no compression shortens, and each stands in both files.

const IMPORTS = 2;
const GLUE = "./rungs_bg.js";

// Reads numbers and names of a WASM file, from a place on.
function reader(bytes, at) {
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  };
  const take = (length) => bytes.subarray(at, (at += length));
  return { number, take, name: () => Buffer.from(take(number())).toString(), at: () => at };
}

function number(value) {
  const bytes = [];
  for (; value > 0x7f; value >>>= 7) bytes.push((value & 0x7f) | 0x80);
  return Buffer.from([...bytes, value]);
}

function name(text) {
  const bytes = Buffer.from(text);
  return Buffer.concat([number(bytes.length), bytes]);
}

// The bytes that say what is imported, by the kind of the import: the index of a type, of a tag's type, or limits.
function description(read, kind) {
  const start = read.at();
  if (kind === 0) read.number();
  else if (kind === 4) read.take(1), read.number();
  else if (kind === 3) read.take(2);
  else {
    if (kind === 1) read.take(1);
    const bounded = read.number() & 1;
    read.number();
    if (bounded) read.number();
  }
  return [start, read.at()];
}

/**
 * The main file of the program and its glue, with short names between them.
 *
 * @param {Buffer} wasm what wasm-bindgen and wasm-opt made of the main file
 * @param {string} glue the script that it came with
 */
export function shortened(wasm, glue) {
  let section = 8;
  while (section < wasm.length && wasm[section] !== IMPORTS) {
    const head = reader(wasm, section + 1);
    const length = head.number();
    section = head.at() + length;
  }
  const read = reader(wasm, section + 1);
  const length = read.number();
  const end = read.at() + length;
  const short = new Map();
  const parts = [];
  const count = read.number();
  for (let index = 0; index < count; index++) {
    const [from, whole, kind] = [read.name(), read.name(), read.take(1)[0]];
    const [start, stop] = description(read, kind);
    if (from === GLUE && !short.has(whole)) short.set(whole, short.size.toString(36));
    const told = from === GLUE ? [name("g"), name(`_${short.get(whole)}`)] : [name(from), name(whole)];
    parts.push(...told, Buffer.from([kind]), wasm.subarray(start, stop));
  }
  if (read.at() !== end) throw new Error("the imports of the WASM do not end where their section does");
  for (const [whole, code] of short) glue = once(glue, new RegExp(`(?<![\\w$])${whole.replaceAll("$", "\\$")}(?![\\w$])`, "g"), `_${code}`);
  glue = once(glue, new RegExp(`(["'])${GLUE.replaceAll(".", "\\.")}\\1`, "g"), '"g"');
  const body = Buffer.concat([number(count), ...parts]);
  const imports = Buffer.concat([Buffer.from([IMPORTS]), number(body.length), body]);
  return { wasm: Buffer.concat([wasm.subarray(0, section), imports, wasm.subarray(end)]), glue };
}

function once(text, pattern, replacement) {
  const found = text.match(pattern)?.length ?? 0;
  if (found !== 1) throw new Error(`${pattern} stands in the glue ${found} times, and not once`);
  return text.replace(pattern, () => replacement);
}
