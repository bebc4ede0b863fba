// npx pnpm@12 verify-history: whether the history of every contract of every enterprise is whole and unchanged.
import { organization } from "@vehicle-contracts/database";
import { type Database, openDatabase } from "@vehicle-contracts/database/unit-of-work";
import { verifyHistories } from "@vehicle-contracts/services";
import { readSettings } from "@vehicle-contracts/settings";
import { isMeantForPeople } from "./start/start-error.ts";
import { withDatabase } from "./start/with-database.ts";

const usage = `npx pnpm@12 verify-history
Verifies the history of every contract: each entry's hash over itself and the entry before it, the last one against the
contract as it is. Names each contract at fault with its first broken entry, then says: N contracts, M broken.
Exits 0 where M is 0, 1 where it is not or nothing could be verified. DATABASE_URL names the database's owner; without it,
the register in DATA_DIR (.data) is verified, whether it runs or not.`;

/** Contracts verified in one unit of work, and the milliseconds it may take. */
const atOnce = 500;
const deadlineMs = 60_000;

type Verdicts = Awaited<ReturnType<typeof verifyHistories>>;
type Tally = { contracts: number; broken: number };

async function verifyEnterprise(
  database: Database,
  { id, name }: { id: string; name: string },
  tally: Tally,
): Promise<void> {
  for (let after: string | null = null; ; ) {
    const from: string | null = after;
    const verdicts: Verdicts = await database.read(id, (tx) => verifyHistories(tx, from, atOnce), {
      deadlineMs,
    });
    for (const { contractId, intact, firstBroken } of verdicts) {
      tally.contracts += 1;
      if (intact) continue;
      tally.broken += 1;
      console.log(`${name} (${id}): contract ${contractId} is broken from revision ${firstBroken} on`);
    }
    after = verdicts.at(-1)?.contractId ?? null;
    if (after === null) return;
  }
}

async function main(): Promise<void> {
  const words = process.argv.slice(2).filter((word) => word !== "--");
  if (words.length > 0) {
    const isHelp = words.includes("--help");
    if (!isHelp) process.exitCode = 1;
    return isHelp ? console.log(usage) : console.error(`verify-history takes no arguments.\n${usage}`);
  }
  const tally = await withDatabase(readSettings(process.env), async ({ programUrl }) => {
    const database = openDatabase({
      url: programUrl,
      max: 1,
      applicationName: "vehicle-contracts verify-history",
    });
    try {
      const found: Tally = { contracts: 0, broken: 0 };
      const enterprises = await database.signIn
        .select({ id: organization.id, name: organization.name })
        .from(organization)
        .orderBy(organization.name, organization.id);
      for (const enterprise of enterprises) await verifyEnterprise(database, enterprise, found);
      return found;
    } finally {
      await database.close();
    }
  });
  console.log(`${tally.contracts} contracts, ${tally.broken} broken`);
  if (tally.broken > 0) process.exitCode = 1;
}

try {
  await main();
} catch (error) {
  if (!isMeantForPeople(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
