#!/usr/bin/env node
// Serves a folder as GitHub Pages does, on the loopback interface only: below a base path, gzip and nothing better,
// ten minutes of caching, 404.html with status 404, index.html for a folder and a redirect to its trailing slash.
//
//   serve.mjs [--dir dist] [--base /rungs/] [--port 8080] [--leash] [--tls folder]
//
// A file is held back for as long as one of its name and ".held" lies beside it: for tests of slow and broken networks.
// Prints the address once it listens: at the port asked for or, where that is taken, at any free one.
// With --leash it ends when its standard input does, so that it never outlives who started it. With --tls it speaks
// HTTP/2 over TLS, with key.pem and cert.pem of that folder.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { createSecureServer } from "node:http2";
import { extname, join, resolve, sep } from "node:path";
import { parseArgs } from "node:util";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";

const { values: options } = parseArgs({
  options: {
    dir: { type: "string", default: "dist" },
    base: { type: "string", default: "/" },
    port: { type: "string", default: "0" },
    leash: { type: "boolean", default: false },
    tls: { type: "string" },
  },
});
const root = resolve(options.dir);

const types = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/vnd.microsoft.icon",
  ".js": "application/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".toml": "application/toml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json; charset=utf-8",
};
const packed = new Set([".css", ".html", ".ico", ".js", ".json", ".md", ".svg", ".toml", ".txt", ".wasm", ".webmanifest"]);

// The file that a path below the base stands for, a redirect, or nothing.
async function find(path) {
  let decoded;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return {};
  }
  const file = resolve(join(root, decoded));
  if (decoded.includes("\0") || (file !== root && !file.startsWith(root + sep))) return {};
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile() && !decoded.endsWith("/")) return { file };
  if (!found?.isDirectory()) return {};
  const index = join(file, "index.html");
  if (!(await stat(index).catch(() => undefined))?.isFile()) return {};
  return decoded === "" || decoded.endsWith("/") ? { file: index } : { redirect: true };
}

function send(request, response, status, headers, body) {
  response.writeHead(status, { ...headers, "content-length": body.length });
  response.end(request.method === "HEAD" ? undefined : body);
}

// What was packed once, by the hash of its content: a host packs a file once, too.
const packedFiles = new Map();
function pack(content, hash) {
  if (!packedFiles.has(hash)) packedFiles.set(hash, gzipSync(content, { level: 6 }));
  return packedFiles.get(hash);
}

const isHeld = (file) => stat(`${file}.held`).then(() => true, () => false);

async function sendFile(request, response, status, file) {
  while (await isHeld(file)) await sleep(50);
  const content = await readFile(file);
  const extension = extname(file);
  const headers = {
    "access-control-allow-origin": "*",
    "cache-control": "max-age=600",
    "content-type": types[extension] ?? "application/octet-stream",
    etag: `"${createHash("sha256").update(content).digest("hex").slice(0, 16)}"`,
    vary: "accept-encoding",
  };
  if (status === 200 && request.headers["if-none-match"] === headers.etag) {
    response.writeHead(304, headers);
    return response.end();
  }
  if (!packed.has(extension) || !/\bgzip\b/.test(request.headers["accept-encoding"] ?? "")) {
    return send(request, response, status, headers, content);
  }
  send(request, response, status, { ...headers, "content-encoding": "gzip" }, pack(content, headers.etag));
}

async function answer(request, response) {
  if (request.method !== "GET" && request.method !== "HEAD") {
    return send(request, response, 405, { allow: "GET, HEAD" }, Buffer.from("405\n"));
  }
  const [path, query] = request.url.split(/\?(.*)/s);
  const below = path.startsWith(options.base) ? path.slice(options.base.length) : undefined;
  const { file, redirect } = below === undefined ? { redirect: `${path}/` === options.base } : await find(below);
  if (redirect) {
    const location = `${path}/${query === undefined ? "" : `?${query}`}`;
    return send(request, response, 301, { location }, Buffer.from("301\n"));
  }
  if (file) return sendFile(request, response, 200, file);
  const missing = join(root, "404.html");
  const known = below !== undefined && (await stat(missing).catch(() => undefined))?.isFile();
  if (known) return sendFile(request, response, 404, missing);
  send(request, response, 404, { "content-type": types[".txt"] }, Buffer.from("404\n"));
}

const reply = (request, response) => {
  answer(request, response).catch((fault) => {
    console.error(fault);
    response.destroy();
  });
};
const tls = options.tls && Object.fromEntries(["key", "cert"].map((part) => [part, readFileSync(join(options.tls, `${part}.pem`))]));
// Longer addresses are answered than Pages takes, so that the app's own answer to them can be seen.
const server = tls ? createSecureServer({ ...tls, allowHTTP1: true }, reply) : createServer({ maxHeaderSize: 1 << 20 }, reply);
const listen = (port) => server.listen(port, "127.0.0.1");
server.on("listening", () => console.log(`${tls ? "https" : "http"}://127.0.0.1:${server.address().port}${options.base}`));
server.on("error", (fault) => {
  if (fault.code === "EADDRINUSE") return listen(0);
  console.error(`serve: ${fault.message}`);
  process.exit(1);
});
listen(Number(options.port));
if (options.leash) process.stdin.on("end", () => process.exit(0)).resume();
