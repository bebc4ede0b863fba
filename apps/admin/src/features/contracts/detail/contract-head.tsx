"use client";

import type { ContractRead } from "@vehicle-contracts/contract-model";
import Link from "next/link";
import { routes } from "../../../routes.ts";
import { Code } from "../../../ui/code.tsx";
import { PageHead } from "../../../ui/page/page-head.tsx";
import { Plate } from "../../../ui/plate.tsx";
import { StatusBadge } from "../../../ui/status-badge.tsx";
import { vehicleName } from "../../vehicles/vehicle-name.ts";
import { typeWord } from "../words.ts";
import { ContractActions } from "./contract-actions.tsx";
import classes from "./detail.module.css";
import { Neighbour } from "./succession.tsx";

/** What it is, in which state, for which vehicle and whom, and what may be done. */
export function ContractHead({ contract }: { contract: ContractRead }) {
  const { contractNumber, vehicle, holder, predecessorId, successorId } = contract;
  return (
    <PageHead
      title={typeWord(contract.type)}
      beside={
        <>
          <StatusBadge status={contract.effectiveStatus} />
          <span className={classes.version}>version {contract.version}</span>
        </>
      }
      facts={[
        {
          label: "Number",
          value: contractNumber ? (
            <Code copy="contract number">{contractNumber}</Code>
          ) : (
            <span className={classes.muted}>none yet</span>
          ),
        },
        {
          label: "Vehicle",
          value: (
            <span className={classes.vehicle}>
              <Link href={routes.vehicle(vehicle.vehicleId)} className={classes.link}>
                {vehicleName(vehicle)}
              </Link>
              {vehicle.licensePlate && <Plate>{vehicle.licensePlate}</Plate>}
            </span>
          ),
        },
        {
          label: "Holder",
          value: holder ? (
            <Link href={routes.customer(holder.partyId)} className={classes.link}>
              {holder.name}
            </Link>
          ) : (
            <span className={classes.muted}>nobody yet</span>
          ),
        },
        ...(predecessorId ? [{ label: "Follows", value: <Neighbour contractId={predecessorId} /> }] : []),
        ...(successorId ? [{ label: "Followed by", value: <Neighbour contractId={successorId} /> }] : []),
      ]}
      bar={<ContractActions contract={contract} />}
    />
  );
}
