import postgres from "postgres";

/** One session that waits for nobody but its caller. What it reads and writes as text is the same on every server. */
export const backupSession = (url: string): postgres.Sql =>
  postgres(url, {
    max: 1,
    connect_timeout: 10,
    idle_timeout: 0,
    max_lifetime: null, // it holds a lock, which is the session's
    onnotice: () => {},
    connection: {
      application_name: "vehicle-contracts backup",
      TimeZone: "UTC",
      DateStyle: "ISO, YMD",
      IntervalStyle: "postgres",
      extra_float_digits: "3",
      bytea_output: "hex",
      statement_timeout: 0,
      idle_in_transaction_session_timeout: 0,
    },
  });
