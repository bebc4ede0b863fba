import { once } from "node:events";
import { createServer } from "node:http";
import path from "node:path";
import { parseArgs } from "node:util";
import next from "next";
import { staticFiles } from "./static-files.ts";

/**
 * The admin app as it was built: its pages by Next, the files of the build as they were compressed.
 *
 *     node src/serve.ts --port 3000 --hostname 127.0.0.1
 */
const { values } = parseArgs({
  options: { port: { type: "string", default: "3000" }, hostname: { type: "string", default: "127.0.0.1" } },
});
const { hostname } = values;
const port = Number(values.port);
const dir = path.join(import.meta.dirname, "..");

const server = createServer();
const app = next({ dev: false, dir, hostname, port, httpServer: server });
await app.prepare();
const pages = app.getRequestHandler();
const files = path.join(dir, ".next/static");
const answer = await staticFiles(files, (request, response) => {
  pages(request, response).catch((error: unknown) => {
    console.error(error);
    if (response.headersSent) response.destroy();
    else response.writeHead(500).end();
  });
});
server.on("request", answer);
await once(server.listen(port, hostname), "listening");

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, async () => {
    server.close();
    server.closeIdleConnections();
    await once(server, "close");
    await app.close();
    process.exit(0);
  });
