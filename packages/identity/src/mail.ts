import { createTransport } from "nodemailer";

export type Mail = { to: string; subject: string; text: string };

/** The way for mail out, by SMTP. */
export type Mailer = {
  /** Rejects where the server does not take it, within some seconds. */
  send(mail: Mail): Promise<void>;
  close(): void;
};

export type MailOptions = {
  /** `smtp://user:password@host:port` or `smtps://…`. */
  url: string;
  /** The sender: an address, or a name with one. */
  from: string;
};

const milliseconds = {
  connectionTimeout: 5_000,
  greetingTimeout: 5_000,
  socketTimeout: 10_000,
  dnsTimeout: 5_000,
};

/** Opens the way out; it connects with each mail. Links are secrets: anywhere but on this machine it demands TLS. */
export function openMailer({ url, from }: MailOptions): Mailer {
  const { protocol, hostname, port, username, password } = new URL(url);
  const isHere = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  const secure = protocol === "smtps:";
  const transport = createTransport({
    host: hostname.replace(/^\[|\]$/g, ""),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !isHere,
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    // what is in a mail is said here alone: nothing is fetched for it
    disableFileAccess: true,
    disableUrlAccess: true,
    ...milliseconds,
  });
  return {
    async send({ to, subject, text }) {
      // as one address, whatever is in it: read as a list, a comma would make two
      await transport.sendMail({ to: [{ name: "", address: to }], subject, text, from });
    },
    close: () => transport.close(),
  };
}
