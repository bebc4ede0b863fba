import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { StartError } from "../start/start-error.ts";
import { answersTo } from "./answers.ts";

const question = (wanted: string) => ({
  text: `Name of the ${wanted}`,
  fault: (answer: string) => (answer ? null : "Must not be empty."),
});

/** Someone who answers each question by the next line, and goes away after the last one. */
async function asked(names: string[], ...lines: string[]) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  output.on("data", (chunk: Buffer) => {
    if (!chunk.toString().endsWith(": ")) return;
    const line = lines.shift();
    if (line === undefined) input.end();
    else input.write(`${line}\n`);
  });
  const shown = text(output);
  const answers = answersTo(names.map(question), { input, output }).finally(() => output.end());
  return { answers: await answers.catch((error: unknown) => error), shown: await shown };
}

test("questions are asked one after the other, and a wrong answer says why and is asked for again", async () => {
  const { answers, shown } = await asked(["enterprise", "store"], " Nordwind Motors ", " ", "Hamburg");
  expect(answers).toEqual(["Nordwind Motors", "Hamburg"]);
  expect(shown.split("\n")).toEqual([
    "Name of the enterprise: Name of the store:   Must not be empty.",
    "Name of the store: ",
  ]);
});

test("who breaks off is told in a sentence that nothing has been made", async () => {
  const { answers } = await asked(["enterprise", "store"], "Nordwind Motors");
  expect(answers).toBeInstanceOf(StartError);
  expect(String(answers)).toContain("nothing has been made");
});
