/** A message of PostgreSQL's protocol: its kind, one letter, and what follows its length. */
export type Message = { kind: string; body: Buffer };

/** Cuts a stream into messages. The first of a client has no kind, and is passed over. */
export function messagesOf(isClient: boolean, take: (message: Message) => void) {
  let rest: Buffer = Buffer.alloc(0);
  let begun = !isClient;
  return (chunk: Buffer): void => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (;;) {
      const head = begun ? 1 : 0;
      if (rest.length < head + 4) return;
      const length = head + rest.readInt32BE(head);
      if (rest.length < length) return;
      if (begun) take({ kind: String.fromCharCode(rest[0] ?? 0), body: rest.subarray(5, length) });
      begun = true;
      rest = rest.subarray(length);
    }
  };
}

/** Reads the fields of a message one after the other. */
export function fieldsOf(body: Buffer) {
  let at = 0;
  return {
    text(): string {
      const end = body.indexOf(0, at);
      const found = body.toString("utf8", at, end);
      at = end + 1;
      return found;
    },
    int16(): number {
      at += 2;
      return body.readInt16BE(at - 2);
    },
    /** A value with its length before it; null is NULL. */
    value(): string | null {
      const length = body.readInt32BE(at);
      at += 4;
      if (length < 0) return null;
      at += length;
      return body.toString("utf8", at - length, at);
    },
  };
}
