"use client";

import { useSuspenseQueries } from "@tanstack/react-query";
import type { Contract } from "@vehicle-contracts/contract-model";
import Link from "next/link";
import { routes } from "../../../routes.ts";
import { useTRPC } from "../../../trpc/browser.tsx";
import { CardRow } from "../../../ui/card.tsx";
import { Person } from "../../../ui/person.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { partyById } from "../../customers/queries.ts";
import { partyIdsOf } from "../queries.ts";
import { spanWords } from "../term-words.ts";
import { roleWord } from "../words.ts";
import classes from "./detail.module.css";

/** Who has a part in the contract, from when to when. */
export function People({ contract }: { contract: Contract }) {
  const trpc = useTRPC();
  const format = useFormat();
  const answers = useSuspenseQueries({
    queries: partyIdsOf(contract).map((partyId) => partyById(trpc, partyId)),
  });
  const names = new Map(answers.map(({ data }) => [data.partyId, data.name]));
  if (contract.parties.length === 0)
    return (
      <CardRow>
        <span className={classes.muted}>Nobody is named yet.</span>
      </CardRow>
    );
  return contract.parties.map((party) => {
    const name = names.get(party.partyId) ?? "";
    const span = spanWords(party, format);
    return (
      <CardRow key={`${party.role} ${party.partyId} ${party.from}`}>
        <Person
          plain
          name={name}
          top={
            <Link href={routes.customer(party.partyId)} className={classes.link}>
              {name}
            </Link>
          }
          below={span ? `${roleWord(party.role)}, ${span}` : roleWord(party.role)}
        />
      </CardRow>
    );
  });
}
