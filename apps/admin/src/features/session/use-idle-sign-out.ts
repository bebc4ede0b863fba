"use client";

import { useEffect } from "react";
import { routes } from "../../routes.ts";
import { toast } from "../../ui/floating/toast.tsx";
import { awakeCookie, idleMinutes, sharedCookie, sharedCookies } from "./shared-tablet.ts";
import { signOut } from "./sign-out.ts";
import { writeCookie } from "./write-cookie.ts";

const has = (name: string) => document.cookie.split("; ").some((pair) => pair.startsWith(`${name}=`));
const secondsBetween = (from: number, to: number) => (to - from) / 1000;

/**
 * The window's signs of use, on a shared tablet: they keep the session awake, for all tabs by one cookie. When it has
 * lapsed, the session is ended; a minute before, a message says so. Coming back to a sleeping device looks at once.
 */
export function useIdleSignOut(): void {
  useEffect(() => {
    let usedAt = Date.now();
    let writtenAt = 0;
    let warning: string | null = null;
    let isLeaving = false;
    const onUse = () => {
      // asked each time: a tablet becomes a shared one also by a sign-in above the page
      if (!has(sharedCookie) || !has(awakeCookie)) return;
      usedAt = Date.now();
      if (warning !== null) toast.hide(warning);
      warning = null;
      if (secondsBetween(writtenAt, usedAt) < 5) return;
      writtenAt = usedAt;
      writeCookie(sharedCookies.awake);
    };
    const look = () => {
      if (isLeaving || !has(sharedCookie)) return;
      if (!has(awakeCookie)) {
        isLeaving = true;
        void signOut({ to: routes.signIn(window.location.pathname) });
      } else if (warning === null && secondsBetween(usedAt, Date.now()) > (idleMinutes - 1) * 60) {
        warning = toast.failed(
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
