/** Where the proxy leaves the nonce for the root layout. */
export const nonceHeader = "x-nonce";
/** Where it leaves the page's own path, for the way back after a sign-in. */
export const pathHeader = "x-own-path";

type Surroundings = {
  /** Where people reach the admin app: with https all of it is asked by https alone. */
  adminUrl: string | undefined;
  isDevelopment: boolean;
};

const isBehindTls = (adminUrl: string | undefined) => adminUrl?.startsWith("https://") ?? false;

/**
 * Our own scripts and styles, and inline ones with the nonce; nothing is embedded, and nothing of ours elsewhere.
 * Mantine sends the sizes of some parts as style attributes with the page's HTML, and an attribute can carry no nonce:
 * of inline style these alone are let in. They can hide or move what is on the page, and neither run nor ask for anything
 * (pictures and fonts have their own lines here).
 */
export function contentSecurityPolicy(nonce: string, { adminUrl, isDevelopment }: Surroundings): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "script-src-attr 'none'",
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isBehindTls(adminUrl) ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

const always: Readonly<Record<string, string>> = {
  "x-frame-options": "DENY",
  "x-content-type-options": "nosniff",
  // The address of a page may hold what was searched for: no other site learns it.
  "referrer-policy": "same-origin",
  "permissions-policy":
    "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), serial=(), usb=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

/** The same for every page and every answer to its script. */
export const pageHeaders = ({
  adminUrl,
}: Pick<Surroundings, "adminUrl">): Readonly<Record<string, string>> => ({
  ...always,
  // A year. Not its subdomains and not for the browsers' list: both would be said of neighbours we do not know.
  ...(isBehindTls(adminUrl) && { "strict-transport-security": "max-age=31536000" }),
});
