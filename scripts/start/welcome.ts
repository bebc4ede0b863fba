import path from "node:path";
import type { DemoFile } from "@vehicle-contracts/demo-data";
import type { Addresses } from "./addresses.ts";

/**
 * What is printed when all is up: where it is, and how to get in.
 *
 * @param demo its people; null with a database of the operator's own
 * @param isNew whether there is no enterprise in the database yet
 */
export function welcome(
  { adminUrl, apiUrl }: Addresses,
  demo: DemoFile | null,
  folder: string,
  isNew: boolean,
): string {
  return [
    "",
    "Vehicle Contracts is ready.",
    `  Admin app   ${adminUrl}`,
    `  API         ${apiUrl}`,
    ...signIn(demo, folder, isNew),
    "",
    "Ctrl-C stops it.",
  ].join("\n");
}

function signIn(demo: DemoFile | null, folder: string, isNew: boolean): string[] {
  const administrator = demo?.users[0];
  if (administrator) {
    const file = path.join(path.relative(process.cwd(), folder) || folder, "demo.json");
    return [
      `  Sign in     ${administrator.email}`,
      `  Password    ${administrator.password}`,
      `  More        ${file} (other roles, the API client, the database)`,
    ];
  }
  return isNew
    ? ["  Nobody can sign in yet. Make the first enterprise by: npx pnpm@12 create-enterprise"]
    : [];
}
