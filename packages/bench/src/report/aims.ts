import type { MeasuredRegister } from "../run-bench.ts";

/** What is to be reached, and what was. */
export type Aim = { what: string; aim: string; measured: string; reached: boolean };

const leastRatio = { list: 0.65, get: 0.65, create: 0.75, update: 0.75 } as const;
const mostTailRatio = 2;
const mostDrift = 10;
const mostSearchMs = 20;
const mostMemoryMb = 300;
/** Smaller registers are not what the aims are about. */
const fullSize = 1_000_000;

/** The aims that concern what was measured, one register after the other, and the differences between two of them. */
export function aimsOf(registers: readonly MeasuredRegister[]): Aim[] {
  return [...registers.flatMap(ofRegister), ...driftsOf(registers)];
}

function ofRegister({ contracts, lines, questions, memoryMb }: MeasuredRegister): Aim[] {
  const at = `${contracts.toLocaleString("en")} contracts`;
  const aims: Aim[] = [];
  for (const [scenario, least] of Object.entries(leastRatio)) {
    const trpc = lines.find((line) => line.scenario === scenario && line.door === "trpc");
    const bare = lines.find((line) => line.scenario === scenario && line.door === "bare");
    if (!trpc || !bare) continue;
    const tail = trpc.p99Ms / bare.p99Ms;
    aims.push(
      {
        what: `${scenario}, ${at}: requests a second, of the bare server's`,
        ...{ aim: `≥ ${least}`, measured: trpc.ratioToBare.toFixed(2), reached: trpc.ratioToBare >= least },
      },
      {
        what: `${scenario}, ${at}: p99, of the bare server's`,
        ...{ aim: `≤ ${mostTailRatio}`, measured: tail.toFixed(2), reached: tail <= mostTailRatio },
      },
    );
  }
  const [slowest] = questions.toSorted((a, b) => b.p99Ms - a.p99Ms);
  if (slowest && contracts >= fullSize)
    aims.push({
      what: `search, ${at}: p99 of the slowest question (${slowest.name})`,
      ...{
        aim: `< ${mostSearchMs} ms`,
        measured: `${slowest.p99Ms} ms`,
        reached: slowest.p99Ms < mostSearchMs,
      },
    });
  aims.push({
    what: `memory of the API after all of it, ${at}`,
    ...{ aim: `< ${mostMemoryMb} MB`, measured: `${memoryMb} MB`, reached: memoryMb < mostMemoryMb },
  });
  return aims;
}

function driftsOf(registers: readonly MeasuredRegister[]): Aim[] {
  const [small, large] = registers;
  if (!small || !large) return [];
  return Object.keys(leastRatio).flatMap((scenario) => {
    const ratio = ({ lines }: MeasuredRegister) =>
      lines.find((line) => line.scenario === scenario && line.door === "trpc")?.ratioToBare;
    const [here, there] = [ratio(small), ratio(large)];
    if (here === undefined || there === undefined) return [];
    const percent = (Math.abs(there - here) / here) * 100;
    const sizes = `${small.contracts.toLocaleString("en")} and ${large.contracts.toLocaleString("en")} contracts`;
    return [
      {
        what: `${scenario}: difference of the ratio between ${sizes}`,
        ...{ aim: `≤ ${mostDrift} %`, measured: `${percent.toFixed(0)} %`, reached: percent <= mostDrift },
      },
    ];
  });
}
