import {
  doubts,
  type Entitlement,
  type LineKind,
  type Money,
  type PassedOverReason,
} from "@vehicle-contracts/contract-model";
import { halfUp, percentageParts } from "@vehicle-contracts/contract-rules";
import { dueWords, type Format } from "../../contracts/term-words.ts";
import { type AskedFor, contractWord, type NamedContract, reasonWords } from "./reason-words.ts";

type Line = Entitlement["lines"][number];
type Named = ReadonlyMap<string, NamedContract>;
/** The line as it was asked. */
export type AskedLine = AskedFor & { kind: LineKind; amount: Money };

/** A line's answer in a sentence or two that a customer understands. */
export function lineWords(line: Line, asked: AskedLine, contracts: Named, format: Format): string {
  const payer = line.contractId === null ? undefined : contracts.get(line.contractId);
  if (line.contractId === null) return unpaidWords(line, asked, contracts, format);
  return line.basis === "ALLOWANCE"
    ? allowanceWords(line, asked, payer, format)
    : coverageWords(line, asked, contractWord(payer), format);
}

function allowanceWords(
  line: Line,
  { code }: AskedLine,
  contract: NamedContract | undefined,
  format: Format,
): string {
  const left = line.remaining?.allowance ?? 0;
  const allowance = contract?.allowances.find((each) => each.code === code);
  const of = allowance ? ` of ${format.whole(allowance.quantity)}` : "";
  const rest = left === 0 ? "this is the last one" : `${format.whole(left)}${of} left after this`;
  const due = allowance && dueWords(allowance, format);
  const early = line.early ? ` It is early${due ? `: due ${due}` : ""}.` : "";
  return `${contractWord(contract)} includes it; ${rest}.${early}`;
}

function coverageWords(line: Line, { kind, amount }: AskedLine, name: string, format: Format): string {
  const { money } = format;
  const of = (amountMinor: number) => money({ amountMinor, currency: amount.currency });
  const deductible = line.deductible?.amountMinor ?? 0;
  const percent = percentOf(line, kind);
  const parts = percentageParts(percent);
  const byPercent = amount.amountMinor - Number(halfUp(BigInt(amount.amountMinor) * parts, 1_000_000n));
  const beyond = line.customerPays.amountMinor - byPercent - deductible;
  const left = line.remaining?.amount;
  const then = left && left.amountMinor > 0 ? ` ${money(left)} is left for this afterwards.` : "";
  if (line.customerPays.amountMinor === 0) return `${name} pays all of it.${then}`;
  const shares = [
    byPercent > 0 && `${of(byPercent)}, because it pays ${kindPaid(kind)} at ${format.percent(percent)}`,
    deductible > 0 && `the excess of ${of(deductible)}`,
    beyond > 0 && `${of(beyond)} above what it has left for this`,
  ].filter((share) => share !== false);
  const pays =
    line.contractPays.amountMinor === 0 ? `${name} covers it.` : `${name} pays ${money(line.contractPays)}.`;
  return `${pays} The customer pays ${shares.join(", and ")}.${then}`;
}

function percentOf({ partsPercent, labourPercent }: Line, kind: LineKind): number | string {
  const parts = partsPercent ?? 0;
  const labour = labourPercent ?? 0;
  if (kind === "OTHER") return percentageParts(parts) < percentageParts(labour) ? parts : labour;
  return kind === "PARTS" ? parts : labour;
}

const kindPaid = (kind: LineKind) => (kind === "OTHER" ? "this" : kind === "PARTS" ? "parts" : "labour");

/** Of several contracts that say no, the reason that tells the customer most: what is in force goes before what is over. */
const mostTelling: readonly PassedOverReason[] = [
  "ITEM_EXCLUDED",
  "ALLOWANCE_EXHAUSTED",
  "AMOUNT_EXHAUSTED",
  "WAITING_PERIOD",
  "SUSPENDED",
  "ITEM_NOT_LISTED",
  "EXPIRED_DISTANCE",
  "EXPIRED_HOURS",
  "EXPIRED_DATE",
  "NOT_STARTED",
  "CANCELLED",
  "DRAFT",
  "VOID",
];

function unpaidWords(line: Line, asked: AskedLine, contracts: Named, format: Format): string {
  const order = line.decision === "UNDETERMINED" ? doubts : mostTelling;
  const inOrder = order.flatMap((reason) => line.passedOver.filter((other) => other.reason === reason));
  const told = inOrder.find(({ contractId }) => names(contracts.get(contractId), asked.code)) ?? inOrder[0];
  if (!told) return "The vehicle has no contract.";
  const contract = contracts.get(told.contractId);
  const words = `${contractWord(contract)} ${reasonWords(told.reason, contract, asked, format)}.`;
  const todo = line.decision === "UNDETERMINED" ? ` ${whatToDo(told.reason, contract)}` : "";
  return `${words}${todo}`;
}

/** One that has to do with it: what is over and covered it tells more than what never listed it. */
const names = (contract: NamedContract | undefined, code: string): boolean =>
  contract !== undefined && [...contract.coverage, ...contract.allowances].some((line) => line.code === code);

/** How a doubt is settled. */
function whatToDo(reason: PassedOverReason, contract: NamedContract | undefined): string {
  switch (reason) {
    case "LIMIT_UNKNOWN":
      return `Ask ${contract?.provider?.name ?? "the provider"}, then record it.`;
    case "ODOMETER_MISSING":
      return "Enter the mileage.";
    case "ODOMETER_BELOW_LAST":
      return "Check the mileage, or correct the reading.";
    case "HOURS_MISSING":
      return "Enter the engine hours.";
    case "HOURS_BELOW_LAST":
      return "Check the engine hours, or correct the reading.";
    default:
      return `Ask ${contract?.provider?.name ?? "the provider"}.`;
  }
}
