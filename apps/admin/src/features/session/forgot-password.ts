import { routes } from "../../routes.ts";

export type ForgottenAnswer =
  | { outcome: "asked" }
  | { outcome: "too-many"; retryAfterSeconds: number }
  | { outcome: "no-answer" };

/** Asks for a link to a new password by mail. The answer is the same whosever the address is. */
export async function askForLink(email: string): Promise<ForgottenAnswer> {
  try {
    const response = await fetch(routes.api.forgotPassword, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email }),
    });
    if (response.ok) return { outcome: "asked" };
    if (response.status !== 429) return { outcome: "no-answer" };
    return {
      outcome: "too-many",
      retryAfterSeconds: Math.max(1, Number(response.headers.get("retry-after")) || 60),
    };
  } catch {
    // no connection
    return { outcome: "no-answer" };
  }
}
