import type { ConsentChannel, Renewal } from "@vehicle-contracts/contract-model";
import { type Stringifier, stringify } from "csv-stringify";
import { decimalOfMinor } from "../../ui/format.ts";

type Row = Readonly<Record<string, string>>;

/** What marketing has of a customer: the details of the channel asked for, and of no other. */
const reachedBy: Readonly<Record<ConsentChannel, (holder: NonNullable<Renewal["holder"]>) => Row>> = {
  email: ({ email }) => ({ email: email ?? "" }),
  phone: ({ phone }) => ({ phone: phone ?? "" }),
  text: ({ phone }) => ({ phone: phone ?? "" }),
  post: ({ addresses: [first] }) => ({
    address: first?.lines.join(", ") ?? "",
    postalCode: first?.postalCode ?? "",
    city: first?.city ?? "",
    country: first?.country ?? "",
  }),
};

const columnsOf: Readonly<Record<ConsentChannel, readonly string[]>> = {
  email: ["email"],
  phone: ["phone"],
  text: ["phone"],
  post: ["address", "postalCode", "city", "country"],
};

/** A plus, figures and blanks: nothing a spreadsheet could reckon with, and what takes the numbers in wants them as they are. */
const plainPhone = /^\+[0-9 ]+$/;

/**
 * Writes renewals as CSV for one channel: UTF-8 with a byte order mark, so that spreadsheets read its letters; what would begin a
 * formula there is put in as text, but for a plain phone number. Rows are those whose holder agreed to the channel: of others none may be written.
 */
export function renewalsCsv(channel: ConsentChannel): Stringifier {
  return stringify({
    bom: true,
    header: true,
    escape_formulas: true,
    cast: {
      string: (value, { column }) =>
        column === "phone" && plainPhone.test(value) ? { value, escape_formulas: false } : value,
    },
    record_delimiter: "windows",
    columns: [
      ...["customer", ...columnsOf[channel], "vehicle", "licensePlate", "vin", "contractNumber", "type"],
      ...["description", "endDate", "daysLeft", "offer", "offerPrice", "currency", "store", "contractId"],
    ],
  });
}

/** One line of it. Throws where the holder did not agree to the channel. */
export function renewalLine(renewal: Renewal, channel: ConsentChannel): Row {
  const { holder, vehicle, offer } = renewal;
  if (!holder?.consent[channel])
    throw new Error(`The holder of ${renewal.contractId} did not agree to ${channel}.`);
  return {
    customer: holder.name,
    ...reachedBy[channel](holder),
    vehicle: [vehicle.make, vehicle.model, vehicle.variant].filter(Boolean).join(" "),
    licensePlate: vehicle.licensePlate ?? "",
    vin: vehicle.vin,
    contractNumber: renewal.contractNumber ?? "",
    type: renewal.type,
    description: renewal.description ?? "",
    endDate: renewal.endDate,
    daysLeft: String(renewal.daysLeft),
    offer: offer?.plan ? `${offer.plan.name} v${offer.plan.version}` : "",
    offerPrice: offer?.price ? decimalOfMinor(offer.price.amountMinor, offer.price.currency) : "",
    currency: offer?.price?.currency ?? "",
    store: renewal.store.name,
    contractId: renewal.contractId,
  };
}
