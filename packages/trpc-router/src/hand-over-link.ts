import type { Invitation } from "@vehicle-contracts/contract-model";
import type { Actor, NewLink } from "@vehicle-contracts/services";
import type { Context } from "./context.ts";

/** Mails the link to its user where there is a way; who asked gets it only where that did not go. */
export async function handOverLink(
  { user, path, endsAt }: NewLink,
  { mailLink, actor }: Context & { actor: Actor },
): Promise<Invitation> {
  if (!mailLink) return { user, path, endsAt, mail: "OFF" };
  const reason = user.state === "INVITED" ? "invitation" : "reset";
  try {
    await mailLink({ to: user.email, name: user.name, path, endsAt, reason, by: actor.name });
    return { user, path: null, endsAt, mail: "SENT" };
  } catch {
    // Said to who asked; the door that sends has logged why.
    return { user, path, endsAt, mail: "FAILED" };
  }
}
