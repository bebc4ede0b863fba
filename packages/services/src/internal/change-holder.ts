import type { Contract, ContractParty, ContractResult } from "@vehicle-contracts/contract-model";
import { writtenFields } from "@vehicle-contracts/contract-rules";
import type { TenantTx } from "@vehicle-contracts/database";
import type { Actor } from "../actor.ts";
import { holderAmong, type sharedParties } from "./contract-parties.ts";
import { writeSatellites } from "./contract-satellites.ts";
import { saveContract } from "./save-contract.ts";
import { rowWords } from "./search-terms.ts";

/**
 * Writes a contract with the parties of a transfer. `shared` holds every one of them to the end of the transaction, since
 * the contract copies its holder's name. Throws STALE_VERSION.
 */
export function changeHolder(
  tx: TenantTx,
  actor: Actor,
  before: Contract,
  parties: ContractParty[],
  { shared, reason }: { shared: Awaited<ReturnType<typeof sharedParties>>; reason: string | null },
): Promise<ContractResult> {
  const record = writtenFields(before);
  const holder = holderAmong(shared, parties);
  return saveContract(tx, actor, before, {
    columns: {
      holderId: holder?.partyId ?? null,
      holderSort: holder?.sortName ?? null,
      words: rowWords(holder?.name ?? null, before.contractNumber),
    },
    satellites: () => writeSatellites(tx, before.contractId, record, { ...record, parties }),
    action: "contract.transferred",
    reason,
  });
}
