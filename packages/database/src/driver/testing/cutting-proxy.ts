import { once } from "node:events";
import net from "node:net";

/** Bytes on their way, and who sent them. */
type Passing = { from: "driver" | "server"; bytes: Buffer };

/**
 * A way to the server that is cut the first time something passes for which `cut` is true: a question is not handed on
 * then, an answer is, and nothing after it. Answers the address to take, with the rest of `url`.
 */
export async function cuttingProxy(url: string, cut: (passing: Passing) => boolean): Promise<string> {
  const { hostname, port } = new URL(url);
  let isCut = false;
  const proxy = net.createServer((driver) => {
    const server = net.connect(Number(port), hostname);
    for (const end of [driver, server])
      end
        .on("error", () => {})
        .on("close", () => {
          server.destroy();
          driver.end();
        });
    const hand = (from: Passing["from"], to: net.Socket) => (bytes: Buffer) => {
      if (isCut || !cut({ from, bytes })) return void to.write(bytes);
      isCut = true;
      server.destroy();
      if (from === "server") driver.end(bytes);
      else driver.end();
    };
    driver.on("data", hand("driver", server));
    server.on("data", hand("server", driver));
  });
  await once(proxy.listen(0, "127.0.0.1"), "listening");
  const way = new URL(url);
  way.host = `127.0.0.1:${(proxy.address() as net.AddressInfo).port}`; // listens on TCP
  return way.href;
}
