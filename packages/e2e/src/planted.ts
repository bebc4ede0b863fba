import { expect, type Page } from "@playwright/test";
import { z } from "zod";

/** Markup for a field of up to 20 characters, and what would run if one were taken for HTML. */
export const short = "<i id=planted>";
export const long = `"></script><img id=planted src=x onerror=planted=1>`;

type JsonSchema = {
  type?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
};

/** Where a schema takes text of no particular shape: "party.addresses.0.city". */
export function freeTexts(schema: z.ZodType): string[] {
  const given = z.toJSONSchema(schema, { io: "input", unrepresentable: "any", reused: "inline" });
  return [...new Set(textsIn(given as JsonSchema, []))]; // of JSON Schema's own keywords we read these
}

function textsIn(schema: JsonSchema, at: readonly string[]): string[] {
  const { anyOf, oneOf, properties, items } = schema;
  if (anyOf ?? oneOf) return (anyOf ?? oneOf ?? []).flatMap((choice) => textsIn(choice, at));
  if (properties) return Object.entries(properties).flatMap(([name, part]) => textsIn(part, [...at, name]));
  if (items) return textsIn(items, [...at, "0"]);
  const isShaped = Boolean(schema.enum ?? schema.format ?? schema.pattern ?? schema.const);
  return schema.type === "string" && !isShaped ? [at.join(".")] : [];
}

/** The texts of a record that hold the planted markup, by their paths. */
export function plantedIn(record: unknown, at: readonly string[] = []): string[] {
  if (typeof record === "string") return /\bplanted\b/.test(record) ? [at.join(".")] : [];
  if (typeof record !== "object" || record === null) return [];
  return Object.entries(record).flatMap(([name, part]) => plantedIn(part, [...at, name]));
}

// What runs in the page is given as text: these tests are no browser's, and know none of its types.
const tellOfRefusals = `document.addEventListener("securitypolicyviolation", (event) =>
  complain("policy: " + [event.effectiveDirective, event.blockedURI, event.sourceFile].join(" ")))`;
const suspects = "#planted, [onerror], [onload], [onclick], img[src='x'], a[href^='javascript']";
const outgrowth = `[
  ...(typeof planted === "number" ? ["a handler ran"] : []),
  ...[...document.querySelectorAll("${suspects}")].map((element) => element.outerHTML.slice(0, 200)),
]`;
const texts = `[
  document.body.textContent,
  ...[...document.querySelectorAll("input, textarea")].map((field) => field.value),
]`;

/** Watches a page from its first moment: what the policy refuses, what the console complains of, what fails. */
export async function watched(page: Page): Promise<string[]> {
  const complaints: string[] = [];
  await page.exposeFunction("complain", (text: string) => complaints.push(text));
  await page.addInitScript(tellOfRefusals);
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning")
      complaints.push(`console: ${message.text()}`);
  });
  page.on("dialog", (dialog) => {
    // "Leave this page?" is ours: what was typed is given up
    if (dialog.type() !== "beforeunload") complaints.push(`dialog: ${dialog.message()}`);
    void dialog.accept();
  });
  return complaints;
}

/** What of the planted markup has become an element, or has run. */
export const grown = (page: Page): Promise<string[]> => page.evaluate(outgrowth);

/** The markup is on the page, as text or in a field, and nothing of it is more than that. */
export async function expectOnlyText(page: Page): Promise<void> {
  await expect
    .poll(async () => (await page.evaluate<string[]>(texts)).some((text) => text.includes("planted")))
    .toBe(true);
  expect(await grown(page), page.url()).toEqual([]);
}
