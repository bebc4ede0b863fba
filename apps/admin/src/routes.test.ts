import { globSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { ownPath, routes, withChosenVehicle } from "./routes.ts";

test("after the sign-in one goes back only to a page of our own", () => {
  expect(ownPath("/vehicles/0199b3c4?tab=history&q=a%20b")).toBe("/vehicles/0199b3c4?tab=history&q=a%20b");
  for (const elsewhere of [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "\\/evil.example",
    "/\t/evil.example",
    "/%2f%2fevil.example",
    "/%2Fevil.example",
    "/%5cevil.example",
    "/%5C%5Cevil.example",
    "/.//evil.example",
    "/vehicles/..//evil.example",
    "//evil.example/%2e%2e",
    "/%2e%2e//evil.example",
    "http:evil.example",
    "https:/evil.example",
    "\njavascript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "evil.example",
    "@evil.example",
    "/@evil.example\\@x",
    "javascript:alert(1)",
    "/sign-in?back=/sign-in",
    "/vehicles/../sign-in",
    "/api/auth/sign-out",
    "/x/../api/auth/sign-out",
    "",
    null,
  ])
    expect(ownPath(elsewhere), String(elsewhere)).toBe(routes.contracts);
});

test("a form that waits for a vehicle is gone back to with the one that was made, whatever it named before", () => {
  const form = ownPath("/contracts/new?vehicleId=a&chosen=b");
  expect(withChosenVehicle(form, "c")).toBe("/contracts/new?vehicleId=a&chosen=c");
  expect(ownPath(withChosenVehicle(routes.newContract(), "c"))).toBe("/contracts/new?chosen=c");
  expect(routes.newVehicle({ sought: "WX23 KLV", back: form })).toBe(
    "/vehicles/new?sought=WX23+KLV&back=%2Fcontracts%2Fnew%3FvehicleId%3Da%26chosen%3Db",
  );
});

/** The addresses of the files of this name in the app folder: "/contracts/[contractId]". Folders in brackets only group. */
const addressesOf = (file: string): string[] =>
  globSync(`**/${file}`, { cwd: path.join(import.meta.dirname, "app") }).map((found) => {
    const steps = path.dirname(found).split(path.sep);
    return `/${steps.filter((step) => !/^\(.*\)$|^\.$/.test(step)).join("/")}`;
  });

const anId = "0199b3c4";

/** The paths of `routes` by name; those that take an id, with this one. */
const paths = Object.entries(routes).flatMap(([name, route]): { name: string; path: string }[] => {
  if (typeof route === "object") return [];
  const given = name.endsWith("With") ? "?q=x" : anId;
  // each takes texts, or has something to say where it is given none
  const address = typeof route === "string" ? route : (route as (...given: string[]) => string)(given);
  return [{ name, path: new URL(address, "http://localhost").pathname }];
});

test("every path leads to a page of its own, and every page has a path", () => {
  const pages = addressesOf("page.tsx").map((page) => page.replaceAll(/\[\w+\]/g, anId));
  expect(paths.filter((route) => !pages.includes(route.path))).toEqual([]);
  expect(pages.filter((page) => !paths.some((route) => route.path === page))).toEqual([]);
});

test("every path that the browser asks by itself is answered, and every handler has one", () => {
  const asked = Object.values(routes.api);
  const handlers = addressesOf("route.ts").map((handler) => ({
    handler,
    // what takes anything takes nothing too: the procedures stand below their path, each by its name
    answers: new RegExp(`^${handler.replaceAll(/\/\[(?:\.{3})?\w+\]/g, "(/.+)?")}$`),
  }));
  expect(asked.filter((address) => !handlers.some(({ answers }) => answers.test(address)))).toEqual([]);
  expect(handlers.filter(({ answers }) => !asked.some((address) => answers.test(address)))).toEqual([]);
});
