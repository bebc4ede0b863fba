import type { Mail } from "./mail.ts";

/** A link by which somebody sets the password, as a mail hands it over. */
export type PasswordLink = {
  to: string;
  name: string;
  /** To be put behind the admin app's address. */
  path: string;
  /** RFC 3339 (exclusive). */
  endsAt: string;
  /** `reset`: an administrator made it for one who has a password; `forgotten`: they asked for it themselves. */
  reason: "invitation" | "reset" | "forgotten";
  /** Who made it; absent where it was asked for. */
  by?: string;
};

/** The mail with a link, in plain text: every reader shows it, and what is linked can be read. */
export function linkMail({ to, name, path, endsAt, reason, by }: PasswordLink, adminUrl: string): Mail {
  const { subject, why } = words(reason, by);
  const until = endsAt.slice(0, 16).replace("T", " ");
  return {
    to,
    subject,
    text: [
      `Hello ${name},`,
      why,
      `${adminUrl}${path}`,
      `The link is good once, until ${until} UTC. Do not pass it on: whoever has it can set your password.`,
      reason === "forgotten"
        ? "If you did not ask for it, do nothing: your password stays as it is."
        : "If you did not expect this, tell an administrator of your group.",
    ].join("\n\n"),
  };
}

function words(reason: PasswordLink["reason"], by: string | undefined): { subject: string; why: string } {
  switch (reason) {
    case "invitation":
      return {
        subject: "Your invitation to Vehicle Contracts",
        why: by
          ? `${by} invites you to Vehicle Contracts. Set your password to begin:`
          : "You are invited to Vehicle Contracts. Set your password to begin:",
      };
    case "reset":
      return {
        subject: "A new password for Vehicle Contracts",
        why: `${by ?? "An administrator"} made a link for you to set a new password:`,
      };
    case "forgotten":
      return {
        subject: "A new password for Vehicle Contracts",
        why: "You asked for a new password for Vehicle Contracts. Set it here:",
      };
  }
}
