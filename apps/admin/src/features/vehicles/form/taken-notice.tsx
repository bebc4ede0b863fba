"use client";

import { Anchor } from "@mantine/core";
import Link from "next/link";
import { Notice } from "../../../ui/notice.tsx";
import { Plate } from "../../../ui/plate.tsx";
import { vehicleName } from "../vehicle-name.ts";
import { numberWord } from "../words.ts";
import { useVinOwner } from "./use-vin-owner.ts";
import { useVehicleFormState } from "./vehicle-form-context.tsx";

/** That another vehicle has this number already, and the way to it. */
export function TakenNotice() {
  const { instead, base } = useVehicleFormState();
  const owner = useVinOwner();
  if (!owner) return null;
  return (
    <Notice
      tone="amber"
      live
      title={`A vehicle with this ${numberWord(owner.vinKind) === "VIN" ? "VIN" : "chassis number"} is in the register already:`}
    >
      {vehicleName(owner)} {owner.licensePlate && <Plate>{owner.licensePlate}</Plate>}{" "}
      <Anchor component={Link} href={instead.hrefOf(owner.vehicleId)} inherit underline="always">
        {base ? "Open it" : instead.label}
      </Anchor>
    </Notice>
  );
}
