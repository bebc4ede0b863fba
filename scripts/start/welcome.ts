import path from "node:path";
import type { DemoFile } from "@vehicle-contracts/demo-data";
import type { Addresses } from "./addresses.ts";

/** What is printed when all is up: where it is, and how to get in. */
export function welcome({ adminUrl, apiUrl }: Addresses, demo: DemoFile | null, folder: string): string {
  const administrator = demo?.users[0];
  const shownFolder = path.relative(process.cwd(), folder) || folder;
  const signIn = administrator
    ? [
        `  Sign in     ${administrator.email}`,
        `  Password    ${administrator.password}`,
        `  More        ${path.join(shownFolder, "demo.json")} (other roles, the API client, the database)`,
      ]
    : ["  The first enterprise and administrator are made by: npx pnpm@12 create-enterprise"];
  return [
    "",
    "Vehicle Contracts is ready.",
    `  Admin app   ${adminUrl}`,
    `  API         ${apiUrl}`,
    ...signIn,
    "",
    "Ctrl-C stops it.",
  ].join("\n");
}
