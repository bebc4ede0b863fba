import { randomUUID } from "node:crypto";
import type { ContractPage } from "@vehicle-contracts/contract-model";
import { expect, test } from "./signed-in.ts";

test("a script signs in as a person does, reads and writes, by plain requests without what a browser adds", async ({
  demo,
}) => {
  const advisor = demo.users.find(({ role }) => role === "advisor");
  const post = (path: string, body: object, cookie = "") =>
    fetch(`${demo.adminUrl}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie },
      body: JSON.stringify(body),
    });
  const signedIn = await post("/api/auth/sign-in/email", {
    email: advisor?.email,
    password: advisor?.password,
  });
  expect(signedIn.status).toBe(200);
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");

  const party = { kind: "COMPANY", companyName: "Scripted & Sons" };
  const made = await post("/api/trpc/parties.create", { idempotencyKey: randomUUID(), party }, cookie);
  expect(await made.json()).toMatchObject({ result: { data: { party: { name: "Scripted & Sons" } } } });
  const listed = await fetch(
    `${demo.adminUrl}/api/trpc/contracts.list?input=${encodeURIComponent('{"limit":3}')}`,
    {
      headers: { cookie },
    },
  );
  const { result } = (await listed.json()) as { result: { data: ContractPage } }; // by docs/wire.md
  expect(result.data.items).toHaveLength(3);

  const signedOut = await post("/api/auth/sign-out", {}, cookie);
  expect(signedOut.status).toBe(200);
  const after = await post("/api/trpc/parties.create", { idempotencyKey: randomUUID(), party }, cookie);
  expect(after.status).toBe(401);
});
