import { once } from "node:events";
import net from "node:net";
import { eq, sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, describe, expect, test } from "vitest";
import { enterprise, newId, type TenantTx } from "../index.ts";
import { testDatabase } from "../testing/index.ts";
import { DatabaseClosed, DeadlineExceeded, Overloaded, openDatabase } from "./index.ts";

const clock = () => "2026-03-01T09:00:00.120Z";
const { database, open, programUrl, superuserUrl } = await testDatabase({ clock });
const server = postgres(superuserUrl, { max: 1, onnotice: () => {} });
afterAll(() => server.end());

const found = (tx: TenantTx, name = "Autohaus Nord") =>
  tx.insert(enterprise).values({ enterpriseId: tx.enterpriseId, name, createdAt: tx.startedAt });
const enterprises = (tx: TenantTx) =>
  tx.select().from(enterprise).where(eq(enterprise.enterpriseId, tx.enterpriseId));
const stored = (id: string) => database.read(id, enterprises);
const newEnterprise = async () => {
  const id = newId();
  await database.write(id, (tx) => found(tx));
  return id;
};

describe("a unit of work", () => {
  test("is stored whole when its work ends, at the time the program's clock said", async () => {
    const id = newId();
    const answer = await database.write(id, async (tx) => {
      await found(tx);
      return "done";
    });
    expect(answer).toBe("done");
    expect(await stored(id)).toMatchObject([
      { enterpriseId: id, name: "Autohaus Nord", createdAt: "2026-03-01T09:00:00.120Z" },
    ]);
  });

  test("leaves nothing when its work throws, and throws the same", async () => {
    const id = newId();
    const reason = new Error("the holder is missing");
    const unit = database.write(id, async (tx) => {
      await found(tx);
      throw reason;
    });
    await expect(unit).rejects.toBe(reason);
    expect(await stored(id)).toEqual([]);
  });

  test("is not reported as stored when the error of one of its statements was caught", async () => {
    const id = await newEnterprise();
    const unit = database.write(id, async (tx) => {
      await tx
        .update(enterprise)
        .set({ name: "Autohaus Süd" })
        .where(eq(enterprise.enterpriseId, tx.enterpriseId));
      await found(tx).catch(() => {});
    });
    await expect(unit).rejects.toMatchObject({ code: "23505" });
    expect(await stored(id)).toMatchObject([{ name: "Autohaus Nord" }]);
  });

  test("is not stored when one of its statements could not even be sent", async () => {
    const id = newId();
    const unit = database.write(id, async (tx) => {
      await found(tx);
      await tx.execute(sql`select ${sql.param(undefined)}::text`).catch(() => {});
    });
    await expect(unit).rejects.toMatchObject({ code: "UNDEFINED_VALUE" });
    expect(await stored(id)).toEqual([]);
  });

  test("is not reported as stored when a statement nobody waited for fails", async () => {
    const id = await newEnterprise();
    const unit = database.write(id, async (tx) => {
      await enterprises(tx);
      void found(tx).catch(() => {});
    });
    await expect(unit).rejects.toMatchObject({ code: "23505" });
  });

  test("may throw an error of its own in place of a failed statement's", async () => {
    const id = await newEnterprise();
    const unit = database.write(id, (tx) =>
      found(tx).catch(() => {
        throw new RangeError("there is one already");
      }),
    );
    await expect(unit).rejects.toThrow(RangeError);
  });

  test("takes no statement after its end", async () => {
    const id = newId();
    let kept: TenantTx | undefined;
    await database.write(id, async (tx) => {
      kept = tx;
      await enterprises(tx);
    });
    if (!kept) throw new Error("the work did not run");
    await expect(found(kept)).rejects.toMatchObject({
      cause: { message: expect.stringContaining("has ended") },
    });
    expect(await stored(id)).toEqual([]);
  });

  test("takes no statement that one of several at once left behind when another failed", async () => {
    const id = newId();
    let late: Promise<unknown> = Promise.resolve();
    const failed = Promise.withResolvers<void>();
    const unit = database.write(id, (tx) => {
      late = failed.promise.then(() => found(tx));
      late.catch(() => {});
      return Promise.all([tx.execute(sql`select 1 / 0`), late]);
    });
    await expect(unit).rejects.toMatchObject({ cause: { code: "22012" } });
    failed.resolve();
    await expect(late).rejects.toThrow();
    expect(await stored(id)).toEqual([]);
  });

  test.each(["commit", " ROLLBACK", "begin", "set local app.enterprise_id = ''", "reset all"])(
    "does not let its work say: %s",
    async (statement) => {
      const id = newId();
      const unit = database.write(id, async (tx) => {
        await found(tx);
        await tx.execute(sql.raw(statement));
      });
      await expect(unit).rejects.toMatchObject({
        cause: { message: "A unit of work begins and ends its transaction itself, for one enterprise." },
      });
      expect(await stored(id)).toEqual([]);
    },
  );

  test("sends hundreds of statements at once in their order", async () => {
    const numbers = Array.from({ length: 400 }, (_, index) => index);
    const answers = await database.read(newId(), (tx) =>
      Promise.all(numbers.map((n) => tx.execute<{ n: number }>(sql`select ${n}::int as n`))),
    );
    expect(answers.map(([row]) => row?.n)).toEqual(numbers);
  });

  test("leaves a usable connection when the clock cannot be read", async () => {
    let broken = true;
    const one = open({
      max: 1,
      clock: () => {
        if (broken) throw new Error("no clock");
        return clock();
      },
    });
    await expect(one.write(newId(), found)).rejects.toThrow("no clock");
    broken = false;
    const id = newId();
    await one.write(id, (tx) => found(tx));
    expect(await stored(id)).toHaveLength(1);
  });

  test("cannot write where it only reads", async () => {
    const id = newId();
    await expect(database.read(id, (tx) => found(tx))).rejects.toMatchObject({ cause: { code: "25006" } });
    expect(await stored(id)).toEqual([]);
  });

  test("sees one state of the database throughout a read", async () => {
    const id = await newEnterprise();
    const names = await database.read(id, async (tx) => {
      const before = await enterprises(tx);
      await database.write(id, (other) =>
        other.update(enterprise).set({ name: "Autohaus Süd" }).where(eq(enterprise.enterpriseId, id)),
      );
      return [...before, ...(await enterprises(tx))].map(({ name }) => name);
    });
    expect(names).toEqual(["Autohaus Nord", "Autohaus Nord"]);
    expect(await stored(id)).toMatchObject([{ name: "Autohaus Süd" }]);
  });

  test.each([
    "",
    "autohaus-nord",
    `${newId()} `,
    `${newId()}\n`,
    `${newId()}'; set role postgres; --`,
    newId().replaceAll("-", ""),
  ])("of an enterprise whose id is %j is refused before anything is sent", async (id) => {
    let ran = false;
    const unit = database.read(id, async () => {
      ran = true;
    });
    await expect(unit).rejects.toThrow("must be a UUID");
    expect(ran).toBe(false);
  });

  test("leaves no tenant on the connection it used", async () => {
    const one = open({ max: 1 });
    await one.write(newId(), (tx) => found(tx));
    const other = newId();
    const seen = await one.read(other, (tx) =>
      tx.execute(
        sql`select current_setting('app.enterprise_id') as tenant, (select count(*)::int from enterprise) as rows`,
      ),
    );
    expect([...seen]).toEqual([{ tenant: other, rows: 0 }]);
  });
});

describe("a unit of work that takes too long", () => {
  test("is given up and leaves nothing; its late statements are refused", async () => {
    const id = newId();
    let late: Promise<unknown> = Promise.resolve();
    const told = Promise.withResolvers<void>();
    const unit = database.write(
      id,
      async (tx) => {
        await found(tx);
        late = told.promise.then(() => enterprises(tx));
        late.catch(() => {});
        return late;
      },
      { deadlineMs: 300 },
    );
    await expect(unit).rejects.toThrow(DeadlineExceeded);
    told.resolve();
    await expect(late).rejects.toThrow();
    expect(await stored(id)).toEqual([]);
  });

  test("never begins when its deadline passes while it waits for a place", async () => {
    const one = open({ max: 1 });
    const id = newId();
    const free = Promise.withResolvers<void>();
    const first = one.read(id, () => free.promise);
    let began = false;
    const second = one.read(
      id,
      async () => {
        began = true;
      },
      { deadlineMs: 100 },
    );
    await expect(second).rejects.toThrow(DeadlineExceeded);
    free.resolve();
    await first;
    await one.read(id, enterprises);
    expect(began).toBe(false);
  });

  test("never begins when its deadline passes while it waits for a connection", async () => {
    const open = Promise.withResolvers<void>();
    const { hostname, port } = new URL(programUrl);
    const door = net.createServer(async (client) => {
      await open.promise;
      const upstream = net.connect(Number(port), hostname);
      client.pipe(upstream).pipe(client);
      for (const end of [client, upstream]) end.on("error", () => end.destroy());
    });
    await once(door.listen(0, "127.0.0.1"), "listening");
    const behindDoor = new URL(programUrl);
    behindDoor.host = `127.0.0.1:${(door.address() as net.AddressInfo).port}`; // listens on TCP
    const slow = openDatabase({ url: behindDoor.href, max: 1 });
    const began: string[] = [];
    const unit = (name: string, deadlineMs: number) =>
      slow.read(newId(), async () => void began.push(name), { deadlineMs });
    await expect(unit("first", 100)).rejects.toThrow(DeadlineExceeded);
    const patient = unit("second", 8_000);
    open.resolve();
    await patient;
    expect(began).toEqual(["second"]);
    await slow.close();
    door.close();
  });

  test("is ended by the server when it holds a lock another waits for", async () => {
    const id = await newEnterprise();
    const holds = Promise.withResolvers<void>();
    const free = Promise.withResolvers<void>();
    const rename = (tx: TenantTx) =>
      tx.update(enterprise).set({ name: "Autohaus Süd" }).where(eq(enterprise.enterpriseId, tx.enterpriseId));
    const first = database.write(id, async (tx) => {
      await rename(tx);
      holds.resolve();
      await free.promise;
    });
    await holds.promise;
    await expect(database.write(id, rename)).rejects.toMatchObject({ cause: { code: "55P03" } });
    free.resolve();
    await first;
  });
});

describe("more units of work than there is room for", () => {
  test("wait in a queue, and beyond it are told at once to come back", async () => {
    const small = open({ max: 2, queueLength: 1 });
    const id = newId();
    const free = Promise.withResolvers<void>();
    const running = [small.read(id, () => free.promise), small.read(id, () => free.promise)];
    const waiting = small.read(id, async () => "its turn came");
    const refused = small.read(id, async () => "never");
    await expect(refused).rejects.toBeInstanceOf(Overloaded);
    await expect(refused).rejects.toMatchObject({ retryAfterSeconds: 1 });
    free.resolve();
    await Promise.all(running);
    expect(await waiting).toBe("its turn came");
    expect(await small.read(id, async () => "room again")).toBe("room again");
  });

  test("never use more connections than allowed", async () => {
    const small = open({ max: 3, applicationName: "few connections" });
    const id = newId();
    await Promise.all(Array.from({ length: 30 }, () => small.read(id, enterprises)));
    const [row] =
      await server`select count(*)::int as n from pg_stat_activity where application_name = 'few connections'`;
    expect(row?.n).toBe(3);
  });
});

describe("a backend that dies", () => {
  const pidOf = async (tx: TenantTx) => {
    const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    return Number(row?.pid);
  };

  test("in a transaction rejects the unit, and the process and the pool live on", async () => {
    const one = open({ max: 1 });
    const id = newId();
    const unit = one.write(id, async (tx) => {
      await found(tx);
      const pid = await pidOf(tx);
      await server`select pg_terminate_backend(${pid}, 5000)`;
      await enterprises(tx);
    });
    await expect(unit).rejects.toThrow();
    expect(await one.read(id, enterprises)).toEqual([]);
  });

  test("while a statement runs rejects the unit; statements sent behind it are stored nowhere", async () => {
    const one = open({ max: 1 });
    const id = newId();
    const unit = one.write(id, async (tx) => {
      const pid = await pidOf(tx);
      const answers = Promise.allSettled([
        tx.execute(sql`select pg_sleep(60)`),
        found(tx),
        server`select pg_terminate_backend(${pid}, 5000)`,
      ]);
      await answers;
      await found(tx);
    });
    await expect(unit).rejects.toThrow();
    expect(await one.read(id, enterprises)).toEqual([]);
  });
});

describe("the database", () => {
  test("answers a ping also when every place is taken", async () => {
    const one = open({ max: 1 });
    const free = Promise.withResolvers<void>();
    const unit = one.read(newId(), () => free.promise);
    await expect(one.ping()).resolves.toBeUndefined();
    free.resolve();
    await unit;
  });

  test("does not answer a ping where nobody listens", async () => {
    const nowhere = openDatabase({ url: "postgres://nobody:nothing@127.0.0.1:9/none" });
    await expect(nowhere.ping()).rejects.toMatchObject({ code: "ECONNREFUSED" });
    await nowhere.close();
  });

  test("finishes what was accepted before it closes, and takes nothing more", async () => {
    const closing = open({ max: 1 });
    const id = newId();
    const holds = Promise.withResolvers<void>();
    const free = Promise.withResolvers<void>();
    const first = closing.write(id, async (tx) => {
      await found(tx);
      holds.resolve();
      await free.promise;
    });
    const second = closing.write(id, (tx) =>
      tx.update(enterprise).set({ name: "Autohaus Süd" }).where(eq(enterprise.enterpriseId, tx.enterpriseId)),
    );
    await holds.promise;
    const closed = closing.close();
    await expect(closing.read(id, enterprises)).rejects.toThrow(DatabaseClosed);
    free.resolve();
    await Promise.all([first, second, closed]);
    expect(await stored(id)).toMatchObject([{ name: "Autohaus Süd" }]);
  });
});
