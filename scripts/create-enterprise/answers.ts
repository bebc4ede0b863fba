import { createInterface } from "node:readline/promises";
import { StartError } from "../start/start-error.ts";

/** A person to ask: the terminal, and where the answer comes from. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

export interface Question {
  readonly text: string;
  /** What is wrong with the answer, in a sentence; null where nothing is. */
  fault(answer: string): string | null;
}

/**
 * The answers to the questions, in their order; one that is wrong is asked for again.
 *
 * @throws StartError where they are broken off by Ctrl-C or Ctrl-D
 */
export async function answersTo(questions: readonly Question[], terminal: Terminal): Promise<string[]> {
  const asking = createInterface(terminal);
  const brokenOff = new AbortController();
  asking.once("close", () => brokenOff.abort());
  try {
    const answers: string[] = [];
    for (const question of questions) answers.push(await answerTo(question));
    return answers;
  } catch (error) {
    if (!(error instanceof Error && error.name === "AbortError")) throw error;
    throw new StartError("\nBroken off: nothing has been made.", { cause: error });
  } finally {
    asking.close();
  }

  async function answerTo({ text, fault }: Question): Promise<string> {
    for (;;) {
      const answer = (await asking.question(`${text}: `, brokenOff)).trim();
      const wrong = fault(answer);
      if (wrong === null) return answer;
      terminal.output.write(`  ${wrong}\n`);
    }
  }
}
