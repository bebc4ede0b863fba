"use client";

import { PageFailed } from "../features/session/stand-ins.tsx";

export default function RootError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main>
      <title>Something went wrong · Vehicle Contracts</title>
      <PageFailed error={error} onRetry={retry} />
    </main>
  );
}
