/** Remembers on this device in which store one works. */
export const storeCookie = "vc-store";

/** What to write to `document.cookie` for a choice; null is all stores. */
export const storeCookieText = (storeId: string | null): string =>
  storeId === null
    ? `${storeCookie}=; path=/; max-age=0; samesite=lax`
    : `${storeCookie}=${encodeURIComponent(storeId)}; path=/; max-age=31536000; samesite=lax`;
