import type { ActorKind, RevisionActor, Role, Scope } from "@vehicle-contracts/contract-model";
import { ServiceError } from "./service-error.ts";

/** Who came through which door. Made at the edge, handed to every service, never built from what a caller sent. */
export type Actor = {
  readonly kind: ActorKind;
  readonly id: string;
  readonly name: string;
  readonly enterpriseId: string;
  readonly role: Role;
  /** The stores granted; administrators have all. */
  readonly storeIds: readonly string[] | "all";
  /** What a program may do, besides its role; people may all that theirs lets them. */
  readonly scopes: readonly Scope[] | "all";
  readonly onBehalfOf: { readonly id: string; readonly name: string } | null;
  readonly correlationId: string;
};

const rank: Record<Role, number> = { viewer: 0, advisor: 1, administrator: 2 };

/** May the actor do what takes at least this role. */
export const hasRole = (actor: Actor, role: Role): boolean => rank[actor.role] >= rank[role];

/** Throws FORBIDDEN below the role. */
export function requireRole(actor: Actor, role: Role): void {
  if (!hasRole(actor, role))
    throw new ServiceError({
      code: "FORBIDDEN",
      message: `This takes the role ${role}; yours is ${actor.role}. An administrator can change it.`,
    });
}

/** Throws FORBIDDEN for a program without the scope. */
export function requireScope({ scopes }: Actor, scope: Scope): void {
  if (scopes !== "all" && !scopes.includes(scope))
    throw new ServiceError({
      code: "FORBIDDEN",
      message: `This takes the scope ${scope}; the token has ${scopes.join(" ") || "none"}. An administrator can add it to the API client.`,
    });
}

/** Is the store granted to the actor. Says nothing of whether it exists. */
export const isGranted = (actor: Actor, storeId: string): boolean =>
  actor.storeIds === "all" || actor.storeIds.includes(storeId);

/** Throws FORBIDDEN for a store not granted. */
export function requireGrant(actor: Actor, storeId: string): void {
  if (!isGranted(actor, storeId))
    throw new ServiceError({
      code: "FORBIDDEN",
      message: "This store is not granted to you. An administrator can grant it.",
    });
}

/** Throws FORBIDDEN for an actor without any store: what is the group's is for whoever may read in one of its stores. */
export function requireAnyStore(actor: Actor): void {
  if (actor.storeIds !== "all" && actor.storeIds.length === 0)
    throw new ServiceError({
      code: "FORBIDDEN",
      message: "No store is granted to you yet. An administrator can grant one.",
    });
}

/** The actor as a history entry names it. */
export const asRevisionActor = ({ kind, id, name, onBehalfOf }: Actor): RevisionActor => ({
  kind,
  id,
  name,
  onBehalfOf,
});
