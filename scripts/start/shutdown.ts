import type { Child } from "./child.ts";

interface Stoppable {
  stop(): Promise<void>;
}

/** What is to be stopped when the start command ends, in order: programs at once, then the database, then the lock. */
export class Shutdown {
  readonly #children = new Set<Child>();
  #database: Promise<Stoppable> | null = null;
  #release: (() => Promise<void>) | null = null;
  #under: Promise<void> | null = null;

  get isUnderWay(): boolean {
    return this.#under !== null;
  }

  /** From now on the program is stopped with the rest; at once when the end has begun already. */
  child(child: Child): void {
    this.#children.add(child);
    void child.ended.then(() => this.#children.delete(child));
    if (this.#under) void child.stop();
  }

  /** Given while it is being opened: one that is half open is waited for, then stopped. */
  database(opening: Promise<Stoppable>): void {
    this.#database = opening;
  }

  lock(release: () => Promise<void>): void {
    this.#release = release;
  }

  /** May be called again: there is one end. */
  run(): Promise<void> {
    this.#under ??= this.#stopAll();
    return this.#under;
  }

  async #stopAll(): Promise<void> {
    await Promise.all([...this.#children].map((child) => child.stop()));
    const database = await this.#database?.catch(() => null);
    await database?.stop();
    await Promise.all([...this.#children].map((child) => child.stop()));
    await this.#release?.();
  }
}
