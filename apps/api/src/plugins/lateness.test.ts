import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { limitLoad } from "./load-limit.ts";

test("while this thread is late with its work it takes fewer requests, and all of them once it is not", async () => {
  const answers: ServerResponse[] = [];
  const listener = limitLoad((_request, response) => answers.push(response), {
    limit: { atOnce: 5, mostWaiting: 100, shortLine: 100, longestWaitMs: 60_000 },
    isClosing: () => false,
    onRefused: () => {},
  });
  const ask = () => {
    const request = new IncomingMessage(new Socket());
    request.url = "/trpc/contracts.get";
    const response = new ServerResponse(request);
    listener(request, response);
    return response;
  };
  const until = performance.now() + 200;
  while (performance.now() < until);
  const late = [ask(), ask(), ask()];
  expect(late.map(({ statusCode }) => statusCode)).toEqual([200, 503, 503]);
  expect(answers).toHaveLength(1);
  await expect
    .poll(() => {
      ask();
      return answers.length;
    })
    .toBe(5);
});
