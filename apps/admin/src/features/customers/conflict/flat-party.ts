import type { Party } from "@vehicle-contracts/contract-model";
import { sameValue } from "@vehicle-contracts/contract-rules";
import type { Versions } from "../../../ui/conflict/flat-merge.ts";
import { type PartyWritten, writtenOf } from "../form/written.ts";
import { channelWords } from "../words.ts";

type Address = Party["addresses"][number];
type Value = string | boolean | Address | null;

/**
 * A customer as parts that are compared and chosen each for itself: a field is one, of consent each channel, of the addresses
 * each. Null is none; for an address, not there.
 */
export type FlatParty = Readonly<Record<string, Value>>;

/** The versions of a customer in parts, and what the parts are called, in the order of the form. */
export type FlatVersions = { records: Versions<FlatParty>; labels: Readonly<Record<string, string>> };

const plainLabels = {
  kind: "Kind",
  givenName: "Given name",
  familyName: "Family name",
  companyName: "Company",
  email: "E-mail",
  phone: "Telephone",
} as const satisfies Partial<Record<keyof PartyWritten, string>>;

/** An address is the one that both began from, by its place in that version (`was:0`), or one that was added. */
const wasKey = (place: number) => `was:${place}`;
const addedKey = (address: Address) => `added:${JSON.stringify(address)}`;

/**
 * The addresses of a version by their keys. One that is as it was keeps its key wherever it stands now; of the others, those
 * that take the place of one that is gone are that one, changed; the rest were added.
 */
function addressesByKey(base: readonly Address[], own: readonly Address[]): [string, Address][] {
  const free = new Set(base.keys());
  const kept = own.map((address) => {
    const place = [...free].find((candidate) => sameValue(base[candidate], address));
    if (place !== undefined) free.delete(place);
    return place;
  });
  const gone = [...free];
  return own.map((address, at) => {
    const place = kept[at] ?? gone.shift();
    return [place === undefined ? addedKey(address) : wasKey(place), address];
  });
}

export function flatVersions(versions: Versions<PartyWritten>): FlatVersions {
  const { base, theirs, mine } = versions;
  const of = ({ addresses }: PartyWritten) => addressesByKey(base.addresses, addresses);
  const keys = [
    ...new Set([base, theirs, mine].flatMap((version) => of(version).map(([key]) => key))),
  ].toSorted((a, b) => Number(a.startsWith("added:")) - Number(b.startsWith("added:")));
  const flat = (version: PartyWritten): FlatParty => {
    const { addresses: _addresses, consent, ...plain } = version;
    const own = new Map(of(version));
    return {
      ...plain,
      ...Object.fromEntries(keys.map((key) => [key, own.get(key) ?? null])),
      ...Object.fromEntries(
        Object.entries(consent).map(([channel, isGiven]) => [`consent.${channel}`, isGiven]),
      ),
    };
  };
  return {
    records: { base: flat(base), theirs: flat(theirs), mine: flat(mine) },
    labels: {
      ...plainLabels,
      ...Object.fromEntries(keys.map((key) => [key, addressLabel(key, base.addresses.length)])),
      ...Object.fromEntries(
        Object.entries(channelWords).map(([channel, word]) => [
          `consent.${channel}`,
          `Marketing by ${word.toLowerCase().replace("-", "\u2011")}`,
        ]),
      ),
    },
  };
}

function addressLabel(key: string, many: number): string {
  if (key.startsWith("added:")) return "Address, added";
  return many === 1 ? "Address" : `Address ${Number(key.slice("was:".length)) + 1}`;
}

/** The customer that the parts make; those of a kind that it is not any more are gone. */
export function writtenOfFlat(flat: FlatParty): PartyWritten {
  const isAddress = ([key, value]: [string, Value]) =>
    (key.startsWith("was:") || key.startsWith("added:")) && value !== null;
  const consent = Object.entries(flat).flatMap(([key, value]) =>
    key.startsWith("consent.") ? [[key.slice("consent.".length), value]] : [],
  );
  const entries = Object.entries(flat).filter(([key]) => key in plainLabels);
  // the parts came out of such records, each with its own kind of value
  return writtenOf({
    ...Object.fromEntries(entries),
    addresses: Object.entries(flat)
      .filter(isAddress)
      .map(([, address]) => address),
    consent: Object.fromEntries(consent),
  } as PartyWritten);
}
