import type { Contract, ContractPage, ContractRead } from "@vehicle-contracts/contract-model";
import { effectiveStatus } from "@vehicle-contracts/contract-rules";

/** Pure edits of what the query cache holds, so that a change shows before the server has answered. */

/** The contract with changed fields, its effective status derived again from them. */
export function withChanges(contract: ContractRead, changes: Partial<Contract>): ContractRead {
  const changed = { ...contract, ...changes };
  const { latestOdometer, latestHours } = contract.vehicle;
  return {
    ...changed,
    effectiveStatus: effectiveStatus(changed, {
      today: contract.store.today,
      latestOdometer,
      latestHours: latestHours?.value,
    }),
  };
}

/** The draft as it is once it is sold. */
export const asSold = (contract: ContractRead): ContractRead => withChanges(contract, { status: "PENDING" });

/** A page of a list with the contract's row as it is now; the same page where it has no such row. Rows keep their places. */
export function pageWith(page: ContractPage | undefined, contract: ContractRead): ContractPage | undefined {
  if (!page?.items.some(({ contractId }) => contractId === contract.contractId)) return page;
  return {
    ...page,
    items: page.items.map((row) => (row.contractId === contract.contractId ? contract : row)),
  };
}
