import type { IncomingMessage, ServerResponse } from "node:http";
import sirv from "sirv";

/** The address below which the build's scripts, styles and typefaces are. */
const address = "/_next/static/";
const YEAR_S = 31_536_000;

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Answers for the files of a build, each with the Brotli or gzip that stands beside it where the browser takes that;
 * their names change with their content, so they are kept for good. Everything else, and what is not there, is `others`'.
 *
 * @param folder the build's `static`, read once: a later build needs another process
 */
export function staticFiles(folder: string, others: Answer): Answer {
  const serve = sirv(folder, {
    brotli: true,
    gzip: true,
    etag: true,
    maxAge: YEAR_S,
    immutable: true,
    setHeaders: (response) => response.setHeader("x-content-type-options", "nosniff"),
  });
  return (request, response) => {
    const { url = "", method } = request;
    if (!url.startsWith(address) || (method !== "GET" && method !== "HEAD")) return others(request, response);
    request.url = url.slice(address.length - 1);
    return serve(request, response, () => {
      request.url = url;
      others(request, response);
    });
  };
}
