import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { addressOf, runningServer } from "@vehicle-contracts/database/embedded";
import { openDatabase } from "@vehicle-contracts/database/unit-of-work";
import { createEnterprise } from "@vehicle-contracts/identity";
import {
  type Actor,
  createContract,
  createStore,
  createVehicle,
  getContract,
  updateContract,
} from "@vehicle-contracts/services";
import { readSettings } from "@vehicle-contracts/settings";
import { afterAll, describe, expect, test } from "vitest";
import type { Manifest } from "./backup/manifest.ts";
import { checkBackup } from "./backup/read-backup.ts";
import { type TarEntry, tarEnd, tarEntries, tarEntry } from "./backup/tar.ts";
import { openRegister } from "./start/database.ts";
import { lockFolder } from "./start/lock.ts";
import { readSecrets } from "./start/secrets.ts";
import { runCommand } from "./test/run-command.ts";

const home = await mkdtemp(path.join(tmpdir(), "vehicle-contracts-backup-"));
const folder = path.join(home, "data");
const settings = readSettings({ DATA_DIR: folder });
await mkdir(folder);
const secrets = await readSecrets(folder);
// This process is the product, as far as the commands can tell.
const release = await lockFolder(folder, "http://localhost:3000");
const register = await openRegister(settings, folder, secrets, () => {});
const database = openDatabase({ url: register.programUrl, max: 2 });
afterAll(async () => {
  await database.close();
  await register.stop();
  await release();
  await rm(home, { recursive: true, force: true });
});

const backup = (words: string[], env: Record<string, string> = { DATA_DIR: folder }) =>
  runCommand("backup", words, { folder: home, env });
const restore = (words: string[], env: Record<string, string>) =>
  runCommand("restore", words, { folder: home, env });

const { enterpriseId } = await createEnterprise(
  database,
  { name: "Nordwind Motors", administrator: { name: "Ada Ädmin\t\\N", email: "ada@example.com" } },
  async () => {},
);
const actor: Actor = {
  ...{
    kind: "JOB",
    id: "test",
    name: "Test",
    role: "administrator",
    storeIds: "all",
    onBehalfOf: null,
    scopes: "all",
  },
  ...{ enterpriseId, correlationId: randomUUID() },
};
const contracts = await database.write(enterpriseId, async (tx) => {
  const place = { timeZone: "Europe/Berlin", country: "DE", currency: "EUR", distanceUnit: "KM" } as const;
  const { store } = await createStore(tx, actor, {
    idempotencyKey: "store",
    store: { name: "Nord\nwind; \\. 'x'", ...place },
  });
  const { storeId } = store;
  const vehicle = { vin: "NORD1", vinKind: "legacy" } as const;
  const { vehicleId } = (await createVehicle(tx, actor, { idempotencyKey: "v", vehicle, storeId })).vehicle;
  const made: string[] = [];
  for (const key of ["one", "other"]) {
    const contract = { storeId, vehicleId, type: "SERVICE_PLAN", description: "0" } as const;
    made.push((await createContract(tx, actor, { idempotencyKey: key, contract })).contract.contractId);
  }
  return made;
});

/** Writes the same number into both contracts, in one transaction each time, until it is told to stop. */
function writer() {
  let going = true;
  const written = { acknowledged: 0 };
  const over = (async () => {
    for (let mark = 1; going; mark += 1) {
      await database.write(enterpriseId, async (tx) => {
        for (const contractId of contracts) {
          const { version } = await getContract(tx, actor, { contractId });
          await updateContract(tx, actor, { contractId, version, changes: { description: String(mark) } });
        }
      });
      written.acknowledged = mark;
    }
  })();
  const stop = async () => {
    going = false;
    await over;
  };
  return { written, stop };
}

/** What a register holds that was restored into a folder, opened as a start opens it. */
async function inFolder<T>(
  dataDir: string,
  look: (programUrl: string, isNew: boolean) => Promise<T>,
): Promise<T> {
  const opened = await openRegister(
    readSettings({ DATA_DIR: dataDir }),
    dataDir,
    await readSecrets(dataDir),
    () => {},
  );
  try {
    return await look(opened.programUrl, opened.isNew);
  } finally {
    await opened.stop();
  }
}

const entriesOf = async (file: string): Promise<TarEntry[]> =>
  Array.fromAsync(
    tarEntries(
      (async function* () {
        yield gunzipSync(await readFile(file));
      })(),
    ),
  );
const manifestIn = (entries: readonly TarEntry[]): Manifest =>
  JSON.parse(entries.at(-1)?.bytes.toString() ?? "");

const first = path.join(home, "first.backup");
const restored = path.join(home, "restored");

describe("a backup that is made while the register is written to", () => {
  test("brings back one state of it into an empty folder, with which the product starts", async () => {
    const { written, stop } = writer();
    await expect.poll(() => written.acknowledged, { timeout: 20_000 }).toBeGreaterThan(2);
    const before = written.acknowledged;
    const made = await backup([first]);
    await stop();
    expect(made).toMatchObject({ code: 0, errors: "Writing the backup …\n" });
    expect(made.output).toMatch(/^\/.*first\.backup\n2 contracts, \d+ rows of \d+ tables, .* MB\.\nIt holds/);
    expect((await stat(first)).mode & 0o777).toBe(0o600);
    expect((await readdir(home)).sort()).toEqual(["data", "first.backup"]);

    const done = await restore([first], { DATA_DIR: restored });
    expect(done.errors).toBe(
      "Checking the backup …\nMaking a new database …\n" +
        `Loading ${/\d+(?= rows)/.exec(made.output)?.[0]} rows …\nVerifying …\n`,
    );
    expect(done.code).toBe(0);
    expect(await readFile(path.join(restored, "secrets.json"))).toEqual(
      await readFile(path.join(folder, "secrets.json")),
    );
    for (const name of ["secrets.json", "postgres/password"])
      expect((await stat(path.join(restored, name))).mode & 0o777).toBe(0o600);
    await inFolder(restored, async (programUrl, isNew) => {
      expect(isNew).toBe(false);
      const copy = openDatabase({ url: programUrl, max: 1 });
      const marks = await copy.read(enterpriseId, async (tx) => {
        const [one, other] = contracts;
        const found = [];
        for (const contractId of [one, other])
          found.push(await getContract(tx, actor, { contractId: contractId ?? "" }));
        return found.map(({ description, version }) => ({ description, version }));
      });
      const stranger = await copy.read(randomUUID(), (tx) => tx.execute("select from contract"));
      await copy.close();
      const mark = Number(marks[0]?.description);
      // Both of one transaction, and its number is that of the versions: nothing is half there.
      expect(marks).toEqual([0, 1].map(() => ({ description: String(mark), version: mark + 1 })));
      expect(mark).toBeGreaterThanOrEqual(before);
      expect(stranger).toHaveLength(0);
    });
  });

  test("is the same again when what was restored is backed up, stopped as it is", async () => {
    const again = path.join(home, "again.backup");
    expect(await backup([again], { DATA_DIR: restored })).toMatchObject({ code: 0 });
    const [one, two] = [await entriesOf(first), await entriesOf(again)];
    expect(manifestIn(two).sha256).toBe(manifestIn(one).sha256);
    expect(manifestIn(two).tables).toEqual(manifestIn(one).tables);
  });

  test("holds neither sessions nor tokens", async () => {
    const names = (await entriesOf(first)).map(({ name }) => name).join(" ");
    expect(names).toContain("rows/auth.user/");
    expect(names).not.toMatch(/auth\.(session|api_token|verification)/);
  });

  test("overwrites nothing", async () => {
    const held = await readFile(first);
    const refused = await backup([first]);
    expect(refused).toMatchObject({ code: 1, output: "" });
    expect(refused.errors).toBe(
      `${first} is there already, and a backup overwrites nothing: name another file.\n`,
    );
    expect(await readFile(first)).toEqual(held);
  });

  test("is named after the time in a folder, and cannot be written where there is none", async () => {
    const place = path.join(home, "kept");
    await mkdir(place);
    expect(await backup([place])).toMatchObject({ code: 0 });
    expect(await readdir(place)).toEqual([
      expect.stringMatching(/^vehicle-contracts-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.backup$/),
    ]);
    const nowhere = path.join(home, "nowhere", "a.backup");
    expect((await backup([nowhere])).errors).toContain("cannot be written: there is no such folder");
  });
});

describe("a file that is not a whole backup of this version is told as such, and nothing is touched", () => {
  /** A backup with another manifest, whole in itself. */
  async function withManifest(change: (manifest: Manifest) => object): Promise<Buffer> {
    const entries = await entriesOf(first);
    const manifest = manifestIn(entries);
    const bytes = Buffer.from(`${JSON.stringify({ ...manifest, ...change(manifest) })}\n`);
    return gzipSync(
      Buffer.concat(
        [...entries.slice(0, -1), { name: "manifest.json", bytes }].map(tarEntry).concat(tarEnd()),
      ),
    );
  }
  const flipped = (bytes: Buffer, at: number) => {
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ 0x10;
    return copy;
  };

  test.each<[string, string, () => Promise<Buffer>]>([
    [
      "one of which the end is missing",
      "is damaged: it ends before its end",
      async () => (await readFile(first)).subarray(0, -100),
    ],
    [
      "one of which half is missing",
      "is damaged",
      async () => {
        const all = await readFile(first);
        return all.subarray(0, all.length / 2);
      },
    ],
    [
      "one of which the last byte is missing",
      "is damaged",
      async () => (await readFile(first)).subarray(0, -1),
    ],
    [
      "one in which a bit has turned",
      "is damaged",
      async () => {
        const all = await readFile(first);
        return flipped(all, Math.floor(all.length / 2));
      },
    ],
    ["a text", "is not a backup of this program", async () => Buffer.from("contracts\n")],
    ["nothing at all", "is damaged", async () => Buffer.alloc(0)],
    [
      "another archive",
      "is not a backup of this program",
      async () => gzipSync(Buffer.concat([tarEntry({ name: "a", bytes: Buffer.from("a") }), tarEnd()])),
    ],
    [
      "one with a row less",
      "its content is not what was written",
      async () => {
        const entries = (await entriesOf(first)).filter(({ name }) => !name.includes("auth.user"));
        return gzipSync(Buffer.concat(entries.map(tarEntry).concat(tarEnd())));
      },
    ],
    ["one of a later format", "is of format 2", () => withManifest(() => ({ format: 2 }))],
  ])("%s", async (_, sentence, content) => {
    const file = path.join(home, "doubtful.backup");
    await writeFile(file, await content());
    const refused = checkBackup(file, new AbortController().signal);
    await expect(refused).rejects.toThrow(sentence);
    await expect(refused).rejects.toThrow("Nothing was changed.");
  });

  test.each<[string, string, () => Promise<Buffer>]>([
    [
      "one of which the end is missing",
      "is damaged: it ends before its end",
      async () => (await readFile(first)).subarray(0, -100),
    ],
    [
      "one of a newer version",
      "it was made by a newer version. It was made by version 7.0.0",
      () =>
        withManifest(({ migrations }) => ({ migrations: [...migrations, "0".repeat(64)], program: "7.0.0" })),
    ],
    [
      "one of another history",
      "another history",
      () => withManifest(({ migrations }) => ({ migrations: ["0".repeat(64), ...migrations.slice(1)] })),
    ],
  ])("%s, by the command", async (_, sentence, content) => {
    const file = path.join(home, "doubtful.backup");
    const empty = path.join(home, "untouched");
    await writeFile(file, await content());
    const refused = await restore([file], { DATA_DIR: empty });
    expect(refused).toMatchObject({ code: 1, output: "" });
    expect(refused.errors).toContain(sentence);
    expect(refused.errors).toContain("Nothing was changed.");
    await expect(stat(empty)).rejects.toThrow("ENOENT");
  });
});

describe("a data folder that holds a register", () => {
  test("is refused while the product runs on it, and after that without --replace", async () => {
    const running = await restore([first, "--replace"], { DATA_DIR: folder });
    expect(running).toMatchObject({ code: 1, output: "" });
    expect(running.errors).toContain("Vehicle Contracts is already running at http://localhost:3000");
    const before = await readdir(restored);
    const held = await restore([first], { DATA_DIR: restored });
    expect(held).toMatchObject({ code: 1, output: "" });
    expect(held.errors).toContain("holds a register already");
    expect(await readdir(restored)).toEqual(before);
  });

  test("stays as it is where the history of the other is broken, unless that is said to be known; then it goes aside", async () => {
    const server = await runningServer(folder);
    const byHand = openDatabase({ url: addressOf(server ?? { superuserUrl: "" }, "register"), max: 1 });
    const [broken] = contracts;
    await byHand.write(enterpriseId, (tx) =>
      tx.execute(`update contract set notes = 'never written' where contract_id = '${broken}'`),
    );
    await byHand.close();
    const second = path.join(home, "second.backup");
    expect(await backup([second])).toMatchObject({ code: 0 });
    const before = await readdir(restored);
    const refused = await restore([second, "--replace"], { DATA_DIR: restored });
    expect(refused).toMatchObject({ code: 1, output: "" });
    expect(refused.errors).toContain(`contract ${broken} is broken from revision`);
    expect(await readdir(restored)).toEqual(before);

    const replaced = await restore([second, "--replace", "--even-broken"], { DATA_DIR: restored });
    expect(replaced.code).toBe(0);
    expect(replaced.errors).toContain(`contract ${broken} is broken from revision`);
    expect(replaced.output).toContain(`The register that was there is in ${path.join(restored, "replaced")}`);
    expect((await readdir(restored)).sort()).toEqual([...before, "replaced"].sort());
    expect((await readdir(path.join(restored, "replaced"))).sort()).toEqual(["postgres", "secrets.json"]);
  }, 180_000);

  test("of a newer schema is refused by a start before anything of it is touched, and by no backup", async () => {
    await inFolder(restored, async () => {
      const server = await runningServer(restored);
      const superuser = openDatabase({ url: addressOf(server ?? { superuserUrl: "" }, "register"), max: 1 });
      await superuser.signIn.execute(
        "insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9999999999999)",
      );
      await superuser.close();
    });
    await expect(inFolder(restored, async () => {})).rejects.toThrow(
      "was made by a newer version of the program than this one",
    );
    expect(await backup([path.join(home, "newer.backup")], { DATA_DIR: restored })).toMatchObject({
      code: 0,
    });
  });
});

describe("backup and restore", () => {
  test("do nothing with a PostgreSQL of somebody's own, and say what to use", async () => {
    const env = { DATABASE_URL: "postgres://owner:secret@127.0.0.1:1/register" };
    const backedUp = await backup([path.join(home, "own.backup")], env);
    expect(backedUp).toMatchObject({ code: 1, output: "" });
    expect(backedUp.errors).toMatch(/pg_dump or pg_basebackup.*docs\/backup\.md/);
    const brought = await restore([first], env);
    expect(brought).toMatchObject({ code: 1, output: "" });
    expect(brought.errors).toMatch(/pg_restore.*docs\/backup\.md/);
    for (const { errors } of [backedUp, brought]) expect(errors).not.toContain("secret");
  });

  test("say how they are used, and refuse words that they do not know", async () => {
    for (const command of [backup, restore]) {
      const env = { DATA_DIR: path.join(home, "none") };
      expect(await command(["--help"], env)).toMatchObject({ code: 0, errors: "" });
    }
    const elsewhere = { DATA_DIR: path.join(home, "none") };
    expect(await backup(["--fast"], elsewhere)).toMatchObject({ code: 1, output: "" });
    expect((await restore(["a", "b"], elsewhere)).errors).toContain("Name one file.");
    expect((await restore([], {})).errors).toContain("Name the file of the backup.");
    const none = await backup([], { DATA_DIR: path.join(home, "none") });
    expect(none).toMatchObject({ code: 1, errors: `There is no register in ${path.join(home, "none")}.\n` });
  });
});
