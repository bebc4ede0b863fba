"use client";

import { Button } from "@mantine/core";
import { IconGauge, IconPencil, IconPlus } from "@tabler/icons-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { routes } from "../../../routes.ts";
import { Keys } from "../../../ui/keys.tsx";
import { useShortcut } from "../../../ui/shortcuts/use-shortcut.ts";
import { useMay } from "../../session/use-may.ts";
import classes from "./detail.module.css";

/** What may be done with the vehicle; who may not is told who can. */
export function VehicleActions({ vehicleId, onRecord }: { vehicleId: string; onRecord: () => void }) {
  const router = useRouter();
  const may = useMay();
  const sell = routes.newContract(vehicleId);
  const edit = routes.editVehicle(vehicleId);
  const group = { group: "Vehicle", when: may.write };
  useShortcut("O", "Record a reading", onRecord, group);
  useShortcut("C", "New contract for this vehicle", () => router.push(sell), group);
  useShortcut("E", "Edit the vehicle", () => router.push(edit), group);
  if (!may.write) return <span className={classes.hint}>{may.why}</span>;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconGauge size={16} />}
        rightSection={<Keys keys="O" />}
        onClick={onRecord}
      >
        Record reading
      </Button>
      <Button
        component={Link}
        href={edit}
        variant="default"
        leftSection={<IconPencil size={16} />}
        rightSection={<Keys keys="E" />}
      >
        Edit
      </Button>
      <Button
        component={Link}
        href={sell}
        leftSection={<IconPlus size={16} />}
        rightSection={<Keys keys="C" bare />}
      >
        New contract
      </Button>
    </>
  );
}
