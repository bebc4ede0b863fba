const TICK_MS = 1000;
/** How often a step says that it still runs where lines cannot be rewritten. */
const STILL_EVERY_TICKS = 10;

export interface Terminal {
  readonly isTTY: boolean;
  write(text: string): void;
}

/** Says what is being done while it is done, several things at once too, with the seconds each takes. */
export class Progress {
  readonly #terminal: Terminal;
  readonly #running = new Map<string, number>();
  #timer: NodeJS.Timeout | null = null;
  #ticks = 0;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  /** A line that stays. */
  say(sentence: string): void {
    this.#clear();
    this.#terminal.write(`${sentence}\n`);
    this.#draw();
  }

  /** Names the work while it goes on; a line stays when it is done, none when it fails. */
  async during<T>(name: string, work: () => Promise<T>): Promise<T> {
    const started = performance.now();
    this.#running.set(name, started);
    if (this.#terminal.isTTY) this.#draw();
    else this.#terminal.write(`${name} …\n`);
    this.#timer ??= setInterval(() => this.#tick(), TICK_MS);
    try {
      const result = await work();
      this.#end(name);
      this.say(`✓ ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
      return result;
    } catch (error) {
      this.#end(name);
      throw error;
    }
  }

  #end(name: string): void {
    this.#clear();
    this.#running.delete(name);
    if (this.#running.size > 0 || this.#timer === null) return;
    clearInterval(this.#timer);
    this.#timer = null;
  }

  #tick(): void {
    this.#ticks += 1;
    if (this.#terminal.isTTY) {
      this.#clear();
      this.#draw();
    } else if (this.#ticks % STILL_EVERY_TICKS === 0) this.#terminal.write(`${this.#line()}\n`);
  }

  #line(): string {
    const now = performance.now();
    const parts = [...this.#running].map(
      ([name, since]) => `${name} … ${Math.floor((now - since) / 1000)} s`,
    );
    return parts.join("   ");
  }

  #clear(): void {
    if (this.#terminal.isTTY && this.#running.size > 0) this.#terminal.write("\r\x1b[2K");
  }

  #draw(): void {
    if (this.#terminal.isTTY && this.#running.size > 0) this.#terminal.write(`\r\x1b[2K${this.#line()}`);
  }
}
