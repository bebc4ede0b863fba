import type postgres from "postgres";

export type Options = postgres.Options<Record<string, postgres.PostgresType>>;

/** What a scene plays on: the driver under test, and a schema of its own in a database of the test file. */
export type Stage = {
  /** A pool of the driver under test, of one connection unless said otherwise. */
  open(options?: Options & { as?: "superuser" | "program"; url?: string }): postgres.Sql;
  /** The driver as patched, as the superuser: never what is under test. */
  onlooker: postgres.Sql;
  superuserUrl: string;
  /** How the sessions of the driver under test are named in pg_stat_activity. */
  applicationName: string;
  /** Ends the backend without a word, as the machine's own killer would. */
  kill(pid: number): Promise<void>;
  /** Resolves when it is time to say of what is still pending that it is so. */
  patience(answered: AbortSignal): Promise<void>;
};

/** Plays through one fault; answers what a caller of the driver saw of it. */
export type Scene = (stage: Stage) => Promise<unknown>;

const codeOf = (error: unknown) => String((error instanceof Error && Reflect.get(error, "code")) || error);

/** "resolved", "rejected" with its code, or "pending" where neither came within the stage's patience. */
export async function settled(stage: Stage, promise: PromiseLike<unknown>): Promise<string> {
  return seen(
    stage,
    promise.then(() => "resolved"),
  );
}

/** The answer itself, or as `settled` says. */
export async function seen<T>(stage: Stage, promise: PromiseLike<T>): Promise<T | string> {
  const answer = promise.then(
    (value) => value,
    (error: unknown) => `rejected ${codeOf(error)}`,
  );
  const wait = new AbortController();
  const pending = stage.patience(wait.signal).then(() => "pending");
  return Promise.race([answer, pending]).finally(() => wait.abort());
}

/**
 * A second of the server's time: as long as fifty of its short naps take, so that a busy machine is given the longer.
 */
export async function aSecond(stage: Pick<Stage, "onlooker">, answer: AbortSignal): Promise<void> {
  for (let nap = 0; nap < 50 && !answer.aborted; nap += 1)
    await answered(() => stage.onlooker`select pg_sleep(0.02)`);
}

/** The stage for a question to which no answer is expected, whatever the driver. */
export const impatient = (stage: Stage): Stage => ({
  ...stage,
  patience: (answer) => aSecond(stage, answer),
});

/** Asks again until the answer is true. */
export async function until(question: () => PromiseLike<boolean>): Promise<void> {
  while (!(await question()));
}

/** Asks again until the server answers: after one backend is killed, it takes none for a moment. */
export async function answered<T>(question: () => PromiseLike<T>): Promise<T> {
  for (;;)
    try {
      return await question();
    } catch {}
}

export const pidOf = async (sql: postgres.ISql): Promise<number> => {
  const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  return Number(row?.pid);
};

/** Waits until the backend carries out a statement that begins so. */
export const isRunning = (stage: Stage, pid: number, beginning: string): Promise<void> =>
  until(async () => {
    const found = await stage.onlooker`
      select from pg_stat_activity where pid = ${pid} and state = 'active' and query like ${`${beginning}%`}`;
    return found.length > 0;
  });

/** Ends the backend as an administrator would, and waits until it is gone. */
export const terminate = async (stage: Stage, pid: number): Promise<void> => {
  await stage.onlooker`select pg_terminate_backend(${pid}, 10000)`;
};

/** Resolves when the pool has been told that a connection of it is gone. */
export function closing(): { closed: Promise<void>; onclose: () => void } {
  const closed = Promise.withResolvers<void>();
  return { closed: closed.promise, onclose: () => closed.resolve() };
}
