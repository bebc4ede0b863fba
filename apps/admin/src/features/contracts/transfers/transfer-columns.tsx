"use client";

import type { TransferInList } from "@vehicle-contracts/contract-model";
import type { DataColumn } from "../../../ui/data-table/data-column.ts";
import { TwoLines } from "../../../ui/data-table/two-lines.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { useDesk } from "../../session/desk-context.tsx";

/** Which contract, from whom to whom and when, for what fee, and who asked. */
export const transferColumns: readonly DataColumn<TransferInList>[] = [
  {
    id: "contract",
    header: "Contract",
    width: "24%",
    narrowWidth: "34%",
    skeleton: "two-lines",
    cell: ({ contract }) => (
      <TwoLines
        top={contract.contractNumber ?? contract.description ?? contract.vin}
        below={[contract.vehicleName, contract.storeName].filter(Boolean).join(", ")}
      />
    ),
  },
  {
    id: "parties",
    header: "New owner",
    width: "26%",
    narrowWidth: "36%",
    skeleton: "two-lines",
    cell: ({ fromParty, toParty }) => <TwoLines top={toParty.name} below={`from ${fromParty.name}`} />,
  },
  {
    id: "date",
    header: "From",
    width: "14%",
    narrowWidth: "30%",
    skeleton: "one-line",
    cell: ({ date }) => <Day date={date} />,
  },
  {
    id: "fee",
    header: "Fee",
    width: "12%",
    wideOnly: true,
    skeleton: "one-line",
    cell: ({ fee }) => <Fee fee={fee} />,
  },
  {
    id: "asked",
    header: "Asked for",
    width: "24%",
    wideOnly: true,
    skeleton: "two-lines",
    cell: (request) => <Asked request={request} />,
  },
];

function Day({ date }: { date: string }) {
  return useFormat().date(date);
}

function Fee({ fee }: Pick<TransferInList, "fee">) {
  const format = useFormat();
  return fee && fee.amountMinor > 0 ? format.money(fee) : "none";
}

function Asked({ request: { requestedBy, requestedAt } }: { request: TransferInList }) {
  const format = useFormat();
  const { timeZone } = useDesk();
  return <TwoLines top={requestedBy.name} below={format.dateTime(requestedAt, timeZone)} />;
}
