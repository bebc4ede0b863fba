"use client";

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../../trpc/browser.tsx";
import { noMatchTitle, whatWouldMatch } from "../../../ui/filters/no-match-words.ts";
import { NoMatch, NothingYet, PastTheEnd } from "../../../ui/states/empties.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { useMay } from "../../session/use-may.ts";
import { NewVehicleButton } from "../new-vehicle-button.tsx";
import { vehicleCount } from "../queries.ts";
import type { VehiclesList } from "./use-vehicles-list.ts";

const hint =
  "Look for a part of the VIN (4 characters or more), of the plate (3 or more), for the beginning of a customer\u2019s name or a contract\u2019s number, or for make and model.";

/** Why there is no row: none was entered yet, this page is past the end, or nothing matches. */
export function NoVehicles({ list }: { list: VehiclesList }) {
  const may = useMay();
  const search = list.params.q.trim();
  if (list.pages.after !== null) return <PastTheEnd onFirst={list.pages.reset} />;
  if (search === "")
    return (
      <NothingYet
        title="No vehicles yet"
        text={may.write ? "Enter the first one." : may.why}
        actions={may.write && <NewVehicleButton />}
      />
    );
  return <Unmatched list={list} search={search} />;
}

function Unmatched({ list, search }: { list: VehiclesList; search: string }) {
  const format = useFormat();
  const trpc = useTRPC();
  const may = useMay();
  const { data: count } = useQuery(vehicleCount(trpc, { search: null }));
  const { action } = whatWouldMatch({ count: count ?? null, filters: 0, search, hint }, format.whole);
  return (
    <NoMatch
      title={noMatchTitle("vehicle", search, 0)}
      text={hint}
      actions={
        <>
          {action && (
            <Button variant="default" onClick={() => list.search("")}>
              {action}
            </Button>
          )}
          {may.write && <NewVehicleButton sought={search} />}
        </>
      }
    />
  );
}
