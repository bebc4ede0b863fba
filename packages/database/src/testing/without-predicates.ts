import { once } from "node:events";
import net from "node:net";

/** A way to a database on which no statement's tenant counts, and what passed on it. */
export type WithoutPredicates = {
  /** The address to open instead of the database's own. */
  url: string;
  /** Statements that passed, and conditions on `enterprise_id` that were taken out of them. */
  passed: { statements: number; conditions: number };
  /** Statements in which a condition on `enterprise_id` is left that this does not know. To be none. */
  left: string[];
  close(): Promise<void>;
};

const column = String.raw`(?:(?:"\w+"|\w+)\.)?(?:"enterprise_id"|\benterprise_id)`;
const condition = new RegExp(String.raw`${column}\s*=\s*(?:(\$\d+)(?:::uuid)?|${column})`, "g");
/** Any other comparison of it, which would go on keeping tenants apart. */
const otherCondition = new RegExp(
  String.raw`${column}\s*(?:[=<>!]|in\b|is\b|between\b|not\b)|[=<>]\s*(?:any\s*\()?${column}`,
  "i",
);

/** The statement as a service would send it that forgot the tenant. A parameter stays, since it is sent nevertheless. */
function withoutCondition(statement: string, counted: () => void): string {
  return statement.replace(condition, (_, parameter?: string) => {
    counted();
    return parameter ? `(${parameter}::uuid is not null)` : "true";
  });
}

/**
 * Stands between the driver and PostgreSQL and takes every condition on `enterprise_id` out of every statement, at the
 * protocol: nothing of ours knows of it. What is written still names its tenant. The sign-in tables keep theirs
 * (`organization_id`), which is the only lock they have.
 *
 * `only` the statements for which it is true, as if one service had forgotten.
 */
export async function withoutPredicates(
  url: string,
  only: (statement: string) => boolean = () => true,
): Promise<WithoutPredicates> {
  const { hostname, port } = new URL(url);
  const passed = { statements: 0, conditions: 0 };
  const left = new Set<string>();
  const sockets = new Set<net.Socket>();
  const change = (statement: string) => {
    passed.statements += 1;
    if (!only(statement)) return statement;
    const changed = withoutCondition(statement, () => {
      passed.conditions += 1;
    });
    // The tenant's setting, with which each transaction begins, is the other lock's.
    if (otherCondition.test(changed.replaceAll("app.enterprise_id", ""))) left.add(changed);
    return changed;
  };
  const proxy = net.createServer((driver) => {
    const server = net.connect(Number(port), hostname);
    for (const end of [driver, server]) {
      sockets.add(end);
      end.setNoDelay(true);
      end
        .on("error", () => {})
        .on("close", () => {
          driver.destroy();
          server.destroy();
          sockets.delete(end);
        });
    }
    const changed = changingStatements(change);
    driver.on("data", (bytes: Buffer) => server.write(changed(bytes)));
    server.on("data", (bytes: Buffer) => driver.write(bytes));
  });
  await once(proxy.listen(0, "127.0.0.1"), "listening");
  const way = new URL(url);
  way.host = `127.0.0.1:${(proxy.address() as net.AddressInfo).port}`; // listens on TCP
  return {
    url: way.href,
    passed,
    get left() {
      return [...left];
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      proxy.close();
    },
  };
}

/**
 * Reads the driver's bytes as messages of the protocol: a type (the first message has none), a length, the rest. Answers
 * what is whole by now, with the text of Parse and Query changed.
 */
function changingStatements(change: (statement: string) => string): (bytes: Buffer) => Buffer {
  let rest: Buffer = Buffer.alloc(0);
  let isFirst = true;
  return (bytes) => {
    rest = rest.length > 0 ? Buffer.concat([rest, bytes]) : bytes;
    const whole: Buffer[] = [];
    for (;;) {
      const head = isFirst ? 0 : 1;
      if (rest.length < head + 4) break;
      const end = head + rest.readUInt32BE(head);
      if (rest.length < end) break;
      const message = rest.subarray(0, end);
      whole.push(isFirst ? message : changedMessage(message, change));
      isFirst = false;
      rest = rest.subarray(end);
    }
    return Buffer.concat(whole);
  };
}

function changedMessage(message: Buffer, change: (statement: string) => string): Buffer {
  const type = String.fromCharCode(message[0] ?? 0);
  if (type !== "P" && type !== "Q") return message;
  const from = type === "Q" ? 5 : message.indexOf(0, 5) + 1; // Parse names the prepared statement first
  const to = message.indexOf(0, from);
  const changed = Buffer.concat([
    message.subarray(0, from),
    Buffer.from(change(message.toString("utf8", from, to))),
    message.subarray(to),
  ]);
  changed.writeUInt32BE(changed.length - 1, 1);
  return changed;
}
