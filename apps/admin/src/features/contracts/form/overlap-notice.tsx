"use client";

import { Anchor } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { lastDate } from "@vehicle-contracts/contract-model";
import { overlaps } from "@vehicle-contracts/contract-rules";
import { addDays, parseDate } from "@vehicle-contracts/contract-rules/temporal";
import { useWatch } from "react-hook-form";
import { useTRPC } from "../../../trpc/browser.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { contractsOfVehicle } from "../queries.ts";
import { typeWord } from "../words.ts";
import { useContractFormState } from "./contract-form-context.tsx";

/** Another contract of this type on the same days is warned of, never refused. `end` is the one that follows. */
export function OverlapNotice({ end }: { end: string | null }) {
  const { form, base, fixed } = useContractFormState();
  const format = useFormat();
  const trpc = useTRPC();
  const [vehicleId, type, startDate] = useWatch({
    control: form.control,
    name: ["vehicleId", "type", "startDate"],
  });
  const others =
    useQuery({ ...contractsOfVehicle(trpc, vehicleId ?? ""), enabled: vehicleId !== null }).data?.items ?? [];
  if (type === null || startDate === null || !parseDate(startDate)) return null;
  const contract = {
    contractId: base?.contractId ?? "",
    effectiveStatus: base?.effectiveStatus ?? ("DRAFT" as const),
    type,
    startDate,
    endDate: end,
  };
  const shared = overlaps(contract, others);
  const overlapped = others.filter(({ contractId }) =>
    shared.some((overlap) => overlap.contractId === contractId),
  );
  const [first] = overlapped;
  if (!first) return null;
  const ends = overlapped.map(({ endDate }) => endDate ?? lastDate).sort();
  const last = ends.at(-1) ?? lastDate;
  const after = last < lastDate && fixed("startDate") === undefined ? addDays(last, 1) : null;
  const runs = overlapped.map(
    ({ contractNumber, endDate }) =>
      `${contractNumber ?? "One without a number"} runs ${endDate ? `to ${format.date(endDate)}` : "without an end"}.`,
  );
  return (
    <Notice
      tone="amber"
      live
      title={
        overlapped.length === 1
          ? `Overlaps another contract of this vehicle (${typeWord(type).toLowerCase()}).`
          : `Overlaps ${overlapped.length} contracts of this vehicle (${typeWord(type).toLowerCase()}).`
      }
    >
      {runs.join(" ")} You can sell both{after && `, or start this one on ${format.date(after)}`}.{" "}
      {after && (
        <Anchor
          component="button"
          type="button"
          inherit
          underline="always"
          onClick={() => form.setValue("startDate", after, { shouldDirty: true, shouldTouch: true })}
        >
          Start on {format.date(after)}
        </Anchor>
      )}
    </Notice>
  );
}
