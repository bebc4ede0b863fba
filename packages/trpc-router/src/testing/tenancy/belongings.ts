const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** What kind of value stands under a name, in inputs and answers alike. */
export const kinds: Readonly<Record<string, string>> = {
  contractId: "contract",
  vehicleId: "vehicle",
  partyId: "party",
  holderId: "party",
  providerId: "provider",
  storeId: "store",
  storeIds: "store",
  userId: "user",
  clientId: "client",
  quoteId: "quote",
  idempotencyKey: "key",
  nextCursor: "cursor",
  cursor: "cursor",
  vin: "vin",
  contractNumber: "word",
  email: "email",
};

/** Texts that an input may hold freely, and that come back in answers. */
export const freeTexts = new Set(["name", "familyName", "model", "variant", "description", "notes"]);

/** What two tenants have been told of their own, and by it what an answer to the other must not hold. */
export type Belongings = {
  /** The word in every text of the tenant's. */
  mark: string;
  /** Values of a kind that the tenant knows. */
  known(kind: string): readonly string[];
  /** The version of the record as last answered. */
  versionOf(id: string): number;
  learn(value: unknown): void;
  owns(id: string): boolean;
};

const enough = 200;

export function belongingsOf(mark: string, owners: Map<string, string>): Belongings {
  const values = new Map<string, string[]>();
  const versions = new Map<string, number>();
  const add = (kind: string, value: string) => {
    const known = values.get(kind) ?? [];
    values.set(kind, known);
    if (known.includes(value)) return;
    known.push(value);
    if (known.length > enough) known.splice(enough / 2, 1); // the oldest half stays, the newest comes and goes
  };
  const visit = (value: unknown, name: string) => {
    if (typeof value === "string") {
      const kind = kinds[name];
      if (kind) add(kind, value);
      for (const [id] of value.matchAll(uuid)) if (!owners.has(id)) owners.set(id, mark);
    } else if (Array.isArray(value)) {
      for (const item of value) visit(item, name);
    } else if (typeof value === "object" && value !== null) {
      for (const [key, field] of Object.entries(value)) visit(field, key);
      const { version } = value as { version?: unknown };
      const [id] = Object.entries(value).flatMap(([key, field]) =>
        key.endsWith("Id") && typeof field === "string" ? [field] : [],
      );
      if (typeof version === "number" && id) versions.set(id, version);
    }
  };
  return {
    mark,
    known: (kind) => values.get(kind) ?? [],
    versionOf: (id) => versions.get(id) ?? 1,
    learn: (value) => visit(value, ""),
    owns: (id) => owners.get(id) === mark,
  };
}

/** What stands in an answer and is the other's: its mark, or ids that it was told first. */
export function foreignIn(text: string, other: Belongings): string[] {
  const ids = [...new Set(text.match(uuid) ?? [])].filter((id) => other.owns(id));
  return text.toLowerCase().includes(other.mark) ? [other.mark, ...ids] : ids;
}
