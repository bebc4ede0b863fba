"use client";

import { Button } from "@mantine/core";
import { type ComponentType, type ReactNode, Suspense, use, useSyncExternalStore } from "react";
import { useIsHydrated } from "../use-is-hydrated.ts";
import classes from "./later.module.css";
import { type Loaded, loadable, notYet } from "./loadable.ts";
import { useWasOpened } from "./use-was-opened.ts";
import { whenIdle } from "./when-idle.ts";

/**
 * A component that is no part of a page's first load: it is fetched once the browser is idle, or as soon as it is shown.
 * Where that fails (offline, or the server has another version by now) it says so, and can be tried again. The server sends
 * `fallback` in its place, not the component: nothing is typed into what does not act yet.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  fallback: ReactNode = null,
): ComponentType<Props> {
  const { ask, Part } = partOf(load, fallback);
  whenIdle(ask);
  return function Later(props: Props) {
    if (!useIsHydrated()) return fallback;
    return (
      <Suspense fallback={fallback}>
        <Part {...props} />
      </Suspense>
    );
  };
}

/**
 * A component that the server sends whole, and whose code comes right after the page's own: it is shown from the first
 * moment and acts as soon as the code is there. Until then it has to be disabled, as a `FormFrame` is.
 */
export function sentLater<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  fallback: ReactNode = null,
): ComponentType<Props> {
  const { Part } = partOf(load, fallback);
  return (props: Props) => (
    <Suspense fallback={fallback}>
      <Part {...props} />
    </Suspense>
  );
}

function partOf<Props extends object>(load: () => Promise<ComponentType<Props>>, fallback: ReactNode) {
  const part = loadable(load);
  // what fails is said where it is shown
  const ask = () => void part.ask().catch(() => undefined);
  function Part(props: Props) {
    const seen = useSyncExternalStore<Loaded<ComponentType<Props>>>(part.subscribe, part.now, part.now);
    const { value: Loaded, hasFailed } = seen.value ? seen : use(part.settled());
    if (Loaded) return <Loaded {...props} />;
    return hasFailed ? <NotLoaded onRetry={ask} /> : fallback;
  }
  return { ask, Part };
}

/** The same for what opens: before it is opened for the first time there is nothing to show. */
export function laterOpened<Props extends { opened: boolean }>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const Opened = later(load);
  return function LaterOpened(props: Props) {
    return useWasOpened(props.opened) ? <Opened {...props} /> : null;
  };
}

/** A component that nobody waits for: it comes when the browser is idle, and is left out where it cannot be loaded. */
export function whenever<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const part = loadable(load);
  whenIdle(() => void part.ask().catch(() => undefined));
  return function Whenever(props: Props) {
    const { value: Part } = useSyncExternalStore<Loaded<ComponentType<Props>>>(
      part.subscribe,
      part.now,
      () => notYet,
    );
    return Part && <Part {...props} />;
  };
}

/** What could not be loaded, where it is needed. */
export const NotLoaded = ({ onRetry }: { onRetry: () => void }) => (
  <div role="alert" className={classes.unread}>
    <span>
      <b>This part of the page could not be loaded.</b> Nothing you typed is lost. Look at the connection.
    </span>
    <Button size="xs" variant="default" onClick={onRetry}>
      Try again
    </Button>
  </div>
);
