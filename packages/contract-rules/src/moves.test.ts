import { ContractStatus } from "@vehicle-contracts/contract-model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MovableContract, MoveFacts } from "./move-guards.ts";
import { decideMove, initialStatus, type MoveAction, moveActions, submitBreaks } from "./moves.ts";

const contract: MovableContract = {
  status: "ACTIVE",
  type: "EXTENDED_WARRANTY",
  holderId: "p",
  providerId: "v",
  startDate: "2025-01-01",
  endDate: "2028-12-31",
  termMonths: 48,
  distance: { kind: "unlimited" },
};
const today = "2026-06-01";
const after = (action: MoveAction, changes: Partial<MovableContract>, facts: Partial<MoveFacts> = {}) => {
  const outcome = decideMove(action, { ...contract, ...changes }, { today, ...facts });
  return outcome.ok ? outcome.value.to : outcome.fields.map((field) => field.code).join();
};

/** From which effective state a move that lacks nothing is taken, and where to. */
const allowed: Record<MoveAction, Partial<Record<ContractStatus, ContractStatus>>> = {
  submit: { DRAFT: "PENDING" },
  activate: {},
  suspend: { ACTIVE: "SUSPENDED" },
  resume: { SUSPENDED: "ACTIVE" },
  extend: { ACTIVE: "ACTIVE", SUSPENDED: "SUSPENDED" },
  cancel: { ACTIVE: "CANCELLED", SUSPENDED: "CANCELLED" },
  void: { DRAFT: "VOID", ACTIVE: "VOID" },
  reinstate: { EXPIRED: "ACTIVE" },
};

test.each(moveActions)(
  "%s is possible from the states that the life cycle names, and from no other",
  (action) => {
    const lacksNothing = {
      reason: "asked for",
      quoteAccepted: true,
      readingCorrected: true,
      by: { months: 12 },
    };
    for (const status of ContractStatus.options.filter((one) => one !== "PENDING"))
      expect([status, after(action, { status }, lacksNothing)]).toEqual([
        status,
        allowed[action][status] ?? "WRONG_STATUS",
      ]);
  },
);

test("a stored PENDING contract that waits is moved as PENDING; once it has started, as ACTIVE", () => {
  const early = { today: "2024-12-31", reason: "r", quoteAccepted: true, by: { months: 1 } };
  const waits = (action: MoveAction) => after(action, { status: "PENDING" }, early);
  expect((["suspend", "extend", "cancel", "void"] as const).map(waits)).toEqual([
    "WRONG_STATUS",
    "PENDING",
    "CANCELLED",
    "VOID",
  ]);
  expect(after("suspend", { status: "PENDING" }, { reason: "stolen" })).toBe("SUSPENDED");
});

describe("submit", () => {
  test("names the first that is missing, in the order of the rules", () => {
    const draft = { status: "DRAFT" as const };
    const missing = { holderId: null, providerId: null, type: null, startDate: null, endDate: null };
    const order = ["HOLDER", "PROVIDER", "TYPE", "START", "END"].map((name) => `${name}_MISSING`);
    expect(submitBreaks({ ...contract, ...missing }).map((field) => field.code)).toEqual(order);
    Object.keys(missing).forEach((_, index) => {
      const rest = Object.fromEntries(Object.entries(missing).slice(index));
      expect(after("submit", { ...draft, ...rest })).toBe(order[index]);
    });
    expect(after("submit", { ...draft, endDate: "2024-12-31" })).toBe("END_BEFORE_START");
  });

  test("a distance, hours, or being open-ended is an end; an unknown distance is none", () => {
    const km = (value: number) => ({ value, unit: "KM" as const });
    const distance = { kind: "limited" as const, limit: km(1), startOdometer: km(0), endOdometer: km(1) };
    const draft = { status: "DRAFT" as const, endDate: null };
    expect(after("submit", { ...draft, distance })).toBe("PENDING");
    expect(
      after("submit", { ...draft, engineHours: { kind: "limited", limit: 1, startHours: 0, endHours: 1 } }),
    ).toBe("PENDING");
    expect(after("submit", { ...draft, openEnded: true })).toBe("PENDING");
    expect(after("submit", { ...draft, distance: { kind: "unknown" } })).toBe("END_MISSING");
  });
});

test("activation waits for the start, then for the provider", () => {
  const pending = { status: "PENDING" as const, awaitingProvider: true };
  expect(after("activate", pending, { today: "2024-12-31" })).toBe("NOT_STARTED");
  expect(after("activate", pending)).toBe("AWAITING_PROVIDER");
  expect(after("activate", { status: "PENDING" })).toBe("ACTIVE");
  expect(after("activate", { status: "PENDING" }, { today: "2029-01-01" })).toBe("EXPIRED");
  expect(after("activate", { status: "ACTIVE" }, { today: "2024-12-31" })).toBe("WRONG_STATUS");
});

test("a blank reason is none", () => {
  expect(after("suspend", {}, { reason: " \n\t" })).toBe("REASON_MISSING");
  expect(after("resume", { status: "SUSPENDED" }, { reason: "" })).toBe("REASON_MISSING");
  expect(after("void", {}, { reason: " ", netUsage: true })).toBe("REASON_MISSING");
  expect(after("void", {}, { reason: "sold in error", netUsage: true })).toBe("USAGE_EXISTS");
});

test("resuming does not move the end: it goes where the dates lead", () => {
  const resumed = (on: string) => after("resume", { status: "SUSPENDED" }, { reason: "found", today: on });
  expect([resumed("2028-12-31"), resumed("2029-01-01"), resumed("2024-12-31")]).toEqual([
    "ACTIVE",
    "EXPIRED",
    "PENDING",
  ]);
});

test("an extension is refused where a renewal follows, where there is no end, and where it is not later", () => {
  expect(after("extend", { endDate: null }, { hasSuccessor: true })).toBe("ALREADY_RENEWED");
  expect(after("extend", { endDate: null, openEnded: true }, { by: { months: 1 } })).toBe("OPEN_ENDED");
  expect(after("extend", {}, { by: { endDate: "2028-12-31" } })).toBe("END_NOT_LATER");
  expect(after("extend", { status: "PENDING" }, { by: { endDate: "2029-01-01" } })).toBe("PENDING");
});

test("only a corrected reading leads back from EXPIRED, and only where it is within again", () => {
  const expired = { status: "EXPIRED" as const };
  expect(after("reinstate", expired)).toBe("NO_CORRECTION");
  expect(after("reinstate", expired, { readingCorrected: true, today: "2029-01-01" })).toBe("RUN_OUT");
  expect(after("reinstate", expired, { readingCorrected: true })).toBe("ACTIVE");
  expect(after("reinstate", { status: "ACTIVE" }, { readingCorrected: true })).toBe("WRONG_STATUS");
});

test("a contract is made as asked, held to the guards of the moves there", () => {
  const made = (
    asked: "DRAFT" | "PENDING" | "ACTIVE",
    changes: Partial<MovableContract> = {},
    on = today,
  ) => {
    const outcome = initialStatus(asked, { ...contract, ...changes }, { today: on });
    return outcome.ok ? outcome.value.to : outcome.fields[0]?.code;
  };
  expect(made("DRAFT", { holderId: null })).toBe("DRAFT");
  expect(made("PENDING", { holderId: null })).toBe("HOLDER_MISSING");
  expect(made("PENDING")).toBe("PENDING");
  expect(made("ACTIVE")).toBe("ACTIVE");
  expect(made("ACTIVE", { providerId: null })).toBe("PROVIDER_MISSING");
  expect(made("ACTIVE", {}, "2024-12-31")).toBe("NOT_STARTED");
  expect(made("ACTIVE", { awaitingProvider: true })).toBe("AWAITING_PROVIDER");
  expect(made("ACTIVE", {}, "2029-01-01")).toBe("EXPIRED");
});

test("no move but cancelling and voiding is final, and no person makes a running contract EXPIRED", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...moveActions),
      fc.constantFrom(...ContractStatus.options),
      fc.record({
        reason: fc.constantFrom("", "r"),
        quoteAccepted: fc.boolean(),
        readingCorrected: fc.boolean(),
      }),
      (action, status, facts) => {
        const outcome = decideMove(action, { ...contract, status }, { today, ...facts });
        if (!outcome.ok) return;
        expect(outcome.value.to).not.toBe("EXPIRED");
        if (outcome.value.to === "CANCELLED") expect(action).toBe("cancel");
        if (outcome.value.to === "VOID") expect(action).toBe("void");
      },
    ),
  );
});

test("a refusal says in which state the contract is", () => {
  const outcome = decideMove("suspend", { ...contract, status: "CANCELLED" }, { today });
  expect(outcome).toMatchObject({
    fields: [{ path: "status", message: "The contract is cancelled; in that state it cannot be suspended." }],
  });
});
