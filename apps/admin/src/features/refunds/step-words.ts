import type { Money, RefundInputs, RefundQuote, RefundStep } from "@vehicle-contracts/contract-model";
import { millimetres } from "@vehicle-contracts/contract-rules";
import { daysBetween } from "@vehicle-contracts/contract-rules/temporal";
import { cancellerWord } from "./words.ts";

/** How figures are written: on a screen as the reader has them, on paper as the store's country does. */
export type WordFormat = {
  date: (date: string) => string;
  money: (money: Money) => string;
  whole: (value: number) => string;
  distance: (distance: { value: number; unit: "KM" | "MI" }) => string;
  hours: (hours: number) => string;
  percent: (percent: string | number) => string;
};

/** A step as people read it: what it is, from what, by which figures, and what comes of it. */
export type StepRow = {
  code: RefundStep["code"];
  title: string;
  below: string;
  figures: string;
  result: string;
};

const minus = "\u2212\u00a0";

/** "n" or "n/d" as a percentage of at most two decimals, half up: "827/1461" is "56.61". */
export function percentOf(exact: string): string {
  const [n = 0n, d = 1n] = exact.split(/\//).map(BigInt);
  const hundredths = (2n * n * 10_000n + d) / (2n * d);
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, "0")}`;
}

const shareWord: Partial<Record<RefundStep["code"], string>> = {
  TIME_SHARE: "time",
  DISTANCE_SHARE: "distance",
  HOURS_SHARE: "engine hours",
};

type Words = Omit<StepRow, "code" | "result">;
type Around = { steps: readonly RefundStep[]; inputs: RefundInputs; format: WordFormat };

/** Every step of a quote but the refund itself, which stands below them. */
export function stepRows(quote: Pick<RefundQuote, "steps" | "inputs">, format: WordFormat): StepRow[] {
  const around = { ...quote, format };
  return quote.steps
    .filter(({ code }) => code !== "REFUND")
    .map((step) => ({ code: step.code, ...wordsOf(step, around), result: resultOf(step, around) }));
}

const deductions = new Set<RefundStep["code"]>([
  "RETAINED",
  "SERVICES",
  "CLAIMS",
  "UNPAID",
  "FEE",
  "FEE_TAX",
]);

function resultOf(step: RefundStep, { inputs, format }: Around): string {
  if (step.amountMinor === undefined) return format.percent(percentOf(step.exact));
  const money = format.money({ amountMinor: Math.abs(step.amountMinor), currency: inputs.price.currency });
  return deductions.has(step.code) || step.amountMinor < 0 ? `${minus}${money}` : money;
}

function wordsOf(step: RefundStep, around: Around): Words {
  const { inputs, format } = around;
  const { rules } = inputs.ruleSet;
  const words = (title: string, below = "", figures = ""): Words => ({ title, below, figures });
  switch (step.code) {
    case "FREE_LOOK":
      return words(
        "All that was paid",
        `within ${rules.freeLookDays} days of the sale, nothing claimed or provided`,
      );
    case "SHARE_BEFORE_START":
      return words("Nothing used yet", `starts on ${format.date(inputs.startDate)}`);
    case "TIME_SHARE":
      return timeWords(inputs, format);
    case "DISTANCE_SHARE":
      return distanceWords(inputs, format);
    case "HOURS_SHARE":
      return hoursWords(inputs, format);
    case "SHARE":
      return countingWords(step, around);
    case "UNEARNED":
      return words(
        "Price not used",
        "share of the price",
        `${format.money(inputs.price)} × ${shareOf(around)}`,
      );
    case "RETAINED": {
      const percent = format.percent(rules.retainedPercent[inputs.cancelledBy] ?? 0);
      const of = amountOf(around, "UNEARNED");
      const who = cancellerWord(inputs.cancelledBy).toLowerCase();
      return words(
        `Kept back when the ${who} cancels`,
        `${percent} of the price not used`,
        `${of} × ${percent}`,
      );
    }
    case "PAID":
      return words("Paid", "of the price", format.money(inputs.price));
    case "SERVICES":
      return words(
        "Services provided",
        listed(inputs.services, format),
        counted(units(inputs), "service", format),
      );
    case "CLAIMS":
      return words(
        "Claims paid",
        listed(inputs.claims, format),
        counted(inputs.claims.length, "claim", format),
      );
    case "UNPAID":
      return words(
        "Not paid yet",
        "still owed of the price",
        `${format.money(inputs.price)} ${minus}${format.money(inputs.paid)}`,
      );
    case "FEE":
      return words("Fee", ...feeWords(inputs, format));
    case "FEE_TAX": {
      const percent = format.percent(rules.feeTaxPercent);
      return words("Tax on the fee", `${percent} of the fee`, `${amountOf(around, "FEE")} × ${percent}`);
    }
    case "RAISED_TO_ZERO":
      return words("More is taken off than is left", "a refund is never less than nothing");
    default:
      return words(step.code);
  }
}

function timeWords(inputs: RefundInputs, format: WordFormat): Words {
  const { endDate, cancelDate } = inputs;
  const days = daysOf(inputs);
  if (endDate === null || days === null) return { title: "Time not used", below: "", figures: "" };
  return {
    title: "Time not used",
    below: `${format.date(cancelDate)} to ${format.date(endDate)}, inclusive`,
    figures: `${format.whole(days.left)} of ${format.whole(days.all)} days`,
  };
}

function distanceWords({ distance, odometer }: RefundInputs, format: WordFormat): Words {
  const title = "Distance not used";
  if (distance.kind !== "limited" || !odometer) return { title, below: "", figures: "" };
  const { limit, startOdometer, endOdometer } = distance;
  const below = `${format.distance(endOdometer)} less ${format.distance(odometer)}`;
  if (odometer.unit !== limit.unit) return { title, below, figures: `of ${format.distance(limit)}` };
  const from = millimetres(odometer) < millimetres(startOdometer) ? startOdometer : odometer;
  const left = format.whole(endOdometer.value - from.value);
  return { title, below, figures: `${left} of ${format.distance(limit)}` };
}

function hoursWords({ engineHours, hours }: RefundInputs, format: WordFormat): Words {
  const title = "Engine hours not used";
  if (engineHours.kind !== "limited" || hours === null) return { title, below: "", figures: "" };
  const { limit, endHours } = engineHours;
  return {
    title,
    below: `${format.hours(endHours)} less ${format.hours(hours)}`,
    figures: `${format.whole(Math.min(limit, endHours - hours))} of ${format.hours(limit)}`,
  };
}

function countingWords(step: RefundStep, around: Around): Words {
  const { steps, inputs } = around;
  const least = steps.find(({ code, exact }) => shareWord[code] && exact === step.exact);
  const of = least && shareWord[least.code];
  const several = steps.filter(({ code }) => shareWord[code]).length > 1;
  return {
    title: !of ? "All of it counts" : several ? "The lesser share counts" : `The share of ${of} counts`,
    below: !of ? "" : several ? of : inputs.ruleSet.rules.basis === "LESSER" ? "nothing else limits it" : "",
    figures: fraction(step.exact, around),
  };
}

const shareOf = (around: Around) =>
  fraction(around.steps.find(({ code }) => code === "SHARE")?.exact ?? "1", around);

/** As it is kept, "274 / 487"; where it is the share of days, as their step says it: "822 / 1,461". */
function fraction(exact: string, { inputs, format }: Around): string {
  const [n, d] = exact.split("/").map(Number);
  const days = daysOf(inputs);
  return n && d && days && days.left * d === days.all * n
    ? `${format.whole(days.left)} / ${format.whole(days.all)}`
    : exact.replace(/\//, " / ");
}

/** The days left of all, the first and the last one counted. */
function daysOf({ startDate, endDate, cancelDate }: RefundInputs): { left: number; all: number } | null {
  if (endDate === null) return null;
  return { left: daysBetween(cancelDate, endDate) + 1, all: daysBetween(startDate, endDate) + 1 };
}

function amountOf({ steps, inputs, format }: Around, code: RefundStep["code"]): string {
  const amountMinor = steps.find((step) => step.code === code)?.amountMinor ?? 0;
  return format.money({ amountMinor, currency: inputs.price.currency });
}

const units = ({ services }: RefundInputs) =>
  services.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0);
const counted = (count: number, noun: string, format: WordFormat) =>
  `${format.whole(count)} ${noun}${count === 1 ? "" : "s"}`;

/** The day of one; of several the last one's. */
function listed(entries: RefundInputs["claims"], format: WordFormat): string {
  const last = entries.toSorted((a, b) => (a.date < b.date ? -1 : 1)).at(-1);
  if (!last) return "";
  const order = last.repairOrder ? `, ${last.repairOrder}` : "";
  return `${entries.length > 1 ? "the last on " : ""}${format.date(last.date)}${order}`;
}

function feeWords({ ruleSet, price }: RefundInputs, format: WordFormat): [below: string, figures: string] {
  const { fee } = ruleSet.rules;
  if (fee.kind === "NONE") return ["", ""];
  if (fee.kind === "FIXED") return ["fixed", ""];
  const caps = [...(fee.cap ? [fee.cap] : []), ...(fee.inOtherCurrencies ?? [])];
  const cap = caps.find(({ currency }) => currency === price.currency);
  const percent = format.percent(fee.percent);
  return [
    `${percent} of the price${cap ? `, at most ${format.money(cap)}` : ""}`,
    `${format.money(price)} × ${percent}`,
  ];
}
