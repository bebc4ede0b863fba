"use client";

import { useEffect } from "react";
import { toast } from "../../ui/floating/toast.tsx";
import { awakeCookie, idleMinutes, sharedCookie, sharedCookies } from "./shared-tablet.ts";
import { signOut } from "./sign-out.ts";

const has = (name: string) => document.cookie.split("; ").some((pair) => pair.startsWith(`${name}=`));
const secondsBetween = (from: number, to: number) => (to - from) / 1000;

/**
 * The window's signs of use, on a shared tablet: they keep the session awake, for all tabs by one cookie. When it has
 * lapsed, the session is ended; a minute before, a message says so. Coming back to a sleeping device looks at once.
 */
export function useIdleSignOut(): void {
  useEffect(() => {
    if (!has(sharedCookie)) return undefined;
    let usedAt = Date.now();
    let writtenAt = 0;
    let isWarned = false;
    const onUse = () => {
      if (!has(awakeCookie)) return;
      usedAt = Date.now();
      isWarned = false;
      if (secondsBetween(writtenAt, usedAt) < 5) return;
      writtenAt = usedAt;
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
      document.cookie = sharedCookies.awake;
    };
    const look = () => {
      if (!has(awakeCookie)) {
        void signOut(window.location.pathname);
      } else if (!isWarned && secondsBetween(usedAt, Date.now()) > (idleMinutes - 1) * 60) {
        isWarned = true;
        toast.failed(
          "Signing out in one minute",
          "This tablet is shared and has not been used. Touch it to stay.",
        );
      }
    };
    onUse();
    const signs = ["pointerdown", "keydown", "wheel", "touchstart"] as const;
    for (const sign of signs) window.addEventListener(sign, onUse, { passive: true });
    document.addEventListener("visibilitychange", look);
    const timer = setInterval(look, 5_000);
    return () => {
      for (const sign of signs) window.removeEventListener(sign, onUse);
      document.removeEventListener("visibilitychange", look);
      clearInterval(timer);
    };
  }, []);
}
