import type { ConsentChannel, Renewal } from "@vehicle-contracts/contract-model";
import { expect, test } from "vitest";
import { renewalLine, renewalsCsv } from "./renewals-csv.ts";

const agreed = { email: true, phone: true, text: true, post: true };
const aRenewal = (holder: Partial<NonNullable<Renewal["holder"]>> = {}): Renewal => ({
  contractId: "c1",
  version: 1,
  contractNumber: "EW-1",
  description: null,
  type: "EXTENDED_WARRANTY",
  effectiveStatus: "ACTIVE",
  startDate: "2025-01-01",
  endDate: "2026-12-31",
  daysLeft: 36,
  plan: { code: "PP-24", version: 2 },
  offer: {
    plan: { code: "PP-24", version: 3, name: "Protect Plus 24" },
    price: { amountMinor: 118_000, currency: "EUR" },
  },
  store: { storeId: "s", name: "Köln" },
  vehicle: {
    ...{ vehicleId: "v", vin: "WVWZZZCD0PW586006", licensePlate: "K LM 4471" },
    ...{ make: "BMW", model: "320d", variant: "Touring" },
  },
  holder: {
    partyId: "p",
    name: "Annika Reuterhof",
    email: "annika@example.com",
    phone: "+49 221 1",
    addresses: [{ lines: ["Am Kai 1", "Hof"], postalCode: "50667", city: "Köln", country: "DE" }],
    consent: agreed,
    ...holder,
  },
});

async function written(channel: ConsentChannel, ...renewals: Renewal[]): Promise<string> {
  const csv = renewalsCsv(channel);
  for (const one of renewals) csv.write(renewalLine(one, channel));
  csv.end();
  let text = "";
  for await (const chunk of csv) text += String(chunk);
  return text;
}

test("a line has the details of its channel, and of no other", async () => {
  const text = await written("email", aRenewal());
  expect(text).toBe(
    "\ufeffcustomer,email,vehicle,licensePlate,vin,contractNumber,type,description,endDate,daysLeft,offer,offerPrice,currency,store,contractId\r\n" +
      "Annika Reuterhof,annika@example.com,BMW 320d Touring,K LM 4471,WVWZZZCD0PW586006,EW-1,EXTENDED_WARRANTY,,2026-12-31,36,Protect Plus 24 v3,1180.00,EUR,Köln,c1\r\n",
  );
  const byPost = await written("post", aRenewal());
  expect(byPost).toContain('Annika Reuterhof,"Am Kai 1, Hof",50667,Köln,DE,');
  expect(byPost).not.toContain("annika@example.com");
});

test("nothing begins a formula in a spreadsheet, and quotes and line breaks stay in their field", async () => {
  const name = '=HYPERLINK("http://evil","x")';
  const text = await written("email", aRenewal({ name, email: "+a@example.com" }));
  expect(text).toContain(`"'=HYPERLINK(""http://evil"",""x"")"`);
  expect(text).toContain("'+a@example.com");
});

test("a plain phone number is written as it is; with anything else in it, or elsewhere, it is guarded", async () => {
  const phoneOf = async (channel: "phone" | "text", phone: string) =>
    (await written(channel, aRenewal({ phone }))).split("\r\n")[1]?.split(",BMW")[0];
  expect(await phoneOf("phone", "+44 20 7946 0958")).toBe("Annika Reuterhof,+44 20 7946 0958");
  expect(await phoneOf("text", "+492211")).toBe("Annika Reuterhof,+492211");
  for (const guarded of ["+49 (0)221 1", "+1+1", "+49-221", "-44 20", "=1", "+"])
    expect(await phoneOf("phone", guarded)).toBe(`Annika Reuterhof,'${guarded}`);
  expect(await written("phone", { ...aRenewal(), contractNumber: "+44 20" })).toContain(",'+44 20,");
});

test("who did not agree to the channel is not written, whoever asks", () => {
  const consent = { ...agreed, email: false };
  expect(() => renewalLine(aRenewal({ consent }), "email")).toThrow("did not agree");
  expect(renewalLine(aRenewal({ consent }), "post")).toMatchObject({ city: "Köln" });
  expect(() => renewalLine({ ...aRenewal(), holder: null }, "email")).toThrow("did not agree");
});
