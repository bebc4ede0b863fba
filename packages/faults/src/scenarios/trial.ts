import type { Database } from "@vehicle-contracts/database/unit-of-work";
import type { ApiProcess } from "../arena/api-process.ts";
import type { DatabaseServer } from "../arena/database-server.ts";
import type { Register } from "../arena/register.ts";
import type { TcpProxy } from "../arena/tcp-proxy.ts";
import type { Chance } from "../chance.ts";
import type { Recorder } from "../clients/recorder.ts";

/** What may be broken. */
export type Arena = {
  server: DatabaseServer;
  /** Between the API and its database. */
  wire: TcpProxy;
  /** Two processes of the API on the one database. */
  apis: readonly [ApiProcess, ApiProcess];
  /** The same database, past the wire, for what is asked of it by the trial itself. */
  database: Database;
  /** Another process of the API, with no wire between; whoever asks for it stops it. */
  apiOfItsOwn(): Promise<ApiProcess>;
};

/** One run of one scenario. */
export type Trial = Arena & {
  register: Register;
  recorder: Recorder;
  chance: Chance;
  /** How long the scenario is to break things. */
  milliseconds: number;
  /** Notes an outage that has ended at this moment, and resolves at the first success after it. */
  outageEnded(): Promise<void>;
  /** Something to be read with the numbers. */
  note(sentence: string): void;
  /** Something that must not be, besides what the history shows. */
  violation(sentence: string): void;
  /** The same, of a duration: judged only where durations are. */
  tooLate(sentence: string): void;
};

export type Scenario = {
  name: string;
  /** What is broken, in half a sentence. */
  breaks: string;
  run(trial: Trial): Promise<void>;
};
