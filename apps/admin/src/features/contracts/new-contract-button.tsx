"use client";

import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import Link from "next/link";
import { routes } from "../../routes.ts";
import { Keys } from "../../ui/keys.tsx";

/** Leads to the form of a new contract. The key is the screen's to register. */
export const NewContractButton = ({ short = false }: { short?: boolean }) => (
  <Button
    component={Link}
    href={routes.newContract()}
    leftSection={<IconPlus size={16} />}
    rightSection={short ? undefined : <Keys keys="C" bare />}
  >
    New contract
  </Button>
);
