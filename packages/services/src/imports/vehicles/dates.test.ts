import { describe, expect, test } from "vitest";
import { type DateOrder, readDay } from "./dates.ts";

const read = (cell: string, order?: DateOrder) => {
  const answer = readDay(cell, order);
  return "day" in answer ? answer.day : answer.message;
};

describe("a date that can be read one way only is read", () => {
  test.each([
    ["2021-03-09", "2021-03-09"],
    ["2021/3/9", "2021-03-09"],
    ["20210309", "2021-03-09"],
    ["09.03.2021", "2021-03-09"],
    ["9. 3. 2021", "2021-03-09"],
    ["13/03/2021", "2021-03-13"],
    ["03/13/2021", "2021-03-13"],
    ["13-03-2021", "2021-03-13"],
    ["05/05/2021", "2021-05-05"],
    ["12 Mar 2021", "2021-03-12"],
    ["12-Mar-2021", "2021-03-12"],
    ["12. M\u00e4rz 2021", "2021-03-12"],
    ["1. Dez. 2021", "2021-12-01"],
    ["2 May 2021", "2021-05-02"],
    ["2. Mai 2021", "2021-05-02"],
    ["March 12th, 2021", "2021-03-12"],
    ["Oct 1 2021", "2021-10-01"],
    ["1 Okt 2021", "2021-10-01"],
  ])("%s is %s", (cell, day) => {
    expect(read(cell)).toBe(day);
  });

  test.each([
    ["31/12/1999 00:00", "1999-12-31"],
    ["2021-03-09T00:00:00.000Z", "2021-03-09"],
    ["2021-03-09 14:35:10", "2021-03-09"],
    ["09.03.2021, 14:35 Uhr", "2021-03-09"],
    ["12 Mar 2021 2:35 pm", "2021-03-12"],
  ])("the time of day in %s is left out", (cell, day) => {
    expect(read(cell)).toBe(day);
  });
});

test("what can be read two ways is refused with both and the option that decides, and read when it is said", () => {
  expect(read("03/09/2021")).toBe(
    '"03/09/2021" can be read as 2021-09-03 and as 2021-03-09. Say which with --date-order dmy (the day first) or --date-order mdy (the month first).',
  );
  expect(read("03/09/2021", "dmy")).toBe("2021-09-03");
  expect(read("03/09/2021", "mdy")).toBe("2021-03-09");
});

test("an order that is said holds for every date of figures, but dots are always day first", () => {
  expect(read("13/03/2021", "mdy")).toContain("a day that does not exist: there is no month 13");
  expect(read("09.03.2021", "mdy")).toBe("2021-03-09");
  expect(read("2021-03-09", "dmy")).toBe("2021-03-09");
});

test.each([
  ["2021-02-30", '"2021-02-30" is a day that does not exist: month 2 of 2021 has no day 30.'],
  ["31.02.2021", '"31.02.2021" is a day that does not exist: month 2 of 2021 has no day 31.'],
  ["2021-13-01", '"2021-13-01" is a day that does not exist: there is no month 13.'],
  ["14/13/2021", '"14/13/2021" is a day that does not exist: there is no month 13.'],
  ["31.12.1899", '"31.12.1899" is before 1900.'],
  ["3000-01-01", '"3000-01-01" is after 2999.'],
  ["13/03/21", '"13/03/21" has a year of two figures. Write it as 2021-03-09 or 09.03.2021.'],
  ["soon", '"soon" is not a date. Write it as 2021-03-09 or 09.03.2021.'],
  ["12 Foo 2021", '"12 Foo 2021" is not a date. Write it as 2021-03-09 or 09.03.2021.'],
  ["44267", '"44267" is not a date. Write it as 2021-03-09 or 09.03.2021.'],
  [
    "2021-03-08T23:00:00Z",
    '"2021-03-08T23:00:00Z" is a moment, whose day depends on the time zone. Write it as 2021-03-09 or 09.03.2021.',
  ],
])("the refusal of %s gives the true reason", (cell, message) => {
  expect(read(cell)).toBe(message);
});
