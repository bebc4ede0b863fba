import type { ContractForm } from "./form-values.ts";

/** The field of the form that a path of the wire means; every answer is a field that can be focused. */
export function formPathOf(values: ContractForm, wirePath: string): string {
  const path = wirePath.replace(/\.(value|unit|amountMinor|currency)$/, "");
  const [field = "", ...rest] = path.split(".");
  switch (field) {
    case "endDate":
    case "termMonths":
    case "openEnded":
      return { term: "termMonths", date: "endDate", open: "endBy" }[values.endBy];
    case "parties":
      return partyPath(values, rest);
    case "distance":
      return limitPath(values.distance.kind, "distance", rest, ["startOdometer", "limit"]);
    case "engineHours":
      return limitPath(values.engineHours.kind, "engineHours", rest, ["startHours", "limit"]);
    case "plan":
      return rest[0] === "version" ? "plan.version" : "plan.code";
    case "price":
      return rest[0] === "taxRate" || rest[0] === "taxMinor"
        ? "price.taxRate"
        : `price.${values.price.basis}Minor`;
    case "deductible":
      return rest[0] === "amount" ? "deductible.amount" : "deductible.kind";
    case "reason":
      return "correction.reason";
    default:
      return path;
  }
}

function limitPath(kind: string, field: string, rest: readonly string[], known: readonly [string, string]) {
  if (kind !== "limited") return `${field}.kind`;
  const [part = ""] = rest;
  return `${field}.${known.includes(part) ? part : known[1]}`;
}

/** Lines without a party are not sent, so the places differ; what nobody is to blame for goes to the holder. */
function partyPath({ parties }: ContractForm, [place, part]: readonly string[]): string {
  const sent = parties.flatMap((party, index) => (party.partyId === null ? [] : [index]));
  const holder = parties.findIndex((party) => party.role === "HOLDER");
  const index = place === undefined ? holder : (sent[Number(place)] ?? holder);
  return `parties.${index}.${part ?? "partyId"}`;
}
