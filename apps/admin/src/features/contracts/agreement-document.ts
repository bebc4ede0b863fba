import type { ContractRead, Party, PartyRole, Session } from "@vehicle-contracts/contract-model";
import { type Block, type DocumentContent, formatsOf } from "@vehicle-contracts/documents";
import { vehicleName } from "../vehicles/vehicle-name.ts";
import { lineName } from "./line-name.ts";
import {
  deductibleWords,
  distanceWords,
  dueWords,
  type Format,
  hoursWords,
  monthsWord,
  transferPolicyWords,
} from "./term-words.ts";
import { roleWord, typeWord } from "./words.ts";

type Asked = { contract: ContractRead; parties: readonly Party[]; session: Session };

/** The agreement on paper, for the customer: who, which vehicle, from when to when and how far, what is covered, for what price. */
export function agreementDocument({ contract, parties, session }: Asked): DocumentContent {
  const { store, provider } = contract;
  const country = session.stores.find(({ storeId }) => storeId === store.storeId)?.country;
  const format = formatOf(country ?? session.stores[0]?.country ?? "GB");
  const name = contract.description ?? typeWord(contract.type);
  const isQuote = contract.status === "DRAFT";
  const seller = `${session.enterprise.name}, ${store.name}`;
  const title = isQuote ? `Quote: ${name}` : name;
  return {
    title,
    language: "en",
    createdAt: contract.updatedAt,
    from: seller,
    reference: contract.contractNumber ?? `Contract ${contract.contractId.slice(-8).toUpperCase()}`,
    footer: `${title}${contract.contractNumber ? `, ${contract.contractNumber}` : ""}`,
    blocks: [
      { kind: "paragraph", look: "strong", text: untilWords(contract, format) },
      ...(isQuote
        ? [
            {
              kind: "notice" as const,
              text: "This is a quote. Nothing is agreed before it is signed and sold.",
            },
          ]
        : []),
      { kind: "heading", text: "Vehicle and people" },
      { kind: "facts", rows: filled([...vehicleFacts(contract, format), ...peopleFacts(contract, parties)]) },
      { kind: "heading", text: "Terms" },
      { kind: "facts", rows: filled(termFacts(contract, provider?.name ?? "", format)) },
      ...coverageBlocks(contract, format),
      ...allowanceBlocks(contract, format),
      ...priceBlocks(contract, format),
      {
        kind: "signatures",
        names: [contract.holder?.name ?? "Customer", seller],
      },
    ],
  };
}

type Rows = readonly (readonly [string, string])[];
const filled = (rows: Rows): Rows => rows.filter(([, value]) => value !== "");

/** The words of the screens, with the figures of the store's country. */
function formatOf(country: string): Format {
  const format = formatsOf(country);
  return {
    ...format,
    dateShort: format.date,
    days: (days) => `${format.whole(days)} ${days === 1 ? "day" : "days"}`,
  };
}

function untilWords({ startDate, endDate, openEnded, distance }: ContractRead, format: Format): string {
  const from = startDate === null ? "The first day is still to be agreed" : `From ${format.date(startDate)}`;
  const until = openEnded ? "without an end" : endDate === null ? "" : `to ${format.date(endDate)}`;
  const limit =
    distance.kind === "limited"
      ? `${until === "" ? "to" : "or to"} ${format.distance(distance.endOdometer)}`
      : "";
  return `${[from, until, limit].filter(Boolean).join(" ")}. The last day and the last odometer are covered.`;
}

const vehicleFacts = ({ vehicle }: ContractRead, format: Format): Rows => [
  ["Vehicle", vehicleName(vehicle)],
  ["Plate", vehicle.licensePlate ?? ""],
  ["VIN", vehicle.vin],
  [
    "Last reading",
    vehicle.latestOdometer
      ? `${format.distance(vehicle.latestOdometer)} on ${format.date(vehicle.latestOdometer.date)}`
      : "",
  ],
];

const shownRoles: readonly PartyRole[] = ["HOLDER", "PAYER", "LIENHOLDER"];

function peopleFacts(contract: ContractRead, parties: readonly Party[]): Rows {
  return contract.parties
    .filter(({ role, to }) => shownRoles.includes(role) && to === null)
    .map(({ role, partyId }) => {
      const party = parties.find((one) => one.partyId === partyId);
      const [address] = party?.addresses ?? [];
      const lines = address
        ? [...address.lines, [address.postalCode, address.city].filter(Boolean).join(" "), address.country]
        : [];
      return [roleWord(role), [party?.name ?? "", ...lines].filter(Boolean).join(", ")] as const;
    });
}

function termFacts(contract: ContractRead, provider: string, format: Format): Rows {
  const { plan, saleDate, termMonths, distance, engineHours, waitingDays, transferPolicy } = contract;
  return [
    ["Kind", typeWord(contract.type)],
    ["Provider", provider],
    ["Plan", plan ? `${plan.code}, version ${plan.version}` : ""],
    ["Sold", saleDate ? format.date(saleDate) : ""],
    ["Term", termMonths === null ? "" : monthsWord(termMonths, format)],
    ["Distance", distanceWords(distance, format)],
    ["Engine hours", engineHours.kind === "unlimited" ? "" : hoursWords(engineHours, format)],
    ["Waiting period", waitingDays > 0 ? format.days(waitingDays) : ""],
    ["Excess", deductibleWords(contract.deductible, contract.store.name, format)],
    [
      "To a new owner",
      transferPolicy === null ? "without asking" : transferPolicyWords(transferPolicy, format),
    ],
    ["Refund", contract.refundRuleSet ? refundWords(contract.refundRuleSet) : ""],
  ];
}

const refundWords = ({ code, version }: { code: string; version: number }) =>
  `by the rule set ${code}, version ${version}`;

function coverageBlocks({ coverage }: ContractRead, format: Format): Block[] {
  const covered = coverage.filter(({ treatment }) => treatment === "COVERED");
  const excluded = coverage.filter(({ treatment }) => treatment === "EXCLUDED").map(lineName);
  if (coverage.length === 0) return [];
  const share = (percent: number | string | null) => (percent === null ? "" : format.percent(percent));
  return [
    { kind: "heading", text: "What is covered" },
    {
      kind: "table",
      columns: [
        { title: "Part", part: 6 },
        { title: "Parts", part: 2, align: "right" },
        { title: "Labour", part: 2, align: "right" },
        { title: "At most", part: 3, align: "right" },
      ],
      rows: covered.map((line) => {
        const ends = [
          line.endDate && `to ${format.date(line.endDate)}`,
          line.endOdometer && `to ${format.distance(line.endOdometer)}`,
        ].filter(Boolean);
        return [
          ends.length > 0 ? `${lineName(line)}\n${ends.join(", ")}` : lineName(line),
          share(line.partsPercent),
          share(line.labourPercent),
          line.maximumAmount ? format.money(line.maximumAmount) : "no limit",
        ];
      }),
    },
    ...(excluded.length > 0
      ? [{ kind: "paragraph" as const, text: `Not covered: ${excluded.join("; ")}.` }]
      : []),
  ];
}

function allowanceBlocks({ allowances }: ContractRead, format: Format): Block[] {
  if (allowances.length === 0) return [];
  return [
    { kind: "heading", text: "Services that are included" },
    {
      kind: "table",
      columns: [
        { title: "Service", part: 6 },
        { title: "Times", part: 2, align: "right" },
        { title: "Due", part: 5 },
      ],
      rows: allowances.map((line) => [
        lineName(line),
        format.whole(line.quantity),
        dueWords(line, format) ?? "",
      ]),
    },
  ];
}

function priceBlocks({ price, paid }: ContractRead, format: Format): Block[] {
  if (price === null) return [];
  const money = (amountMinor: number) => format.money({ amountMinor, currency: price.currency });
  return [
    { kind: "heading", text: "Price" },
    {
      kind: "table",
      columns: [
        { title: "", part: 6 },
        { title: "Amount", part: 3, align: "right" },
      ],
      rows: [
        ["Net", money(price.netMinor)],
        [`Tax ${format.percent(price.taxRate)}`, money(price.taxMinor)],
        ...(paid === null ? [] : [["Paid so far", format.money(paid)]]),
      ],
      foot: ["Total", money(price.grossMinor)],
    },
  ];
}
