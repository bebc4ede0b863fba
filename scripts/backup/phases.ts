import { SingleBar } from "cli-progress";

/** What a command is at: a bar for each part of its work at a terminal, a line for each elsewhere. On standard error. */
export type Phases = {
  /** Begins the next part. @param total in whatever `at` counts; null where nobody knows */
  begin(what: string, total: number | null): void;
  at(done: number): void;
  end(): void;
};

export function phases(): Phases {
  let bar: SingleBar | null = null;
  let of = 0;
  const end = () => {
    if (bar) bar.update(of);
    bar?.stop();
    bar = null;
  };
  return {
    begin(what, total) {
      end();
      of = total ?? 0;
      if (!process.stderr.isTTY || total === null || total === 0) {
        process.stderr.write(`${what} …\n`);
        return;
      }
      bar = new SingleBar({ format: `${what} {bar} {percentage} %`, stream: process.stderr });
      bar.start(total, 0);
    },
    at: (done) => bar?.update(Math.min(done, of)),
    end,
  };
}
