import { Readable } from "node:stream";
import { consentChannels, type Renewal } from "@vehicle-contracts/contract-model";
import { ServiceError } from "@vehicle-contracts/services";
import { appRouter } from "@vehicle-contracts/trpc-router";
import { openDoor } from "../../../door.ts";
import { renewalLine, renewalsCsv } from "../../../features/renewals/renewals-csv.ts";
import { routes } from "../../../routes.ts";
import { contextOf } from "../../../trpc/request-context.ts";

type Page = { items: Renewal[]; nextCursor: string | null };

/**
 * What ends soon as CSV for one channel (`channel`, `days`, `store` and `type` as often as wanted), without those who did not
 * agree to it: by the same procedure as the list, and so for those alone who may read it. Written page by page; the first is read
 * before anything is answered, so that a refusal is one.
 */
export const GET = openDoor({
  tell: () => ({ route: routes.api.renewals }),
  async answer(request, correlationId) {
    const query = new URL(request.url).searchParams;
    const ask = appRouter.createCaller(await contextOf(request.headers, correlationId));
    const channel = consentChannels.find((one) => one === query.get("channel"));
    const all = (name: string) => (query.has(name) ? query.getAll(name) : null);
    const pageAfter = (cursor: string | null): Promise<Page> =>
      ask.renewals.list({
        days: query.has("days") ? Number(query.get("days")) : null,
        // What is no type or no id the procedure refuses.
        filter: { storeId: all("store"), type: all("type") as never, consentFor: channel ?? null },
        cursor,
        limit: 200,
      });
    const first = await pageAfter(null);
    if (!channel) throw noChannel();
    async function* lines() {
      for (let page = first; ; page = await pageAfter(page.nextCursor)) {
        for (const renewal of page.items) yield renewalLine(renewal, channel ?? "email");
        if (page.nextCursor === null) return;
      }
    }
    const csv = Readable.from(lines()).compose(renewalsCsv(channel));
    return new Response(Readable.toWeb(csv) as ReadableStream, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="renewals-${channel}.csv"`,
      },
    });
  },
  refuse: (problem) => ({ problem }),
});

const noChannel = () => {
  const message = `Name the channel: one of ${consentChannels.join(", ")}.`;
  return new ServiceError({
    code: "INVALID",
    message,
    fields: [{ path: "channel", code: "MISSING", message }],
  });
};
