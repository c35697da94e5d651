#!/usr/bin/env node
// Runs a command that ends when our standard input does, so that it never outlives who started it.
//
//   leash.mjs command [arguments]

import { spawn } from "node:child_process";

const [command, ...rest] = process.argv.slice(2);
const child = spawn(command, rest, { stdio: ["ignore", "inherit", "inherit"] });
child.on("exit", (code) => process.exit(code ?? 1));
child.on("error", (fault) => {
  console.error(`leash: ${fault.message}`);
  process.exit(1);
});
process.stdin.on("end", () => child.kill("SIGTERM")).resume();
