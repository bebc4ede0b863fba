import { isIP } from "node:net";
import { z } from "zod";

function shown(value: unknown): string {
  return `is "${String(value)}"`;
}

const PORT = "a whole number from 1 to 65535";

/** Ports of other services, at which no browser opens a page and no program's `fetch` asks (WHATWG Fetch, "port blocking"). */
const blockedPorts: ReadonlySet<number> = new Set([
  ...[1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103],
  ...[104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513],
  ...[514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720],
  ...[1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080],
]);

export function port(example: number) {
  return z
    .string({ error: `is not set; it must be ${PORT}, such as ${example}.` })
    .regex(/^\d{1,5}$/, {
      abort: true,
      error: ({ input }) => `${shown(input)}; it must be ${PORT}, such as ${example}.`,
    })
    .transform(Number)
    .refine((value) => value >= 1 && value <= 65_535, {
      error: ({ input }) => `${shown(input)}; it must be ${PORT}, such as ${example}.`,
    })
    .refine((value) => !blockedPorts.has(value), {
      error: ({ input }) =>
        `${shown(input)}, a port at which browsers open no page; choose another, such as ${example}.`,
    });
}

/** A name or address to listen on, without a port. */
export const host = z
  .string({ error: "is not set; it must be an address of this machine, such as 127.0.0.1." })
  .regex(/^([a-z0-9]([a-z0-9.-]*[a-z0-9])?|[0-9a-f:.]*:[0-9a-f:.]*)$/i, {
    error: ({ input }) =>
      `${shown(input)}; it must be an address of this machine without a port, such as 127.0.0.1.`,
  });

const DATABASE = "an address such as postgres://owner:password@db.example:5432/register";

/** The address of a database. It holds a password, so no message shows it. */
export const databaseUrl = z
  .string({ error: `is not set; it must be ${DATABASE}.` })
  .superRefine((value, context) => {
    const refuse = (message: string) => context.addIssue({ code: "custom", message });
    if (!URL.canParse(value)) return refuse(`cannot be read; it must be ${DATABASE}.`);
    const url = new URL(value);
    if (!["postgres:", "postgresql:"].includes(url.protocol)) {
      return refuse(`begins with "${url.protocol}"; it must be ${DATABASE}.`);
    }
    if (url.hostname === "") return refuse(`names no server; it must be ${DATABASE}.`);
    if (url.username === "") return refuse(`names no user; it must be ${DATABASE}.`);
    if (url.pathname.length < 2) return refuse(`names no database; it must be ${DATABASE}.`);
  });

/** An address of the web without a path. */
export function origin(example: string) {
  const wanted = `it must be an address such as ${example}`;
  return z.string({ error: `is not set; ${wanted}.` }).refine(
    (value) => {
      if (!URL.canParse(value)) return false;
      const url = new URL(value);
      return ["http:", "https:"].includes(url.protocol) && url.origin === value;
    },
    { error: ({ input }) => `${shown(input)}; ${wanted}, with no path.` },
  );
}

const MAIL_SERVER = "an address such as smtps://user:password@mail.example:465";

/** The address of a mail server. It holds a password, so no message shows it. */
export const mailUrl = z.string().superRefine((value, context) => {
  const refuse = (message: string) => context.addIssue({ code: "custom", message });
  if (!URL.canParse(value)) return refuse(`cannot be read; it must be ${MAIL_SERVER}.`);
  const { protocol, hostname } = new URL(value);
  if (!["smtp:", "smtps:"].includes(protocol))
    return refuse(`begins with "${protocol}"; it must be ${MAIL_SERVER}.`);
  if (hostname === "") return refuse(`names no server; it must be ${MAIL_SERVER}.`);
});

/** Who mails are from: an address, or a name with one. */
export const sender = z
  .string()
  .max(200)
  .regex(/^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@,]+@[^\s<>@,]+)$/, {
    error: ({ input }) =>
      `${shown(input)}; it must be an address, or a name with one: Vehicle Contracts <register@dealer.example>.`,
  });

type GivenMail = { MAIL_URL?: string | undefined; MAIL_FROM?: string | undefined };

/** The way for mail out, of both settings or none. */
export const mailOf = ({
  MAIL_URL: url,
  MAIL_FROM: from,
}: GivenMail): { url: string; from: string } | null => (url && from ? { url, from } : null);

/** Faults a mail server without a sender, and the other way round. */
export function requireBothForMail({ MAIL_URL, MAIL_FROM }: GivenMail, context: z.RefinementCtx): void {
  if ((MAIL_URL === undefined) === (MAIL_FROM === undefined)) return;
  const [missing, other] = MAIL_URL === undefined ? ["MAIL_URL", "MAIL_FROM"] : ["MAIL_FROM", "MAIL_URL"];
  context.addIssue({
    code: "custom",
    path: [missing],
    message: `is not set, and ${other} is; mail takes both.`,
  });
}

const SECRET_CHARACTERS = 32;

export const secret = z
  .string({ error: `is not set; it must be a random text of ${SECRET_CHARACTERS} characters or more.` })
  .min(SECRET_CHARACTERS, {
    error: ({ input }) =>
      `has ${String(input).length} characters; it must be a random text of ${SECRET_CHARACTERS} or more.`,
  });

const addressBits: Readonly<Record<number, number>> = { 4: 32, 6: 128 };

function isAddressOrRange(entry: string): boolean {
  const [address = "", prefix, ...more] = entry.split("/");
  const bits = addressBits[isIP(address)];
  if (bits === undefined || address.includes("%") || more.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits);
}

/** Addresses and ranges of addresses, between commas or blanks. */
export const addresses = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter(Boolean))
  .superRefine((entries, context) => {
    for (const entry of entries.filter((each) => !isAddressOrRange(each)))
      context.addIssue({
        code: "custom",
        message: `names "${entry}"; it must be addresses or ranges of them, such as 127.0.0.1, 10.0.0.0/8.`,
      });
  });

/** Whether this process runs the jobs of the register. */
export const jobs = z
  .enum(["on", "off"], { error: ({ input }) => `${shown(input)}; it must be on or off.` })
  .transform((given) => given === "on");
