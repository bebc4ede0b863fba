import type { Route } from "next";
import { routes } from "../../routes.ts";
import { forgetDrafts } from "../../ui/fields/tab-drafts.ts";
import { sharedCookie, sharedCookies } from "./shared-tablet.ts";
import { storeCookieText } from "./store-choice.ts";
import { writeCookie } from "./write-cookie.ts";

/**
 * Ends the session and leaves nothing of it in the window; on a shared tablet nothing on the device either. Goes on to the
 * sign-in page, or to another page of strangers.
 */
export async function signOut({ to = routes.signIn() }: { to?: Route } = {}): Promise<void> {
  const isShared = document.cookie.includes(`${sharedCookie}=`);
  // without an answer the page is left all the same
  const isEnded = await fetch(routes.api.signOut, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  }).then(
    (response) => response.ok,
    () => false,
  );
  if (isShared) {
    forgetDrafts(window.localStorage);
    window.sessionStorage.clear();
    // a session that goes on without an answer is only put to sleep: nobody wakes it without the password
    const left = isEnded ? sharedCookies.end : [sharedCookies.asleep];
    for (const cookie of [...left, storeCookieText(null)]) writeCookie(cookie);
  }
  // a new document: what was read is gone from memory
  window.location.assign(to);
}
