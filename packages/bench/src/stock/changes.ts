import { createHash } from "node:crypto";
import { TRPCError } from "@trpc/server";
import type { Contract, CreateContract, UpdateContract } from "@vehicle-contracts/contract-model";
import { completeRecord, overlapWarnings } from "@vehicle-contracts/contract-rules";
import {
  contract,
  contractParty,
  contractRevision,
  idempotencyRecord,
  newId,
  party,
  provider,
  searchTerm,
  store,
  vehicle,
} from "@vehicle-contracts/database";
import { and, desc, eq, inArray, ne, sql } from "drizzle-orm";
import { withoutShorts } from "../contract-answer.ts";
import { type StockTx, wholeContracts } from "./database.ts";

export type StockActor = { id: string; name: string; enterpriseId: string };

const notFound = () => new TRPCError({ code: "NOT_FOUND" });
const sha256 = (value: unknown) => createHash("sha256").update(JSON.stringify(value)).digest("hex");

/** Makes a contract with all that the register writes for one, a statement after the other. */
export async function createContract(tx: StockTx, actor: StockActor, input: CreateContract, now: string) {
  const { enterpriseId } = actor;
  const made = completeRecord(input.contract);
  if (!made.ok) throw new TRPCError({ code: "BAD_REQUEST" });
  const { plan: _plan, origin, parties, ...terms } = made.value;
  const key = { enterpriseId, actorId: actor.id, key: input.idempotencyKey };
  const [first] = await tx
    .insert(idempotencyRecord)
    .values({ ...key, fingerprint: sha256(input), answer: null, createdAt: now })
    .onConflictDoNothing()
    .returning({ key: idempotencyRecord.key });
  if (!first) throw new TRPCError({ code: "CONFLICT" });
  const [its] = await tx
    .select()
    .from(store)
    .where(and(eq(store.enterpriseId, enterpriseId), eq(store.storeId, terms.storeId)));
  const [covered] = await tx
    .select()
    .from(vehicle)
    .where(and(eq(vehicle.enterpriseId, enterpriseId), eq(vehicle.vehicleId, terms.vehicleId)))
    .for("share");
  const [carrier] = await tx
    .select()
    .from(provider)
    .where(and(eq(provider.enterpriseId, enterpriseId), eq(provider.providerId, terms.providerId ?? "")));
  const [holder] = await tx
    .select()
    .from(party)
    .where(and(eq(party.enterpriseId, enterpriseId), eq(party.partyId, parties[0]?.partyId ?? "")))
    .for("share");
  if (!its || !covered || !carrier || !holder) throw notFound();
  await lockNumber(tx, enterpriseId, terms.contractNumber);
  const [other] = await tx
    .select({ contractId: contract.contractId })
    .from(contract)
    .where(
      and(
        eq(contract.enterpriseId, enterpriseId),
        eq(contract.providerId, carrier.providerId),
        eq(contract.contractNumber, terms.contractNumber ?? ""),
      ),
    );
  if (other) throw new TRPCError({ code: "CONFLICT" });
  const contractId = newId();
  const number = (terms.contractNumber ?? "").toLowerCase().replace("-", "");
  await tx.insert(contract).values({
    ...terms,
    ...{ enterpriseId, contractId, version: 1, status: "DRAFT", sourceSystem: origin.sourceSystem },
    ...{ holderId: holder.partyId, holderSort: holder.sortName, vin: covered.vin },
    ...{ plateFolded: covered.plateFolded, vehicleSort: covered.sortName },
    ...{ words: ` ${holder.sortName} ${number}`, pastLimit: false, createdAt: now, updatedAt: now },
  });
  await tx.insert(contractParty).values(
    parties.map(({ role, partyId, from, to }, ordinal) => ({
      ...{ enterpriseId, contractId, ordinal, role, partyId, fromDate: from, toDate: to },
    })),
  );
  await tx
    .insert(searchTerm)
    .values([number, number.slice(2)].map((term) => ({ enterpriseId, kind: 4, term, target: contractId })))
    .onConflictDoNothing();
  const after = await contractAt(tx, enterpriseId, contractId, now);
  await addRevision(tx, actor, "contract.created", null, after, now);
  const answer = { contract: after, warnings: await overlaps(tx, enterpriseId, after, now) };
  await tx
    .update(idempotencyRecord)
    .set({ answer })
    .where(
      and(
        eq(idempotencyRecord.enterpriseId, enterpriseId),
        eq(idempotencyRecord.actorId, actor.id),
        eq(idempotencyRecord.key, input.idempotencyKey),
      ),
    );
  return answer;
}

/** Changes the notes of a contract where it is still at the version that was read. */
export async function updateContract(tx: StockTx, actor: StockActor, input: UpdateContract, now: string) {
  const { enterpriseId } = actor;
  const before = await contractAt(tx, enterpriseId, input.contractId, now);
  await tx
    .select()
    .from(store)
    .where(and(eq(store.enterpriseId, enterpriseId), eq(store.storeId, before.storeId)));
  await tx
    .select()
    .from(vehicle)
    .where(and(eq(vehicle.enterpriseId, enterpriseId), eq(vehicle.vehicleId, before.vehicleId)))
    .for("share");
  const [changed] = await tx
    .update(contract)
    .set({ notes: input.changes.notes ?? null, version: input.version + 1, updatedAt: now })
    .where(
      and(
        eq(contract.enterpriseId, enterpriseId),
        eq(contract.contractId, input.contractId),
        eq(contract.version, input.version),
      ),
    )
    .returning({ version: contract.version });
  if (!changed) throw new TRPCError({ code: "CONFLICT" });
  const after = await contractAt(tx, enterpriseId, input.contractId, now);
  await addRevision(tx, actor, "contract.updated", before, after, now);
  return { contract: after, warnings: await overlaps(tx, enterpriseId, after, now) };
}

async function contractAt(
  tx: StockTx,
  enterpriseId: string,
  contractId: string,
  now: string,
): Promise<Contract> {
  const [found] = await wholeContracts(tx, enterpriseId, eq(contract.contractId, contractId), now);
  if (!found) throw notFound();
  return withoutShorts(found.read);
}

async function overlaps(tx: StockTx, enterpriseId: string, one: Contract, now: string) {
  const others = await wholeContracts(
    tx,
    enterpriseId,
    and(
      eq(contract.vehicleId, one.vehicleId),
      eq(contract.type, one.type),
      ne(contract.contractId, one.contractId),
      inArray(contract.status, ["PENDING", "ACTIVE", "SUSPENDED"]),
    ),
    now,
  );
  return overlapWarnings(
    one,
    others.map(({ read }) => read),
  );
}

const lockNumber = (tx: StockTx, enterpriseId: string, number: string | null) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${enterpriseId} ${number}`}, 0))`);

async function addRevision(
  tx: StockTx,
  { id, name, enterpriseId }: StockActor,
  action: "contract.created" | "contract.updated",
  before: Contract | null,
  after: Contract,
  now: string,
): Promise<void> {
  const [last] = before
    ? await tx
        .select({ revision: contractRevision.revision, hash: contractRevision.hash })
        .from(contractRevision)
        .where(
          and(
            eq(contractRevision.enterpriseId, enterpriseId),
            eq(contractRevision.contractId, after.contractId),
          ),
        )
        .orderBy(desc(contractRevision.revision))
        .limit(1)
    : [];
  const changes = Object.entries(after)
    .map(([field, value]) => ({
      field,
      before: before === null ? null : Reflect.get(before, field),
      after: value,
    }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
  const link = {
    ...{
      enterpriseId,
      contractId: after.contractId,
      revision: (last?.revision ?? 0) + 1,
      version: after.version,
    },
    ...{ action, at: now, correlationId: "bench", reason: null, changes, previousHash: last?.hash ?? null },
    actor: { kind: "API_CLIENT" as const, id, name, onBehalfOf: null },
  };
  await tx.insert(contractRevision).values({ ...link, hash: sha256(link) });
}
