import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../index.ts";
import { testDatabase } from "../testing/index.ts";
import { oneOfEach } from "../testing/one-of-each.ts";
import { appliedHashes, applyMigrations } from "./apply-migrations.ts";
import { withMigrationLock } from "./migration-lock.ts";
import { type Migration, readMigrations } from "./read-migrations.ts";

const { database, ownerUrl } = await testDatabase();
const enterpriseId = newId();
const opened: postgres.Sql[] = [];
/** A session of the owner, with its own way of waiting. */
function session(): postgres.Sql {
  const sql = postgres(ownerUrl, { max: 1, idle_timeout: 0, max_lifetime: null, onnotice: () => {} });
  opened.push(sql);
  return sql;
}
beforeAll(() => database.write(enterpriseId, oneOfEach));
afterAll(() => Promise.all(opened.map((sql) => sql.end())));

const known = readMigrations();
const step = (tag: string, ...statements: string[]): Migration => ({
  ...{ tag, statements, hash: tag },
  when: 9_000_000_000_000 + Number(tag.slice(0, 4)),
});
const latest = async (sql: postgres.Sql) => (await appliedHashes(sql)).slice(known.length);

/** Reads and changes of the program, one after the other, until they are told to stop; how many there were. */
function traffic() {
  let going = true;
  let done = 0;
  const goOn = async () => {
    for (; going; done += 1)
      await database.write(enterpriseId, (tx) => tx.execute("update store set version = version + 1"));
  };
  const over = Promise.all([goOn(), goOn(), goOn()]);
  return {
    get done() {
      return done;
    },
    stop: () => {
      going = false;
      return over;
    },
  };
}

describe("a migration of a register in use", () => {
  const seventh = step("0900_color", "alter table store add column color text");

  test("lets go of a table that a long reader holds, so that nobody is refused behind it, and is done once the reader is", async () => {
    const [reader, migrator] = [session(), session()];
    let finish = () => {};
    const reading = reader.begin(async (sql) => {
      await sql`select from store`;
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
    });
    await expect.poll(() => typeof finish).toBe("function");
    const others = traffic();
    let tries = 0;
    const [, doneMeanwhile] = await Promise.all([
      applyMigrations(migrator, [...known, seventh], {
        onHeld() {
          tries += 1;
          // The program worked on between the first try and the second.
          if (tries === 2) finish();
        },
      }),
      expect
        .poll(() => tries, { timeout: 30_000 })
        .toBe(2)
        .then(() => others.done),
    ]);
    await reading;
    await others.stop();
    expect(doneMeanwhile).toBeGreaterThan(0);
    expect(await latest(migrator)).toEqual(["0900_color"]);
    await migrator`select color from store`;
  }, 60_000);

  test("is given up in the end, with nothing done and a sentence that says why; those before it stay done", async () => {
    const [reader, migrator] = [session(), session()];
    const before = [...known, seventh];
    const free = step("0901_note", "create table note ()");
    const stuck = step("0902_size", "create table beside ()", "alter table store add column size text");
    await reader.begin(async (sql) => {
      await sql`select from store`;
      await expect(applyMigrations(migrator, [...before, free, stuck], { giveUpAfterMs: 0 })).rejects.toThrow(
        "A table that the migration 0902_size changes has been in use",
      );
    });
    expect(await latest(migrator)).toEqual(["0900_color", "0901_note"]);
    const [found] =
      await migrator`select to_regclass('note')::text as note, to_regclass('beside')::text as beside`;
    expect(found).toEqual({ note: "note", beside: null });
    await applyMigrations(migrator, [...before, free, stuck]);
    expect(await latest(migrator)).toEqual(["0900_color", "0901_note", "0902_size"]);
  });

  test("makes an index concurrently while another start waits for it, and is done once by the two", async () => {
    const indexed = [
      ...[...known, seventh, step("0901_note"), step("0902_size")],
      step(
        "0903_index",
        "drop index concurrently if exists store_by_color",
        "\ncreate index concurrently store_by_color on store (enterprise_id, color)",
      ),
    ];
    const others = traffic();
    const starts = [session(), session(), session()];
    await Promise.all(
      starts.map((sql) => withMigrationLock(sql, { place: "here" }, () => applyMigrations(sql, indexed))),
    );
    await others.stop();
    const sql = session();
    expect(await latest(sql)).toEqual(["0900_color", "0901_note", "0902_size", "0903_index"]);
    const [index] = await sql`select indisvalid from pg_index where indexrelid = 'store_by_color'::regclass`;
    expect(index?.indisvalid).toBe(true);
  }, 60_000);

  test("waits while a backup is made, which others may make too", async () => {
    const [one, two, migrator] = [session(), session(), session()];
    const order: string[] = [];
    let migrating: Promise<void> | undefined;
    await withMigrationLock(one, { place: "here", shared: true }, () =>
      withMigrationLock(two, { place: "here", shared: true }, async () => {
        migrating = withMigrationLock(migrator, { place: "here" }, async () => {
          order.push("migrated");
        });
        await migrator`select`;
        order.push("backed up");
      }),
    );
    await migrating;
    expect(order).toEqual(["backed up", "migrated"]);
  });
});
