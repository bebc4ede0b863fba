import { routes } from "../../routes.ts";
import { sharedCookies } from "./shared-tablet.ts";
import { writeCookie } from "./write-cookie.ts";

export type SignInAnswer =
  | { outcome: "signed-in" }
  /** E-mail or password: which of them is told to nobody. */
  | { outcome: "wrong" }
  | { outcome: "too-many"; retryAfterSeconds: number }
  /** The server answers, the database does not. */
  | { outcome: "away" }
  | { outcome: "no-answer" };

type Credentials = { email: string; password: string; shared: boolean };

/** Asks for a session. On a shared tablet it ends with the browser, and when nobody touches it for a while. */
export async function signIn({ email, password, shared }: Credentials): Promise<SignInAnswer> {
  try {
    const response = await fetch(routes.api.signIn, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email, password, rememberMe: !shared }),
    });
    if (response.ok) {
      for (const cookie of shared ? sharedCookies.begin : sharedCookies.end) writeCookie(cookie);
      return { outcome: "signed-in" };
    }
    if (response.status === 429) return { outcome: "too-many", retryAfterSeconds: secondsOf(response) };
    if (response.status === 503) return { outcome: "away" };
    return { outcome: response.status < 500 ? "wrong" : "no-answer" };
  } catch {
    // no connection
    return { outcome: "no-answer" };
  }
}

/** What to say of an answer; null when there is nothing to say. */
export function signInMessage(answer: SignInAnswer): { title: string; text: string } | null {
  switch (answer.outcome) {
    case "signed-in":
      return null;
    case "wrong":
      return {
        title: "E-mail or password is wrong.",
        text: "Type both again; capitals count in the password.",
      };
    case "too-many":
      return { title: "Too many tries.", text: `Try again ${inWords(answer.retryAfterSeconds)}.` };
    case "away":
      return {
        title: "The register cannot be reached just now.",
        text: "Nothing is lost. Try again in a moment.",
      };
    case "no-answer":
      return { title: "The server did not answer.", text: "Look at the connection and try again." };
  }
}

function inWords(seconds: number): string {
  if (seconds < 60) return `in ${seconds} ${seconds === 1 ? "second" : "seconds"}`;
  const minutes = Math.ceil(seconds / 60);
  return `in ${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
}

const secondsOf = (response: Response): number =>
  Math.max(1, Number(response.headers.get("retry-after")) || 60);
