/**
 * What the program may do with each table: nothing beyond it. Append-only tables take no change; nothing may be
 * truncated; what is kept for good is not deleted.
 */
export const grants = {
  public: {
    enterprise: "SELECT, INSERT, UPDATE",
    store: "SELECT, INSERT, UPDATE",
    vehicle: "SELECT, INSERT, UPDATE",
    odometer_reading: "SELECT, INSERT",
    hours_reading: "SELECT, INSERT",
    party: "SELECT, INSERT, UPDATE",
    provider: "SELECT, INSERT, UPDATE",
    contract: "SELECT, INSERT, UPDATE",
    contract_party: "SELECT, INSERT, UPDATE, DELETE",
    contract_reference: "SELECT, INSERT, UPDATE, DELETE",
    contract_revision: "SELECT, INSERT",
    contract_plan_version: "SELECT, INSERT, UPDATE, DELETE",
    refund_rule_set: "SELECT, INSERT",
    contract_usage: "SELECT, INSERT",
    refund_quote: "SELECT, INSERT, UPDATE",
    contract_transfer: "SELECT, INSERT, UPDATE",
    idempotency_record: "SELECT, INSERT, UPDATE, DELETE",
    search_term: "SELECT, INSERT, DELETE",
  },
  auth: {
    user: "SELECT, INSERT, UPDATE, DELETE",
    session: "SELECT, INSERT, UPDATE, DELETE",
    account: "SELECT, INSERT, UPDATE, DELETE",
    verification: "SELECT, INSERT, UPDATE, DELETE",
    organization: "SELECT, INSERT, UPDATE",
    member: "SELECT, INSERT, UPDATE, DELETE",
    invitation: "SELECT, INSERT, UPDATE, DELETE",
    rate_limit: "SELECT, INSERT, UPDATE, DELETE",
    set_password_link: "SELECT, INSERT, UPDATE, DELETE",
    second_factor: "SELECT, INSERT, UPDATE, DELETE",
    recovery_code: "SELECT, INSERT, UPDATE, DELETE",
    sign_in_limit: "SELECT, INSERT, UPDATE, DELETE",
    known_device: "SELECT, INSERT, UPDATE, DELETE",
    known_address: "SELECT, INSERT, UPDATE, DELETE",
    sign_in_event: "SELECT, INSERT",
    api_client: "SELECT, INSERT, UPDATE",
    api_token: "SELECT, INSERT, DELETE",
  },
  /** Which schema the database has: the program looks at its start whether it is its own. */
  drizzle: { __drizzle_migrations: "SELECT" },
} as const;
