import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy, nonceHeader, pageHeaders, pathHeader } from "./security-headers.ts";

/** Gives each page its nonce and the headers that guard it. Decides nothing else: who may see what is the pages' own. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const { ADMIN_URL: adminUrl } = process.env;
  const isDevelopment = process.env.NODE_ENV === "development";
  const policy = contentSecurityPolicy(nonce, { adminUrl, isDevelopment });
  const headers = new Headers(request.headers);
  headers.set(nonceHeader, nonce);
  headers.set(pathHeader, request.nextUrl.pathname + request.nextUrl.search);
  headers.set("content-security-policy", policy);
  // a path that nobody can read Next answers with a fault of its own: there is no such page
  const response = isReadable(request.nextUrl.pathname)
    ? NextResponse.next({ request: { headers } })
    : NextResponse.rewrite(new URL("/not-found", request.url), { request: { headers } });
  response.headers.set("content-security-policy", policy);
  for (const [name, value] of Object.entries(pageHeaders({ adminUrl }))) response.headers.set(name, value);
  return response;
}

/** Whether the path's percent signs are text: "/%E0%A4%A" is not. */
function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

export const config = { matcher: "/((?!_next/static).*)" };
