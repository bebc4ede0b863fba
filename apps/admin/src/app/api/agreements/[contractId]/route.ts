import { Id } from "@vehicle-contracts/contract-model";
import { renderDocument } from "@vehicle-contracts/documents";
import { notFound } from "@vehicle-contracts/services";
import { appRouter } from "@vehicle-contracts/trpc-router";
import { openDoor } from "../../../../door.ts";
import { agreementDocument } from "../../../../features/contracts/agreement-document.ts";
import { routes } from "../../../../routes.ts";
import { contextOf } from "../../../../trpc/request-context.ts";

/** A contract's agreement as PDF: by the same procedures, and so for those alone, who may read it. */
export const GET = openDoor({
  tell: () => ({ route: `${routes.api.agreements}/[contractId]` }),
  async answer(request, correlationId) {
    const contractId = Id.safeParse(new URL(request.url).pathname.split("/").at(-1));
    const ask = appRouter.createCaller(await contextOf(request.headers, correlationId));
    const session = await ask.session.me();
    if (!contractId.success) throw notFound("contract");
    const contract = await ask.contracts.get({ contractId: contractId.data });
    const ids = [...new Set(contract.parties.map(({ partyId }) => partyId))];
    const parties = await Promise.all(ids.map((partyId) => ask.parties.get({ partyId })));
    const pdf = await renderDocument(agreementDocument({ contract, parties, session }));
    const name = contract.contractNumber?.replace(/[^\w.-]+/g, "-") ?? contract.contractId.slice(-8);
    return new Response(pdf, {
      headers: {
        "content-type": "application/pdf",
        "content-disposition": `attachment; filename="agreement-${name}.pdf"`,
      },
    });
  },
  refuse: (problem) => ({ problem }),
});
