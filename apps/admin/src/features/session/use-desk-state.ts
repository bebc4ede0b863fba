"use client";

import type { Session } from "@vehicle-contracts/contract-model";
import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import type { DeskState } from "./desk-context.tsx";
import { storeCookieText } from "./store-choice.ts";
import { writeCookie } from "./write-cookie.ts";

/** What the server said of who asks, and the store chosen since. */
export function useDeskState(session: Session, storeId: string | null): DeskState {
  const router = useRouter();
  const [chosenId, setChosenId] = useState(storeId);
  return useMemo(() => {
    const store = session.stores.find((candidate) => candidate.storeId === chosenId) ?? null;
    const here = store ?? session.stores[0];
    return {
      session,
      stores: session.stores,
      store,
      // one without a store sees no date but that of Greenwich
      today: here?.today ?? "1970-01-01",
      unit: here?.distanceUnit ?? "KM",
      currency: here?.currency ?? "EUR",
      timeZone: here?.timeZone ?? "UTC",
      chooseStore(id) {
        writeCookie(storeCookieText(id));
        setChosenId(id);
        router.refresh();
      },
    };
  }, [session, chosenId, router]);
}
