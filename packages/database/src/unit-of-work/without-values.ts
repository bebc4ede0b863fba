import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";

/** What names things of the schema and the protocol, never a value that was sent or stored. */
const toldOfRefusals = [
  "code",
  "severity",
  "schema_name",
  "table_name",
  "column_name",
  "constraint_name",
  "routine",
  "errno",
  "syscall",
] as const;

/** A statement failed. Its cause says by which code; neither says what was sent. */
class StatementFailed extends Error {
  override readonly name = "StatementFailed";
}

/**
 * The error without the values it stumbled over. Drizzle's quotes every parameter, PostgreSQL's messages and details
 * quote the row, the driver's carry the parameters: addresses, tokens and names would stand in whatever log prints
 * them. What is neither of these is answered as it is.
 */
function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StatementFailed) return error;
  // Drizzle's, which wraps what the driver or our own code threw. By its shape: a bundle may hold its class twice.
  if ("params" in error && "query" in error)
    return at(
      error,
      new StatementFailed("A statement of the database failed.", { cause: withoutValues(error.cause) }),
    );
  if (error.name === "PostgresError" || "parameters" in error) return refusalOf(error);
  return error;
}

function refusalOf(error: Error): Error {
  const told = toldOfRefusals.flatMap((name) => {
    const value: unknown = Reflect.get(error, name);
    return value === undefined ? [] : [[name, value] as const];
  });
  const code: unknown = Reflect.get(error, "code");
  const refusal = new Error(
    `The database did not carry it out: ${typeof code === "string" ? code : error.name}.`,
  );
  return at(error, Object.assign(refusal, { name: error.name, ...Object.fromEntries(told) }));
}

/** The one error, said to come from where the other one did. */
function at<E extends Error>(other: Error, error: E): E {
  const frames = (other.stack ?? "")
    .replace(other.message, "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line));
  error.stack = [`${error.name}: ${error.message}`, ...frames].join("\n");
  return error;
}

/** For `catch`: whoever waits is told of the same error without its values. */
export const rejectWithoutValues = (error: unknown): never => {
  throw withoutValues(error);
};

/** The same Drizzle database, whose statements and transactions reject without values. */
export function tellingNoValues<D extends PgDatabase<PgQueryResultHKT>>(db: D): D {
  // Where Drizzle leads each statement through; it offers no hook for errors.
  const { session } = db._;
  const prepareQuery = session.prepareQuery.bind(session);
  session.prepareQuery = (...query: Parameters<typeof prepareQuery>) => {
    const prepared = prepareQuery(...query);
    const execute = prepared.execute.bind(prepared);
    prepared.execute = (values) => execute(values).catch(rejectWithoutValues);
    // Its type argument is the statement's own and passes through.
    return prepared as never;
  };
  const transaction = session.transaction.bind(session);
  session.transaction = (work, config) =>
    transaction((tx) => work(tellingNoValues(tx)), config).catch(rejectWithoutValues);
  return db;
}
