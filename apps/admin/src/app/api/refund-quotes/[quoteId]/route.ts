import { Id } from "@vehicle-contracts/contract-model";
import { renderDocument } from "@vehicle-contracts/documents";
import { notFound } from "@vehicle-contracts/services";
import { appRouter } from "@vehicle-contracts/trpc-router";
import { openDoor } from "../../../../door.ts";
import { quoteDocument } from "../../../../features/refunds/quote-document.ts";
import { quoteName } from "../../../../features/refunds/words.ts";
import { routes } from "../../../../routes.ts";
import { contextOf } from "../../../../trpc/request-context.ts";

/** A refund quote as PDF: by the same procedures, and so for those alone, who may read it. */
export const GET = openDoor({
  tell: () => ({ route: `${routes.api.refundQuotes}/[quoteId]` }),
  async answer(request, correlationId) {
    const quoteId = Id.safeParse(new URL(request.url).pathname.split("/").at(-1));
    const ask = appRouter.createCaller(await contextOf(request.headers, correlationId));
    const session = await ask.session.me();
    if (!quoteId.success) throw notFound("refund quote");
    const quote = await ask.refunds.get({ quoteId: quoteId.data });
    const contract = await ask.contracts.get({ contractId: quote.contractId });
    const pdf = await renderDocument(quoteDocument({ quote, contract, session }));
    return new Response(pdf, {
      headers: {
        "content-type": "application/pdf",
        "content-disposition": `attachment; filename="refund-quote-${quoteName(quote)}.pdf"`,
      },
    });
  },
  refuse: (problem) => ({ problem }),
});
