import { Client } from "undici";

/** One request of a load, and whether an answer of 200 is the right one. */
export type Asking = {
  path: string;
  body: string;
  /** Told of the answer's text; false where it is another's, or not complete. */
  isRight(answer: string): boolean;
};

export type Load = {
  url: string;
  token: string;
  connections: number;
  seconds: number;
  /** The next request of a connection; null ends that connection's part. */
  next: () => Asking | null;
};

/** Milliseconds of each request that was answered, and how long all of them together took. */
export type Timings = { milliseconds: number[]; seconds: number };

/** An answer that failed, or was not the right one. */
export class WrongAnswer extends Error {
  override readonly name = "WrongAnswer";
}

/**
 * Asks over so many connections, one request at a time on each, until the time is over; what is under way then is
 * waited for. Throws WrongAnswer at the first answer that is not 200 or not right.
 */
export async function runLoad({ url, token, connections, seconds, next }: Load): Promise<Timings> {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const clients = Array.from({ length: connections }, () => new Client(url, { pipelining: 1 }));
  const milliseconds: number[] = [];
  const begun = performance.now();
  const until = begun + seconds * 1000;
  const ask = (client: Client, asking: Asking) =>
    new Promise<void>((resolve, reject) => {
      const chunks: Buffer[] = [];
      let status = 0;
      const since = performance.now();
      client.dispatch(
        { path: asking.path, method: "POST", headers, body: asking.body },
        {
          onRequestStart: () => {},
          onResponseStart: (_controller, code) => {
            status = code;
          },
          onResponseData: (_controller, chunk) => {
            chunks.push(chunk);
          },
          onResponseEnd: () => {
            milliseconds.push(performance.now() - since);
            const text = (chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)).toString(
              "utf8",
            );
            if (status === 200 && asking.isRight(text)) return resolve();
            reject(
              new WrongAnswer(
                `${asking.path} with ${asking.body} was answered ${status}: ${text.slice(0, 1_000)}`,
              ),
            );
          },
          onResponseError: (_controller, error) =>
            reject(new WrongAnswer(`${asking.path} was not answered: ${error.message}`)),
        },
      );
    });
  try {
    await Promise.all(
      clients.map(async (client) => {
        while (performance.now() < until) {
          const asking = next();
          if (asking === null) return;
          await ask(client, asking);
        }
      }),
    );
    return { milliseconds, seconds: (performance.now() - begun) / 1000 };
  } finally {
    await Promise.all(clients.map((client) => client.destroy()));
  }
}

/** One call on its own; answers the data. Throws WrongAnswer where it fails. */
export async function callOnce(url: string, token: string, path: string, body: string): Promise<unknown> {
  const response = await fetch(`${url}${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body,
  });
  const text = await response.text();
  if (response.status !== 200)
    throw new WrongAnswer(`${path} with ${body} was answered ${response.status}: ${text}`);
  return (JSON.parse(text) as { result: { data: unknown } }).result.data; // tRPC's envelope
}

/** The value below which so many percent of the others are; 0 where there are none. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0;
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
};
