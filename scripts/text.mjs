// What is done to texts by more than one step of the build.

/** A text with a mark in it replaced, which must stand in it once. */
export function put(whole, mark, text) {
  if (whole.split(mark).length !== 2) throw new Error(`${JSON.stringify(mark)} must stand once in:\n${whole}`);
  return whole.replace(mark, () => text);
}
