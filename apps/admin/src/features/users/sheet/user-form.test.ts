import { UpdateUser, type User } from "@vehicle-contracts/contract-model";
import { describe, expect, test } from "vitest";
import {
  changesBetween,
  formOf,
  InviteForm,
  invitationOf,
  recordOf,
  recordTyped,
  UserForm,
} from "./user-form.ts";

const leeds = "01463cb1-7000-7056-b915-08bc90535908";
const bristol = "01463cb1-7000-73aa-b63e-1549e5008d09";
const dilys: User = {
  userId: "dilys",
  version: 3,
  name: "Dilys Marrable",
  email: "dilys.marrable@example.com",
  role: "advisor",
  allStores: false,
  storeIds: [leeds],
  state: "ACTIVE",
  invitationEndsAt: null,
  lastSeenAt: null,
  hasSecondFactor: false,
};
const changesTyped = (typed: Partial<UserForm>, user: User = dilys) =>
  changesBetween(recordOf(user), recordTyped(recordOf(user), { ...formOf(user), ...typed }));

describe("what is sent of a user", () => {
  test("is what differs, and nothing where nothing does", () => {
    expect(changesTyped({})).toEqual({});
    expect(changesTyped({ name: " Dilys Marrable " })).toEqual({});
    expect(changesTyped({ stores: { all: false, ids: [leeds] } })).toEqual({});
    expect(changesTyped({ name: "Dilys Hart", role: "viewer" })).toEqual({
      name: "Dilys Hart",
      role: "viewer",
    });
  });

  test("is the stores as a whole, whatever the order in which they were ticked", () => {
    expect(changesTyped({ stores: { all: false, ids: [leeds, bristol] } })).toEqual({
      allStores: false,
      storeIds: [leeds, bristol].sort(),
    });
    const both = { ...dilys, storeIds: [leeds, bristol] };
    expect(changesTyped({ stores: { all: false, ids: [bristol, leeds] } }, both)).toEqual({});
    expect(changesTyped({ stores: { all: true, ids: [leeds] } })).toEqual({ allStores: true });
  });

  test("leaves stores to the role of an administrator, and names them for whoever is none any more", () => {
    expect(changesTyped({ role: "administrator" })).toEqual({ role: "administrator" });
    const administrator = { ...dilys, role: "administrator" as const, allStores: true, storeIds: [] };
    expect(changesTyped({ role: "advisor" }, administrator)).toEqual({ role: "advisor", allStores: true });
    expect(changesTyped({ role: "viewer", stores: { all: false, ids: [leeds] } }, administrator)).toEqual({
      role: "viewer",
      allStores: false,
      storeIds: [leeds],
    });
  });

  test("is what the procedure takes", () => {
    const changes = changesTyped({ name: "Dilys Hart", stores: { all: false, ids: [bristol] } });
    expect(UpdateUser.safeParse({ userId: dilys.userId, version: 3, changes }).success).toBe(true);
  });
});

describe("a form is refused", () => {
  const faults = (schema: typeof UserForm | typeof InviteForm, typed: Partial<UserForm>) =>
    schema.safeParse({ ...formOf(dilys), ...typed }).error?.issues.map(({ path }) => path.join(".")) ?? [];

  test("without a store, but for an administrator", () => {
    const stores = { all: false, ids: [] };
    expect(faults(UserForm, { stores })).toEqual(["stores"]);
    expect(faults(UserForm, { stores, role: "administrator" })).toEqual([]);
  });

  test("without a name, and of somebody new without an address", () => {
    expect(faults(UserForm, { name: " " })).toEqual(["name"]);
    expect(faults(InviteForm, { email: "dilys" })).toEqual(["email"]);
    expect(faults(InviteForm, { email: " dilys@example.com " })).toEqual([]);
  });
});

test("an invitation says all stores, or which", () => {
  expect(invitationOf({ ...formOf(dilys), role: "viewer" })).toEqual({
    name: dilys.name,
    email: dilys.email,
    role: "viewer",
    allStores: false,
    storeIds: [leeds],
  });
  expect(invitationOf({ ...formOf(dilys), role: "administrator" })).toMatchObject({ allStores: true });
});
