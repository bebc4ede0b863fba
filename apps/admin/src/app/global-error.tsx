"use client";

import { pageFaultIn } from "../trpc/page-fault.ts";

/** When not even the frame could be drawn: without any part that could fail too. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const digest: unknown = typeof error === "object" && error !== null ? Reflect.get(error, "digest") : null;
  const request = pageFaultIn(error)?.correlationId ?? digest;
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · Vehicle Contracts</title>
        <main>
          <h1>Something went wrong</h1>
          <p>Nothing was changed.</p>
          <button type="button" onClick={retry}>
            Try again
          </button>
          {typeof request === "string" && <p>Request {request}</p>}
        </main>
      </body>
    </html>
  );
}
