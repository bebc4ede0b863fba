import net from "node:net";
import { cuttingProxy } from "./cutting-proxy.ts";
import { closing, pidOf, type Scene, type Stage, settled, terminate, until } from "./stage.ts";

export const reserveScenes = {
  async "reserved before the types are known"(stage: Stage) {
    return settled(stage, stage.open({ fetch_types: false }).reserve());
  },

  async "reserved while the connection is cut that asks for the types"(stage: Stage) {
    const url = await cuttingProxy(
      stage.superuserUrl,
      ({ from, bytes }) => from === "driver" && bytes.includes("typarray"),
    );
    return settled(stage, stage.open({ url, backoff: () => 0.05 }).reserve());
  },

  async "reserved from a server that is away, then one that is there"(stage: Stage) {
    let away = true;
    const there = new URL(stage.superuserUrl);
    // Missing in the driver's types.
    const options = {
      socket: () => net.connect(away ? 9 : Number(there.port), there.hostname),
      backoff: () => 0.05,
    };
    const sql = stage.open(options);
    const first = await settled(stage, sql.reserve());
    away = false;
    return { first, next: await settled(stage, sql`select 1`), later: await settled(stage, sql`select 1`) };
  },

  async "waits for a reserved connection, which dies"(stage: Stage) {
    const sql = stage.open({ backoff: () => 0.05 });
    const held = await sql.reserve();
    const waiting = sql.reserve();
    await terminate(stage, await pidOf(held));
    return settled(stage, waiting);
  },

  async "dies, is given back, and another transaction has it"(stage: Stage) {
    await stage.onlooker`create table written (n int)`;
    const { closed, onclose } = closing();
    const sql = stage.open({ onclose, backoff: () => 0.05 });
    const connection = await sql.reserve();
    await terminate(stage, await pidOf(connection));
    await closed;
    const inside = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    const transaction = sql.begin(async (other) => {
      await other`select pg_current_xact_id()`;
      inside.resolve();
      await go.promise;
      await other`insert into written values (1)`;
      throw new Error("rolled back");
    });
    const undone = transaction.catch((error: Error) => error.message);
    await inside.promise;
    connection.release();
    // Has to wait until the transaction has ended.
    const stranger = sql`insert into written values (2)`.execute();
    const outcome = settled(stage, stranger);
    // As published it was sent at once, within the other's transaction.
    await until(async () => {
      const [row] = await stage.onlooker<{ n: number }[]>`
        select count(*)::int as n from pg_stat_activity where application_name = ${stage.applicationName} and wait_event = 'ClientRead'`;
      return row?.n === 1;
    });
    go.resolve();
    return {
      transaction: await undone,
      stranger: await outcome,
      stored: (await stage.onlooker<{ n: number }[]>`select n from written order by n`).map(({ n }) => n),
    };
  },

  async "given back twice while another has it"(stage: Stage) {
    const sql = stage.open();
    const first = await sql.reserve();
    first.release();
    const second = await sql.reserve();
    first.release();
    await second`begin`;
    const stranger = sql`select txid_current_if_assigned()`.execute();
    const outcome = settled(stage, stranger);
    await second`select pg_current_xact_id()`;
    const heldBack = (await Promise.race([outcome, second`select 1`.then(() => "waits")])) === "waits";
    await second`commit`;
    second.release();
    return { heldBack, stranger: await outcome };
  },
} satisfies Record<string, Scene>;
