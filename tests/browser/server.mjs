/** A server for tests: the project's files, pages made by the test, and answers that come late or wrong. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
export const DIST = process.env.TUJIE_DIST ?? join(ROOT, "dist");

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".csv": "text/csv",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

export const hashOf = (bytes) => "sha384-" + createHash("sha384").update(bytes).digest("base64");

/**
 * Listens on a free port. `answers` maps a path, or the end of one, to what is different about it:
 * `{ body, status, headers, delay, change }`; everything else is a file of `dist/` or `www/`.
 */
export const serve = async (answers = {}) => {
  const log = [];
  const file = async (path) => {
    const inDist = path.startsWith("/dist/");
    const folder = inDist ? DIST : join(ROOT, "www");
    return readFile(join(folder, normalize(inDist ? path.slice(5) : path === "/" ? "/index.html" : path)));
  };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    log.push(pathname);
    const key = Object.keys(answers).find((key) => pathname === key || pathname.endsWith(key));
    const { body, status = 200, headers = {}, delay = 0, change } = answers[key] ?? {};
    const head = { "content-type": TYPES[extname(pathname) || ".html"] ?? "application/octet-stream", ...headers };
    try {
      if (pathname === "/favicon.ico") return response.writeHead(204).end();
      let bytes = body ?? (status === 200 ? await file(pathname) : "");
      if (change) bytes = change(bytes);
      if (delay) await new Promise((resolve) => setTimeout(resolve, delay));
      response.writeHead(status, head).end(bytes);
    } catch {
      response.writeHead(404, { "access-control-allow-origin": "*" }).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    answers,
    /** How often a path that matches was asked for. */
    count: (pattern) => log.filter((path) => pattern.test(path)).length,
    /** How often the most wanted of the paths that match was asked for. */
    most: (pattern) => Math.max(0, ...log.filter((path) => pattern.test(path)).map((path) => log.filter((other) => other === path).length)),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
};

/** A whole page around `body`. */
export const page = (body, { head = "", lang = "zh-CN" } = {}) =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>t</title>${head}</head><body>${body}</body></html>`;
