import type { ContractRead, RefundQuote, Session } from "@vehicle-contracts/contract-model";
import { type DocumentContent, formatsOf } from "@vehicle-contracts/documents";
import { typeWord } from "../contracts/words.ts";
import { vehicleName } from "../vehicles/vehicle-name.ts";
import { consequences } from "./quote/consequences.ts";
import { stepRows } from "./step-words.ts";
import { cancellerWord, notAdvice, outdatedWords, quoteName } from "./words.ts";

type Asked = { quote: RefundQuote; contract: ContractRead; session: Session };

/** A refund quote on paper, for the customer: what was asked, each step in words and figures, what happens, until when. */
export function quoteDocument({ quote, contract, session }: Asked): DocumentContent {
  const { inputs, refund } = quote;
  const { vehicle, store, holder } = contract;
  const country = session.stores.find(({ storeId }) => storeId === store.storeId)?.country;
  const format = formatsOf(country ?? session.stores[0]?.country ?? "GB");
  const name = quoteName(quote);
  const number = contract.contractNumber ? `${contract.contractNumber}, ` : "";
  const { ruleSet } = inputs;
  const facts = [
    ["Contract", `${number}${typeWord(contract.type).toLowerCase()}`],
    ["Vehicle", [vehicleName(vehicle), vehicle.licensePlate, vehicle.vin].filter(Boolean).join(", ")],
    ["Holder", holder?.name ?? ""],
    ["Cancelled on", format.date(inputs.cancelDate)],
    ["Odometer", inputs.odometer ? format.distance(inputs.odometer) : ""],
    ["Engine hours", inputs.hours === null ? "" : format.hours(inputs.hours)],
    ["Who cancels", cancellerWord(inputs.cancelledBy)],
    ["Reason", inputs.reason],
    ["Price", format.money(inputs.price)],
    ["Paid", inputs.paid.amountMinor === inputs.price.amountMinor ? "" : format.money(inputs.paid)],
    ["Rule set", `${ruleSet.name}, version ${ruleSet.version}${ruleSet.shipped ? ", an example" : ""}`],
  ] as const;
  return {
    title: `Refund quote ${name}`,
    language: "en",
    createdAt: quote.acceptedAt ?? quote.quotedAt,
    from: `${session.enterprise.name}, ${store.name}`,
    reference: format.date(quote.quotedAt.slice(0, "YYYY-MM-DD".length)),
    footer: `Refund quote ${name}`,
    blocks: [
      { kind: "paragraph", look: "strong", text: standing(quote, format) },
      { kind: "facts", rows: facts.filter(([, value]) => value !== "") },
      { kind: "heading", text: "How the refund is worked out" },
      {
        kind: "table",
        columns: [
          { title: "Step", part: 5 },
          { title: "Figures", part: 4, align: "right" },
          { title: "Result", part: 2, align: "right" },
        ],
        rows: stepRows(quote, format).map(({ title, below, figures, result }) => [
          below === "" ? title : `${title}\n${below}`,
          figures,
          result,
        ]),
        foot: ["Refund", "", format.money(refund)],
      },
      { kind: "heading", text: "What happens when it is accepted" },
      { kind: "list", items: consequences(contract, inputs, format) },
      { kind: "notice", text: notAdvice },
      {
        kind: "signatures",
        names: [holder?.name ?? "Customer", `${session.enterprise.name}, ${store.name}`],
      },
    ],
  };
}

function standing(quote: RefundQuote, format: ReturnType<typeof formatsOf>): string {
  const refund = format.money(quote.refund);
  const until = format.date(quote.validUntil);
  if (quote.state === "ACCEPTED")
    return `${refund} is refunded. The quote was accepted, and the contract is cancelled.`;
  if (quote.state === "OPEN") return `${refund} would be refunded. The quote holds for 14 days, to ${until}.`;
  return `This quote does not hold any more: ${outdatedWords(quote)}. It said ${refund}.`;
}
