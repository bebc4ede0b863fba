export type { Account, AccountFacts } from "./account.ts";
export { type ApiClientCredentials, createApiClient, type NewApiClient } from "./api-clients.ts";
export type { TokenAnswer } from "./api-tokens.ts";
export {
  type CreatedEnterprise,
  createEnterprise,
  insertEnterprise,
  type NewEnterprise,
} from "./create-enterprise.ts";
export type { PasswordLink } from "./link-mail.ts";
export { type Identity, type IdentityOptions, openIdentity, type TokenRefusal } from "./open-identity.ts";
export type { LinkFacts, LinkPurpose } from "./password-link.ts";
export { addressOfHeaders, callerAddress, proxyList, stampPeerAddress } from "./peer-address.ts";
export { type Caller, GrantsChanged } from "./remembered-tokens.ts";
export type { SecondFactorSetUp } from "./second-factor.ts";
export type { SessionFacts } from "./sessions.ts";
export { createUserWithPassword, type NewUser } from "./users.ts";
