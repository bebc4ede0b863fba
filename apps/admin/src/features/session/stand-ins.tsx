"use client";

import { type ComponentType, lazy, Suspense } from "react";
import { whenIdle } from "../../ui/later/when-idle.ts";

type Failure = { error: unknown; onRetry: () => void };

/**
 * What stands in a page's place where it fails or is not there. Every page names them, and hardly any shows one: they are
 * fetched once the browser is idle, so that they are there when the connection is not, and sent at once where one is shown.
 */
function standIn<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  whenIdle(() => void load().catch(() => undefined));
  const Loaded = lazy(async () => ({ default: await load() }));
  return (props: Props) => (
    <Suspense>
      <Loaded {...props} />
    </Suspense>
  );
}

export const PageFailed = standIn<Failure>(() =>
  import("./page-failed.tsx").then((loaded) => loaded.PageFailed),
);
export const NotHere = standIn(() => import("./not-here.tsx").then((loaded) => loaded.NotHere));
export const DeskFailed = standIn<Failure>(() =>
  import("./desk-away.tsx").then((loaded) => loaded.DeskFailed),
);
export const DeskNotHere = standIn(() => import("./desk-away.tsx").then((loaded) => loaded.DeskNotHere));
export const DeskNotYours = standIn(() => import("./desk-away.tsx").then((loaded) => loaded.DeskNotYours));
