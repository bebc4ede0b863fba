import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureDatabase, startEmbedded } from "@vehicle-contracts/database/embedded";
import { migrate } from "@vehicle-contracts/database/migrate";
import { openDatabase } from "@vehicle-contracts/database/unit-of-work";
import { loadDemo } from "@vehicle-contracts/demo-data";
import { afterAll, expect, test } from "vitest";
import { type Outcome, runCommand } from "./test/run-command.ts";

const folder = await mkdtemp(path.join(tmpdir(), "vehicle-contracts-verify-"));
const server = await startEmbedded({ dataDir: folder, durable: false });
const ownerUrl = await ensureDatabase(server, {
  database: "register",
  owner: "register",
  password: "register",
});
const { programUrl } = await migrate(ownerUrl);
const demo = await loadDemo({
  ...{ ownerUrl, programUrl, adminUrl: "http://localhost:3000", apiUrl: "http://localhost:4000" },
  now: "2026-11-25T10:00:00.000Z",
});
const superuserUrl = new URL(server.superuserUrl);
superuserUrl.pathname = "/register";
/** Someone at the database who is held to nothing. */
const byHand = openDatabase({ url: superuserUrl.href, max: 1 });
afterAll(async () => {
  await byHand.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const verifyHistory = (
  env: Record<string, string> = { DATABASE_URL: ownerUrl },
  words: string[] = [],
): Promise<Outcome> => runCommand("verify-history", words, { folder, env });

const { id: enterpriseId, name } = demo.enterprise;
const ask = (statement: string) =>
  byHand.write(enterpriseId, async (tx) => [...(await tx.execute<{ id: string }>(statement))]);

/** A contract of the group with as many entries in its history, for each call another one. */
const contractOf = (entries: number, at: number) =>
  ask(`select contract_id as id from contract_revision where enterprise_id = '${enterpriseId}'
    group by contract_id having count(*) = ${entries} order by contract_id offset ${at} limit 1`).then(
    ([row]) => row?.id ?? "",
  );

test("the histories of both enterprises are whole; each row edited or removed by hand is found", async () => {
  const whole = await verifyHistory();
  expect(whole).toMatchObject({ code: 0, errors: "" });
  const contracts = Number(/^(\d+) contracts, 0 broken\n$/.exec(whole.output)?.[1]);
  expect(contracts).toBeGreaterThan(1_500);

  const [edited, last, first, beside] = [
    await contractOf(3, 0),
    await contractOf(3, 1),
    await contractOf(3, 2),
    await contractOf(1, 0),
  ];
  await ask(
    `update contract_revision set reason = 'no reason' where contract_id = '${edited}' and revision = 2`,
  );
  await ask(`delete from contract_revision where contract_id = '${last}' and revision = 3`);
  await ask(`delete from contract_revision where contract_id = '${first}' and revision = 1`);
  await ask(`update contract set notes = 'never written' where contract_id = '${beside}'`);
  const broken = await verifyHistory();
  expect(broken.code).toBe(1);
  const lines = broken.output.trimEnd().split("\n");
  expect(lines.pop()).toBe(`${contracts} contracts, 4 broken`);
  expect(lines.sort()).toEqual(
    [
      [edited, 2],
      [last, 3],
      [first, 1],
      [beside, 1],
    ]
      .map(
        ([id, revision]) =>
          `${name} (${enterpriseId}): contract ${id} is broken from revision ${revision} on`,
      )
      .sort(),
  );
});

test("a folder without a register, and a database that cannot be reached, get one sentence and a non-zero exit", async () => {
  const empty = path.join(folder, "nothing-here");
  const without = await verifyHistory({ DATA_DIR: empty });
  expect(without).toMatchObject({ code: 1, output: "" });
  expect(without.errors).toBe(
    `There is no register in ${empty}: start it with npx pnpm@12 start, or set DATABASE_URL.\n`,
  );
  const away = await verifyHistory({ DATABASE_URL: "postgres://owner:secret@127.0.0.1:1/register" });
  expect(away).toMatchObject({ code: 1, output: "" });
  expect(away.errors.trimEnd().split("\n")).toHaveLength(1);
  expect(away.errors).not.toContain("secret");
});
