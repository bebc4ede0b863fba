import type { Contract, ContractField, ContractStatus } from "@vehicle-contracts/contract-model";
import { fixedFieldBreaks, type WrittenFields } from "@vehicle-contracts/contract-rules";

/** Whether nothing but notes may change any more. */
export const isFinal = (status: ContractStatus): boolean =>
  status === "EXPIRED" || status === "CANCELLED" || status === "VOID";

/**
 * Why a field of the contract cannot be changed, in short; undefined where it can. The rule that the server asks decides:
 * it is shown the contract with another value in the field. Of the parties it is the holder that is asked for.
 */
export function fixedReason(
  contract: Contract,
  field: ContractField,
  correction: boolean,
): string | undefined {
  return fixedMessage(contract, field, correction)
    ?.replace(/^.* (?:is|are) fixed/, "Fixed")
    .replace(/[.:](?: .*)?$/, "");
}

/** The same in full: what could be done instead. */
function fixedMessage(contract: Contract, field: ContractField, correction: boolean): string | undefined {
  const changed = { ...contract, [field]: otherValue(contract, field) };
  const [broken] = fixedFieldBreaks(contract.effectiveStatus, contract, changed, { correction });
  return broken?.message;
}

/** A value that the field does not have. It need not make sense: it is compared, never kept. */
function otherValue(contract: WrittenFields, field: ContractField): unknown {
  if (field === "parties")
    return [...contract.parties, { role: "HOLDER", partyId: "another", from: null, to: null }];
  // the currency is fixed for longer than the amount
  if (field === "price" && contract.price) return { ...contract.price, grossMinor: -1 };
  return { anotherThan: contract[field] };
}
