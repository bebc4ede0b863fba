import { describe, expect, test } from "vitest";
import { aParty } from "../testing/a-party.ts";
import { checkForm, partyIn } from "./check-form.ts";
import { type CustomerForm, emptyAddress, formOf, newForm } from "./form-values.ts";
import { changesBetween } from "./written.ts";

const began = newForm("one", "Helen Marchmont");
const pathsOf = (values: CustomerForm) => {
  const outcome = checkForm(values);
  return outcome.ok ? [] : outcome.fields.map(({ path }) => path);
};
const messagesOf = (values: CustomerForm) => {
  const outcome = checkForm(values);
  return outcome.ok ? [] : outcome.fields.map(({ message }) => message);
};

describe("a new customer", () => {
  test("who was looked for by name begins with it; that is all that is needed", () => {
    expect(checkForm(began)).toMatchObject({
      ok: true,
      value: {
        kind: "PERSON",
        givenName: "Helen",
        familyName: "Marchmont",
        companyName: null,
        addresses: [],
      },
    });
  });

  test("all that is wrong is said at once, from the top of the form to its bottom", () => {
    const values = {
      ...newForm("one"),
      email: "helen at example",
      phone: "call me",
      addresses: [{ ...emptyAddress("GB"), city: "Leeds" }],
    };
    expect(pathsOf(values)).toEqual(["familyName", "email", "phone", "addresses.0.street"]);
    expect(messagesOf(values)).toEqual([
      "Enter the family name.",
      "Must be an e-mail address such as name@example.com.",
      "Must be a telephone number such as +44 1632 960147.",
      "Enter street and number, or a post box.",
    ]);
  });

  test("a company has the company's name alone, whatever was typed before", () => {
    const company = { ...began, kind: "COMPANY" as const };
    expect(pathsOf(company)).toEqual(["companyName"]);
    expect(checkForm({ ...company, companyName: "Aire Care Ltd" })).toMatchObject({
      ok: true,
      value: { kind: "COMPANY", givenName: null, familyName: null, companyName: "Aire Care Ltd" },
    });
  });

  test("an address is typed in lines; a box left empty is none, and a fault stands in its own", () => {
    const addresses = [
      emptyAddress("GB"),
      { ...emptyAddress("GB"), street: " Unit 4 \n\n12 Mill Lane\n", postalCode: " LS1 4AP ", city: "Leeds" },
    ];
    expect(checkForm({ ...began, addresses })).toMatchObject({
      ok: true,
      value: {
        addresses: [
          { lines: ["Unit 4", "12 Mill Lane"], postalCode: "LS1 4AP", city: "Leeds", country: "GB" },
        ],
      },
    });
    const tooLong = addresses.map((address, place) =>
      place === 1 ? { ...address, postalCode: "1".repeat(21) } : address,
    );
    expect(pathsOf({ ...began, addresses: tooLong })).toEqual(["addresses.1.postalCode"]);
    const tooMany = [{ ...emptyAddress("GB"), street: "1\n2\n3\n4\n5\n6\n7" }];
    expect(messagesOf({ ...began, addresses: tooMany })).toEqual(["Must have at most 6 lines."]);
  });

  test("blanks round what was pasted do not matter, and blanks alone are nothing", () => {
    expect(checkForm({ ...began, givenName: "  ", email: " helen@example.com\t", phone: "" })).toMatchObject({
      ok: true,
      value: { givenName: null, email: "helen@example.com", phone: null },
    });
  });
});

test("how consent was given has an end too, and is looked at with the rest", () => {
  expect(pathsOf({ ...began, consentSource: "a".repeat(201) })).toEqual(["consentSource"]);
  expect(pathsOf({ ...began, consentSource: "  " })).toEqual([]);
});

test("what was looked for and is not there stands where it belongs", () => {
  expect(newForm("one", "anna@example.com")).toMatchObject({ email: "anna@example.com", familyName: null });
  expect(newForm("one", "0221 4710")).toMatchObject({ phone: "0221 4710", familyName: null });
  expect(newForm("one", " Anna Maria  Müller ")).toMatchObject({
    givenName: "Anna Maria",
    familyName: "Müller",
  });
});

describe("a customer who is changed", () => {
  const party = aParty({
    addresses: [{ lines: ["Am Kai 1", "Hof 2"], postalCode: "50667", city: "Köln", country: "DE" }],
  });
  const form = formOf(party, "one");
  const changesOf = (values: CustomerForm) => {
    const outcome = checkForm(values);
    if (!outcome.ok) throw new Error("The form is not right.");
    return changesBetween(party, outcome.value);
  };

  test("as they were read they are the same, to the letter: nothing is sent", () => {
    expect(changesOf(form)).toEqual({});
  });

  test("only what differs is sent, each field whole", () => {
    expect(changesOf({ ...form, phone: "0221 4710", consent: { ...form.consent, post: true } })).toEqual({
      phone: "0221 4710",
      consent: { ...party.consent, post: true },
    });
    expect(changesOf({ ...form, addresses: [] })).toEqual({ addresses: [] });
  });

  test("a person who is a company after all gives the names up", () => {
    expect(changesOf({ ...form, kind: "COMPANY", companyName: "Reuterhof GmbH" })).toEqual({
      kind: "COMPANY",
      givenName: null,
      familyName: null,
      companyName: "Reuterhof GmbH",
    });
  });

  test("what an older draft began from and cannot be read is nothing to begin from", () => {
    expect(partyIn(form.base)).toEqual(party);
    expect(partyIn({ partyId: "1" })).toBeNull();
  });
});
