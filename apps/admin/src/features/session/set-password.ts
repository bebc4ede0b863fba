import { routes } from "../../routes.ts";

type SetPasswordAnswer =
  | { outcome: "set" }
  | { outcome: "gone" }
  | { outcome: "refused"; message: string }
  | { outcome: "away" }
  | { outcome: "no-answer" };

/** What to say where nothing was set, by no fault of who typed. */
export const setPasswordFailures = {
  away: {
    title: "The register cannot be reached just now.",
    text: "Nothing was set. Try again in a moment.",
  },
  "no-answer": {
    title: "The server did not answer.",
    text: "Nothing was set. Look at the connection and try again.",
  },
};

/** Sets the password of a link, once. */
export async function setPassword(token: string, password: string): Promise<SetPasswordAnswer> {
  try {
    const response = await fetch(routes.api.setPassword, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token, password }),
    });
    if (response.ok) return { outcome: "set" };
    if (response.status === 404) return { outcome: "gone" };
    if (response.status === 503) return { outcome: "away" };
    if (response.status !== 400) return { outcome: "no-answer" };
    const body: { problem?: { message?: string } } | null = await response.json().catch(() => null);
    return {
      outcome: "refused",
      message: body?.problem?.message ?? "This password cannot be taken. Choose another.",
    };
  } catch {
    // no connection
    return { outcome: "no-answer" };
  }
}
