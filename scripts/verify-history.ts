// npx pnpm@12 verify-history: whether the history of every contract of every enterprise is whole and unchanged.
import { readSettings } from "@vehicle-contracts/settings";
import { isMeantForPeople } from "./start/start-error.ts";
import { withDatabase } from "./start/with-database.ts";
import { verifyRegister } from "./verify-history/verify-register.ts";

const usage = `npx pnpm@12 verify-history
Verifies the history of every contract: each entry's hash over itself and the entry before it, the last one against the
contract as it is. Names each contract at fault with its first broken entry, then says: N contracts, M broken.
Exits 0 where M is 0, 1 where it is not or nothing could be verified. DATABASE_URL names the database's owner; without it,
the register in DATA_DIR (.data) is verified, whether it runs or not.`;

async function main(): Promise<void> {
  const words = process.argv.slice(2).filter((word) => word !== "--");
  if (words.length > 0) {
    const isHelp = words.includes("--help");
    if (!isHelp) process.exitCode = 1;
    return isHelp ? console.log(usage) : console.error(`verify-history takes no arguments.\n${usage}`);
  }
  const tally = await withDatabase(readSettings(process.env), ({ programUrl }) =>
    verifyRegister(programUrl, (sentence) => console.log(sentence)),
  );
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
