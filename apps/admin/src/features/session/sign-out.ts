import { routes } from "../../routes.ts";
import { forgetDrafts } from "../../ui/fields/use-device-draft.ts";
import { sharedCookie, sharedCookies } from "./shared-tablet.ts";
import { storeCookieText } from "./store-choice.ts";

/** Ends the session and leaves nothing of it in the window; on a shared tablet nothing on the device either. */
export async function signOut(back?: string): Promise<void> {
  const isShared = document.cookie.includes(`${sharedCookie}=`);
  // without an answer the page is left all the same; a shared tablet's session then ends by itself
  await fetch(routes.api.signOut, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  }).catch(() => undefined);
  if (isShared) {
    forgetDrafts(window.localStorage);
    window.sessionStorage.clear();
    for (const cookie of [...sharedCookies.end, storeCookieText(null)]) {
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
      document.cookie = cookie;
    }
  }
  // a new document: what was read is gone from memory
  window.location.assign(routes.signIn(back));
}
