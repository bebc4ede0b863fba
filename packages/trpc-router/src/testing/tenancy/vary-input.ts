import { newId } from "@vehicle-contracts/database";
import { aVin } from "@vehicle-contracts/services/testing";
import { type Belongings, freeTexts, kinds } from "./belongings.ts";
import type { Chance } from "./chance.ts";

/**
 * A good input with some of its values put in the place of others: ids, keys, cursors and words of the tenant's own, and
 * of the other's, as someone would who has got hold of them. Every text of the input bears the tenant's mark.
 */
export function varyInput(input: unknown, chance: Chance, own: Belongings, other: Belongings): unknown {
  const isNew = typeof input === "object" && input !== null && "idempotencyKey" in input;
  const instead = (kind: string, value: string): string => {
    if (kind === "key") return chance.in100(15) ? from(chance, other, kind, value) : value;
    if (kind === "vin" && isNew) return chance.in100(25) ? from(chance, other, kind, value) : aVin();
    if (kind === "email")
      return chance.in100(25) ? from(chance, other, kind, value) : `${newId()}@example.com`;
    const roll = chance.int(1, 100);
    if (roll <= 60) return value;
    return from(chance, roll <= 78 ? own : other, kind, value);
  };
  const varied = (value: unknown, name: string): unknown => {
    if (typeof value === "string") {
      const kind = kinds[name];
      if (kind) return instead(kind, value);
      return freeTexts.has(name) ? `${value} ${own.mark}` : value;
    }
    if (Array.isArray(value)) return value.map((item) => varied(item, name));
    if (typeof value !== "object" || value === null) return value;
    const fields = Object.fromEntries(Object.entries(value).map(([key, field]) => [key, varied(field, key)]));
    const record = Object.entries(value).find(
      ([key, before]) => key.endsWith("Id") && fields[key] !== before,
    );
    if ("version" in fields && record) {
      const id = String(fields[record[0]]);
      fields.version = Math.max(own.versionOf(id), other.versionOf(id));
    }
    return fields;
  };
  return withQuestions(varied(input, ""), input, chance, own, other);
}

const from = (chance: Chance, whose: Belongings, kind: string, otherwise: string): string => {
  const known = whose.known(kind);
  return known[chance.int(0, Math.max(0, known.length - 1))] ?? otherwise;
};

/** Where the procedure searches: words of either, a cursor of either, with the filter or without. */
function withQuestions(
  varied: unknown,
  input: unknown,
  chance: Chance,
  own: Belongings,
  other: Belongings,
): unknown {
  const isQuestion = typeof input === "object" && input !== null && ("search" in input || "filter" in input);
  if (!isQuestion) return varied;
  const whose = chance.in100(50) ? own : other;
  const word = chance.in100(50)
    ? whose.mark
    : from(chance, whose, chance.in100(50) ? "vin" : "word", whose.mark);
  const { filter, ...unfiltered } = varied as { filter?: unknown };
  return {
    ...unfiltered,
    ...(chance.in100(50) && filter ? { filter } : {}),
    ...(chance.in100(50) ? { search: word } : {}),
    ...(chance.in100(20) ? { cursor: from(chance, whose, "cursor", "x") } : {}),
  };
}
