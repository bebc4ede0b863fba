import type { ContractQuestion, ContractSort, ContractStatus } from "@vehicle-contracts/contract-model";
import { fold, withoutSeparators, wordsOf } from "../../folding.ts";

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

/** How letters are spelled, what a question means first; told here anew, so that the table of the search is tested too. */
const spelled = new Map<string, readonly string[]>([
  ...Object.entries({ ä: ["ae", "a"], ö: ["oe", "o"], ü: ["ue", "u"], ø: ["oe", "o"], å: ["a", "aa"] }),
  ...Object.entries({ đ: ["d", "dj"], ß: ["ss"], æ: ["ae"], ł: ["l"], ð: ["d"], þ: ["th"], ı: ["i"] }),
]);

/** A text in every spelling: a letter is spelled one way throughout. */
function spellings(text: string): string[] {
  let ways = [text.normalize("NFC").toLowerCase()];
  for (const [letter, each] of spelled)
    ways = ways.flatMap((way) =>
      way.includes(letter) ? each.map((one) => way.replaceAll(letter, one)) : [way],
    );
  return ways.map((way) => way.normalize("NFD").replace(/\p{M}/gu, ""));
}
const asMeant = (typed: string) => spellings(typed)[0] ?? "";

const plain = (typed: string) => asMeant(withoutSeparators(typed));
const part = (whole: string, sought: string, least: number) =>
  sought.length >= least && spellings(whole).some((way) => way.includes(sought));

const onVehicle = (c: KnownContract, typed: string) =>
  part(c.vin, asMeant(typed), 4) ||
  part(c.vin, plain(typed), 4) ||
  (c.plate !== null && part(withoutSeparators(c.plate), plain(typed), 3));

const beginsNameOrNumber = (c: KnownContract, sought: string) => {
  const numberWords = wordsOf(c.number ?? "");
  const numbers = numberWords.map((_, from) => numberWords.slice(from).join(""));
  return [...wordsOf(c.holderName ?? ""), ...numbers].some((word) =>
    spellings(word).some((way) => way.startsWith(sought)),
  );
};

/** Whether the contract has the word, as it is typed. */
function hasWord(c: KnownContract, word: string): boolean {
  const parts = wordsOf(word).map(asMeant);
  const hyphenated = parts.length > 1 && !/\p{N}/u.test(parts.join(""));
  return (
    onVehicle(c, word) ||
    beginsNameOrNumber(c, plain(word)) ||
    (hyphenated && parts.every((one) => beginsNameOrNumber(c, one)))
  );
}

/** Whether what was typed finds the contract: it has every word, or some neighbouring ones as one and each other word. */
function isFound(c: KnownContract, search: string | null | undefined): boolean {
  const typed = (search ?? "").trim();
  if (typed === "") return true;
  const words = typed.split(/\s+/).filter((word) => plain(word) !== "");
  if (words.length === 0) return false;
  const isJoined = (from: number, to: number) =>
    onVehicle(c, words.slice(from, to).join("")) &&
    [...words.slice(0, from), ...words.slice(to)].every((word) => hasWord(c, word));
  return (
    words.every((word) => hasWord(c, word)) ||
    words.some((_, from) => words.some((__, to) => to > from && isJoined(from, to + 1)))
  );
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
