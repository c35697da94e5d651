// Whether anything of ours may be stored, below this base path or another one: it is, or the browser does not say
// (src/store/local.rs has the same rule). Part of the scripts that run before the program.
export const holdsAnything = () => {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith("rungs:"));
  } catch {
    return true;
  }
};
