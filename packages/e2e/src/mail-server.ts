import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "@playwright/test";
import { SMTPServer } from "smtp-server";
import { variables } from "./variables.ts";

/** Mailboxes are there in this domain alone: a mail to any other is refused, and its link handed over. */
const domain = "mail.example";

/** An address to which mail goes. */
export const aMailbox = (): string => `${randomUUID()}@${domain}`;

export interface MailServer {
  readonly url: string;
  /** A file for each mail, named for whom it is. */
  readonly folder: string;
  stop(): Promise<void>;
}

/** A mail server of this machine that keeps what it is handed. */
export async function startMailServer(folder: string): Promise<MailServer> {
  await mkdir(folder, { recursive: true });
  let mails = 0;
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo: ({ address }, _session, done) =>
      done(address.endsWith(`@${domain}`) ? null : new Error("No such mailbox.")),
    async onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(Buffer.from(chunk));
      mails += 1;
      const number = String(mails).padStart(4, "0");
      const to = envelope.rcptTo.map(({ address }) => address).join();
      await writeFile(path.join(folder, `${to} ${number}`), Buffer.concat(chunks));
      done();
    },
  });
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  const address = listening.address();
  if (address === null || typeof address === "string") throw new Error("The mail server has no port.");
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    folder,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** The path of the link in the latest mail to the address, of so many. */
export async function mailedLink(to: string, mails = 1): Promise<string> {
  const folder = process.env[variables.mailFolder] ?? "";
  const mailsTo = async () => (await readdir(folder)).filter((name) => name.startsWith(`${to} `)).sort();
  await expect.poll(async () => (await mailsTo()).length).toBe(mails);
  const source = await readFile(path.join(folder, (await mailsTo()).at(-1) ?? ""), "utf8");
  // long lines come in pieces
  const found = /\/set-password\/[\w-]{43}/.exec(source.replaceAll("=\r\n", ""));
  if (!found) throw new Error(`There is no link in the mail to ${to}.`);
  return found[0];
}
