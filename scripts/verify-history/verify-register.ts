import { organization } from "@vehicle-contracts/database";
import { type Database, openDatabase } from "@vehicle-contracts/database/unit-of-work";
import { verifyHistories } from "@vehicle-contracts/services";

/** Contracts verified in one unit of work, and the milliseconds it may take. */
const atOnce = 500;
const deadlineMs = 60_000;

type Verdicts = Awaited<ReturnType<typeof verifyHistories>>;
export type Tally = { contracts: number; broken: number };

/**
 * Verifies the history of every contract of every enterprise.
 *
 * @param onBroken told of each contract at fault, in a sentence
 * @param onContracts told how many have been verified so far
 */
export async function verifyRegister(
  programUrl: string,
  onBroken: (sentence: string) => void,
  onContracts: (count: number) => void = () => {},
): Promise<Tally> {
  const database = openDatabase({
    url: programUrl,
    max: 1,
    applicationName: "vehicle-contracts verify-history",
  });
  const tally: Tally = { contracts: 0, broken: 0 };
  try {
    const enterprises = await database.signIn
      .select({ id: organization.id, name: organization.name })
      .from(organization)
      .orderBy(organization.name, organization.id);
    for (const { id, name } of enterprises)
      for await (const { contractId, intact, firstBroken } of verdictsOf(database, id)) {
        tally.contracts += 1;
        onContracts(tally.contracts);
        if (intact) continue;
        tally.broken += 1;
        onBroken(`${name} (${id}): contract ${contractId} is broken from revision ${firstBroken} on`);
      }
    return tally;
  } finally {
    await database.close();
  }
}

async function* verdictsOf(database: Database, enterpriseId: string): AsyncGenerator<Verdicts[number]> {
  for (let after: string | null = null; ; ) {
    const from: string | null = after;
    const verdicts: Verdicts = await database.read(enterpriseId, (tx) => verifyHistories(tx, from, atOnce), {
      deadlineMs,
    });
    yield* verdicts;
    after = verdicts.at(-1)?.contractId ?? null;
    if (after === null) return;
  }
}
