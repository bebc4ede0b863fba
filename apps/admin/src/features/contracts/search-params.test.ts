import { createSerializer } from "nuqs/server";
import { describe, expect, test } from "vitest";
import {
  asksGrantedStores,
  chipsOf,
  contractsParams,
  firstPageOf,
  loadContractsParams,
  paramsOfChips,
  questionOf,
  sortOf,
} from "./search-params.ts";

const halden = "0199b3c4-5d6e-7f80-9a1b-2c3d4e5f6071";
const bristol = "0199b3c4-5d6e-7f80-9a1b-2c3d4e5f6072";
const maren = "0199b3c4-5d6e-7f80-9a1b-2c3d4e5f6073";
const here = { today: "2026-11-25", storeId: null };
const serialize = createSerializer(contractsParams);

describe("the address of the list", () => {
  test("what is chosen comes back out of the address as it was", async () => {
    const chips = {
      type: ["BATTERY", "SERVICE_PLAN"],
      status: ["ACTIVE", "SUSPENDED"],
      provider: [halden],
      holder: [maren],
      store: [bristol],
      ends: ["today", "60d"],
    };
    const address = serialize({ ...paramsOfChips(chips), q: "müller 1873", sort: "endDate", order: "desc" });
    const read = await loadContractsParams(new URLSearchParams(address));
    expect(chipsOf(read)).toEqual(chips);
    expect(read.q).toBe("müller 1873");
    expect(sortOf(read)).toEqual({ by: "endDate", direction: "desc" });
  });

  test("a span relative to today stays so in the address, and is read on the day", async () => {
    const address = serialize(paramsOfChips({ ends: ["today", "60d"] }));
    expect(address).toBe("?endsFrom=today&endsTo=60d");
    const read = await loadContractsParams(new URLSearchParams(address));
    const on = (today: string) => questionOf(read, { ...here, today }).filter;
    expect(on("2026-11-25")).toMatchObject({ endsFrom: "2026-11-25", endsTo: "2027-01-24" });
    expect(on("2026-12-25")).toMatchObject({ endsFrom: "2026-12-25", endsTo: "2027-02-23" });
  });

  test("what is not understood is left out, so an old link still opens", async () => {
    const read = await loadContractsParams(
      new URLSearchParams("status=ACTIVE,FROZEN&provider=7&endsTo=soon&sort=colour"),
    );
    expect(chipsOf(read)).toEqual({ status: ["ACTIVE"] });
    expect(sortOf(read)).toEqual({ by: "createdAt", direction: "desc" });
  });
});

describe("the question", () => {
  test("the store of the top bar holds where the address names none", async () => {
    const ask = async (address: string) =>
      questionOf(await loadContractsParams(new URLSearchParams(address)), { ...here, storeId: halden }).filter
        ?.storeId;
    expect(await ask("")).toEqual([halden]);
    expect(await ask(`store=${bristol}`)).toEqual([bristol]);
  });

  test("the same choice in another order is the same question", async () => {
    const ask = async (address: string) =>
      questionOf(await loadContractsParams(new URLSearchParams(address)), here);
    expect(await ask("status=ACTIVE,DRAFT")).toEqual(await ask("status=DRAFT,ACTIVE"));
  });

  test("blanks alone seek nothing", async () => {
    expect(questionOf(await loadContractsParams(new URLSearchParams("q=%20%20")), here).search).toBeNull();
  });
});

test("a store that is not granted is known before anything is asked", async () => {
  const asked = await loadContractsParams(new URLSearchParams(`store=${bristol},${halden}`));
  expect(asksGrantedStores(asked, [{ storeId: bristol }])).toBe(false);
  expect(asksGrantedStores(asked, [{ storeId: bristol }, { storeId: halden }])).toBe(true);
});

test("the first page of an address keeps all of it but the place", async () => {
  const read = await loadContractsParams(new URLSearchParams("after=abc&q=maren&endsFrom=today&endsTo=60d"));
  expect(firstPageOf(read)).toBe("/contracts?q=maren&endsFrom=today&endsTo=60d");
});
