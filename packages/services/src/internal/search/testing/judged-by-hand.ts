import type { ContractQuestion, ContractSort, ContractStatus } from "@vehicle-contracts/contract-model";
import { fold, foldings, withoutSeparators, wordsOf } from "../../folding.ts";

/** What a test knows of a contract, out of the tables that its row copies from. */
export type KnownContract = {
  contractId: string;
  vehicleId: string;
  storeId: string;
  providerId: string | null;
  holderId: string | null;
  type: string;
  status: ContractStatus;
  awaiting: boolean;
  startDate: string | null;
  endDate: string | null;
  /** The latest odometer or hours are beyond the last covered, compared by the test. */
  drivenTooFar: boolean;
  /** The date at its store. */
  today: string;
  vin: string;
  plate: string | null;
  holderName: string | null;
  holderSort: string | null;
  vehicleSort: string;
  number: string | null;
  storeName: string;
  createdAt: string;
  updatedAt: string;
};

/** The effective status by a table of its own: for each, when it holds. Throws unless exactly one does. */
export function statusByTable(c: KnownContract): ContractStatus {
  const { status, awaiting, today: t } = c;
  const started = c.startDate === null || c.startDate <= t;
  const over = c.drivenTooFar || (c.endDate ?? "9999-12-31") < t;
  const holds: Record<ContractStatus, boolean> = {
    DRAFT: status === "DRAFT",
    CANCELLED: status === "CANCELLED",
    VOID: status === "VOID",
    PENDING:
      ((status === "PENDING" || status === "ACTIVE") && !started) ||
      (status === "PENDING" && awaiting && started && !over),
    ACTIVE: started && !over && (status === "ACTIVE" || (status === "PENDING" && !awaiting)),
    SUSPENDED: status === "SUSPENDED" && (!started || !over),
    EXPIRED: status === "EXPIRED" || (["PENDING", "ACTIVE", "SUSPENDED"].includes(status) && started && over),
  };
  const [only, ...others] = Object.entries(holds).filter(([, is]) => is);
  if (!only || others.length > 0) throw new Error(`Not exactly one status holds: ${JSON.stringify(c)}`);
  return only[0] as ContractStatus; // a key of the record
}

const plain = (typed: string) => fold(withoutSeparators(typed));
const part = (whole: string | null, sought: string, least: number) =>
  whole !== null && sought.length >= least && whole.includes(sought);

const onVehicle = (c: KnownContract, typed: string) =>
  part(fold(c.vin), fold(typed), 4) ||
  part(fold(c.vin), plain(typed), 4) ||
  part(c.plate === null ? null : plain(c.plate), plain(typed), 3);

const beginsNameOrNumber = (c: KnownContract, sought: string) => {
  const numberWords = wordsOf(c.number ?? "");
  return (
    wordsOf(c.holderName ?? "").some((word) => foldings(word).some((folded) => folded.startsWith(sought))) ||
    numberWords.some((_, from) => fold(numberWords.slice(from).join("")).startsWith(sought))
  );
};

/** Whether what was typed finds the contract. */
function isFound(c: KnownContract, search: string | null | undefined): boolean {
  const typed = (search ?? "").trim();
  if (typed === "") return true;
  const words = typed.split(/\s+/).filter((word) => plain(word) !== "");
  if (words.length === 0) return false;
  const every = words.every((word) => {
    const parts = wordsOf(word).map(fold);
    const hyphenated = parts.length > 1 && !/\p{N}/u.test(parts.join(""));
    return (
      onVehicle(c, word) ||
      beginsNameOrNumber(c, plain(word)) ||
      (hyphenated && parts.every((one) => beginsNameOrNumber(c, one)))
    );
  });
  return every || (words.length > 1 && onVehicle(c, typed.replace(/\s+/g, "")));
}

const has = <Value>(some: readonly Value[] | null | undefined, value: Value | null) =>
  !some || (value !== null && some.includes(value));

/** Whether the question, asked by who has these stores, is answered by the contract. */
export function isAnswer(
  c: KnownContract,
  question: ContractQuestion,
  storeIds: readonly string[] | "all",
): boolean {
  const filter = question.filter ?? {};
  return (
    (question.vehicleId
      ? c.vehicleId === question.vehicleId
      : storeIds === "all" || storeIds.includes(c.storeId)) &&
    has<string>(filter.type, c.type) &&
    has(filter.status, c.status) &&
    has(filter.effectiveStatus, statusByTable(c)) &&
    has(filter.providerId, c.providerId) &&
    has(filter.storeId, c.storeId) &&
    has(filter.holderId, c.holderId) &&
    (!filter.endsFrom || (c.endDate !== null && c.endDate >= filter.endsFrom)) &&
    (!filter.endsTo || (c.endDate !== null && c.endDate <= filter.endsTo)) &&
    isFound(c, question.search)
  );
}

const lifeCycle = ["DRAFT", "PENDING", "ACTIVE", "SUSPENDED", "EXPIRED", "CANCELLED", "VOID"];

const sortedBy: Record<ContractSort["by"], (c: KnownContract) => string | null> = {
  contractNumber: (c) => c.number,
  vehicle: (c) => c.vehicleSort,
  holder: (c) => c.holderSort,
  effectiveStatus: (c) => String(lifeCycle.indexOf(statusByTable(c))),
  startDate: (c) => c.startDate,
  endDate: (c) => c.endDate,
  store: (c) => fold(c.storeName),
  createdAt: (c) => c.createdAt,
  updatedAt: (c) => c.updatedAt,
};

const byCodePoint = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** By the value, rows without it last, then by id in the same direction. */
export function inOrder(
  contracts: readonly KnownContract[],
  { by, direction }: ContractSort,
): KnownContract[] {
  const sign = direction === "asc" ? 1 : -1;
  const value = sortedBy[by];
  return contracts.toSorted((a, b) => {
    const [x, y] = [value(a), value(b)];
    const byValue =
      x !== null && y !== null ? sign * byCodePoint(x, y) : Number(x === null) - Number(y === null);
    return byValue || sign * byCodePoint(a.contractId, b.contractId);
  });
}
