import { routes } from "../../routes.ts";
import { sharedCookies } from "./shared-tablet.ts";
import { writeCookie } from "./write-cookie.ts";

export type SignInAnswer =
  | { outcome: "signed-in" }
  /** E-mail or password: which of them is told to nobody. */
  | { outcome: "wrong" }
  /** The password is right, and a code is asked for besides. */
  | { outcome: "code-asked" }
  | { outcome: "code-wrong" }
  | { outcome: "too-many"; retryAfterSeconds: number }
  /** The server answers, the database does not. */
  | { outcome: "away" }
  | { outcome: "no-answer" };

type Credentials = {
  email: string;
  password: string;
  shared: boolean;
  /** What the authenticator app shows, or one of the codes for when it is not at hand. */
  proof?: { code: string } | { recoveryCode: string };
};

/** Asks for a session. On a shared tablet it ends with the browser, and when nobody touches it for a while. */
export async function signIn({ email, password, shared, proof }: Credentials): Promise<SignInAnswer> {
  try {
    const response = await fetch(routes.api.signIn, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email, password, rememberMe: !shared, ...proof }),
    });
    if (response.ok) {
      for (const cookie of shared ? sharedCookies.begin : sharedCookies.end) writeCookie(cookie);
      return { outcome: "signed-in" };
    }
    if (response.status === 429) return { outcome: "too-many", retryAfterSeconds: secondsOf(response) };
    if (response.status === 503) return { outcome: "away" };
    if (response.status >= 500) return { outcome: "no-answer" };
    const refusal: { code?: string } | null = await response.json().catch(() => null);
    if (refusal?.code === "SECOND_FACTOR_REQUIRED") return { outcome: "code-asked" };
    return { outcome: refusal?.code === "SECOND_FACTOR_WRONG" ? "code-wrong" : "wrong" };
  } catch {
    // no connection
    return { outcome: "no-answer" };
  }
}

/** What to say of an answer; null when there is nothing to say. */
export function signInMessage(answer: SignInAnswer): { title: string; text: string } | null {
  switch (answer.outcome) {
    case "signed-in":
    case "code-asked":
      return null;
    case "wrong":
      return {
        title: "E-mail or password is wrong.",
        text: "Type both again; capitals count in the password.",
      };
    case "code-wrong":
      return {
        title: "This code is wrong, or was used already.",
        text: "Each code is good once. Wait for the next one, or look at your recovery codes.",
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

export function inWords(seconds: number): string {
  if (seconds < 60) return `in ${seconds} ${seconds === 1 ? "second" : "seconds"}`;
  const minutes = Math.ceil(seconds / 60);
  return `in ${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
}

const secondsOf = (response: Response): number =>
  Math.max(1, Number(response.headers.get("retry-after")) || 60);
