/** Minutes without a touch or key after which a shared tablet signs out. */
export const idleMinutes = 10;

/**
 * Two cookies, written by the browser: `shared` says that this is a shared tablet, `awake` lasts as long as one may be
 * idle and is renewed by use. The server takes no session of a shared tablet that is not awake.
 */
export const sharedCookie = "vc-shared";
export const awakeCookie = "vc-awake";

/** Whether a session with these cookies has been idle too long. */
export function isAsleep(cookieHeader: string | null): boolean {
  const names = new Set((cookieHeader ?? "").split(";").map((pair) => pair.trim().split("=")[0]));
  return names.has(sharedCookie) && !names.has(awakeCookie);
}

const cookie = (name: string, seconds: number | null) =>
  `${name}=1; path=/; samesite=lax${seconds === null ? "" : `; max-age=${seconds}`}`;

/** What to write to `document.cookie` when somebody signs in on a shared tablet, or uses it. */
export const sharedCookies = {
  begin: [cookie(sharedCookie, null), cookie(awakeCookie, idleMinutes * 60)],
  awake: cookie(awakeCookie, idleMinutes * 60),
  asleep: cookie(awakeCookie, 0),
  end: [cookie(sharedCookie, 0), cookie(awakeCookie, 0)],
} as const;
