import { expect, test } from "vitest";
import { chipsOf, loadProvidersParams, paramsOfChips, questionOf } from "./search-params.ts";

const read = (address: string) => loadProvidersParams(new URLSearchParams(address));

test("the address asks by a part of the name and by kinds; what it does not know is left out", async () => {
  const params = await read("q=%20halden%20&kind=INSURER,BANK,DEALER&colour=red");
  expect(questionOf(params)).toEqual({ search: "halden", filter: { kind: ["DEALER", "INSURER"] } });
  expect(questionOf(await read(""))).toEqual({ search: null, filter: { kind: null } });
});

test("the chips of an address lead back to it", async () => {
  const params = await read("kind=DEALER,INSURER");
  expect(paramsOfChips(chipsOf(params))).toEqual({ kind: ["DEALER", "INSURER"] });
  expect(paramsOfChips(chipsOf(await read("")))).toEqual({ kind: null });
});
