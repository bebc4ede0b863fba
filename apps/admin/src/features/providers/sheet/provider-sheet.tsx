"use client";

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Provider } from "@vehicle-contracts/contract-model";
import { useTRPC } from "../../../trpc/browser.tsx";
import { problemOf } from "../../../trpc/errors.ts";
import { Unread } from "../../../trpc/unread.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { canBeId, NoSuchRow } from "../../../ui/floating/no-such-row.tsx";
import { Beside } from "../../../ui/floating/sheet.tsx";
import type { OpenRow } from "../../../ui/floating/use-open-row.ts";
import { SkeletonLines } from "../../../ui/states/skeleton.tsx";
import { useMay } from "../../session/use-may.ts";
import { providerById, providerList } from "../queries.ts";
import type { ProvidersList } from "../table/use-providers-list.ts";
import { fieldLabels, kindWord } from "../words.ts";
import { EditProvider } from "./edit-provider.tsx";
import { NewProvider } from "./new-provider.tsx";
import { ProviderContracts } from "./provider-contracts.tsx";
import classes from "./sheet.module.css";

type ProviderSheetProps = { row: OpenRow; list: ProvidersList };

/** What stands beside the list: a new provider, the one that is open, or nothing. */
export function ProviderSheet({ row, list }: ProviderSheetProps) {
  const may = useMay();
  if (row.openId === null) return null;
  if (row.openId === "new") return may.administer ? <NewProvider row={row} /> : null;
  return <OpenProvider key={row.openId} providerId={row.openId} row={row} list={list} />;
}

/** The provider of the address: known from the list's row, or asked for by its id. */
function OpenProvider({ providerId, row, list }: ProviderSheetProps & { providerId: string }) {
  const trpc = useTRPC();
  const may = useMay();
  const page = useQuery(providerList(trpc, list.shown.question, list.shown.cursor));
  const inList = page.data?.items.find((provider) => provider.providerId === providerId);
  const { data, error, refetch } = useQuery({
    ...providerById(trpc, providerId),
    enabled: canBeId(providerId),
    ...(inList && { initialData: inList, initialDataUpdatedAt: page.dataUpdatedAt }),
  });
  if (data)
    return may.administer ? (
      <EditProvider provider={data} row={row} />
    ) : (
      <ReadProvider provider={data} row={row} />
    );
  if (!canBeId(providerId)) return <NoSuchRow noun="provider" onClose={() => row.open(null)} />;
  const problem = error && problemOf(error);
  return (
    <Beside label="Provider" title="Provider" onClose={() => row.open(null)}>
      {problem ? (
        <Unread title="The provider could not be read" problem={problem} onRetry={() => void refetch()} />
      ) : (
        <SkeletonLines lines={8} />
      )}
    </Beside>
  );
}

/** A provider, for those who may not change it. */
const ReadProvider = ({ provider, row }: { provider: Provider; row: OpenRow }) => (
  <Beside
    label={provider.name}
    title={provider.name}
    below={kindWord(provider.kind)}
    onClose={() => row.open(null)}
    footStart={<span className={classes.who}>Administrators change providers.</span>}
    foot={
      <Button variant="default" onClick={() => row.open(null)}>
        Close
      </Button>
    }
  >
    <Facts
      items={[
        { label: fieldLabels.name, value: provider.name },
        { label: fieldLabels.kind, value: kindWord(provider.kind) },
      ]}
    />
    <ProviderContracts providerId={provider.providerId} />
  </Beside>
);
