"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { ContractRead } from "@vehicle-contracts/contract-model";
import Link from "next/link";
import { routes } from "../../routes.ts";
import { useTRPC } from "../../trpc/browser.tsx";
import { PlainTable } from "../../ui/data-table/plain-table.tsx";
import { TwoLines } from "../../ui/data-table/two-lines.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { Vin } from "../../ui/vin.tsx";
import { vehicleName } from "../vehicles/vehicle-name.ts";
import { groupWords } from "./group-words.ts";
import { groupsOf } from "./groups.ts";
import { contractsOfHolder } from "./queries.ts";
import { EndsCell } from "./table/ends-cell.tsx";
import classes from "./table/table.module.css";
import { typeWord } from "./words.ts";

const columns = [
  { header: "Contract", width: "25%" },
  { header: "Vehicle", width: "27%" },
  { header: "Status", width: "14%" },
  { header: "Ends", width: "34%" },
] as const;

/** The contracts that a customer holds: what covers today first, then what will, then what did. */
export function HolderContracts({ partyId }: { partyId: string }) {
  const format = useFormat();
  const { data: page } = useSuspenseQuery(contractsOfHolder(useTRPC(), partyId));
  return (
    <>
      <PlainTable label="Contracts" columns={columns}>
        {groupsOf(page.items).flatMap(({ name, contracts }) => [
          <tr key={name}>
            <th scope="rowgroup" colSpan={columns.length} className={classes.group}>
              {groupWords[name]} <span className={classes.groupCount}>{format.whole(contracts.length)}</span>
            </th>
          </tr>,
          ...contracts.map((contract) => <Row key={contract.contractId} contract={contract} />),
        ])}
      </PlainTable>
      {page.nextCursor !== null && (
        <p className={classes.rest}>
          The {format.whole(page.items.length)} that end last.{" "}
          <Link href={routes.contractsOf(partyId)} className={classes.link}>
            Show all of them
          </Link>
        </p>
      )}
    </>
  );
}

function Row({ contract }: { contract: ContractRead }) {
  const { contractId, contractNumber, type, vehicle, effectiveStatus } = contract;
  return (
    <tr>
      <td>
        <TwoLines
          top={
            <Link href={routes.contract(contractId)} className={classes.link}>
              {typeWord(type)}
            </Link>
          }
          below={contractNumber ? <span className={classes.number}>{contractNumber}</span> : "No number yet"}
        />
      </td>
      <td>
        <TwoLines
          top={
            <Link href={routes.vehicle(vehicle.vehicleId)} className={classes.link}>
              {vehicleName(vehicle)}
            </Link>
          }
          below={
            vehicle.licensePlate ? (
              <span className={classes.plateText}>{vehicle.licensePlate}</span>
            ) : (
              <Vin vin={vehicle.vin} />
            )
          }
        />
      </td>
      <td>
        <StatusBadge status={effectiveStatus} />
      </td>
      <td>
        <EndsCell contract={contract} />
      </td>
    </tr>
  );
}
