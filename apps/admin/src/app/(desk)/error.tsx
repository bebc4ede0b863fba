"use client";

import { DeskFailed } from "../../features/session/stand-ins.tsx";

export default function DeskError({ error, retry }: { error: unknown; retry: () => void }) {
  return <DeskFailed error={error} onRetry={retry} />;
}
