import { routes } from "../../routes.ts";

type SetPasswordAnswer =
  | { outcome: "set" }
  | { outcome: "gone" }
  | { outcome: "refused"; message: string }
  | { outcome: "no-answer" };

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
