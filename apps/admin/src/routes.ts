import type { Route } from "next";

/** A path with an id in it is a route only once the id is known, which the type of routes cannot follow. */
const withId = (path: string): Route => path as Route;

/** Every path of the app. Nothing else spells one. */
export const routes = {
  home: "/" as Route,
  signIn: (back?: string): Route => withId(back ? `/sign-in?back=${encodeURIComponent(back)}` : "/sign-in"),
  /** The sign-in, just after a password was set. */
  passwordSet: "/sign-in?set=1" as Route,
  forgotPassword: "/forgot-password" as Route,
  setPassword: (token: string): Route => withId(`/set-password/${encodeURIComponent(token)}`),
  contracts: "/contracts" as Route,
  /** The list as an address asks for it: `?status=ACTIVE`. */
  contractsWith: (query: string): Route => withId(`/contracts${query}`),
  contractsOf: (holderId: string): Route => withId(`/contracts?holder=${holderId}`),
  newContract: (vehicleId?: string): Route =>
    withId(vehicleId ? `/contracts/new?vehicleId=${encodeURIComponent(vehicleId)}` : "/contracts/new"),
  newContractFor: (holderId: string): Route => withId(`/contracts/new?holderId=${holderId}`),
  contract: (contractId: string): Route => withId(`/contracts/${contractId}`),
  /** `field`: the field to begin with, by its path in the record (`parties`, `endDate`). */
  editContract: (contractId: string, field?: string): Route =>
    withId(`/contracts/${contractId}/edit${field ? `#${encodeURIComponent(field)}` : ""}`),
  vehicles: "/vehicles" as Route,
  /** The list as an address asks for it: `?q=golf`. */
  vehiclesWith: (query: string): Route => withId(`/vehicles${query}`),
  /** `sought`: what was looked for and is not there; `back`: the form that goes on with the new vehicle. */
  newVehicle: ({ sought, back }: { sought?: string; back?: string } = {}): Route => {
    const query = new URLSearchParams({ ...(sought && { sought }), ...(back && { back }) });
    return withId(query.size > 0 ? `/vehicles/new?${query}` : "/vehicles/new");
  },
  vehicle: (vehicleId: string): Route => withId(`/vehicles/${vehicleId}`),
  editVehicle: (vehicleId: string): Route => withId(`/vehicles/${vehicleId}/edit`),
  customers: "/customers" as Route,
  /** The list as an address asks for it: `?q=anna`. */
  customersWith: (query: string): Route => withId(`/customers${query}`),
  /** `sought`: what was looked for and is not there. */
  newCustomer: (sought?: string): Route =>
    withId(sought ? `/customers/new?sought=${encodeURIComponent(sought)}` : "/customers/new"),
  customer: (partyId: string): Route => withId(`/customers/${partyId}`),
  editCustomer: (partyId: string): Route => withId(`/customers/${partyId}/edit`),
  renewals: "/renewals" as Route,
  /** The list as an address asks for it: `?days=30`. */
  renewalsWith: (query: string): Route => withId(`/renewals${query}`),
  providers: "/providers" as Route,
  providersWith: (query: string): Route => withId(`/providers${query}`),
  ruleSets: "/rule-sets" as Route,
  newRuleSet: "/rule-sets/new" as Route,
  ruleSet: (code: string): Route => withId(`/rule-sets/${encodeURIComponent(code)}`),
  plans: "/plans" as Route,
  newPlan: "/plans/new" as Route,
  /** A version of a plan; without one, the version that is sold. */
  plan: (code: string, version?: number): Route =>
    withId(`/plans/${encodeURIComponent(code)}${version === undefined ? "" : `?version=${version}`}`),
  editPlan: (code: string): Route => withId(`/plans/${encodeURIComponent(code)}/edit`),
  stores: "/administration/stores" as Route,
  storesWith: (query: string): Route => withId(`/administration/stores${query}`),
  users: "/administration/users" as Route,
  usersWith: (query: string): Route => withId(`/administration/users${query}`),
  apiClients: "/administration/api-clients" as Route,
  apiClientsWith: (query: string): Route => withId(`/administration/api-clients${query}`),
  transfers: "/administration/transfers" as Route,
  settings: "/administration/settings" as Route,
  account: "/account" as Route,
  /** For the browser's own requests. */
  api: {
    trpc: "/api/trpc",
    signIn: "/api/auth/sign-in/email",
    signOut: "/api/auth/sign-out",
    session: "/api/auth/get-session",
    setPassword: "/api/set-password",
    forgotPassword: "/api/forgot-password",
    account: "/api/account",
    /** Below it, a refund quote as PDF by its id. */
    refundQuotes: "/api/refund-quotes",
    /** What ends soon as CSV, for one channel. */
    renewals: "/api/renewals",
    /** By contract: its agreement as PDF. */
    agreements: "/api/agreements",
  },
} as const;

/** The form that waits for a vehicle, with this one chosen. */
export function withChosenVehicle(form: Route, vehicleId: string): Route {
  const [path = "", search = ""] = form.split("?");
  const query = new URLSearchParams(search);
  query.set("chosen", vehicleId);
  return withId(`${path}?${query}`);
}

/** A path to go back to after the sign-in, if it is one of our own; else the contracts. */
export function ownPath(back: string | null | undefined): Route {
  if (!back || !/^\/[\w\-./?=&%:,+~]*$/.test(back)) return routes.contracts;
  // Read as a browser reads it, and its escapes as a proxy may read them: neither may find the name of a host in it.
  const { origin, pathname, search } = new URL(back, "http://own.invalid");
  const isOwn = origin === "http://own.invalid" && !/^\/(?:[/\\]|%2f|%5c)/i.test(pathname);
  if (!isOwn || /^\/(?:sign-in|api)(?:\/|$)/.test(pathname)) return routes.contracts;
  return withId(`${pathname}${search}`);
}
