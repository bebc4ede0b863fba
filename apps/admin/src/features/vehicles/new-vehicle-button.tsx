"use client";

import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import Link from "next/link";
import { routes } from "../../routes.ts";
import { Keys } from "../../ui/keys.tsx";

/** Leads to the form of a new vehicle; `sought` was looked for and is taken along. The key is the screen's to register. */
export const NewVehicleButton = ({ sought = "" }: { sought?: string }) => (
  <Button
    component={Link}
    href={routes.newVehicle({ sought })}
    leftSection={<IconPlus size={16} />}
    rightSection={<Keys keys="C" bare />}
  >
    New vehicle
  </Button>
);
