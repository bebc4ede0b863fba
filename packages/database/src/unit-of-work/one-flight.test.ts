import { and, eq, sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { enterprise, newId, prepared, type TenantTx } from "../index.ts";
import { countedWay, testDatabase } from "../testing/index.ts";
import { type Admission, openDatabase, type UnitOptions } from "./index.ts";

const { database, programUrl } = await testDatabase();
const way = await countedWay(programUrl);
const opened = openDatabase({ url: way.url, max: 1 });
type Work<T> = (tx: TenantTx) => Promise<T>;
/** Units of one service each. */
const counted = {
  read: <T>(id: string, work: Work<T>, options: UnitOptions = {}) =>
    opened.read(id, work, { oneService: true, ...options }),
  write: <T>(id: string, work: Work<T>, options: UnitOptions = {}) =>
    opened.write(id, work, { oneService: true, ...options }),
};
afterAll(async () => {
  await opened.close();
  await way.close();
});

const named = prepared("enterprise_named", (db) =>
  db
    .select()
    .from(enterprise)
    .where(
      and(
        eq(enterprise.enterpriseId, sql.placeholder("enterpriseId")),
        eq(enterprise.name, sql.placeholder("name")),
      ),
    ),
);
const rename = prepared("rename_enterprise", (db) =>
  db
    .update(enterprise)
    .set({ name: sql`${sql.placeholder("name")}` })
    .where(eq(enterprise.enterpriseId, sql.placeholder("enterpriseId"))),
);

const newEnterprise = async (name = "Autohaus Nord") => {
  const id = newId();
  await database.write(id, (tx) =>
    tx.insert(enterprise).values({ enterpriseId: id, name, createdAt: tx.startedAt }),
  );
  return id;
};
const nameOf = async (id: string) => {
  const rows = await database.read(id, (tx) =>
    tx.select({ name: enterprise.name }).from(enterprise).where(eq(enterprise.enterpriseId, id)),
  );
  return rows[0]?.name;
};
/** Trips of the second time: what is new to a connection is described first. */
async function tripsOf(work: () => Promise<unknown>): Promise<number> {
  await work();
  way.roundTrips();
  await work();
  return way.roundTrips();
}
const saying = (word: "yes" | "no"): Admission => ({
  statement: "select $1::text",
  parameters: [word],
  admit([row]) {
    if (row?.[0] !== "yes") throw new RangeError("not admitted");
  },
});

describe("round trips, counted at the protocol", () => {
  test("a read is one: BEGIN, the tenant, its statements and COMMIT leave together", async () => {
    const id = await newEnterprise();
    const read = () =>
      counted.read(id, (tx) =>
        tx.last(Promise.all([named(tx, { name: "Autohaus Nord" }), named(tx, { name: "another" })] as const)),
      );
    expect(await read()).toMatchObject([[{ name: "Autohaus Nord" }], []]);
    expect(await tripsOf(read)).toBe(1);
  });

  test("a read that is admitted by a question of its own is one as well", async () => {
    const id = await newEnterprise();
    const read = () =>
      counted.read(id, (tx) => tx.last(named(tx, { name: "x" })), { admission: saying("yes") });
    expect(await tripsOf(read)).toBe(1);
  });

  test("a write that reads first, then writes and lastly writes what follows from that is three", async () => {
    const id = await newEnterprise();
    const write = () =>
      counted.write(
        id,
        async (tx) => {
          const [found] = await named(tx, { name: "Autohaus Nord" });
          await Promise.all([rename(tx, { name: "Autohaus Süd" }), named(tx, { name: "Autohaus Süd" })]);
          await tx.last(rename(tx, { name: found?.name }));
        },
        { admission: saying("yes") },
      );
    expect(await tripsOf(write)).toBe(3);
    expect(await nameOf(id)).toBe("Autohaus Nord");
  });

  test("a unit that does not say which statements are its last waits for COMMIT besides", async () => {
    const id = await newEnterprise();
    expect(await tripsOf(() => counted.read(id, (tx) => named(tx, { name: "x" })))).toBe(2);
  });

  test("statements that Drizzle builds anew are not overtaken by COMMIT either", async () => {
    const id = await newEnterprise();
    await counted.write(id, (tx) =>
      tx.last(
        Promise.all([
          tx.update(enterprise).set({ name: "Autohaus Süd" }).where(eq(enterprise.enterpriseId, id)),
          named(tx, { name: "x" }),
        ]),
      ),
    );
    expect(await nameOf(id)).toBe("Autohaus Süd");
  });
});

describe("the last flight of a unit", () => {
  test("is rolled back whole when one of its statements fails at the server", async () => {
    const id = await newEnterprise();
    const unit = counted.write(id, (tx) =>
      tx.last(Promise.all([rename(tx, { name: "Autohaus Süd" }), tx.execute(sql`select 1 / 0`)])),
    );
    await expect(unit).rejects.toMatchObject({ cause: { code: "22012" } });
    expect(await nameOf(id)).toBe("Autohaus Nord");
  });

  test("is rolled back whole when one of its statements cannot be written", async () => {
    const id = await newEnterprise();
    for (const name of [undefined, { a: 1 }, 1n, new Date()]) {
      const unit = counted.write(id, (tx) =>
        tx.last(Promise.all([rename(tx, { name: "Autohaus Süd" }), rename(tx, { name })])),
      );
      await expect(unit).rejects.toThrow();
      expect(await nameOf(id)).toBe("Autohaus Nord");
    }
  });

  test("is rolled back whole when an error of it was caught", async () => {
    const id = await newEnterprise();
    const unit = counted.write(id, async (tx) => {
      const failing = tx.execute(sql`select 1 / 0`).catch(() => {});
      await tx.last(Promise.all([failing, rename(tx, { name: "Autohaus Süd" })])).catch(() => {});
    });
    await expect(unit).rejects.toMatchObject({ code: "22012" });
    expect(await nameOf(id)).toBe("Autohaus Nord");
  });

  test("is the last: a statement asked for later is refused", async () => {
    const id = await newEnterprise();
    const unit = counted.write(id, async (tx) => {
      await tx.last(named(tx, { name: "x" }));
      await rename(tx, { name: "Autohaus Süd" });
    });
    await expect(unit).rejects.toMatchObject({ cause: { message: expect.stringContaining("has ended") } });
    expect(await nameOf(id)).toBe("Autohaus Nord");
  });

  test("is that of its service alone: in a unit of several, the next may follow", async () => {
    const id = await newEnterprise();
    await opened.write(id, async (tx) => {
      await tx.last(rename(tx, { name: "Autohaus Ost" }));
      await tx.last(rename(tx, { name: "Autohaus Süd" }));
    });
    expect(await nameOf(id)).toBe("Autohaus Süd");
  });

  test("leaves a connection for the next unit, whatever became of it", async () => {
    const id = await newEnterprise();
    await counted.read(id, (tx) => tx.last(tx.execute(sql`select 1 / 0`))).catch(() => {});
    await counted
      .read(id, async (tx) => {
        await tx.last(named(tx, { name: "x" }));
        throw new Error("what was read is odd");
      })
      .catch(() => {});
    expect(await counted.read(id, (tx) => tx.last(named(tx, { name: "Autohaus Nord" })))).toHaveLength(1);
  });
});

describe("a unit that is not admitted", () => {
  const notAdmitted = { admission: saying("no") };

  test("has no answer", async () => {
    const id = await newEnterprise();
    const unit = counted.read(id, (tx) => tx.last(named(tx, { name: "Autohaus Nord" })), notAdmitted);
    await expect(unit).rejects.toThrow("not admitted");
  });

  test("stores nothing, in its last flight neither", async () => {
    const id = await newEnterprise();
    const write = (tx: TenantTx) => rename(tx, { name: "Autohaus Süd" });
    await expect(counted.write(id, write, notAdmitted)).rejects.toThrow("not admitted");
    await expect(counted.write(id, (tx) => tx.last(write(tx)), notAdmitted)).rejects.toThrow("not admitted");
    expect(await nameOf(id)).toBe("Autohaus Nord");
  });

  test("is told that, and not why its work would have been refused", async () => {
    const unit = counted.read(
      newId(),
      async (tx) => {
        await named(tx, { name: "x" });
        throw new Error("not found");
      },
      notAdmitted,
    );
    await expect(unit).rejects.toThrow("not admitted");
  });
});

describe("a prepared statement", () => {
  test("runs only in a transaction: asked elsewhere it fails", async () => {
    const id = await newEnterprise();
    const kept = await database.read(id, async (tx) => tx);
    await expect(named({ ...kept }, { name: "Autohaus Nord" })).rejects.toThrow();
    await expect(named(kept, { name: "Autohaus Nord" })).rejects.toMatchObject({
      cause: { message: expect.stringContaining("has ended") },
    });
  });

  test("is of the transaction's own enterprise, whatever it is given", async () => {
    const [one, other] = [await newEnterprise("one"), await newEnterprise("other")];
    const asked = (tx: TenantTx) => named(tx, { name: "other", enterpriseId: other });
    expect(await counted.read(one, (tx) => tx.last(asked(tx)))).toEqual([]);
    expect(await counted.read(other, (tx) => tx.last(asked(tx)))).toHaveLength(1);
  });
});
