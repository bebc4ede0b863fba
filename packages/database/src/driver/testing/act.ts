import { pathToFileURL } from "node:url";
import patched from "postgres";
import { connectionScenes } from "./connection-scenes.ts";
import { copyScenes } from "./copy-scenes.ts";
import { cursorScenes } from "./cursor-scenes.ts";
import { deathScenes } from "./death-scenes.ts";
import { frozenScenes } from "./frozen-scenes.ts";
import { lateStatementScenes } from "./late-statement-scenes.ts";
import { pipelineScenes } from "./pipeline-scenes.ts";
import { poolInTransactionScenes } from "./pool-in-transaction-scenes.ts";
import { reserveScenes } from "./reserve-scenes.ts";
import { aSecond, type Scene, type Stage } from "./stage.ts";
import { stressScenes } from "./stress-scenes.ts";
import { writeScenes } from "./write-scenes.ts";

const scenes = {
  ...connectionScenes,
  ...copyScenes,
  ...cursorScenes,
  ...deathScenes,
  ...frozenScenes,
  ...lateStatementScenes,
  ...pipelineScenes,
  ...poolInTransactionScenes,
  ...reserveScenes,
  ...stressScenes,
  ...writeScenes,
};
export type SceneName = keyof typeof scenes;

/** What `play` starts: one scene, told to it by the channel between the two processes. */
type Call = {
  scene: SceneName;
  entry: string;
  /** Whether it is the driver as published, some of whose answers never come. */
  published: boolean;
  superuserUrl: string;
  programUrl: string;
};

async function act({ scene, entry, published, superuserUrl, programUrl }: Call): Promise<void> {
  const { default: postgres } = (await import(pathToFileURL(entry).href)) as { default: typeof patched };
  const quiet = { max: 1, connect_timeout: 30, onnotice: () => {} };
  const onlooker = patched(superuserUrl, quiet);
  const name = `stage_${process.pid}_${performance.timeOrigin.toFixed(0)}`;
  await onlooker.unsafe(
    `create schema ${name}; grant usage on schema ${name} to public; set search_path to ${name}, public`,
  );
  const stage: Stage = {
    open: ({ as = "superuser", url = as === "program" ? programUrl : superuserUrl, ...options } = {}) =>
      postgres(url, {
        ...quiet,
        ...options,
        connection: { application_name: name, search_path: `${name}, public` },
      }),
    onlooker,
    superuserUrl,
    applicationName: name,
    kill: async (pid) => {
      process.send?.({ kill: pid });
    },
    // The test's own time-out is what ends the wait for the patched one.
    patience: (answer) => (published ? aSecond({ onlooker }, answer) : new Promise(() => {})),
  };
  const play: Scene = scenes[scene];
  const saw = await play(stage);
  process.send?.({ saw }, () => process.exit(0)); // connections may be left open, or hang
}

await act(JSON.parse(process.argv[2] ?? "") as Call);
