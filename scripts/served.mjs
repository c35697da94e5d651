// Serves a folder for as long as a script needs it.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** Starts `serve.mjs` on a free port, with more arguments where there are any; resolves to its address and the function that ends it. */
export async function served(folder, base = "/", more = []) {
  const script = fileURLToPath(new URL("serve.mjs", import.meta.url));
  const server = spawn(process.execPath, [script, "--dir", folder, "--base", base, "--port", "0", ...more], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(server.stdout, "data");
  const address = line.toString().trim();
  if (!address.startsWith("http")) throw new Error(`the server said: ${address}`);
  return { address, stop: () => server.kill() };
}
