import type { TRPCLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import type { AppRouter } from "@vehicle-contracts/trpc-router";
import { problemOf } from "./errors.ts";
import type { SessionGate } from "./session-gate.ts";

/** A request that met an ended session waits for the sign-in and is sent once more: nothing that was typed is lost. */
export const signInAgainLink =
  (gate: SessionGate): TRPCLink<AppRouter> =>
  () =>
  ({ op, next }) =>
    observable((observer) => {
      let current = next(op).subscribe({
        next: (value) => observer.next(value),
        complete: () => observer.complete(),
        error: (error) => {
          if (problemOf(error).code !== "UNAUTHENTICATED") return observer.error(error);
          void gate.wait().then((signedIn) => {
            if (!signedIn) return observer.error(error);
            current = next(op).subscribe(observer);
          });
        },
      });
      return () => current.unsubscribe();
    });
