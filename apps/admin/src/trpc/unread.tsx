"use client";

import type { Problem } from "@vehicle-contracts/contract-model";
import { Failed } from "../ui/states/states.tsx";
import { useTryingAgain } from "../ui/states/use-trying-again.ts";
import { useOnline } from "../ui/use-online.ts";
import { passes, whyUnread } from "./errors.ts";

type UnreadProps = { title: string; problem: Problem; onRetry: () => void };

/** What somebody waits for could not be read: why, and when it is tried again, which is by itself where the failure may pass. */
export function Unread({ title, problem, onRetry }: UnreadProps) {
  const isOnline = useOnline();
  const asked = "retryAfterSeconds" in problem ? problem.retryAfterSeconds : 0;
  const seconds = useTryingAgain(passes(problem) ? Math.max(8, asked) : null, onRetry);
  return (
    <Failed
      title={title}
      text={whyUnread(problem)}
      {...(seconds !== null && { next: isOnline ? inSeconds(seconds) : "Trying again once you are back." })}
      requestId={problem.correlationId || undefined}
      onRetry={onRetry}
    />
  );
}

const inSeconds = (seconds: number) => `Trying again in ${seconds} ${seconds === 1 ? "second" : "seconds"}.`;
