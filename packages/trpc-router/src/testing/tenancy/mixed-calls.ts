import { newId } from "@vehicle-contracts/database";
import type { Database } from "@vehicle-contracts/database/unit-of-work";
import type { Actor } from "@vehicle-contracts/services";
import type { DealerGroup, Units } from "@vehicle-contracts/services/testing";
import { type Answer, call, procedures } from "../call.ts";
import { aRegister, examplesBetween, type Register } from "../examples.ts";
import { type Belongings, belongingsOf, foreignIn } from "./belongings.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { varyInput } from "./vary-input.ts";

export type ForeignAnswer = {
  procedure: string;
  input: unknown;
  /** What of the other tenant's stood in it. */
  held: string[];
};

export type MixedCalls = {
  calls: number;
  /** Calls that were answered with 200, by procedure. */
  answered: Record<string, number>;
  /** Calls that were refused, by the code of the problem. */
  refused: Record<string, number>;
  foreign: ForeignAnswer[];
};

type Tenant = {
  group: DealerGroup;
  belongings: Belongings;
  /** A good input of the procedure: often one that was made before, where making one takes records of its own. */
  goodInput(procedure: string, chance: Chance): Promise<unknown>;
};

/** Calls that are under way at once; and after how many two new tenants begin, so that no list grows long. */
const atOnce = 8;
const callsOfAPair = 1_000;

/**
 * Calls of two tenants, mixed, over every procedure of the router: reads and writes, with ids, keys, cursors and words
 * of the other mixed in. They go through `through`; what they start from is made through `apart`, where all locks hold.
 * The same seed asks the same; which of the calls that are under way at once comes first is the machine's affair.
 */
export async function mixedCalls({
  through,
  apart,
  calls,
  seed,
  told = () => {},
}: {
  through: Database;
  apart: Database;
  calls: number;
  seed: number;
  /** Told of the progress, now and then. */
  told?: (done: number) => void;
}): Promise<MixedCalls> {
  const seen: MixedCalls = { calls: 0, answered: {}, refused: {}, foreign: [] };
  const chance = chanceOf(seed);
  const next = dealt(Object.keys(procedures), chance);
  while (seen.calls < calls) {
    const [A, B] = await twoTenants(apart, chance);
    const until = Math.min(calls, seen.calls + callsOfAPair);
    while (seen.calls < until) {
      const asked = Array.from({ length: Math.min(atOnce, until - seen.calls) }, () => {
        const [own, other] = chance.in100(50) ? [A, B] : [B, A];
        const { name, isFirst } = next();
        return { name, own, other, isFirst, good: own.goodInput(name, chance) };
      });
      const inputs = await Promise.all(asked.map(({ good }) => good));
      const answers = asked.map(({ name, own, other, isFirst }, at) => {
        // The first of each is as good as it can be, so that every procedure is answered and not only asked.
        const varied = varyInput(inputs[at], chance, own.belongings, other.belongings);
        const input = isFirst ? inputs[at] : varied;
        const actor = isFirst ? own.group.administrator : actorOf(own.group, chance);
        return { name, own, other, input, answer: call(through, actor, name, input) };
      });
      await Promise.allSettled(answers.map(({ answer }) => answer));
      // Learned from in the order they were made, not in that of the answers.
      for (const { answer, ...one } of answers) judge(await answer, one, seen);
    }
    told(seen.calls);
  }
  return seen;
}

/** One after the other in an order by chance, each as often as the others: none is left out however many there are. */
function dealt(names: readonly string[], chance: Chance): () => { name: string; isFirst: boolean } {
  const deck: string[] = [];
  let count = 0;
  return () => {
    if (deck.length === 0) deck.push(...names);
    count += 1;
    // The deck is not empty.
    const name = deck.splice(chance.int(0, deck.length - 1), 1)[0] as string;
    return { name, isFirst: count <= names.length };
  };
}

const actorOf = (group: DealerGroup, chance: Chance): Actor =>
  chance.in100(60)
    ? group.administrator
    : chance.pick([group.advisor, group.advisorOfHamburg, group.viewer, group.program]);

type Asked = { name: string; input: unknown; own: Tenant; other: Tenant };

function judge(
  { status, text, data, problem }: Answer,
  { name, input, own, other }: Asked,
  seen: MixedCalls,
) {
  seen.calls += 1;
  const held = foreignIn(text, other.belongings);
  if (held.length > 0) seen.foreign.push({ procedure: name, input, held });
  if (status === 200) {
    seen.answered[name] = (seen.answered[name] ?? 0) + 1;
    const { idempotencyKey } = Object(input);
    if (held.length === 0) own.belongings.learn({ ...Object(data), idempotencyKey });
  } else {
    const code = problem?.code ?? String(status);
    seen.refused[code] = (seen.refused[code] ?? 0) + 1;
  }
}

async function twoTenants(apart: Database, chance: Chance): Promise<[Tenant, Tenant]> {
  const owners = new Map<string, string>();
  const a = belongingsOf(`nordlicht${chance.int(1, 2 ** 30)}`, owners);
  const b = belongingsOf(`suedstern${chance.int(1, 2 ** 30)}`, owners);
  const ofA = await aRegister(noting(apart, a), a.mark);
  const ofB = await aRegister(noting(apart, b), b.mark);
  return [tenantOf(ofA, ofB, a), tenantOf(ofB, ofA, b)];
}

function tenantOf(own: Register, theirs: Register, belongings: Belongings): Tenant {
  const examples = examplesBetween(own, theirs);
  const made = new Map<string, unknown[]>();
  return {
    group: own.group,
    belongings,
    async goodInput(procedure, chance) {
      const before = made.get(procedure) ?? [];
      made.set(procedure, before);
      if (before.length > 3 && chance.in100(75)) {
        const again = chance.pick(before);
        return typeof again === "object" && again !== null && "idempotencyKey" in again
          ? { ...again, idempotencyKey: newId() }
          : again;
      }
      const input = await examples[procedure]?.input();
      before.push(input);
      return input;
    },
  };
}

/** Whatever is made or read here is the tenant's. */
function noting(database: Database, belongings: Belongings): Units {
  const noted = async <T>(enterpriseId: string, answer: Promise<T>): Promise<T> => {
    belongings.learn([enterpriseId, await answer]);
    return answer;
  };
  return {
    read: (enterpriseId, work) => noted(enterpriseId, database.read(enterpriseId, work)),
    write: (enterpriseId, work) => noted(enterpriseId, database.write(enterpriseId, work)),
  };
}
