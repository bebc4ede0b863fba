"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../../trpc/browser.tsx";
import { TwoLines } from "../../../ui/data-table/two-lines.tsx";
import { SkeletonBar } from "../../../ui/states/skeleton.tsx";
import { contractsInForce } from "../../contracts/queries.ts";
import { typeWord } from "../../contracts/words.ts";
import classes from "./table.module.css";

/** The contracts that hold today, the first to end on top. The rows do not wait for them. */
export function InForceCell({ vehicleId }: { vehicleId: string }) {
  const { data, isPending } = useQuery(contractsInForce(useTRPC(), vehicleId));
  if (isPending) return <SkeletonBar width="60%" />;
  const [first, ...others] = [...new Set(data?.items.map(({ type }) => typeWord(type)))];
  if (first === undefined) return <span className={classes.none}>{data ? "nothing" : "\u2013"}</span>;
  return <TwoLines top={first} below={others.length > 0 ? others.join(", ") : undefined} />;
}
