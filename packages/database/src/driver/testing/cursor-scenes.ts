import { closing, pidOf, type Scene, type Stage, settled, terminate } from "./stage.ts";

export const cursorScenes = {
  async "a cursor is read to its end by a loop, its backend dies between two batches"(stage: Stage) {
    const { closed, onclose } = closing();
    const sql = stage.open({ onclose });
    const pid = await pidOf(sql);
    let rows = 0;
    const reading = async () => {
      for await (const batch of sql`select from generate_series(1, 200)`.cursor(50)) {
        rows += batch.length;
        if (rows === 50) {
          await terminate(stage, pid);
          await closed;
        }
      }
    };
    return { loop: await settled(stage, reading()), rows };
  },
} satisfies Record<string, Scene>;
