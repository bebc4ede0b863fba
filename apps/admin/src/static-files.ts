import { readdir, readFile } from "node:fs/promises";
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import path from "node:path";

/** The address below which the build's scripts, styles and typefaces are. */
const address = "/_next/static/";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
};

/** The smaller ones that may stand beside a file, the smallest first. */
const encodings = [
  { encoding: "br", ending: ".br" },
  { encoding: "gzip", ending: ".gz" },
] as const;

type Content = { bytes: Buffer; headers: OutgoingHttpHeaders };
/** By the encoding: "br", "gzip", and as it is. */
type StaticFile = Partial<Record<"br" | "gzip", Content>> & { plain: Content };
type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Answers for the files of a build, each as the smallest that stands beside it and that the browser takes; their names change
 * with their content, so they are kept for good. They are read once, into memory (some 5 MB), so that another build beside
 * this process takes none of its own away. Everything else, and what is not there, is `others`'.
 *
 * Next's own would compress each file anew for every request, and by gzip alone. Libraries that serve compressed files
 * stream them from the disk, and fall over a file that is gone or a range that is none.
 *
 * @param folder the build's `static`
 */
export async function staticFiles(folder: string, others: Answer): Promise<Answer> {
  const files = await filesIn(folder);
  return (request, response) => {
    const { method } = request;
    const path = pathOf(request);
    const file = files.get(path);
    if (!file) {
      if (path.startsWith(address)) response.setHeader("x-content-type-options", "nosniff");
      return others(request, response);
    }
    if (method !== "GET" && method !== "HEAD") {
      response.writeHead(405, { allow: "GET, HEAD" }).end();
      return;
    }
    const taken = encodingsTaken(request);
    const best = encodings.find(({ encoding }) => file[encoding] && taken.has(encoding));
    const { bytes, headers } = (best && file[best.encoding]) ?? file.plain;
    response.writeHead(200, headers).end(method === "HEAD" ? undefined : bytes);
  };
}

const pathOf = ({ url = "" }: IncomingMessage): string => url.split("?", 1)[0] ?? "";

/** Encodings of `Accept-Encoding` that it does not rule out (RFC 9110, 12.5.3). */
function encodingsTaken({ headers }: IncomingMessage): Set<string> {
  const named = String(headers["accept-encoding"] ?? "").split(",");
  return new Set(
    named
      .map((each) => each.trim().toLowerCase())
      .filter((each) => !/;\s*q=0(?:\.0*)?$/.test(each))
      .map((each) => each.split(";", 1)[0]?.trim() ?? ""),
  );
}

async function filesIn(folder: string): Promise<Map<string, StaticFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const read = entries
    .filter((entry) => entry.isFile() && path.extname(entry.name) in types)
    .map((entry) => readStatic(folder, path.join(entry.parentPath, entry.name)));
  return new Map(await Promise.all(read));
}

async function readStatic(folder: string, file: string): Promise<[string, StaticFile]> {
  const shared = {
    "content-type": types[path.extname(file)],
    "cache-control": "public, max-age=31536000, immutable",
    "x-content-type-options": "nosniff",
    vary: "accept-encoding",
  };
  const contentOf = (bytes: Buffer, encoding?: string): Content => ({
    bytes,
    headers: {
      ...shared,
      "content-length": bytes.length,
      ...(encoding !== undefined && { "content-encoding": encoding }),
    },
  });
  const beside = await Promise.all(
    encodings.map(async ({ encoding, ending }) => {
      const bytes = await readFile(file + ending).catch(() => null);
      return bytes ? [[encoding, contentOf(bytes, encoding)]] : [];
    }),
  );
  const where = path.relative(folder, file).split(path.sep).map(encodeURIComponent).join("/");
  return [address + where, { plain: contentOf(await readFile(file)), ...Object.fromEntries(beside.flat()) }];
}
